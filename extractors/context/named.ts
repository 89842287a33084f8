import { REPORTING_VERBS } from "../../corpus/lexicon/cues.ts";
import { TAIWAN_CENTRE, TAIWAN_PROVINCE_SIGNS, TAIWAN_SIGNS } from "../../corpus/lexicon/regions.ts";
import type { Document } from "../../schemas/document.ts";
import type { Span } from "../../schemas/span.ts";
import type { Division } from "../places/index.ts";
import { findOrganisations, type OrganisationMention } from "../places/organisations.ts";
import { Abroad } from "./abroad.ts";
import { localOffice } from "./local-office.ts";
import { nicknames } from "./nicknames.ts";
import type { PlaceName } from "./place-name.ts";
import { placeName, type Survey } from "./survey.ts";

/** One name of a place, town or organisation in the text's order: what pointers look back to. */
export interface Named extends Span {
  readonly division: Division | null;
  readonly name: PlaceName;
  /** The division that the name of an office begins with. */
  readonly holder?: Division;
}

const REPORTS = new RegExp(
  `^(?:\\d{1,2}日|\\d{1,2}月\\d{1,2}日|[上本]周[一二三四五六日]?|周[一二三四五六日]|日前|近日|最新|昨日?|今日?|初步|随机|对外|有关|相关|的|）|\\)|”)*(?:${REPORTING_VERBS.split(
    /\s+/,
  )
    .sort((a, b) => b.length - a.length)
    .join("|")})`,
);
const centre: PlaceName = { name: TAIWAN_CENTRE, code: null, level: "organisation" };

/** Every name of a document in order, found by place in the text in logarithmic time. */
export class NamedUnits {
  readonly all: readonly Named[];
  readonly organisations: readonly OrganisationMention[];
  readonly taiwan: boolean;
  readonly abroad: Abroad;
  private readonly text: string;
  private readonly provincial: boolean;

  constructor(document: Document, { places, townships, focus }: Survey) {
    this.text = document.simplified;
    this.taiwan = TAIWAN_SIGNS.test(this.text) || focus?.id === "710000";
    this.provincial = TAIWAN_PROVINCE_SIGNS.test(this.text);
    this.organisations = findOrganisations(this.text);
    this.abroad = new Abroad(document, this.organisations, places.length);
    const towns = townships.map(
      ({ start, end, name }): Named => ({ start, end, division: null, name: { name, code: null, level: "township" } }),
    );
    const heads = new Map(places.map(({ start, division }) => [start, division]));
    const bodies = this.organisations
      .filter((mention) => !this.isLoneShortName(mention))
      .flatMap((mention): Named[] => {
        if (mention.local) return localOffice(mention, places, focus);
        const holder = heads.get(mention.start);
        const name = this.abroad.nameOf(mention);
        return [{ ...spanOf(mention), division: null, name, ...(holder && { holder }) }];
      });
    const divisions = places.map((place): Named => {
      const abroad = this.abroad.partBy(this.text.slice(place.start, place.end));
      if (abroad !== undefined) return { ...spanOf(place), division: null, name: abroad };
      return { ...spanOf(place), division: place.division, name: this.nameOf(place.division) };
    });
    this.all = withoutOverlaps([...divisions, ...nicknames(this.text, places), ...towns, ...bodies]);
  }

  /** 维州 where the text says nothing of Australia. */
  private isLoneShortName({ kind, start, end, name }: OrganisationMention): boolean {
    if (kind !== "part" || end - start >= name.length) return false;
    return this.abroad.partBy(this.text.slice(start, end).replace(/政府$/, "")) === undefined;
  }

  /** A division as a subject; Taiwan's central government is named by itself in its own news. */
  nameOf(division: Division): PlaceName {
    if (division.id !== "710000") return placeName(division);
    return this.provincial ? { name: "台湾省政府", code: "710000", level: "province" } : centre;
  }

  /** Names that lie within the span. */
  within({ start, end }: Span): readonly Named[] {
    const first = this.indexAt(start);
    let last = first;
    while (last < this.all.length && this.all[last]!.end <= end) last++;
    return this.all.slice(first, last);
  }

  /** Names before `at`, the latest first, no further back than `from`. */
  *before(at: number, from = 0): Generator<Named> {
    for (let i = this.indexAt(at) - 1; i >= 0 && this.all[i]!.start >= from; i--) yield this.all[i]!;
  }

  /** True where the words behind a name say that it tells the news: 县委编办介绍. */
  reports(end: number): boolean {
    const behind = this.text.slice(end, end + 16);
    // 美国《华盛顿邮报》
    return REPORTS.test(behind) || /^(?:《[^》]{2,10}》|媒体)(?!(?:规定|要求|明确|公布的))/.test(behind);
  }

  /** Index of the first name at or behind `at`. */
  private indexAt(at: number): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.all[middle]!.start < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** An organisation's name holds its place's (湖北省供销合作总社), and 花莲县秀林乡 speaks of the town alone. */
function withoutOverlaps(all: Named[]): Named[] {
  const kept: Named[] = [];
  for (const one of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const holder = kept.at(-1);
    if (one.division === null && holder !== undefined && holder.division !== null && holder.end === one.start) {
      kept[kept.length - 1] = { ...one, start: holder.start };
    } else if (one.start >= (holder?.end ?? 0)) kept.push(one);
  }
  return kept;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Names of one body: the same place before, the same kind behind. */
export const sameBody = (a: PlaceName, b: PlaceName): boolean =>
  a.level === b.level &&
  a.level !== null &&
  a.name.slice(0, 2) === b.name.slice(0, 2) &&
  a.name.at(-1) === b.name.at(-1);

export { centre as taiwanCentre };
