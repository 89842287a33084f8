import {
  COMPARISON_CUES,
  CONTRAST_CUES,
  DISTRIBUTION_CUES,
  MODALITY_CUES,
  PER_CUES,
  SHARE_CUES,
} from "../../corpus/lexicon/cues.ts";
import { NOT_NOUNS, TRANSPARENT } from "../../corpus/lexicon/grammar.ts";
import { PLURAL_POINTERS, POINTERS } from "../../corpus/lexicon/pointers.ts";
import { SCOPES } from "../../corpus/lexicon/scopes.ts";
import {
  CHANGE_VERBS,
  JURISDICTION_VERBS,
  LAYOFF_VERBS,
  LEVEL_VERBS,
  RATE_NOUNS,
  REASSIGN_VERBS,
  RESULT_COMPLEMENTS,
  RESULT_WORDS,
  SAVING_VERBS,
} from "../../corpus/lexicon/verbs.ts";
import type { Comparison, Modality } from "../../schemas/fact.ts";
import { Trie } from "../trie.ts";
import { derived } from "../vocabulary/in-use.ts";
import { metricsInUse } from "../vocabulary/metrics.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { Cue, Direction, VerbSense } from "./item.ts";

export type PointerLevel = keyof typeof POINTERS | "plural";

/** What the tables say of a word; a word may have several entries. */
export type Entry =
  | { readonly as: "noun"; readonly metric: string }
  | { readonly as: "verb"; readonly sense: VerbSense; readonly direction: Direction }
  | { readonly as: "cue"; readonly cue: Cue }
  | { readonly as: "pointer"; readonly level: PointerLevel }
  | { readonly as: "scope" }
  | { readonly as: "transparent" }
  /** Looks like a noun of the table and is none. */
  | { readonly as: "other" };

const split = (words: string): string[] => words.split(/\s+/).filter(Boolean);

/** All word tables, and what the vocabulary in use adds, as one dictionary. */
export const lexicon = derived((vocabulary) => vocabulary, build);

function build(vocabulary: Vocabulary): Trie<Entry> {
  const built = new Trie<Entry>();
  const add = (words: readonly string[], entry: Entry) => {
    for (const word of new Set(words)) built.add(word, entry);
  };
  for (const { id, nouns } of metricsInUse(vocabulary)) add(nouns.flatMap(quoteForms), { as: "noun", metric: id });
  for (const { metric, words } of vocabulary.nouns) add(words.flatMap(quoteForms), { as: "noun", metric });
  addVerbs(add, vocabulary);
  addCues(add, vocabulary);
  for (const [level, words] of Object.entries(POINTERS))
    add(split(words), { as: "pointer", level: level as PointerLevel });
  add(split(PLURAL_POINTERS), { as: "pointer", level: "plural" });
  add(split(SCOPES), { as: "scope" });
  add(split(TRANSPARENT), { as: "transparent" });
  add([...split(NOT_NOUNS), ...vocabulary.notNouns], { as: "other" });
  return built;
}

type Add = (words: readonly string[], entry: Entry) => void;

function addVerbs(add: Add, { verbs }: Vocabulary): void {
  const verb = (words: readonly string[], sense: VerbSense, direction: Direction) =>
    add(words, { as: "verb", sense, direction });
  for (const [listed, direction] of [
    [CHANGE_VERBS.down, -1],
    [CHANGE_VERBS.up, 1],
    [CHANGE_VERBS.turn, 0],
  ] as const) {
    const words = [...split(listed), ...verbs.flatMap((row) => (row.direction === direction ? row.words : []))];
    if (direction !== 0)
      verb(
        words.flatMap((word) => [word, `${word}了`, `${word}掉`, `${word}掉了`, `${word}近`, `${word}约`]),
        "amount",
        direction,
      );
    verb(
      words.flatMap((word) => RESULT_COMPLEMENTS.map((tail) => word + tail)),
      "result",
      direction,
    );
  }
  verb(split(RESULT_WORDS), "result", -1);
  verb(split(RATE_NOUNS.down), "rate", -1);
  verb(split(RATE_NOUNS.up), "rate", 1);
  verb(split(SAVING_VERBS), "save", -1);
  verb(split(LAYOFF_VERBS), "layoff", -1);
  verb(split(REASSIGN_VERBS), "reassign", 0);
  verb(split(LEVEL_VERBS), "level", 0);
  verb(split(JURISDICTION_VERBS), "jurisdiction", 0);
}

function addCues(add: Add, { modality: added }: Vocabulary): void {
  const cue = (words: string | readonly string[], value: Cue) =>
    add(typeof words === "string" ? split(words) : words, { as: "cue", cue: value });
  for (const [modality, words] of Object.entries(MODALITY_CUES))
    cue(words, { cue: "modality", modality: modality as Modality });
  for (const { modality, words } of added) cue(words, { cue: "modality", modality });
  for (const [comparison, words] of Object.entries(COMPARISON_CUES))
    cue(words, { cue: "comparison", comparison: comparison as Comparison });
  for (const [per, words] of Object.entries(PER_CUES)) cue(words, { cue: "per", per: per as "year" | "month" | "day" });
  for (const [side, words] of Object.entries(CONTRAST_CUES)) cue(words, { cue: side as "earlier" | "later" });
  for (const [name, words] of Object.entries(DISTRIBUTION_CUES)) cue(words, { cue: name as "respectively" });
  cue(SHARE_CUES, { cue: "share" });
  cue(["→", "⇒", "->", "—>", "➡", "=>", "⟶", "➔", "➜"], { cue: "arrow" });
}

/** “三公”经费 is also written with corner brackets, straight quotes or none. */
function quoteForms(word: string): string[] {
  if (!/[“”]/.test(word)) return [word];
  return [
    word,
    word.replace("“", "「").replace("”", "」"),
    word.replace(/[“”]/g, '"'),
    word.replace("“", "『").replace("”", "』"),
  ];
}
