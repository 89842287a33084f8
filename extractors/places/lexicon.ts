import { ALIASES, GENERIC_NAMES, RISKY_BARE_NAMES, WORD_STEMS } from "../../corpus/gazetteer/aliases.ts";
import { BARE_NAMES_THAT_ARE_WORDS, COMMON_WORDS } from "../../corpus/gazetteer/common-words.ts";
import { derived } from "../vocabulary/in-use.ts";
import type { AddedPlace } from "../vocabulary/vocabulary.ts";
import { allDivisions, type Division, divisionOf } from "./division.ts";
import { shortForms } from "./short-forms.ts";

/** How a name is written: in full, shortened but with its kind (漾濞县), or without it (漾濞). */
export type PlaceForm = "official" | "short" | "bare";

/** One written name and the divisions it may mean. */
export interface Name {
  readonly text: string;
  readonly form: PlaceForm;
  readonly divisions: readonly Division[];
  /** True where the same characters are often something else. */
  readonly risky: boolean;
  /** True where they are so even right after the name of what holds the place: 湖北|公安, 甘肃|合作. */
  readonly word: boolean;
  /** Length of the name without its kind, in UTF-16 units. */
  readonly stem: number;
}

/** A name of one division, as the tables yield it. */
interface Meaning {
  readonly text: string;
  readonly division: Division;
  readonly form: PlaceForm;
}

interface Lexicon {
  /** Meanings by the first two characters of their names. */
  readonly byHead: ReadonlyMap<string, readonly Meaning[]>;
  /** What {@link namesAt} made of them; most heads are never met. */
  readonly names: Map<string, readonly Name[]>;
  readonly words: ReadonlySet<string>;
}

const FORM_ORDER: Readonly<Record<PlaceForm, number>> = { official: 0, short: 1, bare: 2 };
const NONE: readonly Name[] = [];
const built = derived(({ places }) => places, build);

/** Names that could start with these two characters, longest first. */
export function namesAt(head: string): readonly Name[] {
  const { byHead, names, words } = built();
  const known = names.get(head);
  if (known) return known;
  const meanings = byHead.get(head);
  if (!meanings) return NONE;
  const made = toNames(meanings, words);
  names.set(head, made);
  return made;
}

/** True for a two-character word that is common in running text. */
export const isCommonWord = (pair: string): boolean => built().words.has(pair);

/** True for stems of one character that are also verbs or conjunctions (和县). */
export const isWordStem = (stem: string): boolean => WORD_STEMS.includes(stem);

function build(places: readonly AddedPlace[]): Lexicon {
  const byHead = new Map<string, Meaning[]>();
  const add = (text: string, division: Division, form: PlaceForm) => {
    const head = text.slice(0, 2);
    const bucket = byHead.get(head);
    if (bucket) bucket.push({ text, division, form });
    else byHead.set(head, [{ text, division, form }]);
  };
  for (const division of allDivisions()) addDivision(division, add);
  const aliased = new Map<string, string[]>();
  for (const [alias, official] of ALIASES) aliased.set(official, [...(aliased.get(official) ?? []), alias]);
  for (const division of allDivisions()) {
    for (const alias of aliased.get(division.name) ?? []) add(alias, division, "short");
  }
  for (const { id, aliases } of places) for (const alias of aliases) add(alias, divisionOf(id)!, "short");
  return { byHead, names: new Map(), words: pairsOf(COMMON_WORDS) };
}

function toNames(meanings: readonly Meaning[], words: ReadonlySet<string>): Name[] {
  const byText = new Map<string, Meaning[]>();
  for (const meaning of meanings) byText.set(meaning.text, [...(byText.get(meaning.text) ?? []), meaning]);
  return [...byText].map(([text, alike]) => toName(text, alike, words)).sort((a, b) => b.text.length - a.text.length);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const line of text.split("\n")) {
    for (let at = 0; at < line.length; at += 2) pairs.add(line.slice(at, at + 2));
  }
  return pairs;
}

function addDivision(division: Division, add: (text: string, division: Division, form: PlaceForm) => void): void {
  add(division.name, division, "official");
  const { short, bare } = shortForms(division.name);
  for (const form of short) add(form, division, "short");
  // A former county's bare name is its heir's, or has gone out of use; 沙市 of 沙市区 is the end of 长沙市.
  if (bare === null || bare.endsWith("市") || (division.former && division.level === "county")) return;
  if (division.level === "county" && isProvince(bare)) return;
  add(bare, division, "bare");
}

const provinces = derived(
  ({ places }) => places,
  () =>
    new Set(
      allDivisions()
        .filter(({ level }) => level === "province")
        .map(({ name }) => shortForms(name).bare ?? name),
    ),
);
const isProvince = (bare: string): boolean => provinces().has(bare);

function toName(text: string, meanings: readonly Meaning[], words: ReadonlySet<string>): Name {
  const ranked = [...meanings].sort((a, b) => FORM_ORDER[a.form] - FORM_ORDER[b.form]);
  const form = ranked[0]!.form;
  const divisions = [...new Set(ranked.map(({ division }) => division))];
  const kind = form === "bare" ? 0 : (/(自治[区州县旗]|[省市县区旗盟州])$/.exec(text)?.[0].length ?? 0);
  const risky = form === "bare" ? isRiskyBare(text, divisions, words) : GENERIC_NAMES.has(text);
  const word = form === "bare" && (words.has(text) || RISKY_BARE_NAMES.has(text));
  return { text, form, divisions, risky, word, stem: text.length - kind };
}

function isRiskyBare(text: string, divisions: readonly Division[], words: ReadonlySet<string>): boolean {
  if (RISKY_BARE_NAMES.has(text)) return true;
  if (divisions.some(({ level }) => level === "province" || level === "nation")) return false;
  if (words.has(text) || wordNames().has(text) || /^[一两二三四五六七八九十百千万]/.test(text)) return true;
  return divisions.every(({ name }) => name.endsWith("区"));
}

let nouns: ReadonlySet<string> | undefined;
function wordNames(): ReadonlySet<string> {
  nouns ??= new Set(BARE_NAMES_THAT_ARE_WORDS.split(" "));
  return nouns;
}
