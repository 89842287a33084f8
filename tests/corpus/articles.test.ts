import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";

interface GoldFact {
  readonly metric: string | readonly string[];
  readonly subject: readonly string[];
  readonly value?: number;
  readonly before?: number;
  readonly after?: number;
  readonly change?: number;
  readonly change_pct?: number;
  readonly range?: readonly [number, number];
  readonly unit: string;
  readonly per?: string;
  readonly bound?: string;
  readonly modality?: string;
  readonly comparison?: string;
  readonly period?: string;
  readonly quote: string;
}
interface GoldDocument {
  readonly doc: string;
  readonly file: string;
  readonly line?: number;
  readonly lang: string;
  readonly published?: string;
  readonly facts: readonly GoldFact[];
}
interface Line {
  readonly id: string;
  readonly title?: string;
  readonly html?: string;
  readonly text?: string;
  readonly markdown?: string;
}

const corpus = join(dirname(fileURLToPath(import.meta.url)), "../../corpus");
const goldFolder = join(corpus, "gold");
const readGold = (name: string): GoldDocument[] =>
  readFileSync(join(goldFolder, name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as GoldDocument);

const articles = readGold("articles.jsonl");
const others = [...readGold("mainland.jsonl"), ...readGold("hant.jsonl")];

/** Files whose bytes are not UTF-8: what they are, and what their label says. */
const CHARSETS: Readonly<Record<string, { readonly charset: string; readonly label: string }>> = {
  "zhouqu-diebu-townships.html": { charset: "gbk", label: "gb2312" },
  "taitung-county-reorganisation.html": { charset: "big5", label: "big5" },
  "zherong-fewer-meetings.html": { charset: "gbk", label: "utf-8" },
};

const decode = (path: string): string =>
  new TextDecoder(CHARSETS[basename(path)]?.charset ?? "utf-8", { fatal: true }).decode(readFileSync(path));

const textOf = ({ file, line }: GoldDocument): string => {
  const text = decode(join(goldFolder, file));
  if (line === undefined) return text;
  const row = JSON.parse(text.split("\n")[line - 1] ?? "") as Line;
  return [row.title, row.html, row.text, row.markdown].filter((part) => part !== undefined).join("\n");
};

/** The words alone: no tags, entities, emphasis, cell borders or white space. */
const words = (text: string): string =>
  text
    .replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/gu, "")
    .replace(/&nbsp;|&ensp;|&emsp;/gu, " ")
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&ldquo;/gu, "“")
    .replace(/&rdquo;/gu, "”")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&amp;/gu, "&")
    .replace(/\*\*|[\s|]/gu, "");

const METRICS = new Set(
  `agencies.party_gov agencies.party agencies.gov agencies.institution agencies.internal agencies.coordinating
   agencies.enforcement agencies.township agencies.other staff.quota staff.quota.administrative staff.quota.institution
   staff.posts.leadership staff.posts.section staff.posts.division staff.headcount staff.fiscal_supported
   staff.fiscal_ratio staff.over_quota staff.reassigned staff.layoff staff.contract budget.operating_cost
   budget.personnel budget.public_expense budget.three_public budget.savings budget.revenue budget.expenditure
   budget.transfer economy.gdp approval.items approval.departments paperwork.documents paperwork.meetings
   population.resident population.registered population.total area.land division.county division.town
   division.township division.street division.village division.natural_village division.community
   pilot.counties`.split(/\s+/u),
);
const UNITS = /^(count|person|percent|ratio|km2|CNY|TWD|HKD|MOP|USD|EUR|GBP|JPY|KRW|SGD|ARS)$/u;
const PERIOD = /^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4}(-\d{2}(-\d{2})?)?)?$/u;
const NUMBERS = ["value", "before", "after", "change", "change_pct"] as const;

/** What is wrong with a gold fact, in words; nothing when it is sane. */
function faults(fact: GoldFact, text: string): string[] {
  const metrics = typeof fact.metric === "string" ? [fact.metric] : fact.metric;
  const stated = NUMBERS.filter((field) => fact[field] !== undefined);
  const { before, after, change, change_pct: percent, range } = fact;
  const transition = before !== undefined && after !== undefined;
  const expected: readonly (readonly [boolean, string])[] = [
    [metrics.length > 0 && metrics.every((metric) => METRICS.has(metric)), "metric"],
    [fact.subject.length > 0 && fact.subject.every((name) => name !== ""), "subject"],
    [stated.length > 0 || range !== undefined, "no number"],
    [stated.every((field) => Number.isFinite(fact[field])), "not a number"],
    [range === undefined || range[0] < range[1], "range"],
    [UNITS.test(fact.unit), "unit"],
    [/^(year|month|day)$/u.test(fact.per ?? "year"), "per"],
    [/^(approx|gt|ge|lt|le)$/u.test(fact.bound ?? "gt"), "bound"],
    [/^(planned|estimated|required)$/u.test(fact.modality ?? "planned"), "modality"],
    [/^(yoy|mom|reform)$/u.test(fact.comparison ?? "yoy"), "comparison"],
    [PERIOD.test(fact.period ?? "2025"), "period"],
    [!transition || before !== after, "before = after"],
    [!transition || change === undefined || Math.sign(after - before) === Math.sign(change), "sign of change"],
    [!transition || percent === undefined || Math.sign(after - before) === Math.sign(percent), "sign of percent"],
    [words(text).includes(words(fact.quote)), "quote not in the text"],
  ];
  return expected.filter(([ok]) => !ok).map(([, fault]) => `${fault}: ${fact.quote}`);
}

describe("our own articles", () => {
  test.each(articles.map((document) => [document.doc, document] as const))("%s", (_, document) => {
    const text = textOf(document);
    expect(text).toMatch(document.lang === "zh-Hant" ? /[這個為會來說對與]/u : /[这个为会来说对与]/u);
    expect(document.facts.flatMap((fact) => faults(fact, text))).toEqual([]);
  });

  test("ids are unique and name the file or the line", () => {
    const ids = articles.map(({ doc }) => doc);
    expect(new Set(ids).size).toBe(ids.length);
    for (const document of articles) {
      const path = join(goldFolder, document.file);
      const named =
        document.line === undefined
          ? basename(path, extname(path))
          : (JSON.parse(decode(path).split("\n")[document.line - 1] ?? "") as Line).id;
      expect(named).toBe(document.doc);
    }
  });

  test("every article has gold", () => {
    const annotated = new Set(articles.map(({ file }) => basename(file)));
    expect(readdirSync(join(corpus, "articles")).filter((name) => !annotated.has(name))).toEqual([]);
  });
});

describe("their bytes", () => {
  test.each(Object.entries(CHARSETS))("%s", (name, { charset, label }) => {
    const bytes = readFileSync(join(corpus, "articles", name));
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow();
    expect(new TextDecoder(charset, { fatal: true }).decode(bytes)).toMatch(new RegExp(`charset="?${label}"`, "u"));
  });
});

describe("the two other sets", () => {
  test.each(others.map((document) => [document.doc, document] as const))("%s", (_, document) => {
    const text = textOf(document);
    expect(document.facts.flatMap((fact) => faults(fact, text))).toEqual([]);
  });
});
