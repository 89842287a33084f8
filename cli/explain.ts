import { text as readAll } from "node:stream/consumers";
import { type Explanation, explain } from "../extractors/explain.ts";
import { bareDocument } from "../pipeline/bare-text.ts";
import { table } from "../pipeline/formats/table.ts";
import { UsageError } from "../schemas/errors.ts";
import type { Quantity } from "../schemas/mention.ts";
import type { Settings } from "../schemas/settings.ts";
import { openOutput } from "./output.ts";

export interface ExplainOptions {
  readonly settings: Settings;
  readonly json: boolean;
  /** ISO 8601 date that relative dates count from. */
  readonly published?: string;
}

/**
 * `jingjian explain`: what each pass made of a text, and why near misses are no facts.
 * @param text the text itself, or `-` for standard input
 * @returns exit code
 */
export async function explainCommand(text: string, { settings, json, published }: ExplainOptions): Promise<number> {
  const given = (text === "-" ? await readAll(process.stdin) : text).trim();
  if (given === "")
    throw new UsageError("There is no text to explain", "Give a sentence, or - and text on standard input");
  if (published !== undefined && Number.isNaN(Date.parse(published))) {
    throw new UsageError(`--published ${published} is no date`, "Write it as 2022-08-02");
  }
  const explanation = explain(bareDocument(given, { published }, settings));
  const output = await openOutput(undefined);
  await output.write(json ? `${JSON.stringify(explanation)}\n` : show(explanation));
  return 0;
}

function show({ sentences, facts }: Explanation): string {
  const found = facts.length === 0 ? "no facts\n" : `facts\n${table.head}${facts.map(table.write).join("")}`;
  return `${sentences.map(showSentence).join("\n")}\n${found}`;
}

/** What each pass made of one sentence, a line for each pass. */
export function showSentence(sentence: Explanation["sentences"][number]): string {
  const { tokens, quantities, dates, nouns, places, claims, misses } = sentence;
  return [
    sentence.text,
    ...row("words", [tokens.map((token) => `${token.text}/${token.tag}`).join(" ")]),
    ...row("quantities", quantities.map(showQuantity)),
    ...row(
      "dates",
      dates.map((date) => `${date.text} = ${date.iso ?? "year unknown"}${date.relative ? ", relative" : ""}`),
    ),
    ...row(
      "nouns",
      nouns.map((noun) => `${noun.text} → ${noun.metric}`),
    ),
    ...row(
      "places",
      places.map((place) => `${place.text} → ${place.name}`),
    ),
    ...row(
      "fired",
      claims.map((claim) => `${claim.rule}: ${claim.metric} ${showFields(claim.fields)} in “${claim.text}”`),
    ),
    ...row(
      "not fired",
      misses.map((miss) => `“${miss.text}”: ${miss.reason}`),
    ),
    "",
  ].join("\n");
}

/** One line for each item, the heading before the first; a dash where there is none. */
const row = (heading: string, items: readonly string[]): string[] =>
  (items.length === 0 ? ["–"] : items).map((item, i) => `  ${(i === 0 ? heading : "").padEnd(11)}${item}`);

const showFields = (fields: Readonly<Record<string, unknown>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ");

function showQuantity({ text, kind, value, range, bound, unit }: Quantity): string {
  const number = range === null ? String(value) : `${range[0]} to ${range[1]}`;
  return `${text} = ${number} ${unit ?? kind}${bound === "exact" ? "" : `, ${bound}`}`;
}
