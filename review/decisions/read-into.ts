import { basename } from "node:path";
import { readDecision } from "./decision-line.ts";
import type { Ledger } from "./ledger.ts";
import type { LineReader } from "./line-reader.ts";

/**
 * Enters what a file has gained into a ledger.
 * @returns the fact of each line that counts; of each other one why it does not, as `facts.decisions.jsonl#17: why`
 * @throws {UnreadableInputError}
 */
export async function* readInto(
  ledger: Ledger,
  reader: LineReader,
): AsyncGenerator<{ readonly fact: string } | { readonly broken: string }> {
  for await (const line of reader.lines()) {
    if (line.text.trim() === "") continue;
    const found = readDecision(line.text);
    const why = "why" in found ? found.why : ledger.add(found, line);
    if (why !== null) yield { broken: `${basename(reader.path)}#${line.number}: ${why}` };
    else if ("fact" in found) yield { fact: found.fact };
  }
}
