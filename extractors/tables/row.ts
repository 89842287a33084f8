import type { NumberField } from "../../schemas/fact.ts";
import type { PlaceName } from "../context/place-name.ts";
import type { Frame } from "../linking/frame.ts";
import { metric as measureOf } from "../vocabulary/metrics.ts";
import { type Cell, type CellNumber, numberIn } from "./cells.ts";
import type { Heading, Noun } from "./heading.ts";
import { type TableUnit, unitFits } from "./unit.ts";

/** What the table says once for all its rows. */
export interface TableSense {
  /** Units that the lines above it or its first head state. */
  readonly units: readonly TableUnit[];
  /** What a caption names, where it names one thing. */
  readonly nouns: readonly Noun[];
  /** The caption itself names it, and not the headline of the document. */
  readonly captioned: boolean;
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
  /** Which of several levels is the latest: the one that a change led to. */
  private readonly ranks = new Map<Frame, number>();
  /** What the column before counts: a change beside it is of the same. */
  private beside: About | null = null;

  constructor(
    private readonly row: RowSense,
    private readonly table: TableSense,
  ) {}

  add(cell: Cell, column: Heading, columnSubject: PlaceName | null): void {
    const { row, table } = this;
    if (column.skip || row.heading.skip) return;
    const about = this.aboutOf(column);
    const found = about && this.fieldOf(cell, column, about.metric, columnSubject !== null || about.fromColumn);
    if (cell.text !== "") this.beside = found && about;
    if (about === null || found === null) return;
    const { field, number } = found;
    const falls = column.sign === -1 && field !== "value" && !number.signed;
    const sign = falls ? -1 : number.sign;
    const value = { quantity: number.quantity, sign: sign as 1 | -1 };
    const isEnd = field === "before" || field === "after";
    const period = column.period ?? row.heading.period ?? (isEnd ? null : yearOf(column, table.year));
    const subject = columnSubject ?? row.subject;
    const home = this.homeOf(field, about, subject, column);
    const comparison = column.comparison ?? row.heading.comparison;
    if (home !== undefined) {
      home.fields.set(field, value);
      home.comparison ??= comparison;
      home.span = { start: home.span.start, end: Math.max(home.span.end, cell.end) };
      return;
    }
    const frame: Frame = {
      metric: about.metric,
      label: about.label,
      scope: about.scope,
      subject,
      named: true,
      fields: new Map([[field, value]]),
      per: column.per ?? row.heading.per,
      period,
      comparison,
      modality: this.modalityOf(column, about.metric),
      rule: "table",
      source: "table",
      sentence: row.index,
      span: { start: row.label.end > 0 ? row.label.start : cell.start, end: cell.end },
    };
    this.frames.push(frame);
    this.ranks.set(frame, rankOf(column, period));
  }

  private modalityOf(column: Heading, metric: string): Frame["modality"] {
    const planned = this.table.planned && metric.startsWith("budget.") ? "planned" : "actual";
    return column.modality ?? this.row.heading.modality ?? planned;
  }

  /** What a cell counts: the row's own noun where the column's is general, else the column's, narrowed by the row's. */
  private aboutOf(column: Heading): About | null {
    const { row, table } = this;
    const own = column.noun;
    if (row.noun !== null && (own === null || (own.general && family(own.metric) === family(row.noun.metric))))
      return { ...row.noun, scope: row.scope, fromColumn: false };
    if (own !== null) {
      const scope = row.noun === null ? row.scope : (row.scope ?? row.noun.label);
      return { ...own, scope, fromColumn: true };
    }
    const isChange = column.role === "change" || column.role === "change_pct";
    if (isChange && this.beside !== null) return this.beside;
    const [caption] = table.nouns;
    if (table.nouns.length !== 1 || !(row.named || (table.captioned && column.role !== null))) return null;
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
    // 清退人员 are people, and no fewer of them.
    if (field === "change" && column.sign !== 0 && COUNTS_THE_GONE.test(column.noun?.metric ?? "")) field = "value";
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
    if (measureOf(metric).unit === "ratio") return null;
    const { row, table } = this;
    // A head that states % states it of a rate, and this is none.
    const own = [row.unit, column.unit].find((unit) => unit != null && unit.unit !== "percent");
    return own ?? table.units.find(({ unit }) => unitFits(metric, field, unit)) ?? null;
  }

  /** A change leads to the latest level; of a plan and its outcome, to the outcome. */
  private latest(free: readonly Frame[]): Frame | undefined {
    const rank = (frame: Frame) => this.ranks.get(frame) ?? 0;
    const top = free.reduce((most, frame) => Math.max(most, rank(frame)), Number.NEGATIVE_INFINITY);
    const last = free.filter((frame) => rank(frame) === top);
    return last.findLast(({ modality }) => modality === "actual") ?? last.at(-1);
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
    if (field === "change" || field === "change_pct") return this.latest(free);
    return free.findLast(({ fields }) => !fields.has("value") || field !== "value");
  }
}

interface About extends Noun {
  readonly scope: string | null;
  readonly fromColumn: boolean;
}

/** The column's year by the table's: 上年 is the one before. */
function yearOf({ relativeYear }: Heading, year: string | null): string | null {
  if (relativeYear === null || relativeYear === 0 || year === null) return year;
  return /^\d{4}$/.test(year) ? String(Number(year) + relativeYear) : null;
}

const rankOf = ({ relativeYear }: Heading, period: string | null): number =>
  period === null ? (relativeYear ?? 0) : Number(period.slice(0, 4));

/** How far back in its row a number looks for what it belongs to, in frames. */
const MAX_RECENT = 40;
/** Metrics that hold whom or what a change concerned. */
const COUNTS_THE_GONE = /^(?:staff\.(?:layoff|reassigned|over_quota)|budget\.savings)$/;
const PERCENT: TableUnit = { unit: "percent", factor: 1 };
const family = (metric: string): string => metric.split(".")[0]!;
