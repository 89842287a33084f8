import type { Check } from "../../schemas/fact.ts";
import type { Frame, Source } from "./frame.ts";

/**
 * How often a fact was right whose noun was found so, on the gold sets `registers` and `aside`, 2026-11: `npm run
 * calibration` measures it anew. A noun behind its number is often only passed by; a part may belong to another whole.
 */
const BY_SOURCE: Readonly<Record<Source, number>> = {
  table: 0.98,
  inner: 0.95,
  left: 0.92,
  verb: 0.92,
  carried: 0.84,
  right: 0.83,
  part: 0.74,
};

/** Bureaux and towns are missed, or taken for whom a number is about, more often than counties are. */
const BY_LEVEL: Readonly<Record<string, number>> = {
  organisation: -0.1,
  township: -0.1,
  province: -0.06,
  nation: -0.2,
};

/** A figure from 0 to 1: the share of facts like this one that is right. Below 0.8 is for review first. */
export function confidence(frame: Frame, mentions: number, checks: readonly Check[]): number {
  const { source, subject, rule, named } = frame;
  let sure = BY_SOURCE[source];
  if (source !== "table") {
    sure += BY_LEVEL[subject.level ?? ""] ?? 0;
    if (!named) sure -= 0.04;
    if (rule === "level") sure -= 0.02;
  }
  if (subject.name.includes("、")) sure -= 0.4;
  if (mentions > 1) sure += 0.03;
  if (checks.some(({ ok }) => ok)) sure += 0.05;
  if (checks.some(({ ok }) => !ok)) sure -= 0.25;
  return Number(Math.min(0.99, Math.max(0.05, sure)).toFixed(2));
}
