import { Value } from "typebox/value";
import { InvalidFactError } from "../../schemas/errors.ts";
import { type Fact, FactSchema } from "../../schemas/fact.ts";
import { whyNot } from "../../schemas/why-not.ts";
import { readChunks } from "../inputs/file.ts";
import { textLines } from "../inputs/text-lines.ts";

/**
 * The facts of an output, by id of their document. Of a document that was extracted more than once, the last time counts.
 * @throws {UnreadableInputError} when the file cannot be read
 * @throws {InvalidFactError} for a line that is no fact
 */
export async function readFactsFile(path: string): Promise<Map<string, Fact[]>> {
  const documents = new Map<string, Map<string, Fact>>();
  let [number, last] = [0, ""];
  for await (const line of textLines(readChunks(path))) {
    number++;
    if (line.trim() === "") continue;
    const fact = parse(line, `${path}#${number}`);
    const { id } = fact.doc;
    // A batch is one document's; a second one of the same document replaces the first.
    if (id !== last || !documents.has(id)) documents.set(id, new Map());
    documents.get(id)!.set(fact.id, fact);
    last = id;
  }
  return new Map([...documents].map(([id, facts]) => [id, [...facts.values()]]));
}

function parse(line: string, source: string): Fact {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new InvalidFactError(source, "it is no JSON", { cause });
  }
  if (Value.Check(FactSchema, value)) return value;
  throw new InvalidFactError(source, whyNot(Value.Errors(FactSchema, value)));
}
