import { FALLS_NOTE, OF_STAFF } from "../../corpus/lexicon/tables.ts";
import type { PlaceName } from "../context/place-name.ts";
import type { Frame } from "../linking/frame.ts";
import { type Cell, compact } from "./cells.ts";
import { type Grid, type GridRow, gridOf, gridRow, holdsNumber, placesIn, type Row } from "./grid.ts";
import { heading, type Noun, nounsIn } from "./heading.ts";
import { pairFrames } from "./pairs.ts";
import { RowFrames, type RowSense, type TableSense } from "./row.ts";
import { isSubtotal, isTotal, subjectOf } from "./subject.ts";
import { unitFits, unitNamed, unitsIn } from "./unit.ts";

export type { Row } from "./grid.ts";

export interface TableContext {
  readonly rows: readonly Row[];
  /** The lines just above: 表1 …情况, 单位：万元. */
  readonly above: readonly string[];
  /** The line just below, which may explain marks. */
  readonly below: string;
  readonly title: string;
  readonly subject: PlaceName | null;
}

export interface TablesRead {
  readonly frames: readonly Frame[];
  /** Sentences that the tables take: the rules of running text leave them alone. */
  readonly read: ReadonlySet<number>;
}

/**
 * Reads the tables in a run of rows; each begins at its header. Rows name places, offices or metrics, heads of columns
 * the others of these, what changed, units and years; what neither says comes from the lines above.
 */
export function readTables(context: TableContext): TablesRead {
  const ofStaff = OF_STAFF.test(
    context.rows.map(({ sentence }) => sentence.text).join("\n") + context.above.join("\n"),
  );
  const rows = context.rows.map((row) => gridRow(row, ofStaff));
  const frames: Frame[] = [];
  const read = new Set<number>();
  const heads = rows.flatMap(({ isHead }, i) => (isHead && rows[i - 1]?.isHead !== true ? [i] : []));
  for (const [k, head] of heads.entries()) {
    const before =
      k === 0 ? [...context.above, ...lines(rows.slice(0, head))] : lines(rows.slice(Math.max(0, head - 1), head));
    const grid = gridOf(rows.slice(head, heads[k + 1] ?? rows.length), ofStaff, context.subject);
    if (grid === null) continue;
    const found = new TableReading(grid, senseOf(grid, before, context), context.subject, ofStaff).frames();
    if (found.length === 0) continue;
    frames.push(...found);
    for (const index of [...grid.header, ...grid.body.map(({ row }) => row.index)]) read.add(index);
  }
  if (heads.length === 0)
    for (const row of rows) {
      const found = pairFrames(row, context.subject, ofStaff);
      frames.push(...found);
      if (found.length > 0) read.add(row.row.index);
    }
  for (const { cells, row } of rows) if (isBare(cells)) read.add(row.index);
  return { frames, read };
}

const lines = (rows: readonly GridRow[]): string[] =>
  rows.filter(({ cells }) => !cells.some(holdsNumber)).map(({ row }) => row.sentence.text);

/** Several numbers without units of their own say nothing to the rules of running text. */
function isBare(cells: readonly Cell[]): boolean {
  const numbers = cells.slice(1).filter(holdsNumber);
  return numbers.length > 1 && numbers.every(({ text }) => /^[\d\s.,，+\-−–%％:]+$/.test(text));
}

function senseOf(grid: Grid, above: readonly string[], { title, below }: TableContext): TableSense {
  const columns = grid.columns.filter((_, i) => !grid.labels.includes(i)).map((column) => column.heading);
  const first = grid.columns[0]!.heading;
  const text = above.join("\n");
  const caption = captionOf(above);
  const years = new Set(columns.flatMap(({ period }) => period ?? []));
  const captionYear = /((?:19|20)\d\d)年/.exec(caption)?.[1] ?? null;
  const units = [...unitsIn(text), ...(first.unit === null ? [] : [first.unit])];
  const named = nounsIn(caption);
  const changes = columns.some(({ role }) => role !== null && role !== "value" && role !== "present");
  return {
    units,
    nouns: fitting(named.length > 0 || !changes ? named : nounsIn(title), units),
    captioned: named.length > 0,
    year: years.size === 1 ? [...years][0]! : years.size === 0 ? captionYear : null,
    planned: /预算/.test(caption || title) && !/决算|执行|改革/.test(caption || title),
    fallsMark: FALLS_NOTE.test(`${text}\n${below}`),
    hasBefore: columns.some(({ role }) => role === "before"),
    showsPercent: columns.some(({ text: head }) => /[%％率幅]/.test(head)),
  };
}

/** The line that names the table: short, and no sentence of the text. */
function captionOf(above: readonly string[]): string {
  const isCaption = (line: string) => line.length <= 60 && !/[。！？；]$/.test(line) && !/^[（(]?单位[:：]/.test(line);
  return above.findLast(isCaption) ?? "";
}

/** Only the nouns that can have the stated unit, where one is stated. */
function fitting(nouns: readonly Noun[], units: TableSense["units"]): Noun[] {
  const measured = units.filter(({ unit }) => unit !== "percent");
  if (measured.length === 0) return [...nouns];
  return nouns.filter(({ metric }) => measured.some(({ unit }) => unitFits(metric, "value", unit)));
}

/** One table, row by row. */
class TableReading {
  /** The place of the group of rows being read, and the noun of the last whole. */
  private group: PlaceName | null = null;
  private whole: Noun | null = null;
  private readonly carried: string[] = [];
  private readonly totals: number;
  private readonly holdsPeers: boolean;

  constructor(
    private readonly grid: Grid,
    private readonly sense: TableSense,
    private readonly focus: PlaceName | null,
    private readonly ofStaff: boolean,
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
    const own = heading(said.text, this.ofStaff);
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
      noun: noun ?? this.partOf(said.text),
      named: named !== null || total,
      scope: this.scopeOf(said.text, noun, named !== null || total),
      unit: own.unit ?? unitNamed(cells[unitColumn]?.text ?? ""),
    };
  }

  private nounOf(labels: readonly string[]): Noun | null {
    for (const text of labels.toReversed()) {
      const { noun } = heading(text, this.ofStaff);
      if (noun === null) continue;
      this.whole = noun;
      return noun;
    }
    return null;
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
