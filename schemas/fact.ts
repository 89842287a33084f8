import Type, { type Static } from "typebox";

/** It speaks of the magnitude of a number: 约 is `approx`, 余 `gt`, 以上 `ge`, 近 `lt`, 以内 `le`. */
export const BOUNDS = ["exact", "approx", "gt", "ge", "lt", "le"] as const;
export const MODALITIES = ["actual", "planned", "estimated", "required"] as const;
export const COMPARISONS = ["yoy", "mom", "reform"] as const;
export const LEVELS = ["nation", "province", "prefecture", "county", "township", "organisation"] as const;
/** The fields of a fact that hold its numbers. */
export const NUMBER_FIELDS = ["value", "before", "after", "change", "change_pct"] as const;

export type Bound = (typeof BOUNDS)[number];
export type Modality = (typeof MODALITIES)[number];
export type Comparison = (typeof COMPARISONS)[number];
export type Level = (typeof LEVELS)[number];
export type NumberField = (typeof NUMBER_FIELDS)[number];

const oneOf = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Enum<[...T]>([...values], description === undefined ? {} : { description });
const nullable = <T extends Type.TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
const number = (description: string) => nullable(Type.Number(), description);
const text = (description: string) => Type.String({ description });
const closed = { additionalProperties: false } as const;

const EvidenceSchema = Type.Object(
  {
    start: Type.Integer({ minimum: 0, description: "UTF-16 offset into the document's clean original text" }),
    end: Type.Integer({ minimum: 1, description: "exclusive" }),
    text: text("that slice, in the original script"),
    sentence: text("the whole sentence, simplified"),
  },
  closed,
);

const SpanSchema = Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) }, closed);

const CheckSchema = Type.Object(
  {
    check: oneOf(["sum", "change", "percent"], "sum of parts; before and after against change; against percentage"),
    ok: Type.Boolean(),
    expected: Type.Number({ description: "what the other numbers give" }),
    found: Type.Number({ description: "what the text states" }),
    spans: Type.Array(SpanSchema, { description: "the spans compared, in the original text" }),
  },
  closed,
);

const SubjectSchema = Type.Object(
  {
    name: text("official full name, simplified"),
    code: nullable(Type.String({ pattern: "^[0-9]{6}$" }), "GB/T 2260"),
    level: nullable(oneOf(LEVELS)),
  },
  closed,
);

const DocSchema = Type.Object(
  {
    id: Type.String(),
    url: nullable(Type.String()),
    title: nullable(Type.String()),
    publisher: nullable(Type.String()),
    published: nullable(Type.String(), "ISO 8601"),
    lang: oneOf(["zh-Hans", "zh-Hant"] as const),
  },
  closed,
);

/** One line of output JSONL. `schemas/fact.schema.json` is written from this. */
export const FactSchema = Type.Object(
  {
    id: Type.String({ minLength: 1, description: "stable: the same document and fact give the same id on every run" }),
    doc: DocSchema,
    subject: SubjectSchema,
    metric: Type.String({ pattern: "^[a-z]+(\\.[a-z_]+)+$" }),
    label: text("the words that named the metric, simplified"),
    scope: nullable(Type.String(), "what narrows the subject"),
    value: number("a level"),
    before: number("a transition's start"),
    after: number("a transition's end"),
    change: number("signed amount of change, in `unit`"),
    change_pct: number("signed change in percent"),
    derived: Type.Array(oneOf(NUMBER_FIELDS), { description: "number fields that the program computed" }),
    unit: Type.String({ minLength: 1, description: "count, person, an ISO 4217 code, km2, percent, ratio" }),
    per: nullable(oneOf(["year", "month", "day"])),
    bound: oneOf(BOUNDS),
    range: nullable(Type.Tuple([Type.Number(), Type.Number()])),
    period: nullable(Type.String(), "ISO 8601 date, month, year or interval"),
    comparison: nullable(oneOf(COMPARISONS)),
    modality: oneOf(MODALITIES),
    evidence: Type.Array(EvidenceSchema, { minItems: 1 }),
    rule: Type.String({ minLength: 1 }),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
    checks: Type.Array(CheckSchema),
  },
  {
    ...closed,
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://jingjian.invalid/schemas/fact.schema.json",
    title: "Fact",
    description: "One quantity that one document states about one administrative subject",
  },
);

export type Fact = Static<typeof FactSchema>;
export type Evidence = Static<typeof EvidenceSchema>;
export type Check = Static<typeof CheckSchema>;
export type Subject = Static<typeof SubjectSchema>;
