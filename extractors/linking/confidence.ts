import type { Check } from "../../schemas/fact.ts";
import type { Frame, Source } from "./frame.ts";

/** How sure a noun is by the way it was found. */
const BY_SOURCE: Readonly<Record<Source, number>> = {
  table: 0.95,
  inner: 0.93,
  right: 0.92,
  left: 0.9,
  part: 0.82,
  verb: 0.8,
  carried: 0.75,
};

/** A figure from 0 to 1: the noun's distance, more for what is said twice or adds up, less for what contradicts itself. */
export function confidence({ source, subject, rule }: Frame, mentions: number, checks: readonly Check[]): number {
  let sure = BY_SOURCE[source];
  if (subject.level === "organisation") sure -= 0.05;
  if (rule === "level" && source !== "table") sure -= 0.03;
  if (mentions > 1) sure += 0.03;
  if (checks.some(({ ok }) => ok)) sure += 0.03;
  if (checks.some(({ ok }) => !ok)) sure -= 0.3;
  return Number(Math.min(0.99, Math.max(0.05, sure)).toFixed(2));
}
