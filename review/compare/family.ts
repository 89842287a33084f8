import type { Group, GroupKey } from "../../schemas/comparison.ts";
import { groupOf } from "./group.ts";
import { voicesOf } from "./sides.ts";
import { endOf, type Statement } from "./statement.ts";
import { type Superseded, supersededAcross, supersededWithin } from "./superseded.ts";

/** A statement under its key. */
export interface Keyed {
  readonly statement: Statement;
  readonly key: GroupKey;
}

/**
 * The groups of one family, by period, the earliest first.
 * @param family all statements on one thing, the earliest document first
 */
export function* familyGroups(family: readonly Keyed[]): Generator<Group> {
  const periods = [...byPeriod(family)]
    .map((all) => ({ key: all[0]!.key, end: endOf(all[0]!.key.period), statements: all.map((one) => one.statement) }))
    .sort((a, b) => (endAndName(a) < endAndName(b) ? -1 : 1));
  const superseded: Superseded = new Map();
  for (const { statements } of periods) supersededWithin(statements, superseded);
  supersededAcross(periods, superseded);
  for (const { key, statements } of periods) yield groupOf(key, voicesOf(statements), superseded);
}

function byPeriod(family: readonly Keyed[]): Iterable<readonly Keyed[]> {
  const periods = new Map<string, Keyed[]>();
  for (const keyed of family) {
    const there = periods.get(keyed.key.period ?? "");
    if (there === undefined) periods.set(keyed.key.period ?? "", [keyed]);
    else there.push(keyed);
  }
  return periods.values();
}

const endAndName = ({ end, key }: { readonly end: string; readonly key: GroupKey }): string =>
  `${end} ${key.period ?? ""}`;
