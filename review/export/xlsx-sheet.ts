import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Style, stream, Worksheet } from "exceljs";
import type { FactColumn } from "../facts/columns.ts";
import { cellFor, textCell } from "./xlsx-cells.ts";

/** What a sheet of Excel holds: rows under the header, and links. */
const MAX_ROWS = 1_048_575;
const MAX_LINKS = 65_530;
/** Widths of columns, characters; those of links and sentences would fill the window. */
const [NARROWEST, WIDEST] = [8, 60];
const MEASURED = 200;
const HEADER: Partial<Style> = { font: { bold: true }, numFmt: "@" };

type Rows = readonly (readonly unknown[])[];

export interface SheetLimits {
  readonly rows: number;
  readonly links: number;
}

/** Rows of typed cells under a bold, frozen header with filters, on as many sheets as they need. */
export class SheetWriter {
  count = 0;
  private sheet: Worksheet | null = null;
  private sheets = 0;
  private inSheet = 0;
  private links = 0;

  constructor(
    private readonly book: stream.xlsx.WorkbookWriter,
    private readonly name: string,
    private readonly columns: readonly FactColumn[],
    private readonly limits: SheetLimits = { rows: MAX_ROWS, links: MAX_LINKS },
  ) {}

  add(rows: Rows): void {
    for (const cells of rows) {
      if (this.sheet === null || this.inSheet === this.limits.rows) this.open(rows);
      this.write(this.sheet!, cells);
    }
  }

  /** Ends when the rows are compressed: the library itself would hold all that comes faster. */
  async taken(): Promise<void> {
    if (this.sheet === null) return;
    const { stream } = this.sheet as unknown as { readonly stream: { readonly pipes: readonly Writable[] } };
    while (stream.pipes.length === 0) await sleep(1);
    await new Promise((resolve) => stream.pipes[0]!.write(Buffer.alloc(0), resolve));
  }

  end(): void {
    if (this.sheets === 0) this.open([]);
    this.close();
  }

  private open(rows: Rows): void {
    this.close();
    this.sheets++;
    this.sheet = this.book.addWorksheet(this.sheets === 1 ? this.name : `${this.name} ${this.sheets}`, {
      views: [{ state: "frozen", ySplit: 1, xSplit: 1, topLeftCell: "B2" }],
    });
    this.sheet.columns = this.columns.map(({ name }, at) => ({ width: widthOf(name, rows, at) }));
    const header = this.sheet.addRow([]);
    this.columns.forEach(({ name }, at) => {
      Object.assign(header.getCell(at + 1), { value: textCell(name).content, style: HEADER });
    });
    header.commit();
  }

  private write(sheet: Worksheet, cells: readonly unknown[]): void {
    const row = sheet.addRow([]);
    for (const [at, value] of cells.entries()) {
      const cell = cellFor(value, this.columns[at]!, this.links < this.limits.links);
      if (cell === null) continue;
      const { content, style } = cell;
      if (typeof content === "object" && "hyperlink" in content) this.links++;
      const place = row.getCell(at + 1);
      place.value = content;
      if (style !== null) place.style = style;
    }
    row.commit();
    this.inSheet++;
    this.count++;
  }

  private close(): void {
    if (this.sheet === null) return;
    const to = { row: this.inSheet + 1, column: this.columns.length };
    this.sheet.autoFilter = { from: { row: 1, column: 1 }, to };
    this.sheet.commit();
    [this.sheet, this.inSheet, this.links] = [null, 0, 0];
  }
}

function widthOf(name: string, rows: Rows, at: number): number {
  const texts = [name, ...rows.slice(0, MEASURED).map((cells) => String(cells[at] ?? ""))];
  const longest = Math.max(...texts.map(cellsWide)) + 2;
  return Math.min(WIDEST, Math.max(NARROWEST, longest));
}

/** Chinese characters take two places. */
const cellsWide = (text: string): number => text.length + (text.match(/[\u2e80-\uffdc]/g)?.length ?? 0);
