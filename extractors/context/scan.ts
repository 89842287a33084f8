import type { DateMention, Quantity } from "../../schemas/mention.ts";
import type { Span } from "../../schemas/span.ts";
import { unitNamed } from "../quantities/unit-table.ts";
import { derived } from "../vocabulary/in-use.ts";
import type { Direction, Item, PlaceItem, VerbSense } from "./item.ts";
import { type Entry, lexicon, type PointerLevel } from "./lexicon.ts";

/** What other readers found in the sentence, in its own offsets and in order; each wins over the word tables. */
export interface Known {
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceItem[];
}

/** Resolves a word that points (全县) where it stands. */
export type Point = (level: PointerLevel, span: Span, text: string) => PlaceItem | null;

const PUNCTUATION = /[，、；：。！？…,;:!?（）()【】〔〕《》〈〉“”‘’「」『』"'—\-|｜\t/·•]/;

/**
 * Cuts a sentence into typed items, in order and without gaps. Each place is read once, longest word first.
 * @param text the sentence, simplified; offsets in the result are its own
 */
export function scan(text: string, known: Known, point: Point): Item[] {
  const items: Item[] = [];
  const found = knownItems(text, known);
  let at = 0;
  for (const item of found) {
    scanWords(text, at, item.start, point, items);
    items.push(item);
    at = item.end;
  }
  scanWords(text, at, text.length, point, items);
  return items;
}

/** Quantities, dates and places by place; where two overlap the earlier and longer stays. */
function knownItems(text: string, { quantities, dates, places }: Known): Item[] {
  const all: Item[] = [
    ...quantities
      .flatMap((quantity) => countedUnit(quantity, text))
      .map(
        (quantity): Item => ({
          type: "quantity",
          start: quantity.start,
          end: quantity.end,
          text: quantity.text,
          quantity,
        }),
      ),
    ...dates.map(
      (date): Item => ({
        type: "date",
        start: date.start,
        end: date.end,
        text: text.slice(date.start, date.end),
        date,
      }),
    ),
    ...places,
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Item[] = [];
  for (const item of all) if (item.start >= (kept.at(-1)?.end ?? 0)) kept.push(item);
  return kept;
}

function scanWords(text: string, from: number, to: number, point: Point, items: Item[]): void {
  const words = lexicon();
  let at = from;
  while (at < to) {
    const match = words.longestAt(text, at, to);
    const item = match === null ? null : wordItem(text, match, match.values, point);
    if (item !== null) {
      items.push(item);
      at = item.end;
    } else {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      pushText(items, text, at, Math.min(to, at + character.length));
      at += character.length;
    }
  }
}

function wordItem(text: string, { start, end }: Span, entries: readonly Entry[], point: Point): Item | null {
  const word = text.slice(start, end);
  const zone = entries.some((entry) => entry.as === "pointer" && entry.level === "zone");
  const committee = zone ? point("zone", { start, end }, word) : null;
  if (committee !== null) return committee;
  const noun = entries.find((entry) => entry.as === "noun");
  if (noun !== undefined) return { type: "noun", start, end, text: word, metric: noun.metric, modifier: "" };
  const verbs = entries.filter((entry) => entry.as === "verb");
  const cues = entries.flatMap((entry) => (entry.as === "cue" ? [entry.cue] : []));
  if (verbs.length > 0 && cues.length === 0) {
    const senses: VerbSense[] = [...new Set(verbs.map((entry) => entry.sense))];
    const direction = verbs.map((entry) => entry.direction).find((one) => one !== 0) ?? (0 as Direction);
    return { type: "verb", start, end, text: word, senses, direction };
  }
  if (cues.length > 0) return { type: "cue", start, end, text: word, cues };
  const pointer = entries.find((entry) => entry.as === "pointer");
  const place = pointer === undefined ? null : point(pointer.level, { start, end }, word);
  if (place !== null) return place;
  if (entries.some((entry) => entry.as === "scope"))
    return { type: "cue", start, end, text: word, cues: [{ cue: "scope" }] };
  return { type: "text", start, end, text: word, transparent: entries.some((entry) => entry.as === "transparent") };
}

/** Single characters without a table entry grow into one text item; punctuation stands alone. */
function pushText(items: Item[], text: string, start: number, end: number): void {
  const character = text.slice(start, end);
  if (PUNCTUATION.test(character)) {
    items.push({ type: "punctuation", start, end, text: character });
    return;
  }
  const last = items.at(-1);
  const blank = /\s/.test(character);
  if (last?.type === "text" && last.end === start && !last.transparent && !blank) {
    items[items.length - 1] = { ...last, end, text: last.text + character };
  } else {
    items.push({ type: "text", start, end, text: character, transparent: blank });
  }
}

/** No metric of the table is measured in time; one of a lexicon may be (办理时限由20个工作日压缩为5个工作日). */
const timeIsMeasured = derived(
  ({ metrics }) => metrics,
  (metrics) => metrics.some(({ unit }) => /^(?:time|workday)$/.test(unitNamed(unit)?.family ?? "")),
);

/** 一年, 三个月, 两个财政年度: how long, not how many. */
const isDuration = ({ kind, unit, end, classifier }: Quantity, text: string): boolean =>
  (kind === "dimension" && /^(?:year|month|week|day|workday|hour|minute|second|age_year)$/.test(unit ?? "")) ||
  (classifier === "个" && /^(?:月|季度|年度|财政年度|财年|工作日|星期|小时|礼拜|多月|半月)/.test(text.slice(end)));

const UNIT = /^(?:县|市|区|旗|镇|乡|村|州|省|盟|苏木)$/;

/**
 * 2镇7乡 counts towns: the unit is the noun, not a classifier. 两县 points at two that were named, and counts nothing.
 */
function countedUnit(quantity: Quantity, text: string): Quantity[] {
  const pointer = lexicon().longestAt(text, quantity.start);
  if (pointer?.values.some((entry) => entry.as === "pointer") && pointer.end >= quantity.end) return [];
  if (!timeIsMeasured() && isDuration(quantity, text)) return [];
  if (!UNIT.test(quantity.classifier)) return [quantity];
  const end = quantity.end - quantity.classifier.length;
  if (text.slice(end, quantity.end) !== quantity.classifier) return [quantity];
  return [{ ...quantity, end, text: text.slice(quantity.start, end), kind: "number", classifier: "", unit: null }];
}
