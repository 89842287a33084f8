import type { Item } from "../context/item.ts";
import { defineRule, gives, object, quantity, silent, verb } from "../rule.ts";
import { changeField } from "./change-field.ts";

/** 减少75个, 下降11.3%, 降幅达34.84%: how much a quantity moved. */
export const change = defineRule({
  id: "change",
  doc: "How much a quantity moved: 减少75个, 下降11.3%",
  patterns: [
    [verb("verb", "amount", "rate"), quantity("amount")],
    [verb("verb", "amount", "rate"), object(16, "“”（）()"), quantity("amount")],
  ],
  // 减, 少 and the like are verbs only right before their number; elsewhere they are parts of words.
  accept: ({ verbs, quantities }, items, first, last) =>
    verbs.verb!.direction !== 0 &&
    (verbs.verb!.text.length > 1 || last === first + 1 || SHORT_WITH_NOUN.test(verbs.verb!.text)) &&
    !isPlace(quantities.amount!, items[last + 1]),
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
    silent("减少到22个", "a result"),
    silent("由12个部门精简办事流程", "no number after the verb"),
  ],
});

const SHORT_WITH_NOUN = /^[减增撤裁砍]$/;
/** 下降第3位 and 上升5位 speak of a rank. */
const isPlace = (item: { readonly quantity: { readonly classifier: string } }, next: Item | undefined): boolean =>
  item.quantity.classifier === "位" && next?.type !== "noun";
