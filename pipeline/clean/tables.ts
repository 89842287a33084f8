import { aligned } from "./aligned.ts";
import { bulletLength, endsSentence } from "./line-kinds.ts";
import { type Line, verbatim } from "./lines.ts";
import { type Cell, tabCells } from "./tab-cells.ts";
import type { DraftBlock } from "./text-builder.ts";

/** A way to set cells apart: a table so set has at least `rows` lines of at least `cells` cells each. */
interface Setting {
  readonly separator: RegExp;
  readonly cells: number;
  readonly rows: number;
}

/** The surest first: pipes, tabs and wide spaces, single spaces. */
const SETTINGS: readonly Setting[] = [
  { separator: /[|｜┃│]/g, cells: 2, rows: 2 },
  {
    separator: /[ \u3000]*\t[ \u3000\t]*|[ \u{A0}]{2,}|[ \u{A0}]*\u3000[ \u{A0}\u3000]+|\u3000[ \u{A0}]+/gu,
    cells: 2,
    rows: 2,
  },
  { separator: /[ \u{A0}\u3000]+/gu, cells: 3, rows: 3 },
];
const MAX_CELL = 30;
const MAX_ROW = 1_000;
/** Characters of a line that names a group of rows. */
const MAX_GROUP = 20;
/** `|---|---|` under a head. */
const RULE_CELL = /^[\s:：+=_—─-]*$/;
const NUMBER = /[\d０-９]|^[约近]?[一二三四五六七八九十百千万亿零〇两]+[余多]?[个家名人项份件次支]?$/;

export interface Table {
  readonly rows: readonly DraftBlock[];
  /** How many lines they take. */
  readonly taken: number;
}

/** Finds tables among lines; lines are asked for in ascending order. */
export class TableReader {
  /** For each setting, the line before which nothing is a table: lines are looked at once, however many there are. */
  private readonly looked = SETTINGS.map(() => 0);

  constructor(
    private readonly page: string,
    private readonly lines: readonly Line[],
  ) {}

  /** The table that begins at a line, or null. */
  read(first: number): Table | null {
    for (const [i, setting] of SETTINGS.entries()) {
      if (first < this.looked[i]!) continue;
      const rows = this.rowsFrom(first, setting);
      if (this.isTable(rows, setting)) return this.tableOf(this.inColumns(rows, first, setting));
      this.looked[i] = first + Math.max(1, rows.length);
    }
    return null;
  }

  private rowsFrom(first: number, setting: Setting): Cell[][] {
    const { separator, cells } = setting;
    const rows: Cell[][] = [];
    for (let i = first; i < this.lines.length; i++) {
      const line = this.lines[i]!;
      if (rows.length > 0 && setting === SETTINGS[1] && this.opensGroup(i)) {
        rows.push([line]);
        continue;
      }
      const row = line.text.length > MAX_ROW || bulletLength(line.text) > 0 ? [] : cellsOf(line, separator);
      if (row.length < cells || !this.isRow(row)) break;
      // Cells that single spaces set apart must line up, or a sentence with spaces would be a row.
      if (cells > 2 && row.length !== (rows[0] ?? row).length) break;
      rows.push(row);
    }
    return rows;
  }

  /** 一、机构 between two rows names those below it. */
  private opensGroup(i: number): boolean {
    const [line, next] = [this.lines[i]!, this.lines[i + 1]];
    if (next === undefined || line.text.length > MAX_GROUP || /[\s，。；：！？,;:!?]|^注|\d$/.test(line.text))
      return false;
    const below = next.text.length > MAX_ROW ? [] : cellsOf(next, SETTINGS[1]!.separator);
    return below.length > 1 && this.isRow(below) && bulletLength(line.text) === 0;
  }

  /** A table without a number is a list of names or some lines with gaps. */
  private isTable(rows: readonly (readonly Cell[])[], setting: Setting): boolean {
    return (
      rows.length >= setting.rows && rows.some((row) => row.slice(1).some((cell) => NUMBER.test(this.textOf(cell))))
    );
  }

  /** Cells are short and no sentences, and not all of them labels with their values. */
  private isRow(row: readonly Cell[]): boolean {
    const parts = row.map((cell) => this.textOf(cell));
    if (parts.some((part) => part.length > MAX_CELL || endsSentence(part))) return false;
    return parts.every((part) => RULE_CELL.test(part)) || !parts.every((part) => /[：:]/.test(part) || part === "");
  }

  /** The rows with empty cells where they have none, so that each cell stands in its own column. */
  private inColumns(rows: readonly Cell[][], first: number, { separator }: Setting): readonly (readonly Cell[])[] {
    if (separator === SETTINGS[0]!.separator) return rows;
    const lines = this.lines.slice(first, first + rows.length);
    return tabCells(this.page, lines, rows) ?? aligned(this.page, lines, rows);
  }

  private tableOf(rows: readonly (readonly Cell[])[]): Table {
    const blocks = rows
      .filter((row) => !row.every((cell) => RULE_CELL.test(this.textOf(cell))))
      .map(
        (row): DraftBlock => ({
          kind: "table-row",
          cells: row.map(({ start, end }) => [verbatim(this.page, start, end)]),
        }),
      );
    return { rows: blocks, taken: rows.length };
  }

  private textOf({ start, end }: Cell): string {
    return this.page.slice(start, end).trim();
  }
}

function cellsOf({ text, start }: Line, separator: RegExp): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    // A pipe at the edge of a line opens or closes it; between two pipes a cell may be empty.
    if (match.index > 0) cells.push({ start: start + from, end: start + match.index });
    from = match.index + match[0].length;
  }
  if (from < text.length) cells.push({ start: start + from, end: start + text.length });
  return separator === SETTINGS[0]!.separator ? cells : joinLone(text, start, cells);
}

/** Labels of two characters are often set apart to the width of longer ones: 县　　名. */
const SPACED_LABELS = new Set(
  "县名 市名 镇名 乡名 合计 总计 小计 共计 项目 单位 部门 指标 名称 备注 序号 科室 地区 乡镇 街道 年份 类别 机构 编制 人数 县区 县市 内容 科目".split(
    " ",
  ),
);

/** 萧　县 is set to the width of 灵璧县. */
const SPACED_NAME = /^\p{Script=Han}[县市区旗镇乡州]$/u;

function joinLone(text: string, base: number, cells: readonly Cell[]): Cell[] {
  const joined: Cell[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    const word = (one: Cell) => text.slice(one.start - base, one.end - base).trim();
    const label = last === undefined ? "" : word(last) + word(cell);
    const isName = joined.length === 1 && SPACED_NAME.test(label);
    if (label.length === 2 && (isName || SPACED_LABELS.has(label)))
      joined[joined.length - 1] = { start: last!.start, end: cell.end };
    else joined.push(cell);
  }
  return joined;
}
