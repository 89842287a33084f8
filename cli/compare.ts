import { Comparison, type Group, type GroupStatement, STATUSES } from "../review/compare/index.ts";
import { readDocuments } from "../review/compare/read.ts";
import { grid, plain } from "./grid.ts";
import { type Log, logFailure } from "./log.ts";
import { openOutput } from "./output.ts";

export interface CompareOptions {
  readonly log: Log;
  readonly format: "table" | "jsonl";
  readonly out?: string;
}

/**
 * `jingjian compare`: what several documents state of one thing, and whether it fits together.
 * @returns exit code: 1 when an input could not be read to its end
 */
export async function compareCommand(paths: readonly string[], { log, format, out }: CompareOptions): Promise<number> {
  const comparison = new Comparison();
  let failed = 0;
  for (const path of paths) {
    try {
      for await (const facts of readDocuments(path)) comparison.add(facts);
    } catch (error) {
      logFailure(log, path, error);
      failed++;
    }
  }
  const output = await openOutput(out);
  const tally = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  const sections = new Map<string, string[]>(STATUSES.map((status) => [status, []]));
  try {
    for (const group of comparison.groups()) {
      tally[group.status]!++;
      if (format === "jsonl") await output.write(`${JSON.stringify(group)}\n`);
      else if (isShown(group)) sections.get(group.status)!.push(block(group));
    }
    for (const blocks of sections.values()) for (const text of blocks) await output.write(text);
    await output.close();
  } catch (error) {
    await output.discard();
    throw error;
  }
  const words = Object.entries({ ...tally, failed }).map(([name, number]) => `${name} ${number}`);
  log.info({ ...tally, failed }, words.join(", "));
  return failed > 0 ? 1 : 0;
}

/** What one document alone says needs no comparing, unless a later one took its place. */
const isShown = ({ documents, status }: Group): boolean => documents > 1 || status === "superseded";

function block(group: Group): string {
  const { key, status, reason, statements } = group;
  const { name, code } = key.subject;
  const unit = key.per === null ? key.unit : `${key.unit}/${key.per}`;
  const subject = code === null ? name : `${name} ${code}`;
  const about = [subject, key.metric, key.scope, key.period, unit].filter((part) => part !== null);
  return `${status}: ${plain(about.join(" · "))} (${reason})\n${grid(statements.flatMap(rows))}\n`;
}

function rows(statement: GroupStatement): string[][] {
  const { side, modality, publisher, published, doc, evidence, copies, superseded_by: newer } = statement;
  const source = [publisher, published?.slice(0, 10), doc].filter((part) => part != null).join(" ");
  const copied = copies.length === 0 ? "" : ` (also in ${copies.join(", ")})`;
  const lines = [[`  ${side ?? "-"}`, numbers(statement), modality, `${source}${copied}`, evidence]];
  if (newer !== null) lines.push(["", "", "", `  now ${newer.doc}`, newer.evidence]);
  return lines.map((cells) => cells.map(plain));
}

const SIGNS = { exact: "", approx: "≈", gt: ">", ge: "≥", lt: "<", le: "≤" } as const;

function numbers({ numbers: stated, bound }: GroupStatement): string {
  const { value, before, after, change, change_pct: percent, range } = stated;
  const parts = [
    value,
    range && `${range[0]} to ${range[1]}`,
    before,
    after === undefined ? undefined : `→ ${after}`,
    change === undefined ? undefined : signed(change),
    percent === undefined ? undefined : `${signed(percent)} %`,
  ];
  return SIGNS[bound] + parts.filter((part) => part !== undefined).join(" ");
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));
