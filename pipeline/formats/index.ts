import { csv } from "./csv.ts";
import type { Format } from "./format.ts";
import { jsonl } from "./jsonl.ts";
import { table } from "./table.ts";

export type { Format } from "./format.ts";

/** TABLE of output formats. */
export const FORMATS = { jsonl, csv, table } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
