import type { NumberField } from "../../schemas/fact.ts";
import type { Span } from "../../schemas/span.ts";
import { hasCue, type Item } from "../context/item.ts";
import type { PlaceName } from "../context/place-name.ts";
import type { Claim, ClaimField } from "../rule.ts";
import type { Attachment } from "./attachment.ts";
import { attributes } from "./attributes.ts";
import { clauseStart } from "./clause.ts";
import type { Frame, FrameField } from "./frame.ts";
import type { Setting } from "./modality.ts";
import { inParts } from "./parts.ts";

interface FrameContext {
  readonly index: number;
  readonly items: readonly Item[];
  readonly setting: Setting;
}

/** Sections of a township are bodies of the township, whatever they are called. */
const SECTIONS = /^agencies\.(?:internal|other|party_gov)$/;

/** 各镇（街道）办事机构统一设6个, 每个乡镇内设机构6个: the clause speaks of towns before it counts. */
function isOfTownships(items: readonly Item[], claim: Claim, { noun }: Attachment, subject: PlaceName): boolean {
  if (subject.level === "township") return true;
  const at = noun === null ? claim.first : Math.min(items.indexOf(noun), claim.first);
  return items
    .slice(clauseStart(items, at), at)
    .some(
      (item, i, before) =>
        item.type === "noun" &&
        /^division\.(?:town|township|street)$/.test(item.metric) &&
        (before[i - 1]?.type === "quantity" || /^[各每个]$/.test(before[i - 1]?.text ?? "")),
    );
}

/** A claim with its noun and subject, and all that the sentence says of it. */
export function frameOf(
  claim: Claim,
  attached: Attachment,
  subject: PlaceName,
  { index, items, setting }: FrameContext,
  shared: { readonly scopes: readonly string[]; readonly periods: readonly (string | null)[] },
): Frame {
  const onlyMoved = attached.from !== null && !attached.from.fields.has("value") && !attached.from.fields.has("after");
  const isRest = /^(?:只剩|仅剩|剩下|还剩)/.test(items[claim.first - 1]?.text ?? "");
  const partOfChange = onlyMoved && (inParts(items, claim.first) || attached.source === "left");
  const { per, period, comparison, modality } = attributes(items, claim, setting);
  return {
    metric:
      SECTIONS.test(attached.metric) && isOfTownships(items, claim, attached, subject)
        ? "agencies.township"
        : attached.metric,
    label: attached.label,
    scope: shared.scopes[claim.slot?.index ?? -1] ?? partScope(attached) ?? scopeOf(items, claim, attached),
    subject,
    named: items.some((item) => item.type === "place" && item.places.some(({ name }) => subject.name.includes(name))),
    fields: new Map(claim.fields.map((field) => fieldOf(field, claim, attached, partOfChange, isRest))),
    per,
    period: shared.periods[claim.slot?.index ?? -1] ?? period,
    comparison,
    modality,
    rule: claim.rule,
    source: attached.source,
    sentence: index,
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
  if (metric === "staff.layoff" && field === "change") return ["value", { quantity, sign: 1 }];
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
