import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import type { FactStore } from "../../review/facts/fact-store.ts";
import { openFactStore, openWholeFile, type StoreOptions } from "../../review/facts/open-fact-store.ts";
import type { Fact } from "../../schemas/fact.ts";
import { CONFIDENCE_STEPS, FACETS, type FacetName, type Filter } from "../../schemas/review.ts";
import { aFact } from "../support/facts.ts";
import { linesOf, sampleFacts } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const open: FactStore[] = [];
let files = 0;
const place = () => join(folder, `${++files}.jsonl`);

async function storeOf(text: string, options: StoreOptions = {}): Promise<FactStore> {
  const path = place();
  writeFileSync(path, text);
  const store = await openFactStore(path, options);
  open.push(store);
  await store.whole();
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

const all = { filter: {}, sort: "file", offset: 0, limit: 500 } as const;
const idsOf = async (store: FactStore, filter: Filter = {}, sort = "file") =>
  (await store.rows({ ...all, filter, sort })).rows.map(({ id }) => id);

/** A fact of document `doc`, by an id that says which. */
const one = (id: string, changes: Partial<Fact> = {}) => {
  const [doc = ""] = id.split("-");
  const base = aFact();
  return { ...base, id, doc: { ...base.doc, id: doc }, ...changes };
};

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; !what(); tries++) {
    if (tries > 400) throw new Error("it did not come about");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe.each(["memory", "disk"] as const)("kept in %s:", (kept) => {
  test("every fact of the sample corpus comes out as it went in", async () => {
    const facts = await sampleFacts();
    const store = await storeOf(linesOf(facts), { kept });
    expect([store.facts, store.broken.count]).toEqual([facts.length, 0]);
    for (const fact of facts) {
      expect((await store.fact(fact.id))?.fact).toEqual(fact);
      expect(await store.extracted(fact.id)).toEqual(fact);
    }
    expect(await idsOf(store)).toEqual(facts.map(({ id }) => id).slice(0, 500));
  });

  describe("what counts", () => {
    const [a1, a2, b1, again] = [one("a-1"), one("a-2"), one("b-1"), one("a-1", { after: 21 })];
    test.each<[string, string, readonly string[], number]>([
      ["lines of two documents", linesOf([a1, a2, b1]), ["a-1", "a-2", "b-1"], 0],
      ["a document extracted again", linesOf([a1, a2, b1, again]), ["b-1", "a-1"], 0],
      ["an id twice in one batch", linesOf([a1, a2, again]), ["a-2", "a-1"], 0],
      ["a last line without its line feed", linesOf([a1, b1]).trimEnd(), ["a-1", "b-1"], 0],
      ["a last line cut short", linesOf([a1, b1]).slice(0, -20), ["a-1"], 0],
      ["blank lines", `\n${linesOf([a1])}\n\n${linesOf([b1])}\n`, ["a-1", "b-1"], 0],
      ["an empty file", "", [], 0],
      ["no JSON among them", `${linesOf([a1])}{"id":\n${linesOf([b1])}`, ["a-1", "b-1"], 1],
      ["a line cut within a text", `{"id":"x\n${linesOf([b1])}`, ["b-1"], 1],
      ["an object in two lines", `${linesOf([a1]).replace(",", ",\n")}${linesOf([b1])}`, ["b-1"], 2],
      ["JSON that is no fact", `{"id":"x"}\n[1]\n"y"\n7\n${linesOf([b1])}`, ["b-1"], 4],
      ["a number that is a text", linesOf([a1]).replace('"bound":"exact"', '"bound":null'), [], 1],
    ])("%s", async (_name, text, ids, broken) => {
      const store = await storeOf(text, { kept });
      expect(await idsOf(store)).toEqual(ids);
      expect([store.facts, store.broken.count]).toEqual([ids.length, broken]);
    });

    test("a broken line is told with its place and what is wrong", async () => {
      const store = await storeOf(`${linesOf([a1])}\n{"id":1}\n${linesOf([b1])}nonsense\n`, { kept });
      expect(store.broken.first[0]).toMatch(/\.jsonl#3/);
      expect(store.broken.first[1]).toMatch(/\.jsonl#5.*no JSON/);
    });

    test("a file that must hold nothing but facts is refused with its first broken line", async () => {
      const path = place();
      writeFileSync(path, `${linesOf([a1])}nonsense\n`);
      await expect(openWholeFile(path)).rejects.toThrow(/\.jsonl#2/);
      await expect(openWholeFile(join(folder, "none.jsonl"))).rejects.toThrow(/none\.jsonl/);
      await expect(openWholeFile(folder)).rejects.toThrow(/folder/);
    });
  });

  describe("a file that changes", () => {
    test("grows: whole lines come in, half ones wait, a new batch takes the old one's place", async () => {
      const store = await storeOf(linesOf([one("a-1"), one("b-1")]), { kept, follow: true });
      const line = linesOf([one("c-1")]);
      appendFileSync(store.path, line.slice(0, 100));
      appendFileSync(store.path, line.slice(100));
      await until(() => store.facts === 3);
      appendFileSync(store.path, linesOf([one("a-2")]));
      await until(() => store.loaded.bytes === store.loaded.of && store.version > 2);
      expect(await idsOf(store)).toEqual(["b-1", "c-1", "a-2"]);
    });

    test("goes on with the same document: all of it counts, whatever the document's name", async () => {
      const ids = ["a'\u0000-1", "a'\u0000-2"];
      const store = await storeOf(linesOf([one(ids[0]!)]), { kept, follow: true });
      appendFileSync(store.path, linesOf([one(ids[1]!)]));
      await until(() => store.facts === 2);
      expect(await idsOf(store)).toEqual(ids);
    });

    test("is written anew: it is read anew, and what was decided stays", async () => {
      const store = await storeOf(linesOf([one("a-1"), one("b-1")]), { kept, follow: true });
      await store.apply([{ fact: "b-1", status: "rejected", reviewers: ["li"], current: null }]);
      writeFileSync(`${store.path}.new`, linesOf([one("b-1"), one("d-1"), one("e-1")]));
      renameSync(`${store.path}.new`, store.path);
      await until(() => store.facts === 3);
      expect(await idsOf(store)).toEqual(["b-1", "d-1", "e-1"]);
      expect((await store.fact("b-1"))?.status).toBe("rejected");
    });
  });

  describe("what was decided", () => {
    const facts = [one("a-1"), one("a-2"), one("b-1")];
    test("a correction stands in its place, an addition behind its document, a state is counted", async () => {
      const store = await storeOf(linesOf(facts), { kept });
      const corrected = { ...facts[0]!, after: 20 };
      const added = one("a-9");
      await store.apply([
        { fact: "a-1", status: "corrected", reviewers: ["li", "王"], current: corrected },
        { fact: "a-9", status: "added", reviewers: ["li"], current: added },
        { fact: "b-1", status: "rejected", reviewers: ["王"], current: null },
        { fact: "gone", status: "corrected", reviewers: ["li"], current: one("gone") },
      ]);
      expect(await idsOf(store)).toEqual(["a-1", "a-2", "a-9", "b-1"]);
      expect(await store.fact("a-1")).toEqual({ fact: corrected, status: "corrected" });
      expect(await store.extracted("a-1")).toEqual(facts[0]);
      expect(await store.extracted("a-9")).toBeNull();
      expect((await store.ofDocument("a")).map(({ fact, status }) => [fact.id, status])).toEqual([
        ["a-1", "corrected"],
        ["a-2", "extracted"],
        ["a-9", "added"],
      ]);
      expect(await store.missing(["a-1", "gone", "a-9"])).toEqual(["gone", "a-9"]);
      const { facets } = await store.facets({});
      expect(facets.reviewer).toEqual([
        { value: "li", count: 2 },
        { value: "王", count: 2 },
        { value: "-", count: 1 },
      ]);
      expect(await idsOf(store, { reviewer: ["王"], status: ["rejected"] })).toEqual(["b-1"]);
    });

    test("is taken back", async () => {
      const store = await storeOf(linesOf(facts), { kept });
      await store.apply([{ fact: "a-1", status: "corrected", reviewers: ["li"], current: { ...facts[0]!, after: 1 } }]);
      await store.apply([{ fact: "a-1", status: "extracted", reviewers: [], current: null }]);
      expect(await store.fact("a-1")).toEqual({ fact: facts[0], status: "extracted" });
      expect((await store.facets({})).facets.status).toEqual([{ value: "extracted", count: 3 }]);
    });

    test("a view keeps its order while states change", async () => {
      const store = await storeOf(linesOf(facts), { kept });
      const question = { ...all, filter: { status: ["extracted"] } };
      const { view } = await store.rows(question);
      await store.apply([{ fact: "a-1", status: "accepted", reviewers: ["li"], current: null }]);
      expect((await store.rows({ ...question, view })).rows.map(({ id }) => id)).toEqual(["a-1", "a-2", "b-1"]);
      expect((await store.position({ ...question, view, fact: "b-1" })).index).toBe(2);
      expect((await store.rows(question)).rows.map(({ id }) => id)).toEqual(["a-2", "b-1"]);
      expect((await store.position({ ...question, fact: "a-1" })).index).toBeNull();
    });
  });
});

/** What the facets say of a fact, told anew in JavaScript. */
const VALUE: Readonly<Record<FacetName, (fact: Fact) => string>> = {
  metric: ({ metric }) => metric,
  province: ({ subject }) => (subject.code === null ? "-" : `${subject.code.slice(0, 2)}0000`),
  subject: ({ subject }) => subject.name,
  document: ({ doc }) => doc.id,
  publisher: ({ doc }) => doc.publisher ?? "-",
  modality: ({ modality }) => modality,
  bound: ({ bound }) => bound,
  checks: ({ checks }) => (checks.length === 0 ? "-" : checks.every(({ ok }) => ok) ? "passed" : "failed"),
  confidence: ({ confidence }) => String(CONFIDENCE_STEPS.findLast((step) => confidence >= step)),
  status: () => "extracted",
  reviewer: () => "-",
};

function counted(facts: readonly Fact[], name: FacetName) {
  const counts = new Map<string, number>();
  for (const fact of facts) counts.set(VALUE[name](fact), (counts.get(VALUE[name](fact)) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (Buffer.from(a.value).compare(Buffer.from(b.value)) as number))
    .slice(0, 50);
}

describe("facets over the sample corpus", () => {
  test.each<[string, Filter]>([
    ["nothing chosen", {}],
    ["one metric", { metric: ["agencies.party_gov"] }],
    ["two metrics, one modality", { metric: ["agencies.party_gov", "staff.quota"], modality: ["actual"] }],
    ["those without a code", { province: ["-"] }],
    ["high confidence, checks that hold", { confidence: ["0.95"], checks: ["passed"] }],
  ])("%s", async (_name, filter) => {
    const facts = await sampleFacts();
    const store = await storeOf(linesOf(facts));
    const through = (but?: FacetName) =>
      facts.filter((fact) =>
        FACETS.every((name) => name === but || (filter[name]?.includes(VALUE[name](fact)) ?? true)),
      );
    const { total, facets } = await store.facets(filter);
    expect(total).toBe(through().length);
    expect(await idsOf(store, filter)).toEqual(through().map(({ id }) => id));
    for (const name of FACETS) {
      const chosen = (filter[name] ?? []).filter(
        (value) => !counted(through(name), name).some((c) => c.value === value),
      );
      expect(facets[name]).toEqual([...counted(through(name), name), ...chosen.map((value) => ({ value, count: 0 }))]);
    }
  });

  test.each<[string, string, (fact: Fact) => boolean]>([
    ["a word of the sentence", "精简", ({ evidence }) => evidence.some(({ sentence }) => sentence.includes("精简"))],
    [
      "two words",
      "河曲县 精简",
      ({ subject, doc }) => subject.name === "河曲县" || doc.title?.includes("河曲县") === true,
    ],
    ["a metric, whatever the case", "AGENCIES.PARTY_GOV", ({ metric }) => metric === "agencies.party_gov"],
    ["a word as Traditional", "機構", ({ evidence }) => evidence.some(({ sentence }) => sentence.includes("机构"))],
    ["what no fact holds", "没有这样的词", () => false],
    ["marks of SQL", "' OR 1=1 --", () => false],
    ["a wild card", "%", ({ evidence }) => evidence.some(({ sentence }) => sentence.includes("%"))],
  ])("search for %s", async (_name, q, fits) => {
    const facts = await sampleFacts();
    const store = await storeOf(linesOf(facts));
    const found = new Set(await idsOf(store, { q }));
    expect(facts.filter((fact) => fits(fact) && !found.has(fact.id) && q !== "河曲县 精简")).toEqual([]);
    if (!facts.some(fits)) expect(found.size).toBe(0);
    expect((await store.facets({ q })).total).toBe(found.size);
  });

  test.each<[string, (fact: Fact) => number | null]>([
    ["confidence", ({ confidence }) => confidence],
    ["level", ({ after, value, range }) => after ?? value ?? range?.[0] ?? null],
    ["change", ({ change }) => change],
  ])("sorted by %s both ways, what has none last", async (sort, of) => {
    const facts = await sampleFacts();
    const store = await storeOf(linesOf(facts));
    const byId = new Map(facts.map((fact) => [fact.id, fact]));
    for (const sign of [1, -1]) {
      const found = (await idsOf(store, {}, `${sign < 0 ? "-" : ""}${sort}`)).map((id) => of(byId.get(id)!));
      const known = found.filter((number) => number !== null);
      expect(known).toEqual(known.toSorted((a, b) => sign * (a - b)));
      expect(found.slice(known.length).every((number) => number === null)).toBe(true);
    }
  });
});
