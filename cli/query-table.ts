import type { DuckDBValue } from "@duckdb/node-api";
import type { Answer } from "../review/query/index.ts";
import { isNumber, textOf } from "../review/query/values.ts";
import { plain, width } from "./grid.ts";

/** Rows by which columns are laid out; with more, none would be shown before all are there. */
const MEASURED = 1_000;
const WIDEST = 60;

type Rows = readonly (readonly DuckDBValue[])[];
interface Layout {
  readonly width: number;
  readonly right: boolean;
}

/**
 * Aligned columns, numbers at the right. A cell of more than 60 places is cut, except in the last column; one that is
 * longer than those before it, far down, moves its line.
 */
export async function* tableText({ columns, rows }: Answer): AsyncGenerator<string> {
  let layout: readonly Layout[] | null = null;
  let waiting: (readonly DuckDBValue[])[] = [];
  const flush = (): string => {
    const head = layout === null;
    layout ??= layoutOf(columns, waiting);
    const lines = (head ? [columns, ...waiting] : waiting).map((row) => line(row, layout!));
    waiting = [];
    return lines.join("");
  };
  for await (const chunk of rows) {
    waiting.push(...chunk);
    if (waiting.length < MEASURED) continue;
    yield flush();
  }
  if (layout === null || waiting.length > 0) yield flush();
}

const layoutOf = (columns: readonly string[], rows: Rows): Layout[] =>
  columns.map((name, at) => ({
    width: rows.reduce((most, row) => Math.max(most, Math.min(WIDEST, width(shown(row[at]!)))), width(plain(name))),
    right: isNumber(rows.find((row) => row[at] !== null)?.[at] ?? null),
  }));

function line(cells: readonly DuckDBValue[], layout: readonly Layout[]): string {
  const parts = cells.map((value, at) => {
    const text = at === cells.length - 1 ? shown(value) : cut(shown(value));
    const space = " ".repeat(Math.max(0, layout[at]!.width - width(text)));
    return layout[at]!.right ? space + text : text + space;
  });
  return `${parts.join("  ").trimEnd()}\n`;
}

const shown = (value: DuckDBValue): string => plain(textOf(value) ?? "");

function cut(text: string): string {
  if (width(text) <= WIDEST) return text;
  let [kept, used] = ["", 0];
  for (const character of text) {
    used += width(character);
    if (used > WIDEST - 2) break;
    kept += character;
  }
  return `${kept}…`;
}
