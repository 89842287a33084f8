import { hasLevel, isOtherLevel, isPlanOf, judge, type Statement } from "./statement.ts";

/** A statement that no longer holds, and the one that took its place. */
export type Superseded = Map<Statement, Statement>;

export interface Period {
  /** Last day, ISO 8601; empty where it is not known. */
  readonly end: string;
  readonly statements: readonly Statement[];
}

const published = ({ document }: Statement): string => document.published ?? "";
const isLater = (a: Statement, b: Statement): boolean =>
  published(a) !== "" && published(b) !== "" && published(a).slice(0, 10) > published(b).slice(0, 10);

/**
 * What was put right: the same publisher or series gives another figure for the same period on a later day, or what was
 * planned or estimated is done.
 */
export function supersededWithin(statements: readonly Statement[], found: Superseded): void {
  const latest = latestByName(statements);
  const done = statements.filter(({ modality }) => modality === "actual").reduce<Statement | null>(laterOf, null);
  for (const statement of statements) {
    const newer = statement.document.names
      .flatMap((name) => latest.get(`${name} ${statement.modality}`) ?? [])
      .find((one) => isLater(one, statement) && judge(one, statement) === "conflict");
    if (newer !== undefined) found.set(statement, newer);
    else if (done !== null && isPlanOf(statement, done) && (statement.isDated || isLater(done, statement)))
      if (!isLater(statement, done)) found.set(statement, done);
  }
}

/**
 * What time has passed by: a level for which the same publisher or series gives another one at a later period, and a plan
 * without a date that is done in a later one. What flows through a period stays true of it.
 * @param periods of one subject, metric and scope, the earliest first
 */
export function supersededAcross(periods: readonly Period[], found: Superseded): void {
  const latest = new Map<string, { readonly statement: Statement; readonly end: string }>();
  let done: { readonly statement: Statement; readonly end: string } | null = null;
  for (const { end, statements } of periods.toReversed()) {
    if (end === "") continue;
    for (const statement of statements) {
      if (statement.isFlow || found.has(statement)) continue;
      const newer = statement.document.names
        .flatMap((name) => latest.get(name) ?? [])
        .find((one) => one.end > end && one.statement.document !== statement.document);
      if (statement.modality === "actual" && newer !== undefined && isOtherLevel(newer.statement, statement))
        found.set(statement, newer.statement);
      else if (done !== null && done.end > end && !statement.isDated && isPlanOf(statement, done.statement))
        found.set(statement, done.statement);
    }
    for (const statement of statements) {
      if (statement.modality !== "actual" || !hasLevel(statement) || found.has(statement)) continue;
      done ??= { statement, end };
      for (const name of statement.document.names) if (!latest.has(name)) latest.set(name, { statement, end });
    }
  }
}

/** The latest statement of each publisher and series, apart for what is and what is to be. */
function latestByName(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  const latest = new Map<string, Statement>();
  for (const statement of statements)
    for (const name of statement.document.names) {
      const key = `${name} ${statement.modality}`;
      latest.set(key, laterOf(latest.get(key) ?? null, statement));
    }
  return latest;
}

const laterOf = (a: Statement | null, b: Statement): Statement => (a === null || published(b) > published(a) ? b : a);
