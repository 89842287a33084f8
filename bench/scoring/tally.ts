/** How many were right, too many and missed. */
export interface Tally {
  readonly right: number;
  readonly extra: number;
  readonly missed: number;
}

/** Shares from 0 to 1; all 1 where there was nothing to find and nothing was found. */
export interface Figures extends Tally {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, one) => ({
      right: all.right + one.right,
      extra: all.extra + one.extra,
      missed: all.missed + one.missed,
    }),
    { right: 0, extra: 0, missed: 0 },
  );

export function figures(tally: Tally): Figures {
  const { right, extra, missed } = tally;
  const precision = right + extra === 0 ? 1 : right / (right + extra);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { ...tally, precision, recall, f1 };
}
