import type { AddedUnit } from "../../extractors/vocabulary/vocabulary.ts";
import type { LexiconFile } from "../../schemas/lexicon.ts";
import { nearest } from "./nearest.ts";
import { elementsOf, type Taken, wordsAt } from "./reading.ts";
import type { Source } from "./source.ts";
import { baseUnits } from "./tables.ts";

export function readUnits({ units }: LexiconFile, source: Source, taken: Taken): AddedUnit[] {
  const known = baseUnits();
  return elementsOf(units, ["units"]).map(({ value: { words, base, factor = 1 }, path }) => {
    if (!known.includes(base)) {
      const meant = nearest(base, known);
      const remedy = meant ?? "count, person, a currency such as CNY, or a unit of measure such as km2";
      source.report([...path, "base"], `there is no unit ${base}`, `write ${remedy}`);
    }
    return {
      words: taken.take(wordsAt(words, [...path, "words"]), `a unit (${base})`, "leave it out here"),
      base,
      factor,
    };
  });
}
