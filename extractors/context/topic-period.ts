import type { BlockKind } from "../../schemas/document.ts";
import type { Item } from "./item.ts";

/** Reports speak of one year throughout; news changes with each paragraph. */
const REPORT = /公报|工作报告|决算|预算执行|总结|年报|简报|快报/;
/** A communiqué or final account is of the year that its headline names. */
const OF_ITS_YEAR = /公报|决算|年报/;

interface Spoken {
  readonly block: number;
  readonly kind: BlockKind;
}

/** Keeps the period that a sentence opened with (2024年，…) for the sentences after it that name none. */
export class TopicPeriod {
  private iso: string | null;
  private block = -1;
  private readonly report: boolean;
  private readonly ofTitle: string | null;

  constructor(title: string | null) {
    this.report = REPORT.test(title ?? "");
    const year = /(\d{4})年/.exec(title ?? "")?.[1] ?? null;
    this.ofTitle = OF_ITS_YEAR.test(title ?? "") ? year : null;
    this.iso = this.ofTitle;
  }

  /** Money and paper flow through a period; how many bodies there are is of a moment, but for a report of its year. */
  reaches(metric: string): boolean {
    return this.report ? !/^(?:division|area)\./.test(metric) : /^(?:budget|economy|paperwork)\./.test(metric);
  }

  /** The period that reaches a sentence, which may open with one of its own; sentences must come in order. */
  of({ block, kind }: Spoken, items: readonly Item[]): string | null {
    if (kind === "title") return null;
    if (block !== this.block && !this.report) this.iso = this.ofTitle;
    this.block = block;
    this.iso = openingPeriod(items) ?? this.iso;
    return this.iso;
  }
}

/** A year, half, quarter or run of months at the head of a sentence; days are events, not periods. */
function openingPeriod(items: readonly Item[]): string | null {
  const at = items.findIndex(({ type }) => type === "date");
  const date = items[at];
  if (date?.type !== "date" || date.date.iso === null || at > 3) return null;
  if (items.slice(0, at).some(({ type }) => type === "quantity" || type === "noun" || type === "verb")) return null;
  const next = items[at + 1];
  const isHead = next === undefined || next.type !== "text" || !/^[的起以初]/.test(next.text);
  return isHead && /^\d{4}(?:$|-\d{2}\/|\/)/.test(date.date.iso) ? date.date.iso : null;
}
