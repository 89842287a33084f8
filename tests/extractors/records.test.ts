import { describe, expect, test } from "@jest/globals";
import type { Fact } from "../../schemas/fact.ts";
import { METRICS } from "../../schemas/metrics.ts";
import { documentIn, factsIn } from "../support/extract.ts";

const TITLE = "会昌县41个党政机构精简为27个";
const TEXT = `会昌县启动改革。全县党政机构由41个精简为27个，减少14个，领导职数由152名核减为129名。
- 事业单位210家整合为93家
- 收回事业编制260余名
项目\t2022年\t2023年
公用经费\t2300万元\t2080万元
预计每年可节约资金260万元。${"\u{20BB7}"}村有自然村12个。`;
const TRADITIONAL = TEXT.replace("会昌县启动", "會昌縣啟動")
  .replaceAll("党政机构由", "黨政機構由")
  .replaceAll("减", "減")
  .replaceAll("领导职数", "領導職數")
  .replaceAll("事业", "事業")
  .replaceAll("单位", "單位")
  .replaceAll("编制", "編制")
  .replaceAll("个", "個");

const SETTINGS = { title: TITLE, published: "2024-05-06" };

describe.each([
  ["Simplified", TEXT],
  ["Traditional", TRADITIONAL],
])("%s text", (_script, text) => {
  const facts = factsIn(text, SETTINGS);

  test("gives facts, each valid by its schema", () => {
    expect(facts.length).toBeGreaterThanOrEqual(6);
  });

  test("the same document gives the same records on every run", () => {
    expect(factsIn(text, SETTINGS)).toEqual(facts);
  });

  test("ids are unique, and those of another document are others", () => {
    const ids = facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("evidence is a slice of the original text, inside one sentence", () => {
    const document = documentIn(text, SETTINGS);
    for (const { evidence } of facts)
      for (const { start, end, text: words, sentence } of evidence) {
        expect(document.text.slice(start, end)).toBe(words);
        expect(words).not.toBe("");
        expect(document.sentences.map((one) => one.text)).toContain(sentence);
      }
  });

  test("every stated number is found in the evidence", () => {
    const unseen = facts.filter(
      ({ evidence }) => !evidence.every(({ text: words }) => /[\d一二三四五六七八九十百千万]/u.test(words)),
    );
    expect(unseen).toEqual([]);
  });

  test("facts come in the order of their first mention", () => {
    const starts = facts.map(({ evidence }) => evidence[0]!.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test("metrics are of the table, units are theirs", () => {
    const units = new Map(METRICS.map(({ id, unit }) => [id, unit]));
    const odd = facts.filter(({ metric, unit }) => {
      const own = units.get(metric);
      return own === "money" ? !/^[A-Z]{3}$/u.test(unit) : own !== unit;
    });
    expect(odd).toEqual([]);
  });

  test("a derived number is one that stands, and never the only one", () => {
    for (const fact of facts) {
      expect(fact.derived.filter((field) => fact[field] === null)).toEqual([]);
      const stated = (["value", "before", "after", "change", "change_pct"] as const).filter(
        (field) => fact[field] !== null && !fact.derived.includes(field),
      );
      expect(stated.length > 0 || fact.range !== null).toBe(true);
    }
  });
});

const inWords = ({ subject, metric, value, before, after, change }: Fact): unknown[] => [
  subject.name,
  metric,
  value,
  before,
  after,
  change,
];

test("a text gives the same facts in both scripts", () => {
  expect(factsIn(TRADITIONAL, SETTINGS).map(inWords)).toEqual(factsIn(TEXT, SETTINGS).map(inWords));
});

test("an id does not depend on what else a document says", () => {
  const [alone] = factsIn("会昌县撤销事业单位46家。");
  const among = factsIn("会昌县启动改革。会昌县有村239个。会昌县撤销事业单位46家。会昌县科级职数减少14个。");
  expect(among.map(({ id }) => id)).toContain(alone?.id);
});

test("the record says which document it is of", () => {
  const [fact] = factsIn(TEXT, SETTINGS);
  expect(fact?.doc).toEqual({
    id: "test",
    url: null,
    title: TITLE,
    publisher: null,
    published: "2024-05-06",
    lang: "zh-Hans",
  });
});
