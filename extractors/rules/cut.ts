import type { QuantityItem } from "../context/item.ts";
import { defineRule, gives, object, quantity, silent, verb } from "../rule.ts";

const counted = ({ kind }: { readonly kind: string }): boolean => kind === "count";

/** 10个办事处关掉5个: a whole, and how many of it went. */
export const cut = defineRule({
  id: "cut",
  doc: "A whole and how many of it went: 10个办事处撤销5个",
  patterns: [[quantity("before", counted), object(14, "、"), verb("verb", "amount"), quantity("amount", counted)]],
  accept: ({ quantities: { before, amount }, verbs }) => verbs.verb!.direction === -1 && isPart(amount!, before!),
  claims: ({ quantities: { before, amount }, verbs: { verb: found } }) => [
    {
      fields: [
        { field: "before", item: before!, sign: 1 },
        { field: "change", item: amount!, sign: -1 },
      ],
      verb: found!,
    },
  ],
  examples: [
    gives("10个办事处撤销5个", { before: 10, change: -5 }),
    gives("12个派出机构一次性撤销5个", { before: 12, change: -5 }),
    silent("12个部门共压减编制37名", "departments and posts: two quantities"),
    silent("3个部门减少5个", "more than there were"),
  ],
});

function isPart({ quantity: part }: QuantityItem, { quantity: whole }: QuantityItem): boolean {
  return (
    part.classifier === whole.classifier && part.value !== null && whole.value !== null && part.value < whole.value
  );
}
