import { unitNamed } from "./unit-table.ts";

/** Units that the land of a place is told in. */
const LAND_IN_KM2: Readonly<Record<string, number>> = { km2: 1, ha: 0.01, mu: 1 / 1500, m2: 1e-6, qing: 1 / 15 };
/** Spans of time of one length; months and years have several. */
const EVEN = /^(?:ms|second|minute|hour|day|week)$/;

/**
 * What one unit is worth in another, by their canonical names.
 * @returns null where they do not measure the same
 */
export function exchange(from: string, to: string): number | null {
  if (to === "km2") return LAND_IN_KM2[from] ?? null;
  const [one, other] = [unitNamed(from), unitNamed(to)];
  if (one === undefined || other === undefined || one.family !== other.family) return null;
  if (from === to) return 1;
  return one.family !== "time" || (EVEN.test(from) && EVEN.test(to)) ? one.factor / other.factor : null;
}
