import type { SourceDocument } from "./document.ts";
import { judge, type Statement } from "./statement.ts";

/** A statement, and those of copies of its document that repeat it. */
export interface Stated {
  readonly statement: Statement;
  readonly copies: Statement[];
}

/** What one source says under one key: a document, with its copies. */
export interface Voice {
  readonly lead: SourceDocument;
  readonly stated: Stated[];
}

/** Statements of one source that are looked at; more under one key are a list, not a claim. */
const MOST_STATEMENTS = 16;
/** Sides that are told apart. So many can only be in conflict, so that more would change no status. */
const MOST_SIDES = 32;

/**
 * One voice for each text: a copy's statement joins the original's, unless it gives another figure.
 * @param statements of one key, the earliest document first
 */
export function voicesOf(statements: readonly Statement[]): Voice[] {
  const byText = new Map<number, Voice>();
  const byDocument = new Map<SourceDocument, Voice>();
  for (const statement of statements) {
    const { document } = statement;
    const own = byDocument.get(document) ?? byText.get(document.original);
    if (own === undefined || (own.lead !== document && contradicts(own, statement))) {
      const voice = { lead: document, stated: [{ statement, copies: [] }] };
      byDocument.set(document, voice);
      if (own === undefined) byText.set(document.original, voice);
    } else join(own, statement);
  }
  return [...new Set([...byText.values(), ...byDocument.values()])];
}

function join(voice: Voice, statement: Statement): void {
  const same = looked(voice).find(
    (there) => there.statement.document !== statement.document && isSame(there, statement),
  );
  if (same === undefined) voice.stated.push({ statement, copies: [] });
  else if (same.copies.at(-1)?.document !== statement.document) same.copies.push(statement);
}

const isSame = (there: Stated, statement: Statement): boolean => judge(there.statement, statement) === "agree";
const looked = (voice: Voice): readonly Stated[] => voice.stated.slice(0, MOST_STATEMENTS);

function contradicts(voice: Voice, statement: Statement): boolean {
  const verdicts = looked(voice).map((there) => judge(there.statement, statement));
  return verdicts.includes("conflict") && !verdicts.includes("agree");
}

/**
 * Two sources agree where any of their statements do: a document with several figures under one key speaks of several
 * things, which its scope did not tell apart.
 */
export function between(a: Voice, b: Voice): "agree" | "conflict" | "open" {
  let found: "conflict" | "open" = "open";
  for (const { statement } of looked(a))
    for (const { statement: other } of looked(b)) {
      const verdict = judge(statement, other);
      if (verdict === "agree") return "agree";
      if (verdict === "conflict") found = "conflict";
    }
  return found;
}

/** Those who agree with each other, each side led by its most exact voice; in the order of time. */
export function sidesOf(voices: readonly Voice[]): Voice[][] {
  const sides: Voice[][] = [];
  const exactFirst = [...voices.filter(isExact), ...voices.filter((voice) => !isExact(voice))];
  for (const voice of exactFirst) {
    const side = sides.find(([lead]) => between(lead!, voice) === "agree");
    if (side !== undefined) side.push(voice);
    else if (sides.length < MOST_SIDES) sides.push([voice]);
    else sides.at(-1)!.push(voice);
  }
  return sides;
}

const isExact = ({ stated }: Voice): boolean => stated.some(({ statement }) => statement.bound === "exact");
