import { Compile } from "typebox/compile";
import { readChunks } from "../../pipeline/inputs/file.ts";
import { InvalidFactError } from "../../schemas/errors.ts";
import { type Fact, FactSchema } from "../../schemas/fact.ts";

const schema = Compile(FactSchema);

/** A run of lines of one document. */
interface Batch {
  readonly doc: string;
  /** Number of its first line, by which batches are told apart. */
  readonly line: number;
  readonly facts: readonly Fact[];
}

/**
 * The facts that count today, in the order of the file: of a document with several batches, those of its last one, and
 * each id once. The file is read twice, so that memory holds one number a document and one batch; a file that grows
 * meanwhile is read as it was at first.
 * @throws {UnreadableInputError} when the file cannot be read
 * @throws {InvalidFactError} for a line that is no fact
 */
export async function* currentFacts(path: string): AsyncGenerator<Fact> {
  const last = new Map<string, number>();
  let lines = 0;
  for await (const { doc, line, facts } of batchesOf(path, Number.POSITIVE_INFINITY)) {
    last.set(doc, line);
    lines = line + facts.length - 1;
  }
  for await (const { doc, line, facts } of batchesOf(path, lines)) {
    if (last.get(doc) === line) yield* new Map(facts.map((fact) => [fact.id, fact])).values();
  }
}

/** Batches of the first `limit` lines; blank lines are not counted. */
async function* batchesOf(path: string, limit: number): AsyncGenerator<Batch> {
  let [facts, first]: [Fact[], number] = [[], 1];
  let count = 0;
  for await (const { text, number } of linesOf(path)) {
    if (text.trim() === "") continue;
    if (count === limit) break;
    count++;
    const fact = parse(text, `${path}#${number}`);
    if (facts.length > 0 && facts[0]!.doc.id !== fact.doc.id) {
      yield { doc: facts[0]!.doc.id, line: first, facts };
      [facts, first] = [[], count];
    }
    facts.push(fact);
  }
  if (facts.length > 0) yield { doc: facts[0]!.doc.id, line: first, facts };
}

async function* linesOf(path: string): AsyncGenerator<{ readonly text: string; readonly number: number }> {
  const decoder = new TextDecoder();
  let [rest, number] = ["", 0];
  for await (const chunk of readChunks(path)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    for (const text of lines) yield { text, number: ++number };
  }
  yield { text: rest + decoder.decode(), number: number + 1 };
}

function parse(line: string, source: string): Fact {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new InvalidFactError(source, "it is no JSON", { cause });
  }
  if (schema.Check(value)) return value;
  const [error] = schema.Errors(value);
  throw new InvalidFactError(
    source,
    error === undefined ? "it has another form" : `${error.instancePath} ${error.message}`,
  );
}
