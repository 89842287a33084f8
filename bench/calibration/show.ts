import type { Bin, Judged, Reliability } from "./reliability.ts";
import { reliability } from "./reliability.ts";

const label = (name: string): string => name.padEnd(24);
const share = (value: number): string => value.toFixed(3).padStart(7);

/** A table of bins, a line for all, and the two errors. */
export function showReliability({ bins, all, brier, calibrationError }: Reliability): string {
  if (all === null) return "no facts";
  return [
    `${label("")} stated   facts   right     gap   95 % of the time between`,
    ...bins.map((bin) => label("") + showBin(bin)),
    label("all") + showBin(all),
    `Brier score ${brier.toFixed(4)}   expected calibration error ${calibrationError.toFixed(4)}`,
  ].join("\n");
}

const showBin = ({ stated, facts, right, interval: [low, high] }: Bin): string => {
  const gap = Number((right - stated).toFixed(3));
  return `${share(stated)}${String(facts).padStart(8)} ${share(right)}  ${gap < 0 ? "" : "+"}${gap.toFixed(3)}   ${low.toFixed(3)} to ${high.toFixed(3)}`;
};

/** One line for each group, the largest first: how many, stated, right. */
export function showGroups<T extends Judged>(judged: readonly T[], groupOf: (one: T) => string): string {
  const groups = new Map<string, T[]>();
  for (const one of judged) groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), one]);
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, group]) => `${label(name)}${showBin(reliability(group, 0).all!)}`)
    .join("\n");
}
