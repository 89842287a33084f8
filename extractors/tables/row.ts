import type { NumberField } from "../../schemas/fact.ts";
import type { PlaceName } from "../context/place-name.ts";
import type { Frame } from "../linking/frame.ts";
import { type Cell, type CellNumber, numberIn } from "./cells.ts";
import type { Heading, Noun } from "./heading.ts";
import { type TableUnit, unitFits } from "./unit.ts";

/** What the table says once for all its rows. */
export interface TableSense {
  /** Units that the lines above it or its first head state. */
  readonly units: readonly TableUnit[];
  /** What a caption names, where it names one thing. */
  readonly nouns: readonly Noun[];
  /** The year of the caption or of the table's columns where they name just one. */
  readonly year: string | null;
  /** The account is one of plans: 预算表. */
  readonly planned: boolean;
  readonly fallsMark: boolean;
  /** A column of what was before, so that the present is what became of it. */
  readonly hasBefore: boolean;
  /** Rates carry a sign of percent somewhere in the header. */
  readonly showsPercent: boolean;
}

/** What a row says of all its cells. */
export interface RowSense {
  readonly index: number;
  readonly label: Cell;
  readonly heading: Heading;
  /** Whose numbers they are. */
  readonly subject: PlaceName;
  /** The noun of the row itself, or of the whole it is a part of. */
  readonly noun: Noun | null;
  /** The row's label names a place, an office or the total: the caption's noun may be meant. */
  readonly named: boolean;
  readonly scope: string | null;
  readonly unit: TableUnit | null;
}

/** Gathers the numbers of a row into frames; cells must come in the columns' order. */
export class RowFrames {
  readonly frames: Frame[] = [];

  constructor(
    private readonly row: RowSense,
    private readonly table: TableSense,
  ) {}

  add(cell: Cell, column: Heading, columnSubject: PlaceName | null): void {
    const { row, table } = this;
    if (column.skip || row.heading.skip) return;
    const about = this.aboutOf(column);
    if (about === null) return;
    const found = this.fieldOf(cell, column, about.metric, columnSubject !== null || about.fromColumn);
    if (found === null) return;
    const { field, number } = found;
    const sign = column.sign === -1 && !number.signed ? -1 : number.sign;
    const value = { quantity: number.quantity, sign: sign as 1 | -1 };
    const period = column.period ?? row.heading.period ?? (/^(?:before|after)$/.test(field) ? null : table.year);
    const subject = columnSubject ?? row.subject;
    const home = this.homeOf(field, about, subject, column);
    const comparison = column.comparison ?? row.heading.comparison;
    if (home !== undefined) {
      home.fields.set(field, value);
      home.comparison ??= comparison;
      home.span = { start: home.span.start, end: Math.max(home.span.end, cell.end) };
      return;
    }
    this.frames.push({
      metric: about.metric,
      label: about.label,
      scope: about.scope,
      subject,
      fields: new Map([[field, value]]),
      per: null,
      period,
      comparison,
      modality: this.modalityOf(column, about.metric),
      rule: "table",
      source: "table",
      sentence: row.index,
      span: { start: row.label.end > 0 ? row.label.start : cell.start, end: cell.end },
    });
  }

  private modalityOf(column: Heading, metric: string): Frame["modality"] {
    const planned = this.table.planned && metric.startsWith("budget.") ? "planned" : "actual";
    return column.modality ?? this.row.heading.modality ?? planned;
  }

  /** What a cell counts: the row's own noun where the column's is general, else the column's, narrowed by the row's. */
  private aboutOf(column: Heading): (Noun & { scope: string | null; fromColumn: boolean }) | null {
    const { row, table } = this;
    const own = column.noun;
    if (row.noun !== null && (own === null || (own.general && family(own.metric) === family(row.noun.metric))))
      return { ...row.noun, scope: row.scope, fromColumn: false };
    if (own !== null) {
      const scope = row.noun === null ? row.scope : (row.scope ?? row.noun.label);
      return { ...own, scope, fromColumn: true };
    }
    const [caption] = table.nouns;
    if (table.nouns.length !== 1 || !row.named) return null;
    return { ...caption!, scope: row.scope, fromColumn: false };
  }

  private fieldOf(
    cell: Cell,
    column: Heading,
    metric: string,
    isLevel: boolean,
  ): { readonly field: NumberField; readonly number: CellNumber } | null {
    const role = column.role ?? this.row.heading.role ?? (isLevel || column.unit !== null ? "value" : null);
    const present = this.table.hasBefore ? "after" : "value";
    let field = role === "present" ? present : role;
    if (field === null) return null;
    if (field === "change" && (/[%％]$/.test(cell.text) || this.isRate(column, metric))) field = "change_pct";
    const number = numberIn(cell, this.unitOf(column, metric, field), this.table.fallsMark);
    if (number === null || !unitFits(metric, field, number.quantity.unit ?? "count")) return null;
    return { field, number };
  }

  /** 单位：万元、%: a change of money without a unit of its own is the rate, where no head shows a sign of percent. */
  private isRate(column: Heading, metric: string): boolean {
    const { units, showsPercent } = this.table;
    if (showsPercent || column.unit !== null) return false;
    return metric.startsWith("budget.") && units.some(({ unit }) => unit === "percent");
  }

  private unitOf(column: Heading, metric: string, field: NumberField): TableUnit | null {
    if (field === "change_pct") return PERCENT;
    const { row, table } = this;
    // A head that states % states it of a rate, and this is none.
    const own = [row.unit, column.unit].find((unit) => unit != null && unit.unit !== "percent");
    return own ?? table.units.find(({ unit }) => unitFits(metric, field, unit)) ?? null;
  }

  /** The frame that a further number belongs to: a change to the level before it, an end to its other end. */
  private homeOf(
    field: NumberField,
    about: { readonly metric: string; readonly scope: string | null },
    subject: PlaceName,
    column: Heading,
  ): Frame | undefined {
    if (field === "value" && !this.table.hasBefore) return undefined;
    const free = this.frames
      .slice(-MAX_RECENT)
      .filter(
        (frame) =>
          frame.metric === about.metric &&
          frame.scope === about.scope &&
          frame.subject.name === subject.name &&
          !frame.fields.has(field) &&
          (column.period === null || frame.period === column.period),
      );
    if (field === "change" || field === "change_pct")
      return free.findLast(({ modality }) => modality === "actual") ?? free.at(-1);
    return free.findLast(({ fields }) => !fields.has("value") || field !== "value");
  }
}

/** How far back in its row a number looks for what it belongs to, in frames. */
const MAX_RECENT = 40;
const PERCENT: TableUnit = { unit: "percent", factor: 1 };
const family = (metric: string): string => metric.split(".")[0]!;
