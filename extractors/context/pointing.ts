import type { Document, Sentence } from "../../schemas/document.ts";
import { type Division, nation } from "../places/index.ts";
import type { PointerLevel } from "./lexicon.ts";
import { lineage } from "./lineage.ts";
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
    if (text === "师市" && /[个类]$/.test(this.document.simplified[at - 1] ?? "")) return [];
    if (level === "plural") return this.lastSeveral(at, text);
    if (level === "nation") return [this.units.taiwan ? taiwanCentre : placeName(nation())];
    if (level === "zone") return this.zone(at, text);
    if (level === "organisation") return this.latest(at, (name) => name.level === level && kindFits(name.name, text));
    if (level === "township") return this.town(at, text);
    const division = this.division(level, sentence, at, text);
    return division ? [this.units.nameOf(division)] : [];
  }

  /** The unit of that level that the paragraph named last, else the document's; a province must be named in the sentence. */
  private division(level: DivisionPointer, sentence: Sentence, at: number, text: string): Division | null {
    const from = level === "province" ? sentence.start : (this.blockStarts.get(sentence.block) ?? 0);
    for (const division of this.candidates(at, from)) {
      const found = lineage(division).find((one) => fits(one, level) && sameKind(one, text));
      if (found) return found;
    }
    return null;
  }

  /** The last name before `at` that fits, among those near. */
  private latest(at: number, wanted: (name: PlaceName) => boolean): PlaceName[] {
    let left = NEAR;
    for (const { name } of this.units.before(at)) {
      if (wanted(name)) return [name];
      if (--left === 0) break;
    }
    return [];
  }

  /** 全镇 is a town where one is named, else a township of any kind. */
  private town(at: number, text: string): PlaceName[] {
    const kind = /镇|乡|街道/.exec(text)?.[0] ?? "";
    const same = this.latest(at, ({ name, level }) => level === "township" && name.endsWith(kind));
    return same.length > 0 ? same : this.latest(at, ({ level }) => level === "township");
  }

  /** 园区, 管委会: the zone last named, by its committee where the text names that. 各类园区管委会 are many. */
  private zone(at: number, text: string): PlaceName[] {
    const simplified = this.document.simplified;
    if (/[类个家级省市县区州旗所些大座有多]$/.test(simplified.slice(Math.max(0, at - 1), at))) return [];
    if (COUNTED.test(simplified.slice(at + text.length, at + text.length + 5))) return [];
    const [zone] = this.latest(at, ({ name }) => ZONE.test(name));
    if (zone === undefined) return [];
    return this.latest(at, ({ name }) => name === `${zone.name}管理委员会`)
      .concat(zone)
      .slice(0, 1);
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
    let left = NEAR;
    for (const { division } of this.units.before(at)) {
      if (--left === 0) break;
      if (division === null || !fitsPlural(division, text, seen[0]) || seen.some(({ id }) => id === division.id))
        continue;
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

/** How many names back a pointer looks. */
const NEAR = 200;
/** 管委会31家, 园区共有12个 */
const COUNTED = /^(?:数量|总数|个数)?[共有达由从的]{0,2}[\d一二三四五六七八九十两]/;
const ZONE = /(?:区|园|口岸)(?:管理委员会)?$/;
/** What names of the bodies end with that a pointer's last character points at. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/部/, /部$/],
  [/局/, /[局署]$/],
  [/署/, /[署局处]$/],
  [/厅/, /厅$/],
  [/处/, /处$/],
  [/[院]/, /院$/],
  [/校/, /(?:校|大学|中学|小学|学院)$/],
];

/** 该部 is a ministry, 局机关 a bureau's own; 该机构 may be any. */
function kindFits(name: string, pointer: string): boolean {
  const rule = /部门/.test(pointer) ? undefined : KINDS.find(([said]) => said.test(pointer));
  return rule === undefined || rule[1].test(name);
}

/** 自治区党委 is no province's, 全省 no region's. */
function sameKind({ name }: Division, pointer: string): boolean {
  if (pointer.includes("自治区")) return name.endsWith("自治区");
  return !/省/.test(pointer) || !name.endsWith("自治区");
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

function fitsPlural(division: Division, text: string, last: Division | undefined): boolean {
  const rule = PLURALS.find(([kind]) => kind.test(text));
  if (rule !== undefined) return rule[1](division);
  if (division.level === "nation") return false;
  // 川渝两地 are provinces; two places are of one kind.
  return last === undefined || (last.level === "province") === (division.level === "province");
}

/** 前者 is the first of two, 后者 the second. */
const pick = (places: PlaceName[], text: string): PlaceName[] =>
  text === "前者" ? places.slice(0, 1) : text === "后者" ? places.slice(-1) : places;
