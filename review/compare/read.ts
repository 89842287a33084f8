import { Compile } from "typebox/compile";
import { readChunks } from "../../pipeline/inputs/file.ts";
import { InvalidFactError } from "../../schemas/errors.ts";
import { type Fact, FactSchema } from "../../schemas/fact.ts";

const validator = Compile(FactSchema);

/**
 * The facts of an output, one document's at a time, as they stand in the file.
 * @throws {UnreadableInputError} when the file cannot be read
 * @throws {InvalidFactError} for a line that is no fact, after the documents before it
 */
export async function* readDocuments(path: string): AsyncGenerator<readonly Fact[]> {
  let batch = new Map<string, Fact>();
  let [number, id] = [0, ""];
  for await (const line of linesOf(path)) {
    number++;
    if (line.trim() === "") continue;
    const fact = parse(line, `${path}#${number}`);
    if (fact.doc.id !== id && batch.size > 0) {
      yield [...batch.values()];
      batch = new Map();
    }
    id = fact.doc.id;
    batch.set(fact.id, fact);
  }
  if (batch.size > 0) yield [...batch.values()];
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of readChunks(path)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  yield rest + decoder.decode();
}

function parse(line: string, source: string): Fact {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new InvalidFactError(source, "it is no JSON", { cause });
  }
  if (validator.Check(value)) return value;
  const [error] = validator.Errors(value);
  throw new InvalidFactError(
    source,
    error === undefined ? "it has another form" : `${error.instancePath} ${error.message}`,
  );
}
