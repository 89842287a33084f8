import type { Quantity } from "../../schemas/mention.ts";
import { defineRule, gap, gives, quantity, silent, word } from "../rule.ts";

/** 每十七点四名居民供养一名公务员: residents for each person paid from the public purse. */
const isPeople = ({ kind, classifier }: Quantity): boolean => kind === "count" && /^[名人个位]/.test(classifier);

export const ratioInWords = defineRule({
  id: "ratio-in-words",
  doc: "Residents per public servant in words: 每17.4名居民供养1名公务员",
  patterns: [
    [
      word(/(?:每|平均|不到)$/),
      quantity("residents", isPeople),
      gap(16, "，"),
      word(/供养|负担|养活|有$/),
      gap(4),
      quantity("one", ({ value }) => value === 1),
    ],
    [
      quantity("residents", isPeople),
      word(/^(?:老?百姓|村民|居民|群众|农民|老乡|人)$/),
      gap(4),
      word(/(?:供养|养活?|负担)着?$/),
      gap(2),
      quantity("one", ({ value }) => value === 1),
    ],
    [
      quantity("residents", isPeople),
      word(/^(?:老?百姓|村民|居民|群众|农民|老乡|人)(?:就|要|得|在)?(?:供养|养活?|负担)着?$/),
      gap(2),
      quantity("one", ({ value }) => value === 1),
    ],
  ],
  // 有 says nothing of pay by itself: somebody in public service must follow.
  accept: ({ quantities: { one } }, items) =>
    items.some(({ text }) => /供养|负担|养活/.test(text)) ||
    /养着?$/.test(items[items.indexOf(one!) - 1]?.text ?? "") ||
    /公务员|财政|公职|干部/.test(items[items.indexOf(one!) + 1]?.text ?? ""),
  claims: ({ quantities: { residents } }) => [
    { fields: [{ field: "value", item: residents!, sign: 1 }], metric: "staff.fiscal_ratio" },
  ],
  examples: [
    gives("澳门每17.4名居民便要供养1名公务员", { value: 17.4 }),
    gives("差不多13个老百姓养一个", { value: 13 }),
    gives("十二个老百姓就得养一个吃财政饭的", { value: 12 }),
    silent("每10名居民有1名医生", "nobody is paid for"),
  ],
});
