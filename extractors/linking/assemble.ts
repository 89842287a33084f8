import type { NumberField } from "../../schemas/fact.ts";
import type { Span } from "../../schemas/span.ts";
import type { Item, NounItem } from "../context/item.ts";
import { hasCue } from "../context/item.ts";
import type { PlaceName } from "../context/place-name.ts";
import type { Inherited } from "../context/subjects.ts";
import type { Claim, ClaimField } from "../rule.ts";
import { absorb } from "./absorb.ts";
import { refusal } from "./admission.ts";
import type { Attachment } from "./attachment.ts";
import { attributes } from "./attributes.ts";
import { clauseStart } from "./clause.ts";
import type { Frame, FrameField } from "./frame.ts";
import { settleMetric } from "./metric.ts";
import { attach } from "./noun.ts";
import { inParts } from "./parts.ts";
import { eachOf, referents } from "./referents.ts";
import { announcer, canHave, namedSubject } from "./subject.ts";
import type { Words } from "./words.ts";

export interface SentenceContext {
  readonly index: number;
  readonly text: string;
  readonly items: readonly Item[];
  readonly claims: readonly Claim[];
  readonly words: Words;
  /** True in a notice, whose imperatives are requirements. */
  readonly notice: boolean;
  /** Whom the sentence speaks of where it names nobody. */
  readonly inherited: Inherited;
  /** The noun that introduced the list the sentence stands in. */
  readonly introduced: NounItem | null;
  /** The unit above, for what a county cannot have. */
  readonly holder: (place: PlaceName) => PlaceName | null;
  /** All frames of the document so far. */
  readonly recent: readonly Frame[];
  /** Frames of the sentence before, when it stands in the same block. */
  readonly earlier: readonly Frame[];
}

export interface Miss extends Span {
  readonly text: string;
  readonly reason: string;
}

/** Turns the claims of one sentence into frames: what is counted, of whom, when, and how sure. */
export function assemble(context: SentenceContext): { readonly frames: Frame[]; readonly misses: Miss[] } {
  const frames: Frame[] = [];
  const misses: Miss[] = [];
  let lost: Claim | null = null;
  for (const claim of context.claims) {
    const found = framesOf(claim, context, frames);
    const made =
      "miss" in found || !changesLost(claim, lost, found.attachment, frames)
        ? found
        : { miss: "it changes what is no metric" };
    if ("miss" in made) {
      const { start, end, text } = claim.fields[0]!.item;
      misses.push({ start, end, text, reason: made.miss });
      lost = claim;
    } else
      for (const frame of made.frames)
        if (!absorb([...context.earlier, ...frames], frame, made.attachment)) frames.push(frame);
  }
  return { frames, misses };
}

/** 第一产业增加值15.20亿元，增长4.8%: the change is of the number just before it, and that is no fact. */
function changesLost(
  { rule, fields }: Claim,
  lost: Claim | null,
  { source }: Attachment,
  frames: readonly Frame[],
): boolean {
  if (lost === null || source !== "carried" || (rule !== "change" && rule !== "doubling")) return false;
  const { start, quantity } = lost.fields[0]!.item;
  const last = frames.at(-1);
  return (
    lost.rule === "level" &&
    quantity.kind !== "number" &&
    start < fields[0]!.item.start &&
    (last === undefined || start > last.span.end)
  );
}

function framesOf(
  claim: Claim,
  context: SentenceContext,
  frames: readonly Frame[],
): { frames: Frame[]; attachment: Attachment } | { miss: string } {
  const { items } = context;
  const shared = claim.slot === null ? null : referents(items, claim);
  const place = {
    items,
    words: context.words,
    index: context.index,
    frames: [...context.earlier, ...frames],
    recent: context.recent,
    introduced: context.introduced,
  };
  const attached = shared?.nouns.length
    ? sharedNoun(claim, shared.nouns)
    : settleMetric(claim, attach(claim, place), place);
  if ("miss" in attached) return attached;
  const refused = refusal(items, claim, attached, frames);
  if (refused !== null) return { miss: refused };
  const subjects = subjectsOf(claim, attached, context, shared?.places ?? []);
  if (subjects.length === 0) return { miss: "nobody is named whose number it is" };
  return {
    frames: subjects.map((subject) =>
      frameOf(
        claim,
        { ...attached, from: attached.from ?? sharing(items, attached, frames) },
        subject,
        context,
        shared?.scopes ?? [],
      ),
    ),
    attachment: attached,
  };
}

/** 收回事业编制132名、行政编制18名: one verb for both, so that the second is a change too. */
function sharing(items: readonly Item[], { noun, source }: Attachment, frames: readonly Frame[]): Frame | null {
  if (noun === null || source !== "left") return null;
  const at = items.indexOf(noun);
  const before = items[at - 2];
  if (!/^(?:、|和|及|与|以及)$/.test(items[at - 1]?.text ?? "") || before?.type !== "quantity") return null;
  const last = frames.at(-1);
  return last?.source === "inner" && last.fields.get("change")?.quantity === before.quantity ? last : null;
}

function sharedNoun(claim: Claim, nouns: readonly NounItem[]): Attachment {
  const noun = nouns[claim.slot!.index]!;
  return { metric: noun.metric, label: noun.text, modifier: noun.modifier, source: "left", noun, from: null };
}

function subjectsOf(
  claim: Claim,
  attached: Attachment,
  context: SentenceContext,
  places: readonly PlaceName[],
): PlaceName[] {
  const { items } = context;
  const quantityAt = items.indexOf(claim.fields[0]!.item);
  const each = [...eachOf(items, quantityAt), ...eachOf(items, claim.first)];
  if (each.length > 0) return [...each];
  const own = places[claim.slot?.index ?? -1];
  if (own !== undefined) return [own];
  const at = attached.noun === null ? quantityAt : Math.min(items.indexOf(attached.noun), quantityAt);
  const from = Math.max(at, claim.first);
  const found =
    namedSubject(items, from, attached.metric) ??
    carriedSubject(attached) ??
    inheritedSubject(context.inherited, items, from, attached.metric);
  if (found === null) return [];
  return [lifted(found, attached.metric, context)];
}

/** The bureau in focus for what it can have of its own; an office that announces, where nobody nearer is spoken of. */
function inheritedSubject(
  { whole, body, sure }: Inherited,
  items: readonly Item[],
  at: number,
  metric: string,
): PlaceName | null {
  if (body !== null && canHave(metric)) return body;
  if (!sure) return announcer(items, at, metric) ?? whole;
  return whole;
}

const carriedSubject = ({ from }: Attachment): PlaceName | null => from?.subject ?? null;

/** A county holds no counties: such numbers are of the province. */
function lifted(found: PlaceName, metric: string, { holder }: SentenceContext): PlaceName {
  if ((metric === "division.county" || metric === "pilot.counties") && found.level === "county")
    return holder(found) ?? found;
  return found;
}

/** Sections of a township are bodies of the township, whatever they are called. */
const SECTIONS = /^agencies\.(?:internal|other|party_gov)$/;

function frameOf(
  claim: Claim,
  attached: Attachment,
  subject: PlaceName,
  context: SentenceContext,
  scopes: readonly string[],
): Frame {
  const { items } = context;
  const onlyMoved = attached.from !== null && !attached.from.fields.has("value") && !attached.from.fields.has("after");
  const isRest = /^(?:只剩|仅剩|剩下|还剩)/.test(items[claim.first - 1]?.text ?? "");
  const partOfChange = onlyMoved && (inParts(items, claim.first) || attached.source === "left");
  const { per, period, comparison, modality } = attributes(items, claim, context.notice);
  return {
    metric: subject.level === "township" && SECTIONS.test(attached.metric) ? "agencies.township" : attached.metric,
    label: attached.label,
    scope: scopes[claim.slot?.index ?? -1] ?? partScope(attached) ?? scopeOf(items, claim, attached),
    subject,
    fields: new Map(claim.fields.map((field) => fieldOf(field, claim, attached, partOfChange, isRest))),
    per,
    period,
    comparison,
    modality,
    rule: claim.rule,
    source: attached.source,
    sentence: context.index,
    span: spanOf(items, claim, attached),
  };
}

/** Money saved is a value of its own, a cut of a named spending a change; posts that are dismissed are a change too. */
function fieldOf(
  { field, item, sign }: ClaimField,
  claim: Claim,
  { metric, from }: Attachment,
  partOfChange: boolean,
  isRest: boolean,
): [NumberField, FrameField] {
  const { quantity } = item;
  // 核减39名，其中县处级2名: the parts of a change are changes.
  const whole = claim.rule === "level" && partOfChange ? from?.fields.get("change") : undefined;
  if (whole !== undefined) return ["change", { quantity, sign: whole.sign }];
  // 减了40个，只剩37个: where it ended.
  if (field === "value" && isRest && from?.fields.has("change") && /^(?:agencies|staff)\./.test(metric))
    return ["after", { quantity, sign }];
  if (metric === "budget.savings" && field === "change") return ["value", { quantity, sign: 1 }];
  if (claim.metric === "staff.layoff" && metric !== "staff.layoff") return ["change", { quantity, sign: -1 }];
  return [field, { quantity, sign }];
}

/** 行政许可254项 of 729项审批事项: the part's own noun narrows the whole. */
const partScope = ({ noun, from, metric, label, modifier }: Attachment): string | null =>
  noun !== null && from !== null && from.metric === metric && modifier === "" && label !== from.label ? label : null;

function scopeOf(items: readonly Item[], claim: Claim, { modifier, noun }: Attachment): string | null {
  if (modifier !== "") return modifier;
  const start = clauseStart(items, claim.first);
  const end = noun === null ? claim.first : Math.min(items.indexOf(noun), claim.first);
  for (let i = Math.max(start, end) - 1; i >= start; i--) if (hasCue(items[i], "scope")) return items[i]!.text;
  return null;
}

function spanOf(items: readonly Item[], claim: Claim, { noun }: Attachment): Span {
  const fields = claim.fields.map(({ item }) => item);
  const starts = [items[claim.first]!.start, ...fields.map(({ start }) => start)];
  const ends = fields.map(({ end }) => end);
  if (noun !== null) {
    starts.push(noun.start);
    ends.push(noun.end);
  }
  const only = claim.slot === null ? starts : [noun?.start ?? items[claim.first]!.start];
  return {
    start: Math.min(...only),
    end: Math.max(
      ...ends,
      items[claim.last]!.type === "punctuation" ? 0 : claim.slot === null ? items[claim.last]!.end : 0,
    ),
  };
}
