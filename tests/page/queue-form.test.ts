import { expect, test } from "@jest/globals";
import { validateFacts } from "../../pipeline/validate.ts";
import {
  type FactForm,
  formOf,
  isChanged,
  type ProblemName,
  readForm,
  unitFor,
} from "../../review/page/views/queue/edit/form.ts";
import { searchMetrics } from "../../review/page/views/queue/edit/metric-search.ts";
import { readNumber } from "../../review/page/views/queue/edit/read-number.ts";
import { METRICS } from "../../schemas/metrics.ts";
import { aFact } from "../support/facts.ts";

const INFOS = METRICS.map(({ id, unit, doc, nouns }) => ({ id, unit, doc, label: nouns[0]! }));

test.each([
  ["22", 22],
  ["1,964", 1964],
  ["1 964", 1964],
  ["1.33亿", 133_000_000],
  ["1050万元", 10_500_000],
  ["3成", 30],
  ["-3成", -30],
  ["−11.3%", -11.3],
  ["－75", -75],
  ["+9", 9],
  ["四分之一", 25],
  ["一千二百", 1200],
  ["１２３", 123],
  ["40:1", 40],
  ["0", 0],
])("%s is typed for %d", (typed, value) => {
  expect(readNumber(typed)).toMatchObject({ is: "number", value });
});

test.each([
  ["30至50", { is: "range", range: [30, 50] }],
  ["十几个", { is: "range", range: [11, 19] }],
  ["约3.5万", { is: "number", value: 35_000, bound: "approx" }],
  ["", { is: "empty" }],
  ["   ", { is: "empty" }],
  ["abc", { is: "unread" }],
  ["36→22", { is: "unread" }],
  ["由36个", { is: "unread" }],
  ["-十几个", { is: "unread" }],
])("%j is read as %j", (typed, reading) => {
  expect(readNumber(typed)).toMatchObject(reading);
});

const ORIGIN = aFact();
const read = (changes: Partial<FactForm>, from = ORIGIN) => readForm({ ...formOf(from), ...changes }, from, INFOS);

test("a form that nobody touched gives the same fact, with all that follows from its numbers", () => {
  expect(read({}).fact).toEqual({ ...ORIGIN, change_pct: -38.89, derived: ["change", "change_pct"] });
  expect(formOf(ORIGIN)).toMatchObject({ before: "36", after: "22", change: "", value: "", scope: "" });
});

test.each<[Partial<FactForm>, object]>([
  [{ after: "24" }, { after: 24, change: -12, change_pct: -33.33, derived: ["change", "change_pct"] }],
  [
    { after: "24", change: "-12" },
    { change: -12, derived: ["change_pct"] },
  ],
  [
    { before: "", after: "约22个" },
    { before: null, after: 22, change: null, derived: [] },
  ],
  [{ bound: "approx" }, { bound: "approx", change: null, derived: [] }],
  [
    { before: "", after: "", low: "30", high: "50" },
    { range: [30, 50], before: null, derived: [] },
  ],
  [
    { metric: "budget.revenue", unit: "CNY", before: "", after: "", value: "1.33亿元", per: "year" },
    { value: 133_000_000, unit: "CNY", per: "year" },
  ],
  [{ before: "", after: "", change_pct: "-3成" }, { change_pct: -30 }],
  [
    { name: " 保德县 ", code: "140931", level: "county", scope: "县直", period: "2025-01/2025-07" },
    { subject: { name: "保德县", code: "140931", level: "county" }, scope: "县直", period: "2025-01/2025-07" },
  ],
  [{ code: "", level: "" }, { subject: { name: "河曲县", code: null, level: null } }],
])("%j makes it %j, a valid fact", (changes, wanted) => {
  const { fact } = read(changes);
  expect(fact).toMatchObject(wanted);
  expect(validateFacts([fact!], "test").invalid).toEqual([]);
});

test.each<[Partial<FactForm>, keyof FactForm, ProblemName]>([
  [{ before: "", after: "" }, "value", "no-number"],
  [{ after: "二十多到" }, "after", "unread-number"],
  [{ after: "20至30" }, "after", "number-is-range"],
  [{ after: "22%" }, "after", "wrong-unit"],
  [{ change_pct: "22个" }, "change_pct", "wrong-unit"],
  [{ after: "22万元" }, "after", "wrong-unit"],
  [{ low: "3" }, "high", "range-open"],
  [{ low: "5", high: "3" }, "high", "range-turned"],
  [{ metric: "agencies.unknown" }, "metric", "no-metric"],
  [{ name: " " }, "name", "no-subject"],
  [{ code: "1409" }, "code", "bad-code"],
  [{ period: "去年" }, "period", "bad-period"],
  [{ unit: "" }, "unit", "no-unit"],
])("%j is refused: %s %s", (changes, field, name) => {
  const { fact, problems } = read(changes);
  expect(fact).toBeNull();
  expect(problems).toContainEqual({ field, name });
});

test("a check stays as long as its numbers do", () => {
  const change = { check: "change" as const, ok: true, expected: -14, found: -14, spans: [] };
  const from = aFact({ derived: [], checks: [change] });
  expect(read({ scope: "县直" }, from).fact?.checks).toEqual([change]);
  expect(read({ after: "23" }, from).fact?.checks).toEqual([]);
});

test.each([
  ["", METRICS.length, METRICS[0]!.id],
  ["行政编制", 1, "staff.quota.administrative"],
  ["budget.rev", 1, "budget.revenue"],
  ["village natural", 1, "division.natural_village"],
  ["常住", 1, "population.resident"],
  ["nothing like it", 0, undefined],
])("searching %j finds %d metrics, first %s", (typed, count, first) => {
  const found = searchMetrics(INFOS, typed);
  expect([found.length, found[0]?.id]).toEqual([count, first]);
});

test("a metric brings its unit; money keeps its currency", () => {
  const of = (id: string) => INFOS.find((info) => info.id === id)!;
  expect(unitFor(of("staff.quota"), "count")).toBe("person");
  expect(unitFor(of("budget.revenue"), "TWD")).toBe("TWD");
  expect(unitFor(of("budget.revenue"), "count")).toBe("CNY");
});

test("a form knows whether it was changed", () => {
  const form = formOf(ORIGIN);
  expect([isChanged(form, formOf(ORIGIN)), isChanged({ ...form, scope: "县直" }, form)]).toEqual([false, true]);
});
