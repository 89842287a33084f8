import { defineRule, gap, gives, quantity, silent, word } from "../rule.ts";

/** 每十七点四名居民供养一名公务员: residents for each person paid from the public purse. */
export const ratioInWords = defineRule({
  id: "ratio-in-words",
  doc: "Residents per public servant in words: 每17.4名居民供养1名公务员",
  patterns: [
    [
      word(/每$/),
      quantity("residents", ({ kind }) => kind === "count"),
      gap(16, "，"),
      word(/供养|负担|养活/),
      gap(4),
      quantity("one", ({ value }) => value === 1),
    ],
  ],
  claims: ({ quantities: { residents } }) => [
    { fields: [{ field: "value", item: residents!, sign: 1 }], metric: "staff.fiscal_ratio" },
  ],
  examples: [
    gives("澳门每17.4名居民便要供养1名公务员", { value: 17.4 }),
    silent("每10名居民有1名医生", "nobody is paid for"),
  ],
});
