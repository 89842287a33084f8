import type { Group, GroupStatement } from "../schemas/comparison.ts";
import { grid } from "./grid.ts";

/** What one document alone says needs no comparing, unless a later one took its place. */
export const isShown = ({ documents, status }: Group): boolean => documents > 1 || status === "superseded";

/** A group for people: what it is about, and a line for each statement. */
export function groupBlock(group: Group): string {
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
  const copied = copies.length === 0 ? "" : ` (also in ${copies.map((copy) => copy.doc).join(", ")})`;
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

/** One line, without what could steer a terminal or turn the direction of writing; leading places are kept. */
const plain = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ");
