import type { PlaceName } from "../context/place-name.ts";
import type { Frame } from "../linking/frame.ts";
import { type Cell, compact } from "./cells.ts";
import { type Grid, type GridRow, placesIn, type Row } from "./grid.ts";
import { heading, type Noun, type TableKind } from "./heading.ts";
import { RowFrames, type RowSense, type TableSense } from "./row.ts";
import { isSubtotal, isTotal, subjectOf } from "./subject.ts";
import { unitNamed } from "./unit.ts";

/** One table, row by row. */
export class TableReading {
  /** The place of the group of rows being read, and the noun of the last whole. */
  private group: PlaceName | null = null;
  private whole: Noun | null = null;
  private readonly carried: string[] = [];
  /** What the rows so far were about. */
  private readonly metrics = new Map<string, Noun>();
  private readonly totals: number;
  private readonly holdsPeers: boolean;

  constructor(
    private readonly grid: Grid,
    private readonly sense: TableSense,
    private readonly focus: PlaceName | null,
    private readonly kind: TableKind,
  ) {
    this.totals = this.countTotals();
    this.holdsPeers = this.hasPeers();
  }

  frames(): Frame[] {
    const { body, columns, labels, unitColumn } = this.grid;
    return body.flatMap((row) => {
      if (row.cells.length > columns.length) return [];
      const sense = this.rowSense(row);
      if (sense === null) return [];
      const frames = new RowFrames(sense, this.sense);
      for (const [i, cell] of row.cells.entries())
        if (!labels.includes(i) && i !== unitColumn && i > 0)
          frames.add(cell, columns[i]!.heading, columns[i]!.subject);
      return frames.frames;
    });
  }

  /** What the labels of a row say; a label left empty goes on from the row above. */
  private rowSense({ row, cells }: GridRow): RowSense | null {
    const { labels, columns, unitColumn } = this.grid;
    const parts = labels.map((i, k) => {
      const text = compact(cells[i]?.text ?? "");
      if (text !== "") {
        this.carried[k] = text;
        this.carried.length = k + 1;
      }
      const isGroup = text === "" && k < labels.length - 1;
      return {
        text: isGroup ? (this.carried[k] ?? "") : text,
        cell: cells[i],
        head: compact(columns[i]!.heading.text),
      };
    });
    const label = cells[labels.find((i) => (cells[i]?.text ?? "") !== "") ?? 0]!;
    // A sum may stand across the columns of labels, that of running numbers too.
    const across = { text: compact(label.text), cell: label, head: "" };
    const said = parts.filter(({ text }) => text !== "").at(-1) ?? (isTotal(across.text) ? across : undefined);
    if (said === undefined) return null;
    if (!cells.some((cell, i) => !labels.includes(i) && cell.text !== "")) this.opensGroup(said.text, row, label);
    const own = heading(said.text, this.kind);
    const office = parts.map(({ text, cell, head }) =>
      subjectOf(text, cell === undefined ? [] : placesIn(cell, row), head, this.focus),
    );
    const named = office.findLast((one) => one !== null) ?? null;
    const noun = named === null || named.rest !== "" ? this.nounOf(parts.map(({ text }) => text)) : null;
    const total = isTotal(said.text);
    const subject = named?.name ?? this.group ?? this.focus;
    if (subject === null || (total && this.isOddTotal(said.text))) return null;
    return {
      index: row.index,
      label,
      heading: own,
      subject,
      noun: noun ?? (total ? this.sumOf() : this.partOf(said.text)),
      named: named !== null || total,
      // 改革前 and 2022年 say when, and narrow nothing.
      scope: own.period !== null || own.role !== null ? null : this.scopeOf(said.text, noun, named !== null || total),
      unit: own.unit ?? unitNamed(cells[unitColumn]?.text ?? ""),
    };
  }

  private nounOf(labels: readonly string[]): Noun | null {
    for (const text of labels.toReversed()) {
      const { noun } = heading(text, this.kind);
      if (noun === null) continue;
      this.whole = noun;
      this.metrics.set(noun.metric, noun);
      return noun;
    }
    return null;
  }

  /** A sum of rows that are all of one kind is of that kind. */
  private sumOf(): Noun | null {
    const [only, more] = [...this.metrics.values()];
    return only === undefined || more !== undefined ? null : { ...only, general: true };
  }

  /** 其中：公务接待费 is a part of the whole above it. */
  private partOf(label: string): Noun | null {
    return /^(?:其中|另有|含)/.test(label) ? this.whole : null;
  }

  private scopeOf(label: string, noun: Noun | null, named: boolean): string | null {
    const text = label.replace(/^(?:其中|另有|含)[:：]?/, "").replace(/^[\d一二三四五六七八九十]+[、.．]\s*/, "");
    const bare = text.replace(/[（(].*$/, "");
    if (named) return null;
    if (noun === null) return bare === "" ? null : bare;
    return /^(?:其中|另有|含)/.test(label) || noun.label !== bare
      ? bare.replace(/(?:合计|总计|小计|数)$/, "") || null
      : null;
  }

  /** 佛坪县 over rows of its own. */
  private opensGroup(text: string, row: Row, label: Cell): void {
    const found = subjectOf(
      text.replace(/^[\d一二三四五六七八九十]+[、.．]\s*/, ""),
      placesIn(label, row),
      "",
      this.focus,
    );
    this.group = found?.name ?? this.group;
    this.whole = null;
  }

  /** A sum over counties is not one county's, and of several subtotals nobody knows whose they are. */
  private isOddTotal(label: string): boolean {
    return this.focus === null || this.holdsPeers || (isSubtotal(label) && this.totals > 1);
  }

  private countTotals(): number {
    const { body, labels } = this.grid;
    return body.filter(({ cells }) => isTotal(compact(cells[labels.at(-1) ?? 0]?.text ?? ""))).length;
  }

  /** Rows for units of the level that the document is about: 岚皋县 among other counties. */
  private hasPeers(): boolean {
    const { body, labels } = this.grid;
    const level = this.focus?.level ?? null;
    return body.some(({ row, cells }) =>
      labels.some(
        (i) => cells[i] !== undefined && placesIn(cells[i], row).some(({ places }) => places[0]?.level === level),
      ),
    );
  }
}
