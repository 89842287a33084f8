/**
 * What a careful reader finds and the rules do not, yet: the text, why it is hard, and the facts in one line each.
 * `tests/extractors/facts-known-misses.test.ts` fails for a row that works: move it to a test of its own.
 */
export const KNOWN_MISSES: readonly (readonly [text: string, why: string, ...facts: string[]])[] = [
  [
    "会昌县清理议事协调机构66个，保留22个。",
    "what is kept is a level, though what went before is a change",
    "会昌县 agencies.coordinating value=22 change=-66",
  ],
  ["会昌县的党政机构比寻乌县多2个。", "a comparison of two counties moves nothing"],
  ["会昌县平均每镇41名工作人员。", "an average over units is a fact", "会昌县 staff.headcount value=41 scope=每镇"],
  [
    "会昌县财政供养人员与常住人口之比由1∶26提高到1∶38。",
    "a ratio named by its two ends",
    "会昌县 staff.fiscal_ratio before=26 after=38",
  ],
  ["会昌县把7个领导小组并入3个。", "并入 ends a transition", "会昌县 agencies.coordinating before=7 after=3"],
  [
    "会昌县压减行政编制5%、事业编制10%。",
    "percentages are lists too",
    "会昌县 staff.quota.administrative change_pct=-5",
    "会昌县 staff.quota.institution change_pct=-10",
  ],
];
