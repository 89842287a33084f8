import type { Item, QuantityItem } from "../context/item.ts";
import { defineRule, gives, object, quantity, silent, verb } from "../rule.ts";
import { changeField } from "./change-field.ts";

/** 减少75个, 下降11.3%, 降幅达34.84%: how much a quantity moved. */
export const change = defineRule({
  id: "change",
  doc: "How much a quantity moved: 减少75个, 下降11.3%",
  patterns: [
    [verb("verb", "amount", "rate"), quantity("amount")],
    [verb("verb", "amount", "rate"), object(16, "（）()、"), quantity("amount")],
  ],
  accept: ({ verbs, quantities }, items, first) =>
    verbs.verb!.direction !== 0 &&
    (verbs.verb!.text.length > 1 || isDirect(items[first + 1])) &&
    !(CREATION.test(verbs.verb!.text) && isLimit(quantities.amount!)) &&
    !(UNITS_GO.test(verbs.verb!.text) && quantities.amount!.quantity.kind === "currency") &&
    !NEGATION.test(items[first - 1]?.text ?? "") &&
    !isComparedWith(items, first) &&
    !isRank(quantities.amount!, items[items.indexOf(quantities.amount!) + 1]),
  claims: ({ quantities: { amount }, verbs: { verb: found } }) => [
    {
      fields: [{ field: changeField(amount!.quantity), item: amount!, sign: found!.direction as 1 | -1 }],
      verb: found!,
    },
  ],
  examples: [
    gives("此次改革还减少科级职数75个", { change: -75 }),
    gives("公用经费支出同比下降11.3%", { change_pct: -11.3 }),
    gives("事业单位减少了31.1%", { change_pct: -31.1 }),
    gives("发文同比减少,降幅达34.84%", { change_pct: -34.84 }),
    gives("新设社区9个", { change: 9 }),
    silent("安排撤并补助资金600万元", "money for what goes"),
    silent("减少到22个", "a result"),
    silent("由12个部门精简办事流程", "no number after the verb"),
  ],
});

/** 减, 少 and the like are verbs only right before what they change; elsewhere they are parts of words. */
const isDirect = (next: Item | undefined): boolean => next?.type === "quantity" || next?.type === "noun";
/** 新设乡镇面积300平方公里 says how large, not how much more. */
const CREATION = /^(?:新设|增设|新建|新组建|新成立|组建)/;
const isLimit = ({ text, quantity: { kind } }: QuantityItem): boolean => kind !== "count" || LIMIT.test(text);
const LIMIT = /^(?:一般|不得|不少于|不超过|不低于|不高于|原则上|不宜|至少|最多)/;
/** 撤并补助资金600万元: units go, money does not. */
const UNITS_GO = /^(?:撤|裁|关停|关闭|关掉|归并|合并|整合)/;
/** 不再增加一人: nothing moves. */
const NEGATION = /(?:不再|没有|未|不|没|并未|无需|无须|不会|不得)$/;
/** 比寻乌县多2个: two counties side by side, nothing that moves. */
const isComparedWith = (items: readonly Item[], verbAt: number): boolean =>
  items
    .slice(Math.max(0, verbAt - 4), verbAt)
    .some((item, i, near) => item.type === "place" && /^(?:比|较)$/.test(near[i - 1]?.text ?? ""));
/** 上升5位 speaks of a rank. */
const isRank = (item: { readonly quantity: { readonly classifier: string } }, next: Item | undefined): boolean =>
  item.quantity.classifier === "位" && next?.type !== "noun";

/** 翻了一番: the number brings its own verb. */
export const doubling = defineRule({
  id: "doubling",
  doc: "A number that says itself how it moved: 翻了一番",
  patterns: [[quantity("amount", ({ text, unit }) => text.startsWith("翻") && unit === "percent")]],
  claims: ({ quantities: { amount } }) => [{ fields: [{ field: "change_pct", item: amount!, sign: 1 }] }],
  examples: [gives("乡镇编制翻了一番", { change_pct: 100 }), silent("乡镇编制翻新", "nothing is doubled")],
});
