import type { Document, Sentence } from "../../schemas/document.ts";
import type { DateMention, Quantity } from "../../schemas/mention.ts";
import type { Span } from "../../schemas/span.ts";
import { readCalendar } from "../dates/index.ts";
import { applyRules } from "../engine.ts";
import { readQuantities } from "../quantities/index.ts";
import type { Claim } from "../rule.ts";
import { RULES } from "../rules/index.ts";
import { compound } from "./compound.ts";
import type { Item, PlaceItem } from "./item.ts";
import { type Point, scan } from "./scan.ts";

/** A sentence as passes 1 to 3 left it; offsets are the sentence's own. */
export interface Reading {
  readonly sentence: Sentence;
  readonly items: readonly Item[];
  readonly claims: readonly Claim[];
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
}

/** Pass 1 over a whole text: what it says in numbers and dates. */
export interface Numbers {
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
}

/** @param reference ISO date that relative dates count from, or null */
export function readNumbers(text: string, reference: string | null): Numbers {
  const { dates, spans } = readCalendar(text, reference ?? undefined);
  return { dates: dates.filter(({ counted }) => counted !== true), quantities: readQuantities(text, spans) };
}

/** Passes 2 and 3 over one sentence: typed items, and the claims of the rules. */
export function readSentence(
  text: string,
  numbers: Numbers,
  places: readonly PlaceItem[],
  point: Point,
): { items: Item[]; claims: Claim[] } {
  const introduces = /[：:]$/.test(text);
  if (numbers.quantities.length === 0 && places.length === 0 && !introduces) return { items: [], claims: [] };
  const items = compound(scan(text, { ...numbers, places }, point));
  return { items, claims: numbers.quantities.length === 0 ? [] : applyRules(RULES, items) };
}

/** The numbers of a document, sentence by sentence, in the sentences' own offsets. Linear: each list is walked once. */
export function numbersBySentence(document: Document): Numbers[] {
  const { quantities, dates } = readNumbers(document.simplified, document.published);
  const takeQuantities = walker(quantities);
  const takeDates = walker(dates);
  return document.sentences.map((sentence) => ({
    quantities: takeQuantities(sentence).map((quantity) => ({
      ...shift(quantity, -sentence.start),
      numeral: shift(quantity.numeral, -sentence.start),
    })),
    dates: takeDates(sentence).map((date) => shift(date, -sentence.start)),
  }));
}

function walker<T extends Span>(all: readonly T[]): (span: Span) => T[] {
  let at = 0;
  return ({ start, end }) => {
    const found: T[] = [];
    while (at < all.length && all[at]!.start < end) {
      const one = all[at++]!;
      if (one.start >= start && one.end <= end) found.push(one);
    }
    return found;
  };
}

const shift = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by });
