import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { METRICS } from "../../schemas/metrics.ts";

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

/** Pages worth a second look: what their bytes are, and what their label says. All other files are UTF-8. */
const CHARSETS: Readonly<Record<string, { readonly charset: string; readonly label: string }>> = {
  "liannan-quota-pool.html": { charset: "gbk", label: "gbk" },
  "zhouqu-diebu-townships.html": { charset: "gbk", label: "gb2312" },
  "taitung-county-reorganisation.html": { charset: "big5", label: "big5" },
  "zherong-fewer-meetings.html": { charset: "gbk", label: "utf-8" },
  "football-report.html": { charset: "utf-8", label: "gb2312" },
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

const METRIC_IDS = new Set(METRICS.map(({ id }) => id));
/** By characters that only one script has. */
const scriptOf = (text: string): string => {
  const traditional = text.match(/[這為來說對開額項國個萬時過會縣電]/gu)?.length ?? 0;
  const simplified = text.match(/[这为来说对开额项国个万时过会县电]/gu)?.length ?? 0;
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
};
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
    [metrics.length > 0 && metrics.every((metric) => METRIC_IDS.has(metric)), "metric"],
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
    expect(scriptOf(text)).toBe(document.lang);
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

  test.each([
    ["articles", 24, () => true],
    ["without a fact", 6, ({ facts }: GoldDocument) => facts.length === 0],
    ["in Traditional script", 5, ({ lang }: GoldDocument) => lang === "zh-Hant"],
    ["pages", 8, ({ file }: GoldDocument) => file.endsWith(".html")],
    [
      "Markdown with an HTML body",
      2,
      (document: GoldDocument) => /^---\n[\s\S]*?\n---\n\s*<div>/u.test(textOf(document)),
    ],
    [
      "Markdown proper",
      2,
      (document: GoldDocument) => document.file.endsWith(".md") && /^# |^## /mu.test(textOf(document)),
    ],
    ["plain text", 12, ({ file }: GoldDocument) => file.endsWith(".txt")],
    ["OCR text", 2, (document: GoldDocument) => /^UT\.$/mu.test(textOf(document))],
    ["lines of a container", 5, ({ line }: GoldDocument) => line !== undefined],
  ] as const)("%s: at least %d", (_, least, holds) => {
    expect(articles.filter(holds).length).toBeGreaterThanOrEqual(least);
  });
});

describe("bytes and labels", () => {
  test.each(Object.entries(CHARSETS))("%s", (name, { charset, label }) => {
    const bytes = readFileSync(join(corpus, "articles", name));
    const isUtf8 = () => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (charset === "utf-8") expect(isUtf8).not.toThrow();
    else expect(isUtf8).toThrow();
    expect(new TextDecoder(charset, { fatal: true }).decode(bytes)).toMatch(new RegExp(`charset="?${label}"`, "u"));
  });
});

describe("sets are independent", () => {
  const windows = (text: string): Set<string> => {
    const letters = words(text).replace(/[^\p{Script=Han}]/gu, "");
    return new Set(Array.from({ length: Math.max(0, letters.length - 14) }, (_, at) => letters.slice(at, at + 15)));
  };
  const elsewhere = new Set(others.flatMap((document) => [...windows(textOf(document))]));
  const counties = new Set(others.flatMap(({ facts }) => facts.flatMap(({ subject }) => subject)));

  test("no article repeats fifteen characters of another set", () => {
    const repeated = articles.flatMap((document) => [...windows(textOf(document))].filter((w) => elsewhere.has(w)));
    expect(repeated).toEqual([]);
  });

  test("no article speaks of another set's county", () => {
    const names = articles.flatMap(({ facts }) => facts.flatMap(({ subject }) => subject));
    expect(names.filter((name) => /[县旗]$/u.test(name) && counties.has(name))).toEqual([]);
  });
});

describe("the two other sets", () => {
  test.each(others.map((document) => [document.doc, document] as const))("%s", (_, document) => {
    const text = textOf(document);
    expect(document.facts.flatMap((fact) => faults(fact, text))).toEqual([]);
  });
});
