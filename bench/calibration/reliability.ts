/** A statement that was given a chance of being right, and whether it was. */
export interface Judged {
  /** 0 to 1. */
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Facts of about the same confidence. */
export interface Bin {
  /** Mean confidence, 0 to 1. */
  readonly stated: number;
  readonly facts: number;
  /** Share that is right, 0 to 1. */
  readonly right: number;
  /** Where the true share lies, 95 times in 100 (Wilson's interval). */
  readonly interval: readonly [low: number, high: number];
}

export interface Reliability {
  /** In order of confidence. */
  readonly bins: readonly Bin[];
  /** All facts as one bin; null where there are none. */
  readonly all: Bin | null;
  /** Mean square of the distance from 1 where right, from 0 where wrong: 0 is perfect. */
  readonly brier: number;
  /** Mean distance of a bin's stated confidence from its share right, by its number of facts: 0 is perfect. */
  readonly calibrationError: number;
}

/**
 * How far confidence means what it says.
 * @param width of a bin: 0.05 puts 0.90 to 0.95 (exclusive) into one; 0 gives each value a bin of its own
 */
export function reliability(judged: readonly Judged[], width: number): Reliability {
  const groups = new Map<number, Judged[]>();
  for (const one of judged) {
    // Values have two decimals; the small addition keeps 0.9 out of the bin below, where binary fractions put it.
    const bin = width === 0 ? one.confidence : Math.floor(one.confidence / width + 1e-9);
    groups.set(bin, [...(groups.get(bin) ?? []), one]);
  }
  const bins = [...groups].sort(([a], [b]) => a - b).map(([, group]) => binOf(group));
  const distance = (one: Judged): number => (Number(one.isRight) - one.confidence) ** 2;
  return {
    bins,
    all: judged.length === 0 ? null : binOf(judged),
    brier: mean(judged.map(distance)),
    calibrationError: mean(bins.flatMap((bin) => Array<number>(bin.facts).fill(Math.abs(bin.stated - bin.right)))),
  };
}

function binOf(group: readonly Judged[]): Bin {
  const right = mean(group.map(({ isRight }) => Number(isRight)));
  return {
    stated: mean(group.map(({ confidence }) => confidence)),
    facts: group.length,
    right,
    interval: wilson(right, group.length),
  };
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const Z95 = 1.96;

function wilson(share: number, of: number): [number, number] {
  const middle = share + Z95 ** 2 / (2 * of);
  const reach = Z95 * Math.sqrt((share * (1 - share)) / of + Z95 ** 2 / (4 * of ** 2));
  const scale = 1 + Z95 ** 2 / of;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}
