import type { BlockKind, Document, Sentence } from "../../schemas/document.ts";
import type { DateMention } from "../../schemas/mention.ts";
import { readDates } from "../dates/index.ts";
import type { Item } from "./item.ts";

/** Reports speak of one year throughout; news changes with each paragraph. */
const REPORT = /公报|工作报告|决算|预算执行|总结|年报|简报|快报/;
/** A communiqué or final account is of the year that its headline names. */
const OF_ITS_YEAR = /公报|决算|年报/;
/** Parts of a year that nobody dates: 上半年, 6月底, 年末, 前三季度. */
const YEARLESS =
  /^(?:年[初中底末]|[上下]半年|第?[一二三四1-4]季|前(?!年|天|日)|\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3}[月至到])/;
/** Dates that count from the year of the text: 去年, 今年1至7月, 明年底. */
const YEAR_COUNTED = /^(?:[今本去上前明来]年|上一年)/;
const FIGURE = /[\d一二三四五六七八九十百两〇零]/;
const WHOLE_YEAR = /全年(?!龄|级|度假)/g;

/** What the text around a sentence says of its time. */
export interface Reaching {
  /** What the sentence itself opened with: it holds to the full stop. */
  readonly opening: string | null;
  /** What an earlier sentence, a heading or the title gave. */
  readonly topic: string | null;
}

/** Keeps the period that a sentence opened with (2024年，…) for the sentences after it that name none. */
export class TopicPeriod {
  private iso: string | null;
  /** The year last stated, and the block that stated it. */
  private stated: { readonly year: string; readonly block: number } | null = null;
  private block = -1;
  private readonly report: boolean;
  private readonly ofTitle: string | null;
  private readonly published: string | null;
  private readonly thisYear: string | null;

  /** @param thisYear what the text calls 今年, where no day of publication tells */
  constructor({ title, published }: Pick<Document, "title" | "published">, thisYear: string | null = null) {
    this.thisYear = thisYear;
    this.report = REPORT.test(title ?? "");
    const year = /(\d{4})年/.exec(title ?? "")?.[1] ?? null;
    this.ofTitle = OF_ITS_YEAR.test(title ?? "") ? year : null;
    this.iso = this.ofTitle;
    this.published = published;
  }

  /** Money and paper flow through a period; how many bodies there are is of a moment, but for a report of its year. */
  reaches(metric: string): { readonly flow: boolean; readonly plans: boolean } {
    const flow = this.report ? !/^(?:division|area)\./.test(metric) : /^(?:budget|economy|paperwork)\./.test(metric);
    return { flow, plans: this.report };
  }

  /** The dates of a sentence, those that leave the year to the text around them with that year. Sentences in order. */
  dated(sentence: Sentence, dates: readonly DateMention[]): DateMention[] {
    const resolved = dates.map((date) => {
      if (this.thisYear !== null && date.iso === null && YEAR_COUNTED.test(date.text))
        return inYear(date, this.thisYear);
      const year =
        YEARLESS.test(date.text) && !FIGURE.test(sentence.text.charAt(date.start - 1)) ? this.yearOf(date) : null;
      const known = this.stated;
      this.stated = statedYear(sentence, date) ?? known;
      return year === null ? date : inYear(date, year);
    });
    return this.wholeYears(sentence, resolved);
  }

  /** Whose year a part of a year is: that of the report, or the year last stated where no day of publication tells. */
  private yearOf(date: DateMention): string | null {
    if (date.relative && this.report && this.iso !== null) return this.iso.slice(0, 4);
    return date.iso === null ? (this.stated?.year ?? null) : null;
  }

  /** 全年 is a date too, once it is known which year. */
  private wholeYears({ text, block }: Sentence, dates: readonly DateMention[]): DateMention[] {
    const year =
      (this.report ? this.iso?.slice(0, 4) : null) ??
      (this.isRecent(block) ? this.stated?.year : null) ??
      // Early in a year 全年 looks back or ahead: only the text could say.
      (this.published !== null && /^\d{4}-(?:0[4-9]|1)/.test(this.published) ? this.published.slice(0, 4) : null);
    if (year === null || !text.includes("全年")) return [...dates];
    const found = [...text.matchAll(WHOLE_YEAR)]
      .map(({ index }) => ({ start: index, end: index + 2 }))
      .filter(({ start, end }) => dates.every((date) => date.end <= start || date.start >= end))
      .map((span) =>
        inYear({ ...span, text: "全年", kind: "period", iso: year, low: null, high: null, relative: true }, year),
      );
    return [...dates, ...found].sort((a, b) => a.start - b.start);
  }

  /** The year last stated is of use in its own paragraph, and further on where it is the one before publication or later. */
  private isRecent(block: number): boolean {
    if (this.stated === null) return false;
    if (this.stated.block === block) return true;
    return this.published !== null && Number(this.stated.year) >= Number(this.published.slice(0, 4)) - 1;
  }

  /** The periods that reach a sentence, which may open with one of its own; sentences must come in order. */
  of(sentence: Sentence, items: readonly Item[], dates: readonly DateMention[]): Reaching {
    if (sentence.kind === "title") return { opening: null, topic: null };
    if (sentence.block !== this.block && !this.report) this.iso = this.ofTitle;
    this.block = sentence.block;
    const year = this.report ? headingYear(sentence, dates) : null;
    const opening = openingPeriod(items);
    this.iso = year ?? (opening?.lasting ? opening.iso : null) ?? this.iso;
    return { opening: opening?.iso ?? null, topic: this.iso };
  }
}

/** A year in the text's own words; 到2026年底 is ahead and no year that others stand in. */
function statedYear({ text, block, kind }: Sentence, date: DateMention): { year: string; block: number } | null {
  const ahead =
    /[到至于前]$/.test(text.slice(Math.max(0, date.start - 1), date.start)) || /^[前起]/.test(text.slice(date.end));
  if (date.relative || ahead || kind === "title") return null;
  const year = /^\d{4}/.exec(date.iso ?? "")?.[0];
  return year === undefined ? null : { year, block };
}

function inYear(date: DateMention, year: string): DateMention {
  const [read] = readDates(date.text, `${year}-12-31`);
  if (read === undefined || read.text !== date.text || read.iso === null)
    return date.text === "全年" ? date : { ...date };
  return { ...date, iso: read.iso, low: read.low, high: read.high };
}

const HEADING_CHARS = 30;

/** 一、2024年工作回顾: the year of a section of a report. */
function headingYear(
  { text, kind }: { readonly text: string; readonly kind: BlockKind },
  dates: readonly DateMention[],
): string | null {
  const isHeading =
    kind === "heading" ||
    (text.length <= HEADING_CHARS && /^[一二三四五六七八九十（(]/.test(text) && !/[，。；]/.test(text));
  const iso = isHeading ? dates.find((date) => date.iso !== null)?.iso : undefined;
  return iso === undefined || iso === null ? null : (/^\d{4}/.exec(iso)?.[0] ?? null);
}

/** A year, half, quarter or run of months at the head of a sentence, or the day up to which it counts; other days are events. */
function openingPeriod(items: readonly Item[]): { readonly iso: string; readonly lasting: boolean } | null {
  const at = items.findIndex(({ type }) => type === "date");
  const date = items[at];
  if (date?.type !== "date" || date.date.iso === null || at > MAX_BEFORE) return null;
  const before = items.slice(0, at);
  // 州财政局的数据显示，2025年上半年，…: who tells it may stand before, with a comma.
  const isFar = at > MAX_LEAD && !before.some((item) => item.type === "place" && item.reporting);
  if (before.some(({ type, text }) => /^(?:quantity|noun|verb)$/.test(type) || (isFar && /^[，。；：,;]$/.test(text))))
    return null;
  const { iso } = date.date;
  if (iso.includes("..")) return null;
  if (/^截[至止]/.test(items[at - 1]?.text ?? "")) return { iso, lasting: false };
  const next = items[at + 1];
  const isHead = next === undefined || next.type !== "text" || !/^[的起以初前]/.test(next.text);
  return isHead && /^\d{4}(?:$|-\d{2}\/|\/)/.test(iso) ? { iso, lasting: true } : null;
}

/** 结果，截至…: so many items may lead with a comma. */
const MAX_LEAD = 3;
/** 本报讯 and whom it is about may stand before the date. */
const MAX_BEFORE = 8;
