import { Compile } from "typebox/compile";
import { textLines } from "../../pipeline/inputs/text-lines.ts";
import { InvalidFactError } from "../../schemas/errors.ts";
import { FactSchema } from "../../schemas/fact.ts";
import { whyNot } from "../../schemas/why-not.ts";
import type { GrowingFile } from "./growing-file.ts";

const schema = Compile(FactSchema);
/** Beyond these only their number is told. */
const MOST = 100;

/** Lines of a file that are no facts. */
export class BrokenLines {
  count = 0;
  /** `facts.jsonl#17: why`, in the order of the file. */
  readonly first: string[] = [];
  private firstError: InvalidFactError | null = null;

  /** The first of them, or null where every line is a fact. */
  get error(): InvalidFactError | null {
    return this.firstError;
  }

  /** @param rows of the table, which counts lines that are not blank, from 0 */
  async add(file: GrowingFile, upTo: number, rows: readonly number[]): Promise<void> {
    this.count += rows.length;
    const wanted = new Set(rows.slice(0, MOST - this.first.length));
    if (wanted.size === 0) return;
    let [row, number] = [-1, 0];
    for await (const line of textLines(file.bytes({ start: 0, end: upTo }))) {
      number++;
      if (line.trim() === "") continue;
      if (!wanted.has(++row)) continue;
      const error = new InvalidFactError(`${file.path}#${number}`, whyBroken(line));
      this.firstError ??= error;
      this.first.push(error.message);
      wanted.delete(row);
      if (wanted.size === 0) return;
    }
  }
}

/** What keeps a line from being a fact. */
function whyBroken(line: string): string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "it is no JSON";
  }
  return whyNot(schema.Errors(value));
}
