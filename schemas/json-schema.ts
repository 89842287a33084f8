import { DecisionSchema } from "./decision.ts";
import { DocumentLineSchema } from "./document-line.ts";
import { ExampleLineSchema } from "./example.ts";
import { FactSchema } from "./fact.ts";
import { LexiconSchema } from "./lexicon.ts";

/** TABLE of published schemas: file name beside this file → its type. */
const PUBLISHED = {
  "fact.schema.json": FactSchema,
  // What the type cannot say: which one of three fields stands.
  "document-line.schema.json": {
    ...DocumentLineSchema,
    oneOf: ["html", "text", "markdown"].map((form) => ({ required: [form] })),
  },
  "decision.schema.json": DecisionSchema,
  "example.schema.json": ExampleLineSchema,
  "lexicon.schema.json": LexiconSchema,
} as const;

const NAMES = new Set(["$schema", "$id"]);

/** @returns file name → text of each published JSON Schema (draft 2020-12), written from the types */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const files = Object.entries(PUBLISHED).map(([name, schema]) => {
    // `$schema` and `$id` stand first, where a reader looks for them.
    const { $schema, $id, title, description, ...rest } = draft2020(schema, true) as Readonly<Record<string, unknown>>;
    return [name, `${JSON.stringify({ $schema, $id, title, description, ...rest }, null, 2)}\n`] as const;
  });
  return new Map(files);
}

/**
 * TypeBox writes a tuple as older drafts do (`items` as a list); draft 2020-12 calls it `prefixItems`. A schema inside
 * another one, as the facts of a decision, has no name of its own there.
 */
function draft2020(value: unknown, isWhole = false): unknown {
  if (Array.isArray(value)) return value.map((inner) => draft2020(inner));
  if (typeof value !== "object" || value === null) return value;
  const own = Object.entries(value).filter(([key]) => isWhole || !NAMES.has(key));
  const schema = Object.fromEntries(own.map(([key, inner]) => [key, draft2020(inner)]));
  if (!Array.isArray(schema.items)) return schema;
  const { items, additionalItems: _closed, ...rest } = schema;
  return { ...rest, prefixItems: items, items: false };
}
