import { showSentence } from "../../cli/explain.ts";
import type { ExplainedSentence } from "../../extractors/explain.ts";
import type { Fact } from "../../schemas/fact.ts";
import { statedAtoms } from "../scoring/atoms.ts";
import { ATTRIBUTES, type Attribute } from "../scoring/attributes.ts";
import { type GoldFact, metricsOf } from "../scoring/gold.ts";
import { CAUSES, type Cause } from "./cause.ts";
import type { GoldError } from "./find.ts";

/** Errors by cause, the most frequent cause first; those that cost numbers before those of attributes. */
export function byCause(errors: readonly GoldError[]): (readonly [Cause, readonly GoldError[]])[] {
  const groups = new Map<Cause, GoldError[]>();
  for (const error of errors) groups.set(error.cause, [...(groups.get(error.cause) ?? []), error]);
  const costs = ([, group]: readonly [Cause, readonly GoldError[]]): number =>
    group.some(({ missed, extra }) => missed + extra > 0) ? 1 : 0;
  return [...groups].sort((a, b) => costs(b) - costs(a) || b[1].length - a[1].length);
}

/** One line for each cause: errors, numbers missed, numbers too many, what the cause means. */
export function showCounts(errors: readonly GoldError[]): string {
  const total = (group: readonly GoldError[], side: "missed" | "extra"): string =>
    String(group.reduce((all, one) => all + one[side], 0)).padStart(8);
  const rows = byCause(errors).map(
    ([cause, group]) =>
      `${cause.padEnd(20)}${String(group.length).padStart(8)}${total(group, "missed")}${total(group, "extra")}  ${CAUSES[cause]}`,
  );
  return [`${"cause".padEnd(20)}  errors  missed   extra`, ...rows].join("\n");
}

/** @param isFull the whole explanation of the sentence, else what matters of it */
export function showError({ set, doc, gold, fact, detail, sentence }: GoldError, isFull: boolean): string {
  const quote = gold?.quote ?? fact?.evidence[0]?.text ?? "";
  return [
    `${set} ${doc} “${quote}”${detail === null ? "" : `: ${detail}`}`,
    `  gold  ${gold === null ? "–" : `${inWords(gold)}${gold.optional === true ? " (optional)" : ""}`}`,
    `  ours  ${fact === null ? "–" : `${inWords(fact)} (rule ${fact.rule}, ${fact.confidence})`}`,
    ...(sentence === null ? [] : isFull ? [showSentence(sentence).trimEnd()] : inShort(sentence)),
  ].join("\n");
}

/** `河曲县 agencies.party_gov before=36 after=22 count bound=gt`. */
export function inWords(fact: GoldFact | Fact): string {
  const subject = "name" in fact.subject ? fact.subject.name : fact.subject[0];
  const metric = typeof fact.metric === "string" ? fact.metric : metricsOf(fact as GoldFact).join(" or ");
  const numbers = statedAtoms(fact).map(({ field, numbers }) => `${field}=${numbers.join("–")}`);
  const said = (Object.keys(ATTRIBUTES) as Attribute[]).flatMap((name) =>
    fact[name] == null || fact[name] === ATTRIBUTES[name] ? [] : [`${name}=${fact[name]}`],
  );
  return [subject, metric, ...numbers, fact.unit, ...(fact.per == null ? [] : [`per=${fact.per}`]), ...said].join(" ");
}

/** What decides: numbers, nouns, places, what fired and what did not. */
function inShort({ text, quantities, nouns, places, claims, misses }: ExplainedSentence): string[] {
  const line = (heading: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [`        ${heading}: ${items.join(" | ")}`];
  return [
    `  in    ${text}`,
    ...line(
      "numbers",
      quantities.map((one) => one.text),
    ),
    ...line(
      "nouns",
      nouns.map((noun) => `${noun.text} ${noun.metric}`),
    ),
    ...line(
      "places",
      places.map((place) => place.name),
    ),
    ...line(
      "fired",
      claims.map(({ rule, metric, fields }) => `${rule} ${metric} ${JSON.stringify(fields)}`),
    ),
    ...line(
      "not fired",
      misses.map((miss) => `“${miss.text}” ${miss.reason}`),
    ),
  ];
}
