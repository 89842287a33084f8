import type { Document } from "../schemas/document.ts";
import type { Fact, NumberField } from "../schemas/fact.ts";
import type { Quantity } from "../schemas/mention.ts";
import { overlaps, type Span } from "../schemas/span.ts";
import type { PlaceName } from "./context/place-name.ts";
import type { Reading } from "./context/read.ts";
import { Subjects } from "./context/subjects.ts";
import { type Extraction, extraction } from "./extraction.ts";
import { factsOf } from "./linking/facts.ts";
import type { Frame, FrameField } from "./linking/frame.ts";
import { merge } from "./linking/merge.ts";
import { canHave, namedSubject } from "./linking/subject.ts";
import { metric } from "./vocabulary/metrics.ts";

export interface DraftedFact {
  /** Its evidence is the whole selection. */
  readonly fact: Fact;
  /** What a person should look at. */
  readonly warnings: readonly string[];
}

/** The part of a selection that lies in one sentence, in the sentence's own offsets. */
interface Part {
  readonly index: number;
  readonly reading: Reading;
  readonly span: Span;
}

/**
 * Makes a fact of words that a person chose, for a metric that they chose: what the rules read there, or else the
 * quantity that stands there.
 * @param selection in the simplified text
 * @param metricId of a metric in use
 * @param fallback whom the document speaks of, where nothing near the words says so
 */
export function draftFact(
  document: Document,
  selection: Span,
  metricId: string,
  fallback: PlaceName | null,
): DraftedFact | null {
  const found = extraction(document);
  const parts = partsOf(found, selection);
  const stated = claimed(found, parts, metricId) ?? counted(parts, metricId);
  if (stated === null) return null;
  const { part, fields, frame, warnings } = stated;
  const near = frame ?? nearest(found.frames, part);
  const subject = near?.subject ?? subjectAt(document, found, part, metricId) ?? fallback;
  const drafted: Frame = {
    metric: metricId,
    label: labelOf(part.reading, metricId, frame),
    scope: frame?.scope ?? null,
    subject: subject ?? { name: "", code: null, level: null },
    named: near?.named ?? false,
    fields,
    per: frame?.per ?? null,
    period: frame === null ? onlyDate(part.reading) : frame.period,
    comparison: frame?.comparison ?? null,
    modality: near?.modality ?? "actual",
    rule: "manual",
    source: "inner",
    sentence: part.index,
    span: part.span,
  };
  const [fact] = factsOf(merge([drafted]), document);
  const unsure = frame === null ? ["No rule reads these words: look at subject, period and modality"] : [];
  const nobody = subject === null ? ["Nothing says whom the number is about"] : [];
  return fact === undefined
    ? null
    : { fact: { ...fact, confidence: 1 }, warnings: [...warnings, ...unsure, ...nobody] };
}

interface Stated {
  readonly part: Part;
  readonly fields: Map<NumberField, FrameField>;
  /** The claim that states them; null where only the quantity was read. */
  readonly frame: Frame | null;
  readonly warnings: readonly string[];
}

/** What a rule read in the selection; of several claims one of the metric, and of these the one with the most in it. */
function claimed({ frames }: Extraction, parts: readonly Part[], metricId: string): Stated | null {
  const claims = parts.flatMap((part) =>
    frames.flatMap((frame): Stated[] => {
      if (frame.sentence !== part.index) return [];
      const fields = new Map([...frame.fields].filter(([, { quantity }]) => overlaps(quantity, part.span)));
      return fields.size === 0 ? [] : [{ part, fields, frame, warnings: [] }];
    }),
  );
  const own = claims.filter(({ frame }) => frame?.metric === metricId);
  const fit = own.length > 0 ? own : claims;
  const [best] = [...fit].sort((a, b) => b.fields.size - a.fields.size);
  if (best === undefined) return null;
  return { ...best, warnings: fit.length === 1 ? [] : [severalWarning(fit.flatMap((one) => quantitiesOf(one)))] };
}

const quantitiesOf = ({ fields }: Stated): Quantity[] => [...fields.values()].map(({ quantity }) => quantity);

/** The first quantity of the selection as a level, or as a change where it is a percentage of something else. */
function counted(parts: readonly Part[], metricId: string): Stated | null {
  const found = parts.flatMap((part) =>
    part.reading.quantities.filter((one) => overlaps(one, part.span)).map((quantity) => ({ part, quantity })),
  );
  const [first] = found;
  if (first === undefined) {
    const part = parts[0];
    if (part === undefined) return null;
    return { part, fields: new Map(), frame: null, warnings: ["No quantity is read in these words"] };
  }
  const { part, quantity } = first;
  const { unit } = metric(metricId);
  const isShare = quantity.kind === "percent" && unit !== "percent" && unit !== "ratio";
  const warnings = found.length === 1 ? [] : [severalWarning(found.map((one) => one.quantity))];
  return { part, fields: new Map([[isShare ? "change_pct" : "value", { quantity, sign: 1 }]]), frame: null, warnings };
}

const severalWarning = (quantities: readonly Quantity[]): string =>
  `Several quantities are read in these words: ${[...new Set(quantities.map(({ text }) => text))].join("、")}`;

function partsOf({ readings }: Extraction, selection: Span): Part[] {
  return readings.flatMap((reading, index) => {
    const { start, end } = reading.sentence;
    if (!overlaps(reading.sentence, selection)) return [];
    return [
      {
        index,
        reading,
        span: { start: Math.max(selection.start, start) - start, end: Math.min(selection.end, end) - start },
      },
    ];
  });
}

/** The claim of the same sentence that stands closest. */
function nearest(frames: readonly Frame[], { index, span }: Part): Frame | null {
  const distance = (frame: Frame) => Math.max(frame.span.start - span.end, span.start - frame.span.end, 0);
  const [found] = frames.filter(({ sentence }) => sentence === index).sort((a, b) => distance(a) - distance(b));
  return found ?? null;
}

/** Whom the rules would take a number here to be about. */
function subjectAt(document: Document, { readings }: Extraction, part: Part, metricId: string): PlaceName | null {
  const { items } = part.reading;
  const at = items.findLastIndex(({ start }) => start < part.span.end);
  const named = at < 0 ? null : namedSubject(items, at, metricId);
  if (named !== null) return named;
  const subjects = new Subjects(document);
  const before: Reading[] = [];
  // Headings turn the subject, so that all that stands before has to be gone through.
  for (const reading of readings.slice(0, part.index)) {
    subjects.inherited(before, reading.sentence, reading.items);
    before.push(reading);
  }
  const { whole, body } = subjects.inherited(before, part.reading.sentence, items);
  return body !== null && canHave(body, metricId) ? body : whole;
}

function labelOf({ items }: Reading, metricId: string, frame: Frame | null): string {
  if (frame?.metric === metricId) return frame.label;
  const named = items.find((item) => item.type === "noun" && item.metric === metricId);
  const { nouns, label = nouns[0] } = metric(metricId);
  return named?.text ?? label ?? metricId;
}

/** The one date of a sentence; of several nobody knows which is meant. */
function onlyDate({ dates }: Reading): string | null {
  const known = [...new Set(dates.flatMap(({ iso }) => (iso === null ? [] : [iso])))];
  return known.length === 1 ? known[0]! : null;
}
