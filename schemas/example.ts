import Type, { type Static } from "typebox";
import { BOUNDS, COMPARISONS, MODALITIES } from "./fact.ts";

const nullable = <T extends Type.TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const oneOf = <const T extends readonly string[]>(values: T) => Type.Enum<[...T]>([...values]);
const number = Type.Optional(nullable(Type.Number(), "a number, or null for none"));
const words = Type.Optional(nullable(Type.String(), "words, or null for none"));

/** What is held against a fact, as its record has it; fields that are left out may be anything. */
export const ExpectedFactSchema = Type.Object(
  {
    subject: Type.Optional(Type.String({ minLength: 1, description: "the official name of whom the fact is about" })),
    label: words,
    scope: words,
    value: number,
    before: number,
    after: number,
    change: number,
    change_pct: number,
    unit: Type.Optional(Type.String({ minLength: 1, description: "a unit, such as count or CNY" })),
    per: Type.Optional(nullable(oneOf(["year", "month", "day"]), "year, month, day, or null")),
    bound: Type.Optional(oneOf(BOUNDS)),
    range: Type.Optional(
      nullable(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }), "two numbers in brackets: [30, 50]"),
    ),
    period: words,
    comparison: Type.Optional(nullable(oneOf(COMPARISONS), "yoy, mom, reform, or null")),
    modality: Type.Optional(oneOf(MODALITIES)),
  },
  {
    additionalProperties: false,
    minProperties: 1,
    description: "fields of a fact, such as { before: 48, after: 15 }",
  },
);

/** What an example says of its text; each has just one of them. */
export const EXAMPLE_KINDS = ["gives", "silent", "knownMiss"] as const;
export type ExampleKind = (typeof EXAMPLE_KINDS)[number];
const closed = { additionalProperties: false, oneOf: EXAMPLE_KINDS.map((kind) => ({ required: [kind] })) } as const;

const METRIC = "the metric; left out inside a metric, which is then meant";

/** One example: a text, and what it has to give. The same in a lexicon and, as JSON, on a line of an examples file. */
export const ExampleSchema = Type.Object(
  {
    text: Type.String({ minLength: 1, description: "a sentence or more, as it stands in the news" }),
    gives: Type.Optional(ExpectedFactSchema),
    silent: Type.Optional(
      Type.Union([Type.Literal(true), ExpectedFactSchema], {
        description: "true, or fields: no fact of the metric, or none with these fields",
      }),
    ),
    knownMiss: Type.Optional(ExpectedFactSchema),
    metric: Type.Optional(Type.String({ minLength: 1, description: METRIC })),
    title: Type.Optional(
      Type.String({ minLength: 1, description: "the headline, which may name whom the text is about" }),
    ),
    published: Type.Optional(
      Type.String({
        pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}",
        description: "the date that 去年 and 9日 count from: 2025-08-01",
      }),
    ),
    note: Type.Optional(Type.String({ description: "why, for people" })),
  },
  {
    ...closed,
    description: "an example: text, and gives, silent or knownMiss",
  },
);

/** What an examples file holds on each line. */
export const ExampleLineSchema = Type.Object(ExampleSchema.properties, {
  ...closed,
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://jingjian.invalid/schemas/example.schema.json",
  title: "Example",
  description: "One line of an examples file: a text, and what it has to give",
});

export type ExpectedFact = Static<typeof ExpectedFactSchema>;
export type Example = Static<typeof ExampleSchema>;
