/** One thing to time, called once for an item and a round. */
export interface Work<Item> {
  readonly name: string;
  readonly run: (item: Item) => unknown;
}

const WARM_UP = 3;

/**
 * Times works over items in interleaved rounds, so that noise of the machine hits all alike. In a round each work goes
 * over all items, as a program that does nothing else would.
 * @param rounds how many timed rounds follow the untimed ones that let the engine compile
 * @returns milliseconds by work and item: the shortest round, as noise only ever adds
 */
export function shortestTimes<Item>(
  works: readonly Work<Item>[],
  items: readonly Item[],
  rounds: number,
): readonly (readonly number[])[] {
  const times = works.map(() => items.map(() => Number.POSITIVE_INFINITY));
  for (let round = -WARM_UP; round < rounds; round++) {
    works.forEach(({ run }, of) => {
      items.forEach((item, at) => {
        const ms = elapsed(() => run(item));
        if (round >= 0) times[of]![at] = Math.min(times[of]![at]!, ms);
      });
    });
  }
  return times;
}

function elapsed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The upper one of the two in the middle. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
