import { REPORTING_VERBS } from "../../corpus/lexicon/cues.ts";
import type { Document, Sentence } from "../../schemas/document.ts";
import type { Span } from "../../schemas/span.ts";
import { type Division, divisionOf, nation, parentOf } from "../places/index.ts";
import { findOrganisations, type OrganisationMention } from "../places/organisations.ts";
import type { Item, PlaceItem } from "./item.ts";
import type { PointerLevel } from "./lexicon.ts";
import type { PlaceName } from "./place-name.ts";
import { placeName, type SettledPlace, survey } from "./survey.ts";

const REPORTS = new RegExp(
  `^(?:日前|近日|最新|昨日?|今日?|初步|随机|对外|有关|相关|的|）|\\)|”)*(?:${REPORTING_VERBS.split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .join("|")})`,
);
/** Words that only one region's news uses, where it does not name itself. */
const REGIONS: readonly (readonly [RegExp, string])[] = [
  [/澳门元|行政公职局|澳门/, "820000"],
  [/港元|港府|特首|财政司|政务司|公务员事务局|康文署|房屋署|食环署/, "810000"],
];
const TAIWAN_CENTRE: PlaceName = { name: "行政院", code: null, level: "organisation" };

interface Spoken {
  readonly sentence: Sentence;
  readonly items: readonly Item[];
}

/** `body` goes before `whole` for what a bureau or town can have of its own. */
export interface Inherited {
  readonly whole: PlaceName | null;
  readonly body: PlaceName | null;
  /** False where `whole` is only the name that comes up most. */
  readonly sure: boolean;
}

/** One mention in the text's order: what pointers look back to. */
interface Named extends Span {
  readonly division: Division | null;
  readonly name: PlaceName;
}

/**
 * Knows whom each part of a document speaks of. Sentences must be read in order: 该县 looks back.
 */
export class Subjects {
  readonly focus: PlaceName | null;
  /** The bureau, company or town that the headline names, in its fullest name; null for most documents. */
  private readonly body: PlaceName | null;
  private readonly focusDivision: Division | null;
  private readonly named: readonly Named[];
  private readonly organisations: readonly OrganisationMention[];
  private readonly document: Document;
  /** News of Taiwan, whose 全国 and 中央 are its own. */
  private readonly taiwan: boolean;

  constructor(document: Document) {
    this.document = document;
    this.taiwan = /行政院|立法院|民国[\d一二三四五六七八九十百零〇]+年/.test(document.simplified);
    const { places, townships, focus } = survey(document);
    this.organisations = findOrganisations(document.simplified);
    this.focusDivision = focus;
    this.named = this.allNamed(places, townships);
    this.focus = this.wholeFocus(focus);
    this.body = this.bodyFocus();
  }

  /** The places, towns and organisations named in a sentence, with its own offsets, in order. */
  mentioned(sentence: Sentence): PlaceItem[] {
    return this.named
      .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      .map(({ start, end, name }) => ({
        type: "place",
        start: start - sentence.start,
        end: end - sentence.start,
        text: this.document.simplified.slice(start, end),
        places: [this.fullName(name)],
        reporting: this.reports(end),
        pointing: false,
      }));
  }

  /** 渭南市人社局 is the bureau in focus under its short name. */
  private fullName(name: PlaceName): PlaceName {
    const { body } = this;
    return body !== null && sameBody(body, name) ? body : name;
  }

  /** Resolves a word that points, at `span` of the sentence. */
  point(level: PointerLevel, sentence: Sentence, span: Span, text: string): PlaceItem | null {
    const at = sentence.start + span.start;
    // 各公所, 每个县里: any of them, not the one in focus.
    if (/[各每等]/.test(this.document.simplified[at - 1] ?? "")) return null;
    const places = level === "plural" ? this.lastSeveral(at, text) : this.pointed(level, at);
    if (places.length === 0) return null;
    return { type: "place", ...span, text, places, reporting: this.reports(sentence.start + span.end), pointing: true };
  }

  /**
   * Whom a sentence without a name speaks of: the last one that its paragraph made its topic, else the document's focus.
   * A bureau or town that the document is about is meant where the paragraph has spoken of it.
   */
  inherited(before: readonly Spoken[], sentence: Sentence, items: readonly Item[]): Inherited {
    const block: Spoken[] = [{ sentence, items }];
    for (let i = before.length - 1; i >= 0 && before[i]!.sentence.block === sentence.block; i--) block.push(before[i]!);
    const body = this.body !== null && block.some((one) => this.speaksOfBody(one.items)) ? this.body : null;
    for (const one of block.slice(1)) {
      const topic = topicOf(one.items);
      if (topic !== null)
        return {
          whole: topic,
          sure: true,
          body: this.speaksOfBody(one.items) || this.speaksOfBody(items) ? body : null,
        };
    }
    return { whole: this.focus, body, sure: this.sure };
  }

  private speaksOfBody(items: readonly Item[]): boolean {
    return items.some((item) => item.type === "place" && item.places.some(({ name }) => name === this.body?.name));
  }

  /** The code of the region whose money a bare 元 is: 710000, 810000, 820000 or null. */
  get region(): string | null {
    if (this.taiwan) return "710000";
    const top =
      this.focusDivision === null
        ? this.focus?.code
        : this.lineage(this.focusDivision).find(({ level }) => level === "province")?.id;
    return top !== undefined && top !== null && /^(?:71|81|82)/.test(top) ? top : null;
  }

  /** The unit one level up that the document means, for numbers a county cannot have (how many counties there are). */
  holder({ code }: PlaceName): PlaceName | null {
    const division = code === null ? undefined : divisionOf(code);
    const province = division && this.lineage(division).find(({ level }) => level === "province");
    return province ? placeName(province) : null;
  }

  private allNamed(places: readonly SettledPlace[], townships: readonly (Span & { readonly name: string })[]): Named[] {
    const all: Named[] = [
      ...places.map(({ start, end, division }) => ({ start, end, division, name: this.centre(division) })),
      ...townships.map(({ start, end, name }) => ({
        start,
        end,
        division: null,
        name: { name, code: null, level: "township" as const },
      })),
      ...this.organisations
        .filter(({ local }) => !local)
        .map(({ start, end, name, level }) => ({
          start,
          end,
          division: null,
          name: { name: stateName(name, level), code: null, level },
        })),
    ];
    const kept: Named[] = [];
    // An organisation's name holds its place's: 湖北省供销合作总社 is one name.
    for (const one of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
      const holder = kept.at(-1);
      // 花莲县秀林乡 speaks of the town alone.
      if (one.division === null && holder !== undefined && holder.division !== null && holder.end === one.start) {
        kept[kept.length - 1] = { ...one, start: holder.start };
        continue;
      }
      if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
    }
    return kept;
  }

  /** Taiwan's central government is named by itself in its own news. */
  private centre(division: Division): PlaceName {
    return division.id === "710000"
      ? /省政府|省府|精省/.test(this.document.simplified)
        ? { name: "台湾省政府", code: "710000", level: "province" }
        : TAIWAN_CENTRE
      : placeName(division);
  }

  private wholeFocus(focus: Division | null): PlaceName | null {
    if (focus !== null) return this.centre(focus);
    const counts = new Map<string, { readonly name: PlaceName; count: number }>();
    for (const { name, level, kind } of this.organisations) {
      if (kind === "body") continue;
      const known = counts.get(name);
      if (known) known.count++;
      else counts.set(name, { name: { name, code: null, level }, count: 1 });
    }
    if (this.taiwan) return TAIWAN_CENTRE;
    const region = REGIONS.find(([signs]) => signs.test(this.document.simplified))?.[1];
    const division = region === undefined ? undefined : divisionOf(region);
    if (division !== undefined) return placeName(division);
    return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.name ?? null;
  }

  private get sure(): boolean {
    return this.focusDivision !== null || this.taiwan || this.focus?.code != null;
  }

  private bodyFocus(): PlaceName | null {
    const title = this.document.sentences.find(({ kind }) => kind === "title");
    const bodies = this.named.filter(({ name }) => name.level === "organisation" || name.level === "township");
    const found = title && bodies.find(({ start, end }) => start >= title.start && end <= title.end);
    if (found === undefined || this.reports(found.end)) return null;
    // 渭南市人社局 in the headline is 渭南市人力资源和社会保障局 in the text.
    const same = bodies.filter(({ name }) => sameBody(name, found.name));
    const fullest = [...same].sort((a, b) => b.name.name.length - a.name.name.length)[0] ?? found;
    return same.length > 1 || found.name.level === "township" ? fullest.name : null;
  }

  private reports(end: number): boolean {
    return REPORTS.test(this.document.simplified.slice(end, end + 12));
  }

  private pointed(level: Exclude<PointerLevel, "plural">, at: number): PlaceName[] {
    if (level === "nation") return [this.taiwan ? TAIWAN_CENTRE : placeName(nation())];
    if (level === "organisation" || level === "township") {
      const last = this.back(at, ({ name }) => name.level === level);
      return last ? [last.name] : [];
    }
    const division = this.pointedDivision(level, at);
    return division ? [this.centre(division)] : [];
  }

  private pointedDivision(level: "province" | "prefecture" | "county" | "district", at: number): Division | null {
    const near = this.divisionsBefore(at, level === "province" ? this.sentenceStart(at) : this.blockStart(at));
    const candidates = [...near, ...(this.focusDivision ? [this.focusDivision] : []), ...this.divisionsBefore(at, 0)];
    for (const division of candidates) {
      const found = this.lineage(division).find((one) => fits(one, level));
      if (found) return found;
    }
    return (
      this.named
        .map(({ division }) => division)
        .filter((one) => one !== null)
        .flatMap((one) => this.lineage(one))
        .find((one) => fits(one, level)) ?? null
    );
  }

  private sentenceStart(at: number): number {
    return this.document.sentences.findLast(({ start }) => start <= at)?.start ?? 0;
  }

  private blockStart(at: number): number {
    const { sentences } = this.document;
    const block = sentences.findLast(({ start }) => start <= at)?.block;
    return sentences.find((sentence) => sentence.block === block)?.start ?? 0;
  }

  /** Divisions named from `from` to `at`, the latest first. */
  private divisionsBefore(at: number, from: number): Division[] {
    return this.named
      .filter(({ start, division }) => start >= from && start < at && division !== null)
      .map(({ division }) => division!)
      .reverse();
  }

  private back(at: number, fitsName: (named: Named) => boolean): Named | undefined {
    return this.named.filter((named) => named.start < at && fitsName(named)).at(-1);
  }

  /** 两县: the last two different counties; 三市: three prefectures or cities. */
  private lastSeveral(at: number, text: string): PlaceName[] {
    const wanted = /三/.test(text) ? 3 : /四/.test(text) ? 4 : 2;
    const seen: Division[] = [];
    for (const division of this.divisionsBefore(at, 0)) {
      if (!fitsPlural(division, text) || seen.some(({ id }) => id === division.id)) continue;
      seen.unshift(division);
      if (seen.length === wanted) return pick(this.inTextOrder(seen).map(placeName), text);
    }
    return [];
  }

  /** In the order the text first names them: what 分别 refers to. */
  private inTextOrder(divisions: readonly Division[]): Division[] {
    const first = (division: Division) => this.named.findIndex((named) => named.division?.id === division.id);
    return [...divisions].sort((a, b) => first(a) - first(b));
  }

  private lineage(division: Division): Division[] {
    const line: Division[] = [];
    for (let up: Division | null = division; up; up = parentOf(up)) line.push(up);
    return line;
  }
}

/** 阿根廷政府 is Argentina. */
const stateName = (name: string, level: PlaceName["level"]): string =>
  level === "nation" ? name.replace(/(?:联邦|中央)?政府$/, "") : name;

function fits({ level, name }: Division, wanted: "province" | "prefecture" | "county" | "district"): boolean {
  if (wanted === "district")
    return (level === "county" && name.endsWith("区")) || (level === "province" && name.endsWith("区"));
  if (wanted === "prefecture")
    return (
      level === "prefecture" ||
      (level === "province" && /[市]$/.test(name)) ||
      (level === "county" && name.endsWith("市"))
    );
  return level === wanted;
}

const fitsPlural = ({ level, name }: Division, text: string): boolean =>
  /县|旗/.test(text)
    ? level === "county"
    : /省/.test(text)
      ? level === "province"
      : /州/.test(text)
        ? level === "prefecture"
        : /区/.test(text)
          ? name.endsWith("区")
          : /市/.test(text)
            ? name.endsWith("市")
            : level === "county" || level === "prefecture";

/** Names of one body: the same place before, the same kind behind. */
const sameBody = (a: PlaceName, b: PlaceName): boolean =>
  a.level === b.level &&
  a.level !== null &&
  a.name.slice(0, 2) === b.name.slice(0, 2) &&
  a.name.at(-1) === b.name.at(-1);

/** 前者 is the first of two, 后者 the second. */
const pick = (places: PlaceName[], text: string): PlaceName[] =>
  text === "前者" ? places.slice(0, 1) : text === "后者" ? places.slice(-1) : places;

/** The place that a sentence is about: the first that opens a clause and tells no news. */
function topicOf(items: readonly Item[]): PlaceName | null {
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.type !== "place" || item.reporting || item.places.length > 1) continue;
    const before = items[i - 1];
    const opens =
      before === undefined ||
      before.type === "punctuation" ||
      before.type === "date" ||
      /^(?:以|在|而|其中|例如|比如|全|\s)$|的$/.test(before.text);
    const level = item.places[0]!.level;
    if (opens && level !== "organisation" && level !== "township" && level !== "nation") return item.places[0]!;
  }
  return null;
}
