import type { Fact } from "../../schemas/fact.ts";
import type { Format } from "./format.ts";

/** TABLE of columns: heading, width in terminal cells, content. The last one is as long as its text. */
const COLUMNS: readonly (readonly [string, number, (fact: Fact) => string])[] = [
  ["subject", 20, (fact) => fact.subject.name],
  ["metric", 27, (fact) => fact.metric],
  ["scope", 12, (fact) => fact.scope ?? ""],
  ["numbers", 34, (fact) => numbers(fact)],
  ["unit", 10, (fact) => (fact.per === null ? fact.unit : `${fact.unit}/${fact.per}`)],
  ["modality", 9, (fact) => fact.modality],
  ["evidence", Number.POSITIVE_INFINITY, (fact) => fact.evidence[0]?.text.replace(/\s+/gu, " ") ?? ""],
];

function row(cells: readonly string[]): string {
  return `${COLUMNS.map(([, width], i) => cell(cells[i] ?? "", width)).join("  ")}\n`;
}

const SIGNS = { exact: "", approx: "≈", gt: ">", ge: "≥", lt: "<", le: "≤" } as const;

/** `36 → 22`, `-75`, `>+7.6 %`; numbers that the program computed stand in brackets. */
function numbers(fact: Fact): string {
  const shown = (field: Fact["derived"][number], text: string) => (fact.derived.includes(field) ? `(${text})` : text);
  const parts = [
    fact.value === null ? "" : shown("value", plain(fact.value)),
    fact.range === null ? "" : `${plain(fact.range[0])} to ${plain(fact.range[1])}`,
    fact.before === null ? "" : shown("before", plain(fact.before)),
    fact.after === null ? "" : `→ ${shown("after", plain(fact.after))}`,
    fact.change === null ? "" : shown("change", signed(fact.change)),
    fact.change_pct === null ? "" : shown("change_pct", `${signed(fact.change_pct)} %`),
  ].filter((part) => part !== "");
  return SIGNS[fact.bound] + parts.join(" ");
}

const plain = (value: number): string => String(value);
const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

/** Cuts or fills text to a width in terminal cells; Chinese characters take two. */
function cell(text: string, width: number): string {
  if (width === Number.POSITIVE_INFINITY) return text;
  let used = 0;
  let kept = "";
  for (const character of text) {
    const cells = cellsOf(character);
    if (used + cells > width) return cut(kept, width);
    kept += character;
    used += cells;
  }
  return kept + " ".repeat(width - used);
}

function cut(text: string, width: number): string {
  const characters = [...text];
  let used = characters.reduce((sum, character) => sum + cellsOf(character), 0);
  while (used >= width) used -= cellsOf(characters.pop() ?? "");
  return `${characters.join("")}…${" ".repeat(width - used - 1)}`;
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const cellsOf = (character: string): number => (WIDE.test(character) ? 2 : 1);

/** Fixed columns for reading on a terminal; what does not fit ends in `…`. */
export const table: Format = {
  head: row(COLUMNS.map(([heading]) => heading)),
  write: (fact) => row(COLUMNS.map(([, , content]) => content(fact))),
};
