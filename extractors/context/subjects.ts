import { REGION_SIGNS } from "../../corpus/lexicon/regions.ts";
import type { Document, Sentence } from "../../schemas/document.ts";
import type { Span } from "../../schemas/span.ts";
import { type Division, divisionOf } from "../places/index.ts";
import type { Item, PlaceItem } from "./item.ts";
import type { PointerLevel } from "./lexicon.ts";
import { lineage } from "./lineage.ts";
import { NamedUnits, sameBody, taiwanCentre } from "./named.ts";
import type { PlaceName } from "./place-name.ts";
import { Pointing } from "./pointing.ts";
import { placeName, survey } from "./survey.ts";
import { bodyTopicOf, topicOf } from "./topic.ts";

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

const MAX_HEADING = 24;

const OWN_REPORT = /决算|预算|公开|年度报告|总结/;

/** Knows whom each part of a document speaks of. Sentences must be read in order: 该县 looks back. */
export class Subjects {
  readonly focus: PlaceName | null;
  /** The bureau, company or town that the headline names, in its fullest name; null for most documents. */
  private readonly body: PlaceName | null;
  private readonly focusDivision: Division | null;
  private readonly units: NamedUnits;
  private readonly pointing: Pointing;
  private readonly document: Document;
  private section: PlaceName | null = null;

  constructor(document: Document) {
    this.document = document;
    const surveyed = survey(document);
    this.units = new NamedUnits(document, surveyed);
    this.focusDivision = this.units.abroad.home === null ? surveyed.focus : null;
    this.pointing = new Pointing(document, this.units, this.focusDivision);
    this.focus = this.wholeFocus();
    this.body = this.bodyFocus();
  }

  /** The places, towns and organisations named in a sentence, with its own offsets, in order. */
  mentioned(sentence: Sentence): PlaceItem[] {
    return this.units.within(sentence).map(({ start, end, name, holder }) => ({
      type: "place",
      start: start - sentence.start,
      end: end - sentence.start,
      text: this.document.simplified.slice(start, end),
      // 渭南市人社局 is the bureau in focus under its short name.
      places: [this.body !== null && sameBody(this.body, name) ? this.body : name],
      reporting: this.units.reports(end),
      pointing: false,
      ...(holder && { holder: this.units.nameOf(holder) }),
    }));
  }

  /** Resolves a word that points, at `span` of the sentence. */
  point(level: PointerLevel, sentence: Sentence, span: Span, text: string): PlaceItem | null {
    const places = this.pointing.resolve(level, sentence, sentence.start + span.start, text);
    if (places.length === 0) return null;
    const reporting = this.units.reports(sentence.start + span.end);
    return { type: "place", ...span, text, places, reporting, pointing: true };
  }

  /**
   * Whom a sentence without a name speaks of: the last one that its paragraph made its topic, else the document's focus.
   * A bureau or town that the document is about is meant where the paragraph has spoken of it.
   */
  inherited(before: readonly Spoken[], sentence: Sentence, items: readonly Item[]): Inherited {
    this.section = this.sectionOf(sentence);
    let spoken = this.speaksOfBody(items);
    for (let i = before.length - 1; i >= 0 && before[i]!.sentence.block === sentence.block; i--) {
      const earlier = before[i]!.items;
      spoken ||= this.speaksOfBody(earlier);
      const body = bodyTopicOf(earlier);
      if (body !== null) return { whole: topicOf(earlier) ?? this.focus, body, sure: this.sure };
      const topic = topicOf(earlier);
      if (topic !== null) return { whole: topic, body: spoken ? this.body : null, sure: true };
    }
    if (this.section !== null) return { whole: this.section, body: null, sure: true };
    return { whole: this.focus, body: spoken || this.bodyLeads ? this.body : null, sure: this.sure };
  }

  /** 02 桂东：省钱最狠: the one county that a heading names, for the paragraphs below it, until the next heading. */
  private sectionOf(sentence: Sentence): PlaceName | null {
    const { text, kind } = sentence;
    if (kind === "title") return null;
    const isHeading =
      kind === "heading" || (text.length <= MAX_HEADING && !/[。！？；，,;：:]$/.test(text) && !/[。；\t|]/.test(text));
    if (!isHeading || kind === "table-row") return this.section;
    const named = this.units.within(sentence).flatMap(({ division }) => (division ? [division] : []));
    const [first] = named;
    const isOne = first !== undefined && first.level === "county" && named.every(({ id }) => id === first.id);
    return isOne ? this.units.nameOf(first) : null;
  }

  /** The code of the region whose money a bare 元 is: 710000, 810000, 820000 or null. */
  get region(): string | null {
    if (this.units.taiwan) return "710000";
    const province = this.focusDivision && lineage(this.focusDivision).find(({ level }) => level === "province");
    const code = province?.id ?? this.focus?.code ?? "";
    if (/^(?:71|81|82)/.test(code)) return code;
    return this.focusDivision === null
      ? (REGION_SIGNS.find(([signs]) => signs.test(this.document.simplified))?.[1] ?? null)
      : null;
  }

  /** The unit one level up that the document means, for numbers a county cannot have (how many counties there are). */
  holder({ code }: PlaceName): PlaceName | null {
    const division = code === null ? undefined : divisionOf(code);
    const province = division && lineage(division).find(({ level }) => level === "province");
    return province ? placeName(province) : null;
  }

  /** A bureau's own report (海原县自然资源局2024年度部门决算) speaks of nobody else. */
  private get bodyLeads(): boolean {
    const { body } = this;
    if (body === null || this.document.title?.startsWith(this.document.text.slice(0, 2)) !== true) return false;
    return (
      this.units.all.every(({ name, division }) => division === null || body.name.startsWith(name.name)) &&
      OWN_REPORT.test(this.document.simplified.slice(0, this.document.sentences[0]?.end ?? 0))
    );
  }

  private speaksOfBody(items: readonly Item[]): boolean {
    if (this.body === null) return false;
    return items.some((item) => item.type === "place" && item.places.some(({ name }) => name === this.body?.name));
  }

  private get sure(): boolean {
    return this.focusDivision !== null || this.units.taiwan || this.focus?.code != null;
  }

  private wholeFocus(): PlaceName | null {
    if (this.focusDivision !== null) return this.units.nameOf(this.focusDivision);
    if (this.units.taiwan) return taiwanCentre;
    const { home } = this.units.abroad;
    if (home !== null) return { name: home, code: null, level: "nation" };
    const region = REGION_SIGNS.find(([signs]) => signs.test(this.document.simplified))?.[1];
    const division = region === undefined ? undefined : divisionOf(region);
    return division ? placeName(division) : this.busiestBody();
  }

  private busiestBody(): PlaceName | null {
    const counts = new Map<string, { readonly name: PlaceName; count: number }>();
    for (const { name, level, kind, local } of this.units.organisations) {
      if (kind === "body" || local) continue;
      const known = counts.get(name);
      if (known) known.count++;
      else counts.set(name, { name: { name, code: null, level }, count: 1 });
    }
    return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.name ?? null;
  }

  private bodyFocus(): PlaceName | null {
    const title = this.document.sentences.find(({ kind }) => kind === "title");
    const isBody = ({ name }: { readonly name: PlaceName }) =>
      name.level === "organisation" || name.level === "township";
    const found = title && this.units.within(title).find(isBody);
    if (title === undefined || found === undefined || this.units.reports(found.end)) return null;
    // 渭南市人社局 in the headline is 渭南市人力资源和社会保障局 in the text.
    const same = this.units.all.filter(({ name }) => sameBody(name, found.name));
    const fullest = [...same].sort((a, b) => b.name.name.length - a.name.name.length)[0] ?? found;
    // Whose accounts they are, the headline alone may say.
    const isOwnReport = found.start <= title.start + 1 && OWN_REPORT.test(title.text);
    return same.length > 1 || isOwnReport || found.name.level === "township" ? fullest.name : null;
  }
}
