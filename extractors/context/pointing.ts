import type { Document, Sentence } from "../../schemas/document.ts";
import { type Division, nation, parentOf } from "../places/index.ts";
import type { PointerLevel } from "./lexicon.ts";
import { type NamedUnits, taiwanCentre } from "./named.ts";
import type { PlaceName } from "./place-name.ts";
import { placeName } from "./survey.ts";

type DivisionPointer = "province" | "prefecture" | "county" | "district";

/** Resolves words that point at a unit without naming it: 全县, 该市, 两县, 前者. */
export class Pointing {
  private readonly document: Document;
  private readonly units: NamedUnits;
  private readonly focus: Division | null;
  private readonly blockStarts = new Map<number, number>();

  constructor(document: Document, units: NamedUnits, focus: Division | null) {
    this.document = document;
    this.units = units;
    this.focus = focus;
    for (const { block, start } of document.sentences)
      if (!this.blockStarts.has(block)) this.blockStarts.set(block, start);
  }

  /** @param at offset in the simplified text */
  resolve(level: PointerLevel, sentence: Sentence, at: number, text: string): PlaceName[] {
    // 各公所, 每个县里: any of them, not the one in focus.
    if (/[各每等]/.test(this.document.simplified[at - 1] ?? "")) return [];
    if (level === "plural") return this.lastSeveral(at, text);
    if (level === "nation") return [this.units.taiwan ? taiwanCentre : placeName(nation())];
    if (level === "organisation" || level === "township") {
      for (const { name } of this.units.before(at)) if (name.level === level) return [name];
      return [];
    }
    const division = this.division(level, sentence, at);
    return division ? [this.units.nameOf(division)] : [];
  }

  /** The unit of that level that the paragraph named last, else the document's; a province must be named in the sentence. */
  private division(level: DivisionPointer, sentence: Sentence, at: number): Division | null {
    const from = level === "province" ? sentence.start : (this.blockStarts.get(sentence.block) ?? 0);
    for (const division of this.candidates(at, from)) {
      const found = lineage(division).find((one) => fits(one, level));
      if (found) return found;
    }
    return null;
  }

  private *candidates(at: number, from: number): Generator<Division> {
    for (const { division, holder } of this.units.before(at, from)) {
      const spoken = division ?? holder;
      if (spoken) yield spoken;
    }
    if (this.focus) yield this.focus;
    for (const { division } of this.units.before(from)) if (division) yield division;
    for (const { division } of this.units.all) if (division) yield division;
  }

  /** 两县: the last two different counties; 三市: three prefectures or cities; in the order the text named them. */
  private lastSeveral(at: number, text: string): PlaceName[] {
    const wanted = /三/.test(text) ? 3 : /四/.test(text) ? 4 : 2;
    const seen: Division[] = [];
    for (const { division } of this.units.before(at)) {
      if (division === null || !fitsPlural(division, text) || seen.some(({ id }) => id === division.id)) continue;
      seen.push(division);
      if (seen.length === wanted) return pick(this.inTextOrder(seen).map(placeName), text);
    }
    return [];
  }

  private inTextOrder(divisions: readonly Division[]): Division[] {
    const first = (division: Division) => this.units.all.findIndex((named) => named.division?.id === division.id);
    return [...divisions].sort((a, b) => first(a) - first(b));
  }
}

/** A division and all that hold it, smallest first. */
export function lineage(division: Division): Division[] {
  const line: Division[] = [];
  for (let up: Division | null = division; up; up = parentOf(up)) line.push(up);
  return line;
}

function fits({ level, name }: Division, wanted: DivisionPointer): boolean {
  if (wanted === "district") return name.endsWith("区") && (level === "county" || level === "province");
  if (wanted !== "prefecture") return level === wanted;
  return level === "prefecture" || ((level === "province" || level === "county") && name.endsWith("市"));
}

/** What 县, 省, 州, 区 and 市 in 两县, 两省… can stand for; 两地 and 前者 for counties and prefectures. */
const PLURALS: readonly (readonly [RegExp, (division: Division) => boolean])[] = [
  [/[县旗]/, ({ level }) => level === "county"],
  [/省/, ({ level }) => level === "province"],
  [/州/, ({ level }) => level === "prefecture"],
  [/区/, ({ name }) => name.endsWith("区")],
  [/市/, ({ name }) => name.endsWith("市")],
];

function fitsPlural(division: Division, text: string): boolean {
  const rule = PLURALS.find(([kind]) => kind.test(text));
  return rule ? rule[1](division) : division.level === "county" || division.level === "prefecture";
}

/** 前者 is the first of two, 后者 the second. */
const pick = (places: PlaceName[], text: string): PlaceName[] =>
  text === "前者" ? places.slice(0, 1) : text === "后者" ? places.slice(-1) : places;
