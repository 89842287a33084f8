import type { Item } from "../context/item.ts";
import { hasSense } from "../context/item.ts";
import type { Claim } from "../rule.ts";
import type { Attachment } from "./attachment.ts";
import { clauseStart } from "./clause.ts";
import type { Frame } from "./frame.ts";

/**
 * Some nouns are named far more often than they are counted for their own sake: six departments met, three meetings
 * later, twelve townships took part. A bare level of such a noun is a fact only where the sentence says that it is
 * about how many there are.
 * @returns why the claim is not admitted, or null
 */
export function refusal(
  items: readonly Item[],
  claim: Claim,
  { metric, source, noun, modifier }: Attachment,
  before: readonly Frame[],
): string | null {
  const field = claim.fields[0]!;
  const { quantity } = field.item;
  const never = neverCounted(items, claim, { metric, source, noun });
  if (never !== null) return never;
  if (field.field !== "value") return null;
  if (metric.startsWith("population.") && quantity.kind === "number" && (quantity.value ?? 1e9) < 1_000)
    return "a ratio, not how many live there";
  if (isSubset(items, claim, noun)) return "a part of those named, not how many there are";
  if (isDensity(items, claim)) return "a density, not how many there are";
  if (isThreshold(items, claim, source)) return "a threshold that defines a group";
  if (metric === "pilot.counties" && noun?.metric === "division.county") return null;
  if (metric.startsWith("division.") || metric === "pilot.counties")
    return before.some((frame) => frame.metric.startsWith("division."))
      ? null
      : jurisdictionRefusal(items, claim, metric, source);
  if (metric === "staff.headcount" || metric === "agencies.other" || metric === "agencies.coordinating")
    return mentionRefusal(items, claim, source, modifier);
  if (metric.startsWith("paperwork.") && source !== "left" && quantity.bound !== "le")
    return paperRefusal(items, claim);
  if (metric === "budget.transfer" && (quantity.value ?? quantity.range?.[1] ?? 0) < 10_000)
    return "a payment to a person, not between budgets";
  if (
    metric.startsWith("budget.") &&
    quantity.value !== 0 &&
    (quantity.value ?? 1e9) < 10_000 &&
    !items.some(({ text }) => /^(?:人均|每人|每名|定额|标准)$/.test(text))
  )
    return "a payment to a person";
  if (metric === "area.land" && noun !== null && ofSomethingElse(items, noun)) return "the area of something else";
  if (noun !== null && noun.text === "人口" && source === "right" && items.indexOf(noun) > claim.last + 1)
    return "the words between name something else";
  return null;
}

/** Why a number of this noun is no fact in whatever field it stands. */
function neverCounted(
  items: readonly Item[],
  claim: Claim,
  { metric, source, noun }: Pick<Attachment, "metric" | "source" | "noun">,
): string | null {
  const field = claim.fields[0]!;
  const { quantity } = field.item;
  const amount =
    quantity.kind === "currency"
      ? (quantity.value ?? quantity.range?.[1] ?? Number.POSITIVE_INFINITY)
      : Number.POSITIVE_INFINITY;
  if (claim.fields.length === 1 && quantity.unit === "percentage_point") return "points of a rate, not of a quantity";
  if (claim.fields.length === 1 && quantity.kind === "count" && quantity.numeral.text === "一")
    return "一个 is no count";
  if (noun?.text === "事项" && !items.some(({ text }) => /审批|许可|政务|权责|一件事|服务|办/.test(text)))
    return "matters of any kind";
  if (items.some(({ text }, i) => i < claim.first && HYPOTHESIS.test(text))) return "supposed, not said";
  if (/^每$/.test(items[claim.first - 1]?.text ?? "") && claim.verb !== null) return "a rate of exchange";
  if (noun?.text === "土地" && (field.field !== "value" || source !== "right"))
    return "land of some use, not the unit's area";
  // 因公出国（境）费0万元 says that there was none.
  if (amount > 0 && amount < 1_000 && metric.startsWith("budget.")) return "small change, no budget";
  if (amount < 10_000 && (metric === "budget.savings" || claim.rule === "saving")) return "saved by a person";
  if (metric === "approval.items" && quantity.classifier === "件" && items.some(({ text }) => HANDLED.test(text)))
    return "cases handled, not kinds of them";
  return isOfAnotherKind(items, noun) ? "bodies of another kind" : null;
}

const HYPOTHESIS = /^(?:假如|倘若|假设|假定|设想)/;
const HANDLED = /办理|受理|办结|作出|办件/;

/** 医疗卫生机构1182个 are no administration. */
function isOfAnotherKind(items: readonly Item[], noun: Item | null): boolean {
  if (noun === null || !/^(?:机构|单位|部门|法人)$/.test(noun.text)) return false;
  const before = items[items.indexOf(noun) - 1];
  return before !== undefined && before.end === noun.start && OTHER_KINDS.test(before.text);
}

const OTHER_KINDS =
  /(?:医疗|卫生|金融|养老|保险|银行|培训|教育|科研|检测|评估|中介|福利|托育|旅游|证券|文化|体育|法人|用人|建设|施工|供电|企业|市场)$/;

/** 全局干部里有58人换了岗位. */
function isSubset(items: readonly Item[], { first }: Claim, noun: Item | null): boolean {
  if (noun === null) return false;
  const between = items.slice(items.indexOf(noun) + 1, first).map(({ text }) => text);
  return /^(?:里|中|当中|之中|里面)(?:就)?(?:有|只有|仅有)$/.test(between.join(""));
}

/** 常住人口10万以下的县, 编制10名以下的单位. */
function isThreshold(items: readonly Item[], claim: Claim, source: string): boolean {
  const next = items[claim.last + 1];
  if (next === undefined) return false;
  const after = items
    .slice(claim.last + 1, claim.last + 4)
    .map(({ text }) => text)
    .join("");
  if (/^及?以[上下]/.test(after)) return true;
  const { quantity } = claim.fields[0]!.item;
  if (source === "left" && /以[上下]$/.test(quantity.text) && next.type !== "punctuation") return true;
  const open =
    quantity.bound === "ge" ||
    quantity.bound === "le" ||
    quantity.bound === "lt" ||
    quantity.bound === "gt" ||
    quantity.range !== null;
  if (open && next.type === "noun" && /^的/.test(items[claim.last + 2]?.text ?? "")) return true;
  // 编制在10名以下、职责相近的28家: what comes next goes on to say which.
  if (open && next.text === "、" && items[claim.first - 1]?.text === "在") return true;
  return open && /^的/.test(next.text) && (source === "left" || items[claim.last + 2]?.type !== "noun");
}

/** 播种面积, 大棚面积: a word of its own leads into the noun. */
function ofSomethingElse(items: readonly Item[], noun: Item): boolean {
  const before = items[items.indexOf(noun) - 1];
  // 佛坪县|域面积
  return before?.type === "text" && !before.transparent && before.end === noun.start && before.text !== "域";
}

/** 每万人配备公务员62名. */
function isDensity(items: readonly Item[], claim: Claim): boolean {
  const clause = items.slice(clauseStart(items, claim.first), claim.first).map(({ text }) => text);
  return claim.metric === null && /每[百千万]+[名人]/.test(clause.join(""));
}

const JUXTAPOSED = /^[、，和及与]$/;

/** 辖6个镇, 全省47个县 and lists of such are facts; 12个乡镇参加 is a mere reference. */
function jurisdictionRefusal(items: readonly Item[], claim: Claim, metric: string, source: string): string | null {
  if (source === "left") return null;
  // 为11个乡镇增配干部: for whom, not how many there are.
  if (/^(?:为|给|对|向|在|从)$/.test(items[claim.first - 1]?.text ?? ""))
    return "units in passing, not how many there are";
  const bare = claim.fields[0]!.item.quantity.kind === "number";
  for (let i = claim.first - 1; i >= 0; i--) {
    const item = items[i]!;
    if (hasSense(item, "jurisdiction") || hasSense(item, "level")) return null;
    // 九县合计 points at nine counties; 全省47个县 counts them.
    if (item.type === "place") return bare ? "units in passing, not how many there are" : null;
    if (/^[。；;]$/.test(item.text)) break;
    if (item.type === "verb") break;
    if (item.type === "punctuation" && !JUXTAPOSED.test(item.text) && !/^[（(]$/.test(item.text)) break;
    if (metric === "pilot.counties" && item.type === "text" && /批|个|首/.test(item.text)) return null;
  }
  return "units in passing, not how many there are";
}

/** 现有干部120名 and 工作人员1120名 are counts; 17名干部 and 六个部门 are mentions. */
function mentionRefusal(items: readonly Item[], claim: Claim, source: string, modifier: string): string | null {
  if (source === "left" || source === "part" || source === "carried") return null;
  const start = clauseStart(items, claim.first);
  // 全局276名干部: the whole of a body is counted.
  if (/^全[县市区旗州镇乡局院所办会]$/.test(items[claim.first - 1]?.text ?? "")) return null;
  const says = items
    .slice(start, claim.first)
    .some(
      (item) =>
        hasSense(item, "level") &&
        /^(?:有|现有|共有|共|实有|设有|设|设立|拥有|合计|共计|总计|只有|仅有|尚有|还有|达|达到|配备|保留|编有|约有)$/.test(
          item.text,
        ),
    );
  return says || modifier !== "" ? null : "people or bodies in passing, not how many there are";
}

function paperRefusal(items: readonly Item[], claim: Claim): string | null {
  const start = clauseStart(items, claim.first);
  const issued = items
    .slice(start, claim.first)
    .some((item) => /召开|印发|下发|制发|出台|制定|发文|举行/.test(item.text));
  return issued ? null : "papers or meetings in passing, not how many there are";
}
