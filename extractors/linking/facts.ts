import { createHash } from "node:crypto";
import type { Document } from "../../schemas/document.ts";
import {
  type Bound,
  type Check,
  type Evidence,
  type Fact,
  NUMBER_FIELDS,
  type NumberField,
} from "../../schemas/fact.ts";
import type { Span } from "../../schemas/span.ts";
import { type Checked, sumCheck, transitionChecks } from "../checks/index.ts";
import { metric } from "../vocabulary/metrics.ts";
import { confidence } from "./confidence.ts";
import { derive, type Numbers } from "./derive.ts";
import type { Frame } from "./frame.ts";
import { type Merged, numberOf } from "./merge.ts";

/** Passes 4 and 5, the end: joined frames become records, checked against each other. */
export function factsOf(merged: readonly Merged[], document: Document): Fact[] {
  const checked = merged.map((one) => checkable(one, document));
  const bySentence = new Map<number, Checked[]>();
  for (const one of checked) bySentence.set(one.sentence, [...(bySentence.get(one.sentence) ?? []), one]);
  return merged.map((one, i) => {
    const sum = sumCheck(checked[i]!, bySentence.get(checked[i]!.sentence) ?? []);
    return factOf(one, document, [...transitionChecks(checked[i]!), ...(sum === null ? [] : [sum])]);
  });
}

function factOf({ frame, mentions }: Merged, document: Document, checks: readonly Check[]): Fact {
  const stated = statedNumbers(frame);
  const quantities = [...frame.fields.values()].map(({ quantity }) => quantity);
  const exact = quantities.every(({ bound, range }) => bound === "exact" && range === null);
  const derived = derive(stated, exact);
  const numbers = Object.fromEntries(
    NUMBER_FIELDS.map((field) => [field, stated[field] ?? derived[field] ?? null]),
  ) as Record<NumberField, number | null>;
  const body = {
    subject: { ...frame.subject },
    metric: frame.metric,
    label: frame.label,
    scope: frame.scope,
    ...numbers,
  };
  return {
    id: idOf(document.id, frame, numbers),
    doc: {
      id: document.id,
      url: document.url,
      title: document.title,
      publisher: document.publisher,
      published: document.published,
      lang: document.lang,
    },
    ...body,
    derived: NUMBER_FIELDS.filter((field) => derived[field] !== undefined),
    unit: unitOf(frame),
    per: frame.per,
    bound: boundOf(frame),
    range: rangeOf(frame),
    period: frame.period,
    comparison: frame.comparison,
    modality: frame.modality,
    evidence: mentions.map(({ sentence, span }) => evidenceOf(document, sentence, span)),
    rule: frame.rule,
    confidence: confidence(frame, mentions.length, checks),
    checks: [...checks],
  };
}

function statedNumbers(frame: Frame): Numbers {
  const numbers: Numbers = {};
  for (const [field, value] of frame.fields) {
    const number = numberOf(frame, field, value);
    if (number !== null) numbers[field] = number;
  }
  return numbers;
}

/** The metric's own unit, also where the text gives a percentage only; money as the text has it. */
function unitOf({ metric: id, fields, money: local }: Frame): string {
  const { unit } = metric(id);
  if (unit !== "money") return unit;
  const money = [...fields.values()].map(({ quantity }) => quantity).find(({ kind }) => kind === "currency");
  return money?.unit ?? local ?? "CNY";
}

/** Which number's bound a fact takes, where its numbers differ. */
const BOUND_ORDER: readonly NumberField[] = ["after", "before", "value", "change", "change_pct"];

function boundOf({ fields }: Frame): Bound {
  for (const field of BOUND_ORDER) {
    const bound = fields.get(field)?.quantity.bound ?? "exact";
    if (bound !== "exact") return bound;
  }
  return "exact";
}

function rangeOf({ fields }: Frame): [number, number] | null {
  for (const { quantity } of fields.values()) if (quantity.range !== null) return [...quantity.range];
  return null;
}

function evidenceOf(document: Document, sentence: number, span: Span): Evidence {
  const { start: base, text } = document.sentences[sentence]!;
  const { start, end } = original(document, { start: base + span.start, end: base + span.end });
  return { start, end, text: document.text.slice(start, end), sentence: text };
}

const original = (document: Document, span: Span): Span => document.toOriginal.toSource(span);

function checkable({ frame }: Merged, document: Document): Checked {
  const base = document.sentences[frame.sentence]!.start;
  const numbers = [...frame.fields].flatMap(([field, value]) => {
    const number = numberOf(frame, field, value);
    const { start, end, bound } = value.quantity;
    return number === null
      ? []
      : [
          [
            field,
            {
              value: number,
              span: original(document, { start: base + start, end: base + end }),
              exact: bound === "exact",
            },
          ] as const,
        ];
  });
  return {
    metric: frame.metric,
    subject: frame.subject.name,
    scope: frame.scope,
    period: frame.period,
    sentence: frame.sentence,
    numbers: Object.fromEntries(numbers),
  };
}

/** The same document and the same fact give the same id on every run, whatever else was found. */
function idOf(
  document: string,
  { metric: id, subject, scope, per, period }: Frame,
  numbers: Record<NumberField, number | null>,
): string {
  const key = JSON.stringify([
    document,
    id,
    subject.name,
    scope,
    per,
    period,
    ...NUMBER_FIELDS.map((field) => numbers[field]),
  ]);
  return createHash("sha256").update(key).digest("hex").slice(0, 16);
}
