import type { Context } from "./context.ts";
import type { Cursor } from "./cursor.ts";
import type { Reading } from "./reading.ts";

/** Reads the start of a date, or all of it. Null may leave the cursor anywhere: the caller takes it back. */
export type Head = (cursor: Cursor, context: Context) => Reading | null;
