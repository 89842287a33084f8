import type { Span } from "../../schemas/span.ts";
import type { Item, NounItem } from "../context/item.ts";
import type { PlaceName } from "../context/place-name.ts";
import type { Inherited } from "../context/subjects.ts";
import type { Claim } from "../rule.ts";
import { absorb } from "./absorb.ts";
import { refusal } from "./admission.ts";
import type { Attachment } from "./attachment.ts";
import { frameOf } from "./build-frame.ts";
import { clauseStart } from "./clause.ts";
import type { Frame } from "./frame.ts";
import { settleMetric } from "./metric.ts";
import type { Setting } from "./modality.ts";
import { attach } from "./noun.ts";
import { eachOf, referents } from "./referents.ts";
import { sharedChange } from "./shared-change.ts";
import { announcer, canHave, namedSubject } from "./subject.ts";
import type { Words } from "./words.ts";

export interface SentenceContext {
  readonly index: number;
  readonly text: string;
  readonly items: readonly Item[];
  readonly claims: readonly Claim[];
  readonly words: Words;
  readonly setting: Setting;
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
  const listed = claim.slot === null ? null : referents(items, claim);
  // 分别撤销事业单位41家和55家: the noun within goes for all of them.
  const shared = listed !== null && holdsNoun(items, claim) ? { ...listed, nouns: [] } : listed;
  const place = {
    items,
    words: context.words,
    index: context.index,
    frames: [...context.earlier, ...frames],
    recent: context.recent,
    introduced: context.introduced,
  };
  const nobody = shared !== null && shared.nouns.length === 0 && shared.places.length === 0;
  const change = nobody ? sharedChange(claim, items[claim.first]!.start, context.index, frames) : null;
  const attached =
    change ??
    (shared?.nouns.length ? sharedNoun(claim, shared.nouns) : settleMetric(claim, attach(claim, place), place));
  if ("miss" in attached) return attached;
  const refused = refusal(items, claim, attached, frames);
  if (refused !== null) return { miss: refused };
  const subjects = subjectsOf(claim, attached, context, shared?.places ?? []);
  if (subjects.length === 0) return { miss: "nobody is named whose number it is" };
  return {
    frames: subjects.map((subject) =>
      frameOf(claim, { ...attached, from: attached.from ?? sharing(items, attached, frames) }, subject, context, {
        scopes: shared?.nouns.length ? [] : (shared?.scopes ?? []),
        periods: shared?.periods ?? [],
      }),
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

const holdsNoun = (items: readonly Item[], { first, fields }: Claim): boolean =>
  items.slice(first, items.indexOf(fields[0]!.item)).some(({ type }) => type === "noun");

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
  // 教育局表示，辖下员工…: who tells the news speaks of its own.
  const speaksOfOwn = items.slice(clauseStart(items, from), from + 1).some(({ text }) => OWN_STAFF.test(text));
  const found =
    (speaksOfOwn ? announcer(items, from, attached.metric) : null) ??
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
  if (body !== null && canHave(body, metric) && !speaksOfEach(items, at)) return body;
  if (!sure) return announcer(items, at, metric) ?? whole;
  return whole;
}

/** 每个镇增加八到十个编制 speaks of the towns of a county, whichever was the topic. */
const speaksOfEach = (items: readonly Item[], at: number): boolean =>
  items
    .slice(clauseStart(items, at), at + 1)
    .some(
      (item, i, clause) =>
        item.type === "noun" &&
        /^division\.(?:town|township|street)$/.test(item.metric) &&
        /[各每]个?$/.test((clause[i - 2]?.text ?? "") + (clause[i - 1]?.text ?? "")),
    );

const OWN_STAFF = /^(?:辖下|下属|属下|旗下)/;

const carriedSubject = ({ from }: Attachment): PlaceName | null => from?.subject ?? null;

/** A county holds no counties: such numbers are of the province. */
function lifted(found: PlaceName, metric: string, { holder }: SentenceContext): PlaceName {
  if ((metric === "division.county" || metric === "pilot.counties") && found.level === "county")
    return holder(found) ?? found;
  return found;
}
