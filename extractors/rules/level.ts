import { defineRule, gives, quantity, silent } from "../rule.ts";

/** 党政机构33个: a quantity that stands. The last rule: what no other has taken, where a noun is at hand. */
export const level = defineRule({
  id: "level",
  doc: "A quantity that stands: 党政机构达33个",
  patterns: [[quantity("value", ({ kind }) => kind !== "percent" && kind !== "multiple")]],
  claims: ({ quantities: { value } }) => [{ fields: [{ field: "value", item: value!, sign: 1 }] }],
  examples: [gives("党政机构达33个", { value: 33 }), silent("占三成", "a share")],
});
