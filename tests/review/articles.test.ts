import { appendFileSync, copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { processPage } from "../../pipeline/index.ts";
import { readInputs } from "../../pipeline/inputs/index.ts";
import { openArticles } from "../../review/articles/index.ts";
import type { StoredFact } from "../../review/facts/fact-store.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { ArticleView } from "../../schemas/review.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { sampleFacts } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const settings = parseSettings({}, { archive: join(folder, "archive") });
const failures: string[] = [];
const onFailure = (source: string, error: unknown) => {
  failures.push(`${source}: ${error}`);
};
const articlesOf = (inputs: readonly string[]) => openArticles({ inputs, settings, onFailure });

let documents: ReadonlyMap<string, readonly StoredFact[]>;
beforeAll(async () => {
  const byId = new Map<string, StoredFact[]>();
  for (const fact of await sampleFacts()) {
    const stored = { fact, status: "extracted" as const };
    byId.set(fact.doc.id, [...(byId.get(fact.doc.id) ?? []), stored]);
  }
  documents = byId;
});
const docOf = (facts: readonly StoredFact[]) => facts[0]!.fact.doc;
const factsOf = (id: string) => documents.get(id) ?? [];

/** What each mark reads in both texts, by fact and block. */
const readMarks = ({ blocks, marks }: ArticleView) =>
  marks.map(({ fact, block, original, simplified }) => ({
    fact,
    original: blocks[block]!.original.slice(...original),
    simplified: blocks[block]!.simplified.slice(...simplified),
    sentence: blocks[block]!.simplified,
  }));

describe("articles of the sample corpus: HTML, Markdown, OCR, tables, Traditional, JSONL", () => {
  const articles = articlesOf(["corpus/articles"]);

  test("every piece of evidence is marked, and each mark reads it in both scripts", async () => {
    let marks = 0;
    for (const [id, facts] of documents) {
      const view = await articles.view(docOf(facts), facts);
      expect([id, view.source, view.unproved]).toEqual([id, "input", []]);
      const read = readMarks(view);
      const said = facts.flatMap(({ fact }) => fact.evidence.map((one) => ({ id: fact.id, ...one })));
      expect(read.map(({ fact, original }) => [fact, original])).toEqual(said.map(({ id, text }) => [id, text]));
      for (const [i, { simplified }] of read.entries()) expect(said[i]!.sentence).toContain(simplified.trim());
      marks += read.length;
    }
    expect([documents.size > 30, marks > 200, failures]).toEqual([true, true, []]);
  });

  test("blocks are the text: each reads in its place, and titles, rows and list items stay what they are", async () => {
    const kinds = new Set<string>();
    for (const [, facts] of documents) {
      const { blocks } = await articles.view(docOf(facts), facts);
      let at = 0;
      for (const { start, end, original, kind } of blocks) {
        expect([start, end - start]).toEqual([at, original.length]);
        at = end + 1;
        kinds.add(kind);
      }
    }
    expect([...kinds]).toEqual(expect.arrayContaining(["title", "paragraph", "table-row", "list-item"]));
  });

  test("Traditional text stands beside its Simplified form", async () => {
    const facts = factsOf("taitung-county-reorganisation");
    const view = await articles.view(docOf(facts), facts);
    expect(view.lang).toBe("zh-Hant");
    const [first] = readMarks(view);
    expect(first!.original).not.toBe(first!.simplified);
    expect(view.marks.every(({ status }) => status === "extracted")).toBe(true);
  });

  test("evidence that the text does not hold is told, and not marked", async () => {
    const facts = factsOf("longde-communique");
    const wrong = { ...facts[0]!.fact, id: "wrong", evidence: [{ ...facts[0]!.fact.evidence[0]!, start: 0, end: 5 }] };
    const beyond = {
      ...wrong,
      id: "beyond",
      evidence: [{ ...wrong.evidence[0]!, start: 900_000, end: 900_010, text: "" }],
    };
    const odd = [wrong, beyond].map((fact): StoredFact => ({ fact, status: "accepted" }));
    const view = await articles.view(docOf(facts), [...facts, ...odd]);
    expect(view.unproved).toEqual(["wrong", "beyond"]);
    expect(view.marks.some(({ fact }) => fact === "wrong" || fact === "beyond")).toBe(false);
  });
});

describe("where no article is at hand", () => {
  test("its sentences are shown in the order of the text, evidence marked in the original script", async () => {
    const articles = articlesOf([]);
    for (const [, facts] of documents) {
      const view = await articles.view(docOf(facts), facts);
      expect([view.source, view.unproved]).toEqual(["sentences", []]);
      const said = facts.flatMap(({ fact }) =>
        fact.evidence.map(({ text, sentence }) => `${fact.id} ${text} ${sentence}`),
      );
      const read = readMarks(view).map(({ fact, original, sentence }) => `${fact} ${original} ${sentence}`);
      expect(read.sort()).toEqual(said.sort());
      const starts = view.blocks.map(({ start }) => start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  test("nothing is drafted", async () => {
    const facts = factsOf("longde-communique");
    const form = { doc: "longde-communique", start: 0, end: 4, metric: "economy.gdp" };
    await expect(articlesOf([]).draft(docOf(facts), facts, form)).rejects.toMatchObject({ code: "DRAFT_REFUSED" });
  });
});

describe("inputs that change", () => {
  test("a file changed since it was listed gives its sentences, and says why", async () => {
    const path = join(folder, "longde-communique.txt");
    copyFileSync("corpus/articles/longde-communique.txt", path);
    const articles = articlesOf([path]);
    const facts = factsOf("longde-communique");
    // Listed while another document is looked for.
    await articles.view({ ...docOf(facts), id: "another" }, []);
    appendFileSync(path, "\n又及");
    failures.length = 0;
    expect((await articles.view(docOf(facts), facts)).source).toBe("sentences");
    expect(failures).toEqual([expect.stringContaining("changed")]);
  });

  test("documents are found in JSONL by id, whichever comes first", async () => {
    const lines = Array.from({ length: 50 }, (_, i) =>
      JSON.stringify({ id: `d${i}`, text: `河曲县机构改革\n${i}个局减为1个。` }),
    );
    const path = join(folder, "lines.jsonl");
    writeFileSync(path, lines.join("\n"));
    const articles = articlesOf([path]);
    const doc = (id: string): Fact["doc"] => ({ ...docOf(factsOf("longde-communique")), id });
    for (const id of ["d40", "d3", "d49", "d40"])
      expect((await articles.view(doc(id), [])).blocks.at(-1)?.original).toBe(`${id.slice(1)}个局减为1个。`);
    expect((await articles.view(doc("d50"), [])).source).toBe("sentences");
  });
});

describe("drafts", () => {
  const text = [
    "河曲县机构改革见成效",
    "河曲县36个党政机构精简为22个，每年节约经费约1050万元。",
    "全县设办事窗口48个，办结率99%。今年拟再撤并3个乡镇。",
    "没有数字的一段话。",
  ].join("\n");
  const path = join(folder, "draft.txt");
  const articles = articlesOf([path]);
  let facts: readonly StoredFact[];
  beforeAll(async () => {
    writeFileSync(path, text);
    for await (const input of readInputs([path], { stdin: process.stdin, settings })) {
      if ("error" in input) throw input.error;
      facts = processPage(input, settings).facts.map((fact) => ({ fact, status: "extracted" }));
    }
  });
  const draft = (words: string, metric: string) => {
    const start = text.indexOf(words);
    return articles.draft(docOf(facts), facts, { doc: "draft", start, end: start + words.length, metric });
  };

  test.each<[words: string, metric: string, wanted: Partial<Fact>, warning: RegExp | null]>([
    // What a rule read there is taken over, for whichever metric.
    ["36个党政机构精简为22个", "agencies.gov", { before: 36, after: 22, change: -14, unit: "count" }, null],
    ["精简为22个", "agencies.gov", { before: null, after: 22 }, null],
    ["约1050万元", "budget.public_expense", { per: "year", bound: "approx", unit: "CNY" }, null],
    // Else the one quantity that stands there.
    ["办事窗口48个", "approval.items", { value: 48, bound: "exact", modality: "actual" }, /No rule reads/],
    ["办事窗口48个，办结率99%", "approval.items", { value: 48 }, /Several quantities .*48个、99%/],
    ["办结率99%", "approval.items", { change_pct: 99, value: null }, /No rule reads/],
    ["没有数字", "approval.items", { value: null, before: null }, /No quantity/],
  ])("%s as %s gives %j", async (words, metric, wanted, warning) => {
    const { fact, warnings } = await draft(` ${words}`.trim(), metric);
    const start = text.indexOf(words);
    expect(fact).toMatchObject({ ...wanted, metric, rule: "manual", confidence: 1, doc: docOf(facts) });
    expect(fact.subject).toEqual({ name: "河曲县", code: "140930", level: "county" });
    expect(fact.evidence).toEqual([expect.objectContaining({ start, end: start + words.length, text: words })]);
    expect(fact.evidence[0]!.sentence).toContain(words);
    if (warning === null) expect(warnings).toEqual([]);
    else expect(warnings.join()).toMatch(warning);
  });

  test("a fact that is there already has its id, and says so", async () => {
    const { fact, warnings } = await draft("36个党政机构精简为22个", "agencies.party_gov");
    expect(facts.map(({ fact: { id } }) => id)).toContain(fact.id);
    expect(warnings).toEqual(["The document gives this fact already"]);
  });

  test("white space around the words is left out", async () => {
    const start = text.indexOf("办事窗口48个");
    const { fact } = await articles.draft(docOf(facts), facts, {
      doc: "draft",
      start: text.indexOf("\n全县"),
      end: start + 7,
      metric: "approval.items",
    });
    expect(fact.evidence[0]!.text).toBe("全县设办事窗口48个");
  });

  test.each([
    ["two paragraphs", 0, 40, "approval.items", /several paragraphs/],
    ["nothing", 10, 11, "approval.items", /holds no words/],
    ["what lies beyond", 100, 999, "approval.items", /holds no words/],
    ["backwards", 9, 3, "approval.items", /holds no words/],
    ["for no metric", 11, 20, "no.metric", /no metric no\.metric/],
  ])("%s is refused", async (_what, start, end, metric, problem) => {
    await expect(articles.draft(docOf(facts), facts, { doc: "draft", start, end, metric })).rejects.toMatchObject({
      code: "DRAFT_REFUSED",
      problem: expect.stringMatching(problem),
    });
  });
});
