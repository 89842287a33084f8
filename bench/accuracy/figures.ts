import type { ReadDocument } from "../scoring/read.ts";
import { type Score, score } from "../scoring/score.ts";

/** A score of some documents by the name of what they share. Shares from 0 to 1, null where nothing can be compared. */
export interface SetFigures extends Readonly<Score["attributes"]> {
  readonly name: string;
  readonly documents: number;
  /** Gold facts that must be found. */
  readonly facts: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** F1 of whole records. */
  readonly records: number;
}

export function figuresOf(name: string, read: readonly ReadDocument[]): SetFigures {
  const { documents, facts, strict, records, attributes } = score(read);
  const { f1, precision, recall } = strict;
  return { name, documents, facts, f1, precision, recall, records: records.f1, ...attributes };
}

/** The documents of each group, in the order of the groups' names. */
export function groupsOf(
  read: readonly ReadDocument[],
  nameOf: (one: ReadDocument) => string,
): (readonly [name: string, read: readonly ReadDocument[]])[] {
  const groups = new Map<string, ReadDocument[]>();
  for (const one of read) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

export const setFigures = (read: readonly ReadDocument[]): SetFigures[] =>
  groupsOf(read, ({ set }) => set).map(([name, group]) => figuresOf(name, group));

export const isAside = ({ gold }: ReadDocument): boolean => gold.aside === true;
