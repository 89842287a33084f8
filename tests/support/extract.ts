import { type Explanation, explain } from "../../extractors/explain.ts";
import { convert } from "../../pipeline/convert.ts";
import { segment } from "../../pipeline/segment.ts";
import { validateFacts } from "../../pipeline/validate.ts";
import type { Article, BlockKind, Document } from "../../schemas/document.ts";
import { type Fact, NUMBER_FIELDS } from "../../schemas/fact.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { articleOf } from "./articles.ts";

export interface Setting {
  /** Headline: the first block. */
  readonly title?: string;
  /** ISO 8601 date that relative dates count from. */
  readonly published?: string;
}

const settings = parseSettings({});

/** A text as an article: each line a paragraph, a line with tabs a row of a table, a line after `- ` a list item. */
export function articleIn(text: string, { title, published }: Setting = {}): Article {
  const body = text.split("\n").map((line) => ({ kind: kindOf(line), text: line.replace(/^- /u, "") }));
  const lines = title === undefined ? body : [{ kind: "title" as const, text: title }, ...body];
  const article = articleOf(
    lines.map((line) => line.text).join("\n"),
    lines.map(({ kind }) => kind),
  );
  return { ...article, title: title ?? null, published: published ?? null };
}

const kindOf = (line: string): BlockKind =>
  line.includes("\t") ? "table-row" : line.startsWith("- ") ? "list-item" : "paragraph";

/** The text converted and cut into sentences, as the pipeline does. */
export const documentIn = (text: string, setting?: Setting): Document =>
  segment(convert(articleIn(text, setting), settings));

export const explanationIn = (text: string, setting?: Setting): Explanation => explain(documentIn(text, setting));

/**
 * The facts of a text, as the program writes them.
 * @throws {InvalidRecordError} for the first record that its schema refuses
 */
export function factsIn(text: string, setting?: Setting): readonly Fact[] {
  const { facts, invalid } = validateFacts(explanationIn(text, setting).facts, "test");
  if (invalid[0] !== undefined) throw invalid[0];
  return facts;
}

const PLAIN: Readonly<Record<string, unknown>> = { bound: "exact", modality: "actual" };
const SHOWN = ["unit", "per", "range", "period", "comparison", "scope", "bound", "modality"] as const;

/**
 * A fact in one line: subject, metric, stated numbers, then what is asked for by name.
 * `河曲县 agencies.party_gov before=36 after=22`; with `also` as `["unit", "bound"]`: `… unit=count`. Plain values
 * (null, exact, actual) are left out.
 */
export function shown(fact: Fact, also: readonly (typeof SHOWN)[number][] = []): string {
  const numbers = NUMBER_FIELDS.filter((field) => fact[field] !== null && !fact.derived.includes(field));
  const said = SHOWN.filter((name) => also.includes(name) && fact[name] !== null && fact[name] !== PLAIN[name]);
  const pair = (name: keyof Fact): string => `${name}=${String(fact[name])}`;
  return [fact.subject.name, fact.metric, ...numbers.map(pair), ...said.map(pair)].join(" ");
}

/** Every fact of a text in one line each, in the text's order. */
export const linesIn = (text: string, setting?: Setting, also: readonly (typeof SHOWN)[number][] = []): string[] =>
  factsIn(text, setting).map((fact) => shown(fact, also));

/** The items of the text's sentences as the rules see them: what to print when a rule does not fire. */
export function itemsIn(text: string): string {
  const { sentences } = explanationIn(text);
  return sentences
    .flatMap(({ text: sentence, quantities, nouns, misses }) => [
      sentence,
      `  quantities: ${quantities.map((one) => one.text).join(" | ")}`,
      `  nouns: ${nouns.map((one) => `${one.text}/${one.metric}`).join(" | ")}`,
      ...misses.map((miss) => `  “${miss.text}”: ${miss.reason}`),
    ])
    .join("\n");
}
