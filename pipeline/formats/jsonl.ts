import type { Format } from "./format.ts";

/** One JSON object a line, fields as in schemas/fact.schema.json. */
export const jsonl: Format = { head: "", write: (fact) => `${JSON.stringify(fact)}\n` };
