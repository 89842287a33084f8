import { listedBound } from "../../extractors/quantities/bound.ts";
import type { AddedBound, Vocabulary } from "../../extractors/vocabulary/vocabulary.ts";
import { BOUNDS, MODALITIES } from "../../schemas/fact.ts";
import type { LexiconFile } from "../../schemas/lexicon.ts";
import { Taken, wordsAt } from "./reading.ts";
import type { Source } from "./source.ts";

const DIRECTIONS = { down: -1, up: 1, turn: 0 } as const;
const LEAVE_OUT = "leave it out here";

export const readVerbs = ({ verbs = {} }: LexiconFile, taken: Taken): Vocabulary["verbs"] =>
  (["down", "up", "turn"] as const).map((name) => ({
    direction: DIRECTIONS[name],
    words: taken.take(wordsAt(verbs[name], ["verbs", name]), `a verb of change (${name})`, LEAVE_OUT),
  }));

export const readModality = ({ modality: given = {} }: LexiconFile, taken: Taken): Vocabulary["modality"] =>
  MODALITIES.map((modality) => ({
    modality,
    words: taken.take(wordsAt(given[modality], ["modality", modality]), `a word for ${modality}`, LEAVE_OUT),
  }));

export const readNotNouns = ({ notNouns }: LexiconFile, taken: Taken): readonly string[] =>
  taken.take(wordsAt(notNouns, ["notNouns"]), "no noun", "a word is a noun or none: leave it out in one place");

export function readBounds({ bounds = {} }: LexiconFile, source: Source): AddedBound[] {
  return (["before", "after"] as const).flatMap((side) => {
    const taken = new Taken(source, (word) => {
      const known = listedBound(word, side);
      return known === null ? null : known === "exact" ? "no bound" : `a bound (${known})`;
    });
    return BOUNDS.flatMap((bound) => {
      if (bound === "exact") return [];
      const words = wordsAt(bounds[side]?.[bound], ["bounds", side, bound]);
      return [{ side, bound, words: taken.take(words, `a bound (${bound})`, LEAVE_OUT) }];
    });
  });
}
