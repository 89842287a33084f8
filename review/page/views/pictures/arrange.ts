import type { PictureFigure } from "../../../../schemas/picture.ts";

export const ORDERS = ["fall", "rise", "amount", "place"] as const;
export type Order = (typeof ORDERS)[number];

/** A figure with the words that tell its subject from all others. */
export interface Labelled extends PictureFigure {
  readonly label: string;
  readonly province: string | null;
}

/** Medians of what is not drawn. */
export interface Rest {
  readonly count: number;
  readonly amount: number;
  readonly before: number | null;
  readonly change: number | null;
}

export interface Arranged {
  readonly drawn: readonly Labelled[];
  readonly rest: Rest | null;
}

/** TABLE of what comes first. What has no such number comes last. */
const COMPARE: Readonly<Record<Order, (a: Labelled, b: Labelled) => number>> = {
  fall: (a, b) => (a.change ?? Number.MAX_VALUE) - (b.change ?? Number.MAX_VALUE),
  rise: (a, b) => (b.change ?? -Number.MAX_VALUE) - (a.change ?? -Number.MAX_VALUE),
  amount: (a, b) => b.amount - a.amount,
  place: (a, b) => ((a.code ?? "~") < (b.code ?? "~") ? -1 : 1),
};

/** The first `most` in an order, and the rest in short. */
export function arranged(figures: readonly Labelled[], order: Order, most: number): Arranged {
  const sorted = figures.toSorted((a, b) => COMPARE[order](a, b) || (a.label < b.label ? -1 : 1));
  const left = sorted.slice(most);
  // One more row costs no more than a row for the rest.
  if (left.length < 2) return { drawn: sorted, rest: null };
  const numbers = (of: (figure: Labelled) => number | null) => left.map(of).filter((number) => number !== null);
  return {
    drawn: sorted.slice(0, most),
    rest: {
      count: left.length,
      amount: median(numbers(({ amount }) => amount))!,
      before: median(numbers(({ before }) => before)),
      change: median(numbers(({ change }) => change)),
    },
  };
}

/** Null of nothing. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Names with the province behind them where two subjects share one: 鼓楼区（江苏省）, and with the code where that is not
 * enough.
 * @param provinceOf a province's name by a code; null where there is none
 */
export function labelled(
  figures: readonly PictureFigure[],
  provinceOf: (code: string) => string | null,
): readonly Labelled[] {
  const named = figures.map((figure) => ({
    ...figure,
    province: figure.code === null ? null : provinceOf(figure.code),
    label: figure.subject,
  }));
  const byProvince = apart(named, ({ label, province }) => (province === null ? label : `${label}（${province}）`));
  return apart(byProvince, ({ subject, code }) => `${subject}（${code ?? "?"}）`);
}

const subjectOf = ({ code, subject }: PictureFigure): string => code ?? subject;

/** Another label for those whose label stands for several subjects. */
function apart(figures: readonly Labelled[], other: (figure: Labelled) => string): readonly Labelled[] {
  const subjects = new Map<string, Set<string>>();
  for (const figure of figures) {
    const there = subjects.get(figure.label);
    if (there === undefined) subjects.set(figure.label, new Set([subjectOf(figure)]));
    else there.add(subjectOf(figure));
  }
  return figures.map((figure) => (subjects.get(figure.label)!.size > 1 ? { ...figure, label: other(figure) } : figure));
}

/** Whether numbers lie so far apart that only a logarithmic scale shows them. */
export function isWide(numbers: readonly number[]): boolean {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return low > 0 && high / low > 200;
}
