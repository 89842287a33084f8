import type { Score } from "./score.ts";

/** A share as a percentage with one decimal; a dash where there is none. */
export const percent = (share: number | null): string => (share === null ? "–" : (100 * share).toFixed(1));

/** A score in one line. */
export function showScore({ documents, facts, strict, records, attributes }: Score): string {
  const { f1, precision, recall } = strict;
  const said = Object.entries(attributes).map(([name, share]) => `${name} ${percent(share)}`);
  return [
    `STRICT F1 ${percent(f1)} (P ${percent(precision)} R ${percent(recall)})`,
    `records ${percent(records.f1)}`,
    ...said,
    `of ${facts} facts in ${documents} documents`,
  ].join("  ");
}
