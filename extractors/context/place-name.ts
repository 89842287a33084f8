import type { Level } from "../../schemas/fact.ts";

/** A unit that numbers can be about, resolved. */
export interface PlaceName {
  readonly name: string;
  /** GB/T 2260, six digits, or null. */
  readonly code: string | null;
  readonly level: Level | null;
}
