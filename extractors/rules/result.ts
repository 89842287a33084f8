import { defineRule, gap, gives, quantity, silent, verb } from "../rule.ts";

/** 减少到B, 合并为B: where a quantity ends, its start not said. */
export const result = defineRule({
  id: "result",
  doc: "Where a quantity ends: 减少到22个",
  patterns: [[verb("verb", "result"), gap(6), quantity("after", ({ kind }) => kind !== "percent")]],
  // 核定为43名 says how many there may be, not where a number ended.
  accept: ({ verbs }) => !/^核定[为成]|^收到|^下沉/.test(verbs.verb!.text),
  claims: ({ quantities: { after }, verbs: { verb: found } }) => [
    { fields: [{ field: "after", item: after!, sign: 1 }], verb: found! },
  ],
  examples: [
    gives("党政机构减少到22个", { after: 22 }),
    gives("乡镇在岗人员增至1630余人", { after: 1630 }),
    silent("每月收到来文90份", "what came in"),
    silent("行政编制核定为43名", "a level that was set"),
    silent("即办率提高到90%", "a rate, not a quantity that ends"),
  ],
});
