import { toSimplified } from "../script/conversion.ts";
import { detectScript } from "../script/detection.ts";
import type { Path, Source } from "./source.ts";

/** A word of a lexicon, Simplified, and where it stands. */
export interface Word {
  readonly word: string;
  readonly path: Path;
}

/** The words of a value that is one word or a list of them, without those that the structure check has refused. */
export function wordsAt(value: string | readonly (string | null)[] | undefined, path: Path): Word[] {
  if (value === undefined) return [];
  if (typeof value === "string") return [{ word: simplified(value), path }];
  return elementsOf(value, path).map(({ value: word, path: at }) => ({ word: simplified(word), path: at }));
}

/** Texts are read in Simplified characters, whatever they are written in; the same goes for words. */
export const simplified = (word: string): string => (detectScript(word) === "zh-Hans" ? word : toSimplified(word).text);

/** Elements of a list with their paths, without those that the structure check has refused. */
export const elementsOf = <T>(list: readonly (T | null)[] | undefined, path: Path): { value: T; path: Path }[] =>
  (list ?? []).flatMap((value, i) => (value === null ? [] : [{ value, path: [...path, i] }]));

/** Sees to it that a word is given once, and to nothing that the tables have. */
export class Taken {
  private readonly first = new Map<string, string>();

  /** @param inTables what the tables say of a word; null where they do not have it */
  constructor(
    private readonly source: Source,
    private readonly inTables: (word: string) => string | null,
  ) {}

  /**
   * Takes the words that are free, and tells of the others.
   * @param as what the words are here: `a noun of service.windows`
   */
  take(words: readonly Word[], as: string, remedy: string): string[] {
    return words.flatMap(({ word, path }) => {
      const before = this.inTables(word) ?? this.first.get(word);
      if (before !== undefined) {
        this.source.report(path, `${word} is ${before} already`, remedy);
        return [];
      }
      this.first.set(word, as);
      return [word];
    });
  }
}
