import { useVocabulary } from "../../extractors/vocabulary/in-use.ts";
import { NOTHING_ADDED, type Vocabulary } from "../../extractors/vocabulary/vocabulary.ts";
import { InvalidLexiconError } from "../../schemas/errors.ts";
import type { Example } from "../../schemas/example.ts";
import { type LexiconFile, LexiconSchema } from "../../schemas/lexicon.ts";
import { checkMetric, type PlacedExample } from "./examples.ts";
import { readUtf8 } from "./file.ts";
import { elementsOf } from "./reading.ts";
import { type Path, Source } from "./source.ts";
import { structureCheck } from "./structure.ts";
import { metricIds, readVocabulary } from "./vocabulary.ts";

/** What an analyst adds to the tables, read and checked. */
export interface Lexicon {
  readonly path: string;
  readonly vocabulary: Vocabulary;
  /** Its examples, those inside metrics first. */
  readonly examples: readonly PlacedExample[];
}

/**
 * Reads a lexicon. Nothing is in use before {@link useLexicon}.
 * @throws {InvalidLexiconError} with everything that is wrong in it
 */
export const loadLexicon = (path: string): Lexicon => parseLexicon(readUtf8(path), path);

/** From now on all texts are read with this lexicon, or with the tables alone. */
export const useLexicon = (lexicon: Lexicon | null): void => useVocabulary(lexicon?.vocabulary ?? NOTHING_ADDED);

/** As {@link loadLexicon}, of text. */
export function parseLexicon(text: string, path: string): Lexicon {
  const source = new Source(text, path);
  const value = source.value() ?? {};
  const ids = metricIds(value);
  const file = withoutRefused(value, source.problems.length > 0 ? [] : check(value, source));
  const vocabulary = readVocabulary(file, ids, source);
  const examples = examplesIn(file);
  for (const { example, at } of examples) checkMetric(example, at, ids, source);
  if (source.problems.length > 0) throw new InvalidLexiconError([...source.problems].sort(byPlace));
  return {
    path,
    vocabulary,
    examples: examples.map(({ example, at }) => ({ example, ...source.place([...at, "text"]) })),
  };
}

const check = structureCheck(LexiconSchema, "begin with a section, such as metrics:");
const byPlace = (a: { line: number; column: number }, b: { line: number; column: number }): number =>
  a.line - b.line || a.column - b.column;

/** What can be read further: without the sections, or elements of sections, that hold a mistake. */
function withoutRefused(value: unknown, refused: readonly Path[]): LexiconFile {
  if (refused.some((path) => path.length === 0)) return {};
  const file = structuredClone(value) as Record<string, Record<string | number, unknown> | undefined>;
  for (const [section, element] of refused) {
    const inside = file[String(section)];
    if (element === undefined || inside === undefined) delete file[String(section)];
    else if (Array.isArray(inside)) inside[Number(element)] = null;
    else delete inside[element];
  }
  return file as LexiconFile;
}

/** All examples; those inside a metric are of it where they do not say another. */
function examplesIn(file: LexiconFile): { example: Example; at: Path }[] {
  const inside = elementsOf(file.metrics, ["metrics"]).flatMap(({ value: { id, examples }, path }) =>
    elementsOf(examples, [...path, "examples"]).map(({ value, path: at }) => ({
      example: { metric: id, ...value },
      at,
    })),
  );
  return [
    ...inside,
    ...elementsOf(file.examples, ["examples"]).map(({ value: example, path: at }) => ({ example, at })),
  ];
}
