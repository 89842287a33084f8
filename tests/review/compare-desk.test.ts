import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import Fastify, { type FastifyInstance } from "fastify";
import { comparisonRoutes } from "../../review/compare/comparison-routes.ts";
import type { FactStore } from "../../review/facts/fact-store.ts";
import { openFactStore } from "../../review/facts/open-fact-store.ts";
import type { ReviewDeps } from "../../review/server/deps.ts";
import { validateForms } from "../../review/server/validator.ts";
import { type ComparisonAnswer, MOST_SHOWN } from "../../schemas/comparison.ts";
import type { Fact } from "../../schemas/fact.ts";
import { aFact } from "../support/facts.ts";
import { workspace } from "../support/workspace.ts";

const { write, remove } = workspace();
const defects: unknown[] = [];
let store: FactStore;
let app: FastifyInstance;

/** Two documents on each of 1,200 units, every third of them in conflict; and 150 sources on one unit. */
const pairs = Array.from({ length: 1_200 }, (_, at) =>
  [22, at % 3 === 0 ? 24 : 22].map((value, which) => fact(`甲${at}县`, value, `d${at}-${which}`)),
).flat();
const crowd = Array.from({ length: 150 }, (_, at) => fact("乙县", at < 75 ? 10 : 12, `crowd${at}`));
const alone = [fact("丙县", 5, "alone")];

function fact(name: string, value: number, doc: string): Fact {
  const base = aFact({ id: `f-${doc}`, before: null, after: null, change: null, derived: [], value });
  const evidence = [{ start: 0, end: 4, text: `${value}个`, sentence: `${name}有${value}个，见${doc}` }];
  return {
    ...base,
    evidence,
    subject: { name, code: null, level: "county" },
    doc: { ...base.doc, id: doc, title: doc },
  };
}

beforeAll(async () => {
  const lines = [...pairs, ...crowd, ...alone].map((one) => `${JSON.stringify(one)}\n`);
  store = await openFactStore(write("facts.jsonl", lines.join("")));
  await store.whole();
  app = Fastify();
  validateForms(app);
  comparisonRoutes(app, { store, onDefect: (error: unknown) => defects.push(error) } as unknown as ReviewDeps);
});
afterAll(async () => {
  await app.close();
  await store.close();
  remove();
  expect(defects).toEqual([]);
});

async function ask(query: string): Promise<ComparisonAnswer> {
  const answer = await app.inject(`/comparison?${query}`);
  expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([200, expect.stringContaining("run")]);
  return answer.json();
}

/** Asks until the run is done. */
async function finished(query: string): Promise<ComparisonAnswer> {
  const answer = await ask(query);
  return answer.progress === null ? answer : finished(`${query.replace(/&?run=[\d.]+/, "")}&run=${answer.run}`);
}

describe("a whole file", () => {
  test("is counted by state, and the group with the most sources stands first", async () => {
    const { counts, facts, groups, version } = await finished("state=conflicting");
    expect(counts).toEqual({ conflicting: 401, superseded: 0, corroborated: 800, compatible: 0, single: 1 });
    expect([facts, version, groups.length]).toEqual([2_551, store.version, 20]);
    expect(groups[0]).toMatchObject({ key: { subject: { name: "乙县" } }, sources: 150, statementCount: 150 });
    expect(groups[0]!.statements).toHaveLength(MOST_SHOWN.statements);
  });

  test("is read page by page, without gap or repetition", async () => {
    const names: string[] = [];
    const { run } = await finished("state=corroborated");
    for (let offset = 0; offset < 900; offset += 150) {
      const page = await ask(`state=corroborated&limit=150&offset=${offset}&run=${run}`);
      expect(page.run).toBe(run);
      names.push(...page.groups.map(({ key }) => key.subject.name));
    }
    expect([names.length, new Set(names).size]).toEqual([800, 800]);
  });

  test("is compared once a version", async () => {
    const [first, second] = [await finished("state=conflicting"), await finished("state=corroborated")];
    expect(second.run).toBe(first.run);
  });
});

test.each<[string, string, Partial<ComparisonAnswer["counts"]>]>([
  ["a subject", "subject=乙县", { conflicting: 1, corroborated: 0 }],
  ["two subjects", "subject=甲1县&subject=甲3县", { conflicting: 1, corroborated: 1 }],
  ["a document: alone it says what it says", "document=d3-0", { conflicting: 0, single: 1 }],
  ["words", "q=甲6县有24个", { single: 1, conflicting: 0 }],
  ["nothing", "subject=无", { conflicting: 0, single: 0 }],
])("under a filter of %s only its facts are compared", async (_name, query, counts) => {
  expect((await finished(query)).counts).toMatchObject(counts);
});

test("several filters at once are each answered", async () => {
  const asked = [1, 3, 6, 9, 12, 15].map((at) => finished(`subject=甲${at}县`));
  expect((await Promise.all(asked)).map(({ counts }) => counts.conflicting)).toEqual([0, 1, 1, 1, 1, 1]);
});

test.each([["state=unheard"], ["limit=0"], ["offset=-1"], ["limit=100000"]])("%s is refused", async (query) => {
  expect((await app.inject(`/comparison?${query}`)).statusCode).toBeGreaterThanOrEqual(400);
});

test("what was rejected meanwhile is out of the next run, and stays in the one that is read", async () => {
  const before = await finished("subject=甲3县");
  expect(before.counts.conflicting).toBe(1);
  await store.apply([{ fact: "f-d3-1", status: "rejected", reviewers: ["李"], current: null }]);
  expect((await ask(`subject=甲3县&run=${before.run}`)).counts.conflicting).toBe(1);
  expect((await finished("subject=甲3县")).counts).toMatchObject({ conflicting: 0, single: 1 });
});
