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
  "example.schema.json": ExampleLineSchema,
  "lexicon.schema.json": LexiconSchema,
} as const;

/** @returns file name → text of each published JSON Schema (draft 2020-12), written from the types */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const files = Object.entries(PUBLISHED).map(([name, schema]) => {
    // `$schema` and `$id` stand first, where a reader looks for them.
    const { $schema, $id, title, description, ...rest } = draft2020(schema) as Readonly<Record<string, unknown>>;
    return [name, `${JSON.stringify({ $schema, $id, title, description, ...rest }, null, 2)}\n`] as const;
  });
  return new Map(files);
}

/** TypeBox writes a tuple as older drafts do (`items` as a list); draft 2020-12 calls it `prefixItems`. */
function draft2020(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(draft2020);
  if (typeof value !== "object" || value === null) return value;
  const schema = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, draft2020(inner)]));
  if (!Array.isArray(schema.items)) return schema;
  const { items, additionalItems: _closed, ...rest } = schema;
  return { ...rest, prefixItems: items, items: false };
}
