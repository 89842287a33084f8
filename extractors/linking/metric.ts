import type { Claim } from "../rule.ts";
import type { Attachment, Missed, Place } from "./attachment.ts";

const SPENDING = /^budget\.(?:operating_cost|personnel|public_expense|three_public|expenditure)$/;
const PEOPLE = /^staff\.(?:headcount|contract|fiscal_supported|reassigned|over_quota|layoff)$/;
const POSTS = /^staff\.(?:quota|posts)/;

/**
 * Settles what the way of saying it and the noun together mean: 清退编外人员 are dismissals, 裁减编制 a cut of the
 * establishment, 公用经费可节约380万 a cut of that spending, 节约资金380万 money saved.
 */
export function settleMetric(claim: Claim, attached: Attachment | Missed, place: Place): Attachment | Missed {
  if (claim.metric === null && !("miss" in attached) && isClearing(claim, attached))
    return { ...attached, metric: "staff.layoff" };
  if (claim.metric === null && !("miss" in attached) && isExtension(claim, attached, place))
    return { ...attached, metric: "pilot.counties" };
  if (claim.metric === null)
    return "miss" in attached || (claim.rule === "level" && attached.metric === "agencies.other")
      ? attached
      : specific(attached, place);
  if (claim.metric === "budget.savings") {
    if (!("miss" in attached) && SPENDING.test(attached.metric) && attached.source !== "carried") return attached;
    return isForeign(attached) ? attached : byVerb(claim, "budget.savings");
  }
  if (claim.metric === "staff.layoff" || claim.metric === "staff.reassigned") {
    if (!("miss" in attached) && attached.source !== "carried" && attached.source !== "part") {
      if (PEOPLE.test(attached.metric)) return { ...attached, metric: claim.metric, modifier: attached.modifier };
      // 裁减编制30名 cuts the establishment; 划转编制 moves it, and nobody is named.
      return claim.metric === "staff.layoff" && POSTS.test(attached.metric)
        ? attached
        : { miss: "posts or bodies are moved, not people" };
    }
    return isForeign(attached) ? attached : byVerb(claim, claim.metric);
  }
  return byVerb(claim, claim.metric);
}

/** 清理编外用工268人: clearing people out is dismissal; 清理空编 is not. */
const isClearing = ({ verb, rule }: Claim, { metric, source }: Attachment): boolean =>
  rule === "change" &&
  /^清理/.test(verb?.text ?? "") &&
  source !== "carried" &&
  /^staff\.(?:contract|over_quota)$/.test(metric);

/** 改革扩大到3个县市: the counties that a reform has come to. */
const isExtension = ({ verb, first }: Claim, { metric }: Attachment, { items }: Place): boolean =>
  metric === "division.county" &&
  /^(?:扩大|扩展|推广|扩|推开)[到至为]/.test(verb?.text ?? "") &&
  items.slice(Math.max(0, first - 6), first).some(({ text }) => /改革|试点/.test(text));

const isForeign = (attached: Attachment | Missed): attached is Missed =>
  "miss" in attached && attached.miss.startsWith("it counts");

function byVerb(claim: Claim, metric: string): Attachment {
  return { metric, label: claim.verb?.text ?? "", modifier: "", source: "verb", noun: null, from: null };
}

/** Bare nouns, and the family whose more particular member they may stand for. */
const BARE: readonly (readonly [noun: RegExp, family: RegExp])[] = [
  [/^(?:机构|单位|部门)$/, /^agencies\.(?!other)/],
  [/^(?:编制|员额|编制总数|编制数|实际编制)$/, /^staff\.quota\./],
];

/** 机构 after 党政机构, 编制 after 公务员编制 and 人口最少 after 常住人口 speak of the same still. */
function specific(attached: Attachment, { items, frames, recent }: Place): Attachment {
  const { noun } = attached;
  if (noun === null || attached.modifier !== "") return attached;
  const at = items.indexOf(noun);
  // 政府序列部门: a word of its own says which.
  const lead = items[at - 1];
  if (lead?.type === "text" && !lead.transparent && lead.end === noun.start) return attached;
  const population = noun.text === "人口" && /最/.test(items[at + 1]?.text ?? "") ? /^population\.re/ : null;
  const family = population ?? BARE.find(([bare]) => bare.test(noun.text))?.[1];
  if (family === undefined || family === null) return attached;
  if (attached.source !== "left" && attached.source !== "carried") return attached;
  const earlier = items.slice(0, at).findLast((item) => item.type === "noun" && family.test(item.metric));
  const metric =
    earlier?.type === "noun"
      ? earlier.metric
      : (
          frames.findLast((frame) => family.test(frame.metric)) ??
          (noun.text === "人口" ? undefined : recent.findLast((frame) => family.test(frame.metric)))
        )?.metric;
  return metric === undefined ? attached : { ...attached, metric };
}
