import type { Fact } from "../../schemas/fact.ts";
import { inTime, originals, type SourceDocument, sourceDocument } from "./copies.ts";
import { type Group, groupOf } from "./group.ts";
import { familyOf, type Key, periodOf } from "./key.ts";
import { voicesOf } from "./sides.ts";
import { endOf, type Statement, statementOf } from "./statement.ts";
import { type Superseded, supersededAcross, supersededWithin } from "./superseded.ts";

export { type Group, type GroupStatement, STATUSES, type Status } from "./group.ts";
export type { Key } from "./key.ts";

interface Kept {
  readonly statement: Statement;
  readonly key: Key;
}

/**
 * Facts of many documents, put beside each other. Kept of each are its numbers and words; time and memory grow with the
 * number of facts.
 */
export class Comparison {
  private readonly families = new Map<string, Kept[]>();
  private readonly documents = new Map<string, SourceDocument>();

  /**
   * Adds the facts of one document. A document that was added before is replaced.
   * @param facts all with the same `doc.id`
   */
  add(facts: readonly Fact[]): void {
    if (facts.length === 0) return;
    const document = sourceDocument(facts);
    this.documents.set(document.id, document);
    for (const fact of facts) {
      const family = familyOf(fact);
      const { subject, metric, scope, unit, per } = fact;
      const key = {
        subject: { name: subject.name, code: subject.code },
        metric,
        scope,
        period: periodOf(fact),
        unit,
        per,
      };
      const kept = { statement: statementOf(fact, document), key };
      const there = this.families.get(family);
      if (there === undefined) this.families.set(family, [kept]);
      else there.push(kept);
    }
  }

  /** Every group, ordered by subject, metric, scope and period, in whatever order the documents were added. */
  *groups(): Generator<Group> {
    const documents = [...this.documents.values()];
    const copies = originals(documents);
    for (const [, kept] of [...this.families].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const current = kept.filter(({ statement }) => this.isCurrent(statement.document));
      if (current.length > 0) yield* familyGroups(current, copies);
    }
  }

  private isCurrent(document: SourceDocument): boolean {
    return this.documents.get(document.id) === document;
  }
}

function* familyGroups(family: readonly Kept[], copies: ReadonlyMap<SourceDocument, SourceDocument>): Generator<Group> {
  const periods = new Map<string, Kept[]>();
  const ordered = family.toSorted((a, b) => inTime(a.statement.document, b.statement.document));
  for (const kept of ordered) {
    const period = kept.key.period ?? "";
    const there = periods.get(period);
    if (there === undefined) periods.set(period, [kept]);
    else there.push(kept);
  }
  const inOrder = [...periods.values()]
    .map((all) => ({ key: all[0]!.key, end: endOf(all[0]!.key.period), statements: all.map((one) => one.statement) }))
    .sort((a, b) => (endAndName(a) < endAndName(b) ? -1 : 1));
  const superseded: Superseded = new Map();
  for (const { statements } of inOrder) supersededWithin(statements, superseded);
  supersededAcross(inOrder, superseded);
  for (const { key, statements } of inOrder) yield groupOf(key, voicesOf(statements, copies), superseded);
}

const endAndName = ({ end, key }: { readonly end: string; readonly key: Key }): string => `${end} ${key.period ?? ""}`;
