import { isListed } from "../../extractors/places/organisations.ts";
import type { AddedUnit, Vocabulary } from "../../extractors/vocabulary/vocabulary.ts";
import type { LexiconFile } from "../../schemas/lexicon.ts";
import { METRICS } from "../../schemas/metrics.ts";
import { readBounds, readModality, readNotNouns, readVerbs } from "./cues.ts";
import { readMetrics, readNouns } from "./metrics.ts";
import { readOrganisations } from "./organisations.ts";
import { readPlaces } from "./places.ts";
import { Taken } from "./reading.ts";
import type { Source } from "./source.ts";
import { unitInTables, wordInTables } from "./tables.ts";
import { readUnits } from "./units.ts";

/**
 * What a lexicon adds, held against the tables; what cannot be added is told of.
 * @param ids metrics that nouns and examples may name
 */
export function readVocabulary(file: LexiconFile, ids: ReadonlySet<string>, source: Source): Vocabulary {
  const words = new Taken(source, wordInTables);
  const { metrics, units: classifiers } = readMetrics(file, source, words);
  const { places, towns } = readPlaces(file, source);
  const bodies = new Taken(source, (word) => (isListed(word) ? "a known organisation" : null));
  return {
    metrics,
    nouns: filled(readNouns(file, ids, source, words)),
    notNouns: readNotNouns(file, words),
    units: [...withoutRepeated(classifiers), ...readUnits(file, source, new Taken(source, unitInTables))],
    verbs: filled(readVerbs(file, words)),
    modality: filled(readModality(file, words)),
    bounds: filled(readBounds(file, source)),
    places,
    organisations: [...towns, ...readOrganisations(file, source, bodies)],
  };
}

/** The metrics of the tables, and those whose names stand in a lexicon, be they right or wrong in all else. */
export function metricIds(value: unknown): ReadonlySet<string> {
  const rows = (value as { readonly metrics?: unknown } | null | undefined)?.metrics;
  const own = Array.isArray(rows) ? rows.map((row) => (row as { readonly id?: unknown } | null)?.id) : [];
  return new Set([...METRICS.map(({ id }) => id), ...own.filter((id) => typeof id === "string")]);
}

const filled = <T extends { readonly words: readonly string[] }>(rows: readonly T[]): T[] =>
  rows.filter(({ words }) => words.length > 0);

/** Two metrics may be counted with the same new classifier. */
function withoutRepeated(units: readonly AddedUnit[]): AddedUnit[] {
  const seen = new Set<string>();
  const isNew = (word: string) => !seen.has(word) && seen.add(word) !== undefined;
  return filled(units.map((unit) => ({ ...unit, words: unit.words.filter(isNew) })));
}
