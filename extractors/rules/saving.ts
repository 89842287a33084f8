import { defineRule, gives, object, quantity, silent, verb } from "../rule.ts";

/** 节约380万元: money saved. Where the noun names a spending it is a cut of that spending: linking decides. */
export const saving = defineRule({
  id: "saving",
  doc: "Money saved: 每年可节约380万元",
  patterns: [
    [
      verb("verb", "save"),
      object(20, "“”（）()、"),
      quantity("amount", ({ kind }) => kind === "currency" || kind === "number"),
    ],
  ],
  // 省 alone is a province as often as a verb.
  accept: ({ verbs: { verb: found } }, items, first) => found!.text.length > 1 || items[first + 1]?.type === "quantity",
  claims: ({ quantities: { amount }, verbs: { verb: found } }) => [
    {
      fields: [{ field: "change", item: amount!, sign: -1 }],
      verb: found!,
      metric: "budget.savings",
    },
  ],
  examples: [
    gives("公用经费可节约380万元", { change: -380e4 }),
    gives("每年可节约行政运行经费8000万元以上", { change: -8000e4 }),
    gives("每年可节约水电、取暖等运转经费近200万元", { change: -200e4 }),
    silent("节约用水3吨", "not money"),
  ],
});
