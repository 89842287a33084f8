import type { Document } from "../schemas/document.ts";
import type { NounItem } from "./context/item.ts";
import { Outlook } from "./context/outlook.ts";
import { numbersBySentence, type Reading, readSentence } from "./context/read.ts";
import { reportingYear } from "./context/reporting-year.ts";
import { Subjects } from "./context/subjects.ts";
import { type Reaching, TopicPeriod } from "./context/topic-period.ts";
import { assemble, type Miss } from "./linking/assemble.ts";
import { joinContrasts } from "./linking/contrast.ts";
import { localMoney } from "./linking/currency.ts";
import type { Frame } from "./linking/frame.ts";
import { Words } from "./linking/words.ts";
import { tablesOf } from "./tables/document.ts";

/** What the passes found before mentions are joined; `explain` shows it. */
export interface Extraction {
  readonly readings: readonly Reading[];
  readonly frames: readonly Frame[];
  /** By sentence: numbers that are no facts, with the reason. */
  readonly misses: readonly (readonly Miss[])[];
}

/** Notices speak in imperatives: what they say is required. */
const NOTICE = /(?:通知|意见|办法|规定|方案|细则|通告|决定|条例)(?:（[^）]*）)?$/;

export function extraction(document: Document): Extraction {
  const subjects = new Subjects(document);
  const notice = NOTICE.test(document.title ?? "");
  const readings: Reading[] = [];
  const frames: Frame[] = [];
  const misses: Miss[][] = [];
  const numbers = numbersBySentence(document);
  const period = new TopicPeriod(document, reportingYear(document, numbers));
  const outlook = new Outlook();
  const tables = tablesOf(document, subjects);
  for (const [index, sentence] of document.sentences.entries()) {
    const here = { ...numbers[index]!, dates: period.dated(sentence, numbers[index]!.dates) };
    const places = subjects.mentioned(sentence);
    const { items, claims } = readSentence(sentence.text, here, places, (level, span, text) =>
      subjects.point(level, sentence, span, text),
    );
    const earlier =
      document.sentences[index - 1]?.block === sentence.block
        ? frames.slice(-MAX_RECENT).filter((frame) => frame.sentence === index - 1)
        : [];
    const reaching = period.of(sentence, items, here.dates);
    const inherited = subjects.inherited(readings, sentence, items);
    readings.push({ sentence, items, claims, ...here });
    if (tables.read.has(index)) {
      for (const frame of tables.frames.get(index) ?? []) frames.push(settledRow(frame, reaching, period));
      misses.push([]);
      continue;
    }
    const introduced = introducedNoun(readings, index);
    const holder = subjects.holder.bind(subjects);
    const made = assemble({
      index,
      text: sentence.text,
      items,
      claims,
      words: new Words(document, sentence),
      setting: { notice, outlook: outlook.of(sentence), published: document.published },
      inherited,
      holder,
      earlier,
      recent: frames.slice(-MAX_RECENT),
      introduced,
    });
    for (const frame of made.frames) settleTime(frame, reaching, period.reaches(frame.metric));
    frames.push(...made.frames);
    misses.push(made.misses);
  }
  const joined = joinContrasts(
    frames,
    (i) => readings[i]!.items,
    (i) => document.sentences[i]!.block,
  );
  return { readings, frames: joined.map((frame) => localMoney(frame, subjects.region)), misses };
}

/** What is saved each year, or planned, is not of the year that the text around it speaks of; a report's plans are. */
function settleTime(frame: Frame, { opening, topic }: Reaching, reaches: { flow: boolean; plans: boolean }): void {
  if (frame.per !== null) return;
  frame.period ??= opening;
  if (reaches.flow && (frame.modality === "actual" || reaches.plans)) frame.period ??= topic;
}

/** What a table opens with is of its own cells; what was before and after is of two times. */
function settledRow(frame: Frame, { topic }: Reaching, period: TopicPeriod): Frame {
  const hasEnds = frame.fields.has("before") || frame.fields.has("after");
  if (!hasEnds) settleTime(frame, { opening: null, topic }, period.reaches(frame.metric));
  return frame;
}

/** 事业单位方面： and a list below it: each line speaks of the noun that the line with the colon named. */
function introducedNoun(readings: readonly Reading[], index: number): NounItem | null {
  for (let i = index - 1; i >= 0 && i >= index - MAX_LIST; i--) {
    const { sentence, items } = readings[i]!;
    if (/[：:]$/.test(sentence.text)) return items.findLast((item) => item.type === "noun") ?? null;
    if (!/[；;，,]$/.test(sentence.text) && sentence.kind !== "list-item") return null;
  }
  return null;
}

const MAX_LIST = 60;
/** How far back a bare noun looks for what it stands for, in frames. */
const MAX_RECENT = 40;
