import Type, { type Static } from "typebox";
import { ExampleSchema } from "./example.ts";

const WORD = "^\\S{1,40}$";
const words = (description: string) =>
  Type.Union([Type.String({ pattern: WORD }), Type.Array(Type.String({ pattern: WORD }), { minItems: 1 })], {
    description: `${description}: a word without blanks, or a list of them in brackets`,
  });
const closed = { additionalProperties: false } as const;
const optional = Type.Optional;

const METRIC_ID = "^[a-z]+(\\.[a-z_]+)+$";

const MetricSchema = Type.Object(
  {
    id: Type.String({
      pattern: METRIC_ID,
      description: "small letters a to z in parts with dots between, such as service.windows",
    }),
    unit: Type.String({
      minLength: 1,
      description: "count, person, money, km2, ratio, or a unit of measure such as t, km, workday",
    }),
    doc: Type.String({ minLength: 1, description: "what it counts or measures, for people" }),
    label: optional(Type.String({ minLength: 1, description: "what people call it; the first noun where left out" })),
    classifiers: optional(words("what counts it, such as 个 or 名")),
    nouns: words("what the text calls it"),
    examples: optional(Type.Array(ExampleSchema, { description: "a list of examples" })),
  },
  { ...closed, description: "a metric: id, unit, doc, nouns" },
);

const UnitSchema = Type.Object(
  {
    words: words("how it is written after the number"),
    base: Type.String({
      minLength: 1,
      description: "count, person, a currency such as CNY, or a unit of measure such as km2",
    }),
    factor: optional(
      Type.Number({
        exclusiveMinimum: 0,
        description: "how much of the base one is, a number over 0; 1 where left out",
      }),
    ),
  },
  { ...closed, description: "a unit: words, base, factor" },
);

const PlaceSchema = Type.Object(
  {
    name: Type.String({ pattern: "^\\S{2,40}$", description: "the official name, two characters or more" }),
    code: optional(
      Type.Union([Type.String({ pattern: "^[0-9]{6}$" }), Type.Integer({ minimum: 110_000, maximum: 999_999 })], {
        description: "the code of GB/T 2260, six digits",
      }),
    ),
    level: optional(Type.Enum(["province", "prefecture", "county", "township"])),
    inside: optional(
      Type.Union([Type.String({ minLength: 2 }), Type.Integer()], {
        description: "the division that holds it, by its official name or its code",
      }),
    ),
    aliases: optional(words("what else it is called")),
  },
  { ...closed, description: "a place: name, and level and inside for a new one, or aliases for one of the gazetteer" },
);

const OrganisationSchema = Type.Object(
  {
    name: Type.String({ pattern: "^\\S{2,40}$", description: "the official name, two characters or more" }),
    aliases: optional(words("what else it is called")),
  },
  { ...closed, description: "an organisation: name, aliases" },
);

const boundWords = Type.Object(
  {
    approx: optional(words("about")),
    gt: optional(words("more than")),
    ge: optional(words("at least")),
    lt: optional(words("less than")),
    le: optional(words("at most")),
  },
  { ...closed, description: "approx, gt, ge, lt and le, each with its words" },
);

/** A lexicon: what an analyst adds to the tables. `schemas/lexicon.schema.json` is written from this. */
export const LexiconSchema = Type.Object(
  {
    metrics: optional(Type.Array(MetricSchema, { description: "a list of metrics" })),
    nouns: optional(
      Type.Record(Type.String(), words("more words that name the metric"), {
        description: "ids of metrics, each with more words that name it",
      }),
    ),
    notNouns: optional(words("longer words that hold a noun and are none, such as 窗口期")),
    units: optional(Type.Array(UnitSchema, { description: "a list of units" })),
    verbs: optional(
      Type.Object(
        {
          down: optional(words("what makes less, such as 减少")),
          up: optional(words("what makes more, such as 增加")),
          turn: optional(words("what leads to a result with 为 or 到 behind it, such as 整合")),
        },
        { ...closed, description: "down, up and turn, each with its verbs" },
      ),
    ),
    modality: optional(
      Type.Object(
        {
          actual: optional(words("it is so, such as 目前")),
          planned: optional(words("it is to be, such as 拟")),
          estimated: optional(words("it is thought to be, such as 预计")),
          required: optional(words("it has to be, such as 不得")),
        },
        { ...closed, description: "actual, planned, estimated and required, each with its words" },
      ),
    ),
    bounds: optional(
      Type.Object(
        { before: optional(boundWords), after: optional(boundWords) },
        { ...closed, description: "before and after the number, each with bounds and their words" },
      ),
    ),
    places: optional(Type.Array(PlaceSchema, { description: "a list of places" })),
    organisations: optional(Type.Array(OrganisationSchema, { description: "a list of organisations" })),
    examples: optional(Type.Array(ExampleSchema, { description: "a list of examples" })),
  },
  {
    ...closed,
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://jingjian.invalid/schemas/lexicon.schema.json",
    title: "Lexicon",
    description: "Metrics, words, units, places and organisations that an analyst adds, with examples of them",
  },
);

export type LexiconFile = Static<typeof LexiconSchema>;
export type LexiconPlace = Static<typeof PlaceSchema>;
