import type { Document, Sentence } from "../../schemas/document.ts";
import type { DateMention } from "../../schemas/mention.ts";
import type { Numbers } from "./read.ts";

/** The year that a text calls 今年, where no day of publication tells and its own words leave little doubt; else null. */
export function reportingYear(document: Document, numbers: readonly Numbers[]): string | null {
  if (document.published !== null) return null;
  let budgeted: number | null = null;
  let complete: number | null = null;
  let latest = 0;
  for (const [i, sentence] of document.sentences.entries()) {
    for (const date of numbers[i]!.dates) {
      const year = yearAlone(date);
      if (year === null) continue;
      const after = sentence.text.slice(date.end, date.end + BUDGET_CHARS);
      if (/^(?:财政)?(?:年度)?[^，。；]{0,6}预算案/.test(after)) budgeted = Math.max(budgeted ?? 0, year);
      if (isAhead(sentence, date)) continue;
      latest = Math.max(latest, year);
      if (/^，/.test(after) && /^$|[，。；“]$/.test(sentence.text.slice(0, date.start)))
        complete = Math.max(complete ?? 0, year);
    }
  }
  // 2015年预算案 … 明年: the bill is of the year to come.
  if (budgeted !== null && document.simplified.includes("明年")) return String(budgeted - 1);
  // 去年 … 2024年，收入4.05亿元: the last whole year that has figures is last year.
  if (complete !== null && complete === latest && document.simplified.includes("去年")) return String(complete + 1);
  return null;
}

const BUDGET_CHARS = 16;

const yearAlone = ({ relative, iso }: DateMention): number | null =>
  !relative && iso !== null && /^\d{4}$/.test(iso) ? Number(iso) : null;

/** 到2026年, 2026年前, 2025年起: years that a text looks ahead to, or counts from. */
const isAhead = ({ text }: Sentence, { start, end }: DateMention): boolean =>
  /[到至于]$/.test(text.slice(0, start)) || /^(?:[底末]?前|起|以来|计划|预算)/.test(text.slice(end));
