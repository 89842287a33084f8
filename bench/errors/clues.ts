import type { ExplainedSentence } from "../../extractors/explain.ts";
import { toMetricUnit } from "../../extractors/linking/fit.ts";
import type { Quantity } from "../../schemas/mention.ts";
import { overlaps } from "../../schemas/span.ts";
import { type Atom, sameMagnitude } from "../scoring/atoms.ts";
import { type GoldFact, metricsOf } from "../scoring/gold.ts";
import type { Clues } from "./cause.ts";

/** What the passes made of a number that no fact of ours has. */
export interface Traces {
  readonly clues: Clues;
  /** Why it is no fact, in the words of the pass that refused it. */
  readonly reason: string | null;
  /** The sentence that holds it; the first of those given where none does. */
  readonly sentence: ExplainedSentence | null;
}

/** @param sentences those that the quote stands in; none where the text does not have it */
export function traces(gold: Atom<GoldFact>, sentences: readonly ExplainedSentence[], isUsed: boolean): Traces {
  const readings = sentences.flatMap((sentence) =>
    sentence.quantities.filter((quantity) => isNumber(gold, quantity)).map((quantity) => ({ sentence, quantity })),
  );
  const refusals = readings.flatMap(({ sentence, quantity }) =>
    sentence.misses.filter((miss) => overlaps(miss, quantity)),
  );
  const sentence = readings[0]?.sentence ?? sentences[0] ?? null;
  return {
    clues: {
      kind: "missed",
      inText: sentences.length > 0,
      used: isUsed,
      read: readings.length > 0,
      nounRead: sentences.some(({ nouns }) => nouns.some(({ metric }) => metricsOf(gold.fact).includes(metric))),
      claimed: sentences.some(({ claims }) =>
        claims.some(({ fields }) => Object.values(fields).some((number) => sameMagnitude(gold.numbers, [number]))),
      ),
      refused: refusals.length > 0,
    },
    reason: refusals[0]?.reason ?? null,
    sentence,
  };
}

/** Whether a quantity is the number of an atom; 1.2倍 is 120 percent. */
function isNumber({ fact, numbers, field }: Atom<GoldFact>, quantity: Quantity): boolean {
  const factor =
    toMetricUnit(metricsOf(fact)[0]!, quantity) * (field === "change_pct" && quantity.kind === "multiple" ? 100 : 1);
  const read = quantity.range ?? (quantity.value === null ? [] : [quantity.value]);
  return sameMagnitude(
    numbers,
    read.map((number) => number * factor),
  );
}
