import { expect, test } from "@jest/globals";
import { RULES } from "../../extractors/rules/index.ts";
import { checkIn } from "../../review/page/views/queue/words/check-words.ts";
import { type Claimed, claimIn } from "../../review/page/views/queue/words/claim.ts";
import { amountIn } from "../../review/page/views/queue/words/numbers.ts";
import { periodIn } from "../../review/page/views/queue/words/period.ts";
import { RULE_NAMES } from "../../review/page/views/queue/words/rules.ts";
import type { Check, Fact } from "../../schemas/fact.ts";

const HEQU = { name: "河曲县", code: "140930", level: "county" } as const;
const NOTHING: Claimed = {
  subject: HEQU,
  metric: "agencies.party_gov",
  label: "党政机构",
  scope: null,
  value: null,
  before: null,
  after: null,
  change: null,
  change_pct: null,
  derived: [],
  unit: "count",
  per: null,
  bound: "exact",
  range: null,
  period: null,
  comparison: null,
  modality: "actual",
};
const INFO = {
  id: "agencies.party_gov",
  unit: "count",
  doc: "party and government bodies together",
  label: "党政机构",
};
const QUOTA = { id: "staff.quota", unit: "person", doc: "posts of an establishment, kind not said", label: "编制" };

test.each<[Partial<Claimed>, string, string]>([
  [
    { before: 36, after: 22, change: -14, change_pct: -38.89, derived: ["change", "change_pct"], period: "2025" },
    "河曲县的党政机构由36个减为22个（2025年，已发生）",
    "Party and government bodies together of 河曲县: from 36 down to 22 (2025, has happened)",
  ],
  [
    { before: 9, after: 12 },
    "河曲县的党政机构由9个增为12个（已发生）",
    "Party and government bodies together of 河曲县: from 9 up to 12 (has happened)",
  ],
  [
    { value: 33, bound: "gt", modality: "planned" },
    "河曲县的党政机构为超过33个（计划）",
    "Party and government bodies together of 河曲县: over 33 (planned)",
  ],
  [
    { after: 22, change: -14, derived: ["change"], bound: "le", modality: "required" },
    "河曲县的党政机构减至不超过22个（要求）",
    "Party and government bodies together of 河曲县: down to at most 22 (required)",
  ],
  [
    { change: -75, comparison: "yoy", scope: "乡镇" },
    "河曲县（乡镇）的党政机构同比减少75个（已发生）",
    "Party and government bodies together of 河曲县 (乡镇): down by 75 year on year (has happened)",
  ],
  [
    { change_pct: -25, bound: "gt", comparison: "reform" },
    "河曲县的党政机构减少超过25%（改革前后，已发生）",
    "Party and government bodies together of 河曲县: down by over 25% (through the reform, has happened)",
  ],
  [
    { range: [30, 50], period: "2025-01/2025-07" },
    "河曲县的党政机构在30个至50个之间（2025年1月至2025年7月，已发生）",
    "Party and government bodies together of 河曲县: between 30 and 50 (January 2025 to July 2025, has happened)",
  ],
  [
    { change: -10_500_000, unit: "CNY", per: "year", modality: "estimated" },
    "河曲县的党政机构每年减少1050万元（预计）",
    "Party and government bodies together of 河曲县: down by CNY 10.5 million a year (estimated)",
  ],
  [
    {},
    "河曲县的党政机构没有写出数值（已发生）",
    "Party and government bodies together of 河曲县: no number (has happened)",
  ],
])("a fact with %j in words", (fields, zh, en) => {
  const fact = { ...NOTHING, ...fields };
  expect([claimIn(fact, INFO, "zh"), claimIn(fact, INFO, "en")]).toEqual([zh, en]);
});

test("without a label the metric's name stands in, and what the kind is not said of goes without saying so", () => {
  const fact: Claimed = { ...NOTHING, metric: "staff.quota", unit: "person", label: "", value: 659 };
  expect(claimIn(fact, QUOTA, "zh")).toBe("河曲县的编制为659名（已发生）");
  expect(claimIn(fact, QUOTA, "en")).toBe("Posts of an establishment of 河曲县: 659 posts (has happened)");
  expect(claimIn(fact, undefined, "en")).toMatch(/^Staff.quota of/);
});

test.each([
  [36, "count", "agencies.gov", "36个", "36"],
  [31, "count", "approval.items", "31项", "31"],
  [133_000_000, "CNY", "budget.revenue", "1.33亿元", "CNY 133 million"],
  [62_450_000_000, "TWD", "budget.expenditure", "新台币624.5亿元", "TWD 62.45 billion"],
  [5_000_000, "ZAR", "budget.revenue", "500万ZAR", "ZAR 5 million"],
  [123_500, "person", "population.total", "12.35万人", "123,500 people"],
  [940, "km2", "area.land", "940平方公里", "940 km²"],
  [40, "ratio", "staff.fiscal_ratio", "40:1", "40:1"],
  [-0.3, "percent", "x", "−0.3%", "−0.3%"],
])("%d %s of %s is %s and %s", (value, unit, metric, zh, en) => {
  expect([amountIn(value, unit, metric, "zh"), amountIn(value, unit, metric, "en")]).toEqual([zh, en]);
});

test.each([
  ["2025", "2025年", "2025"],
  ["2025-07", "2025年7月", "July 2025"],
  ["2025-07-01", "2025年7月1日", "1 July 2025"],
  ["2025-01/2025-07", "2025年1月至2025年7月", "January 2025 to July 2025"],
  ["2025-01/..", "2025年1月至…", "January 2025 to …"],
  ["2025-Q3", "2025-Q3", "2025-Q3"],
])("the period %s is %s and %s", (period, zh, en) => {
  expect([periodIn(period, "zh"), periodIn(period, "en")]).toEqual([zh, en]);
});

const check = (check: Check["check"], ok: boolean, expected: number, found: number): Check => ({
  check,
  ok,
  expected,
  found,
  spans: [],
});
const of = (before: number | null, after: number | null) => ({ ...NOTHING, before, after }) as Fact;

test.each<[Check, Fact, string[] | null, string, string]>([
  [check("change", true, -14, -14), of(36, 22), null, "36 − 14 = 22 ✓", "36 − 14 = 22 ✓"],
  [check("change", false, -14, -15), of(36, 22), null, "36 − 15 = 21，文中是 22 ✗", "36 − 15 = 21, the text says 22 ✗"],
  [
    check("percent", true, -38.888888, -38.9),
    of(36, 22),
    null,
    "(22 − 36) ÷ 36 = −38.89%，文中是 −38.9% ✓",
    "(22 − 36) ÷ 36 = −38.89%, the text says −38.9% ✓",
  ],
  [
    check("change", false, -14, -15),
    of(null, 22),
    null,
    "应为 −14，文中是 −15 ✗",
    "should be −14, the text says −15 ✗",
  ],
  [
    check("sum", true, 729, 729),
    of(null, null),
    ["729项", "254项", "475项"],
    "254项 + 475项 = 729 ✓",
    "254项 + 475项 = 729 ✓",
  ],
  [
    check("sum", false, 730, 729),
    of(null, null),
    null,
    "各部分相加得 730，文中是 729 ✗",
    "the parts add up to 730, the text says 729 ✗",
  ],
])("%j is told as arithmetic", (given, fact, words, zh, en) => {
  expect([checkIn(given, fact, "zh", words), checkIn(given, fact, "en", words)]).toEqual([zh, en]);
});

test("every rule that can fire is told in words", () => {
  expect([...RULES.map(({ id }) => id), "table"].filter((id) => RULE_NAMES[id] === undefined)).toEqual([]);
});
