import { CURRENCIES } from "../../corpus/lexicon/currencies.ts";
import { type Entry, lexicon } from "../../extractors/context/lexicon.ts";
import { listedUnit } from "../../extractors/quantities/measure.ts";
import { unitNamed, unitNames } from "../../extractors/quantities/unit-table.ts";
import { NOTHING_ADDED } from "../../extractors/vocabulary/vocabulary.ts";

/** What the tables, without any lexicon, say of a word as a noun, verb or cue; null where it is free. */
export function wordInTables(word: string): string | null {
  const match = lexicon(NOTHING_ADDED).longestAt(word, 0);
  if (match === null || match.end < word.length) return null;
  return match.values.map(described).find((said) => said !== null) ?? null;
}

function described(entry: Entry): string | null {
  switch (entry.as) {
    case "noun":
      return `a noun of ${entry.metric}`;
    case "verb":
      return entry.sense === "amount" || entry.sense === "result" ? "a verb of change" : `a verb (${entry.sense})`;
    case "cue":
      return entry.cue.cue === "modality" ? `a word for ${entry.cue.modality}` : `a cue (${entry.cue.cue})`;
    case "pointer":
      return "a word that points at a place";
    default:
      return null;
  }
}

/** What the tables say of a word after a number. */
export function unitInTables(word: string): string | null {
  const known = listedUnit(word);
  return known === null ? null : `a unit (${known.unit})`;
}

const measures = (): readonly string[] => unitNames().filter((name) => unitNamed(name)?.kind === "dimension");

/** What a metric may be measured in. */
export const metricUnits = (): readonly string[] => ["count", "person", "money", "ratio", ...measures()];

/** What a unit may be told in. */
export const baseUnits = (): readonly string[] => [
  "count",
  "person",
  ...CURRENCIES.map(({ code }) => code),
  ...measures(),
];
