import { appendFileSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Value } from "typebox/value";
import { ExampleLineSchema } from "../../schemas/example.ts";
import type { Fact } from "../../schemas/fact.ts";
import type {
  Agreement,
  ArticleView,
  Decided,
  Draft,
  Facets,
  FactDetail,
  Orphans,
  Position,
  Rows,
  Session,
} from "../../schemas/review.ts";
import type { ErrorAnswer } from "../../workers/console/answers.ts";
import { aFact } from "../support/facts.ts";
import { type ReviewServer, type ReviewServerOptions, serveReview } from "../support/review.ts";
import { sampleFacts } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const servers: ReviewServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
});

/** A server of its own, closed when the file ends. */
async function serve(facts: readonly Fact[] | null, options: ReviewServerOptions = {}): Promise<ReviewServer> {
  const server = await serveReview(mkdtempSync(join(folder, "s-")), facts, options);
  servers.push(server);
  return server;
}

let facts: readonly Fact[];
let server: ReviewServer;
beforeAll(async () => {
  facts = await sampleFacts();
  server = await serve(facts, { inputs: ["corpus/articles"] });
});

const get = async <T>(route: string, of = server): Promise<T> => {
  const { status, body } = await of.get<T>(route);
  expect([route, status]).toEqual([route, 200]);
  return body;
};
const decide = (form: object, of = server) => of.post<Decided & ErrorAnswer>("decisions", { reviewer: "Ann", ...form });

describe("what there is to see", () => {
  test("the session", async () => {
    const session = await get<Session>("session");
    expect(session).toMatchObject({
      file: "facts.jsonl",
      decisions: "facts.decisions.jsonl",
      examples: "facts.examples.jsonl",
      readOnly: false,
      facts: facts.length,
      documents: new Set(facts.map(({ doc }) => doc.id)).size,
      broken: { count: 0, first: [] },
      orphans: 0,
      lexicon: null,
    });
    expect(session.loaded.bytes).toBe(session.loaded.of);
    expect(session.metrics).toContainEqual(expect.objectContaining({ id: "agencies.party_gov", label: "党政机构" }));
    expect(session.provinces).toContainEqual({ code: "140000", name: "山西省" });
  });

  test.each([
    ["a list of one", "metric=agencies.party_gov", (fact: Fact) => fact.metric === "agencies.party_gov"],
    [
      "a list of two",
      "metric=agencies.party_gov&metric=staff.headcount",
      (fact: Fact) => ["agencies.party_gov", "staff.headcount"].includes(fact.metric),
    ],
    ["words", `q=${encodeURIComponent("党政机构")}`, (fact: Fact) => JSON.stringify(fact).includes("党政机构")],
    ["digits, which stay words", "q=22", (fact: Fact) => JSON.stringify(fact).includes("22")],
  ])("%s narrows rows and facets alike", async (_what, query, holds) => {
    const [rows, facets] = [await get<Rows>(`rows?${query}&limit=500`), await get<Facets>(`facets?${query}`)];
    expect(rows.total).toBe(facets.total);
    expect(rows.total).toBeGreaterThan(0);
    const ids = new Set(facts.filter(holds).map(({ id }) => id));
    for (const { id } of rows.rows) expect(ids).toContain(id);
  });

  test("rows are sorted, cut into pages, and found by their place", async () => {
    const first = await get<Rows>("rows?sort=-confidence&limit=3");
    const second = await get<Rows>(`rows?sort=-confidence&limit=3&offset=3&view=${first.view}`);
    expect([first.rows.length, second.offset, second.total]).toEqual([3, 3, facts.length]);
    const fifth = second.rows[1]!.id;
    const position = await get<Position>(`position?sort=-confidence&view=${first.view}&fact=${fifth}`);
    expect(position.index).toBe(4);
  });

  test("a fact, and the article that it comes from", async () => {
    const fact = facts.find(({ doc }) => doc.id === "taitung-county-reorganisation")!;
    const detail = await get<FactDetail>(`fact?id=${fact.id}`);
    expect(detail).toEqual({
      fact,
      extracted: fact,
      status: "extracted",
      adjudicated: false,
      verdicts: [],
      history: [],
    });
    const article = await get<ArticleView>(`article?doc=${fact.doc.id}`);
    expect(article).toMatchObject({ source: "input", lang: "zh-Hant", unproved: [], doc: fact.doc });
  });

  test.each([
    ["fact?id=none", 404, "NOT_IN_FILE"],
    ["article?doc=none", 404, "NOT_IN_FILE"],
    ["article?doc=..%2F..%2Fetc%2Fpasswd", 404, "NOT_IN_FILE"],
    ["article?doc=%2Fetc%2Fpasswd", 404, "NOT_IN_FILE"],
    ["fact", 400, "INVALID_FORM"],
    ["rows?limit=501", 400, "INVALID_FORM"],
    ["rows?limit=ten", 400, "INVALID_FORM"],
    ["rows?offset=-1", 400, "INVALID_FORM"],
    ["rows?sort=id;drop", 400, "INVALID_FORM"],
    [`rows?q=${"a".repeat(501)}`, 400, "INVALID_FORM"],
    ["rows?q=a&q=b", 400, "INVALID_FORM"],
    ["nothing", 404, "NOT_FOUND"],
  ])("GET %s: %p %s", async (route, status, code) => {
    const answer = await server.get<ErrorAnswer>(route);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.remedy).not.toBe("");
  });
});

describe("decisions", () => {
  test("accept, correct, reject, undo: on the disk, and in the table", async () => {
    const own = await serve(facts.slice(0, 6));
    const [one, two, three] = facts.slice(0, 3) as [Fact, Fact, Fact];
    const better: Fact = { ...two, value: 1_234 };
    const answers = [
      await decide({ action: "accept", fact: one.id }, own),
      await decide({ action: "correct", fact: two.id, after: better }, own),
      await decide({ action: "reject", fact: three.id, reason: " 不是这个意思 " }, own),
    ];
    expect(answers.map(({ status, body }) => [status, body.detail?.status])).toEqual([
      [200, "accepted"],
      [200, "corrected"],
      [200, "rejected"],
    ]);
    expect(answers[1]!.body.detail).toMatchObject({ fact: better, extracted: two });
    expect(answers[2]!.body.decision).toMatchObject({ before: three, after: null, reason: "不是这个意思" });
    const lines = readFileSync(own.review.decisions.path, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(answers.map(({ body }) => body.decision));
    const counts = (await get<Facets>("facets", own)).facets.status;
    expect(Object.fromEntries(counts.map(({ value, count }) => [value, count]))).toEqual({
      ...{ accepted: 1, corrected: 1, rejected: 1, extracted: 3 },
    });
    const undone = await decide({ action: "undo", decision: answers[1]!.body.decision.id }, own);
    expect(undone.body.detail).toMatchObject({ fact: two, status: "extracted", verdicts: [] });
    expect(undone.body.detail!.history).toHaveLength(2);
  });

  test("an added fact is drafted, stands among the others, and is gone when it is taken back", async () => {
    const own = await serve(facts, { inputs: ["corpus/articles"] });
    const [any] = facts.filter(({ doc }) => doc.id === "longde-communique");
    const { start, end } = any!.evidence[0]!;
    const drafted = await own.post<Draft>("draft", { doc: any!.doc.id, start, end, metric: "approval.items" });
    expect([drafted.status, drafted.body.fact.rule]).toEqual([200, "manual"]);
    const { body } = await decide({ action: "add", after: drafted.body.fact }, own);
    expect(body.detail).toMatchObject({ status: "added", extracted: null, fact: drafted.body.fact });
    expect((await get<Rows>("rows?status=added", own)).total).toBe(1);
    const again = await decide({ action: "add", after: drafted.body.fact, reviewer: "Bo" }, own);
    expect([again.status, again.body.code]).toEqual([409, "DECISION_REFUSED"]);
    const undone = await decide({ action: "undo", decision: body.decision.id }, own);
    expect([undone.status, undone.body.detail]).toEqual([200, null]);
    expect((await get<Rows>("rows?status=added", own)).total).toBe(0);
  });

  // The store places an added fact only while its status is `added` (review/facts/states.ts, placeEdits).
  test("an added fact that another rejects stays in sight until it is settled", async () => {
    const own = await serve(facts);
    const added = { ...facts[0]!, id: "added", value: 5 };
    await decide({ action: "add", after: added }, own);
    const second = await decide({ action: "reject", fact: "added", reviewer: "Bo", reason: "x" }, own);
    expect(second.body.detail).toMatchObject({ status: "disputed", fact: added });
    const third = await decide({ action: "accept", fact: "added", reviewer: "Cy", role: "adjudicator" }, own);
    expect(third.body.detail).toMatchObject({ status: "added", fact: added });
    const last = await decide(
      { action: "reject", fact: "added", reviewer: "Cy", role: "adjudicator", reason: "x" },
      own,
    );
    expect(last.body.detail).toMatchObject({ status: "rejected", fact: added });
    expect((await get<Rows>("rows?status=rejected", own)).rows.map(({ id }) => id)).toEqual(["added"]);
  });

  test("reviewers differ, an adjudicator ends it", async () => {
    const own = await serve(facts.slice(0, 3));
    const fact = facts[0]!.id;
    await decide({ action: "accept", fact }, own);
    const second = await decide({ action: "reject", fact, reviewer: "博", reason: "x" }, own);
    expect(second.body.detail).toMatchObject({ status: "disputed", adjudicated: false });
    expect(await get<Agreement>("agreement", own)).toMatchObject({
      disputed: 1,
      all: { facts: 1, observed: 0, kappa: 0 },
    });
    const last = await decide({ action: "accept", fact, reviewer: "Cy", role: "adjudicator" }, own);
    expect(last.body.detail).toMatchObject({ status: "accepted", adjudicated: true });
    expect((await get<Session>("session", own)).reviewers).toEqual(["Ann", "Cy", "博"]);
  });

  test.each<[what: string, form: (fact: Fact) => object, status: number, code: string]>([
    ["a fact that is not there", () => ({ action: "accept", fact: "none" }), 404, "NOT_IN_FILE"],
    [
      "a rejection without a reason",
      ({ id }) => ({ action: "reject", fact: id, reason: " " }),
      409,
      "DECISION_REFUSED",
    ],
    ["a correction without the fact", ({ id }) => ({ action: "correct", fact: id }), 409, "DECISION_REFUSED"],
    ["a correction of nothing", (fact) => ({ action: "correct", fact: fact.id, after: fact }), 409, "DECISION_REFUSED"],
    [
      "a correction with another id",
      (fact) => ({ action: "correct", fact: fact.id, after: { ...fact, id: "x" } }),
      409,
      "DECISION_REFUSED",
    ],
    [
      "a correction with another document",
      (fact) => ({ action: "correct", fact: fact.id, after: { ...fact, doc: { ...fact.doc, id: "x" } } }),
      409,
      "DECISION_REFUSED",
    ],
    [
      "a correction that is no fact",
      (fact) => ({ action: "correct", fact: fact.id, after: { ...fact, bound: "many" } }),
      400,
      "INVALID_FORM",
    ],
    [
      "a number in quotes",
      (fact) => ({ action: "correct", fact: fact.id, after: { ...fact, value: "12" } }),
      400,
      "INVALID_FORM",
    ],
    ["an added fact that is there", (fact) => ({ action: "add", after: fact }), 409, "DECISION_REFUSED"],
    [
      "an added fact of another document",
      (fact) => ({ action: "add", after: { ...fact, id: "x", doc: { ...fact.doc, id: "x" } } }),
      404,
      "NOT_IN_FILE",
    ],
    ["an undo of nothing", () => ({ action: "undo", decision: "none" }), 404, "NOT_IN_FILE"],
    ["an action that is none", ({ id }) => ({ action: "like", fact: id }), 400, "INVALID_FORM"],
    ["nobody", ({ id }) => ({ action: "accept", fact: id, reviewer: "" }), 400, "INVALID_FORM"],
    ["half a character", ({ id }) => ({ action: "reject", fact: id, reason: "\ud800" }), 409, "DECISION_REFUSED"],
    ["a name of two lines", ({ id }) => ({ action: "accept", fact: id, reviewer: "a\nb" }), 400, "INVALID_FORM"],
    ["a field too many", ({ id }) => ({ action: "accept", fact: id, path: "/etc/passwd" }), 400, "INVALID_FORM"],
  ])("%s is refused, and nothing is written", async (_what, form, status, code) => {
    const before = server.review.decisions.states().length;
    const answer = await decide(form(facts[0]!));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.remedy).not.toBe("");
    expect(server.review.decisions.states()).toHaveLength(before);
  });

  test("an undo of another's decision, of an undo, or a second one is refused", async () => {
    const own = await serve(facts.slice(0, 2));
    const { body } = await decide({ action: "accept", fact: facts[0]!.id }, own);
    const undo = (decision: string, reviewer: string) => decide({ action: "undo", decision, reviewer }, own);
    expect((await undo(body.decision.id, "Bo")).body.message).toMatch(/only Ann can/);
    const undone = await undo(body.decision.id, "Ann");
    expect((await undo(body.decision.id, "Ann")).body.message).toMatch(/taken back already/);
    expect((await undo(undone.body.decision.id, "Ann")).body.message).toMatch(/an undo cannot be undone/);
  });

  test("null stays null, and hostile text comes back as it went", async () => {
    const words = "<script>alert(1)</script>\u202e\u2066]]>\u0000 ' OR 1=1 --\n{{x}}&amp;😀";
    const hostile = aFact({ id: "<img src=x onerror=alert(1)>", label: words, scope: words, value: null });
    const own = await serve([hostile]);
    const known = (await get<FactDetail>(`fact?id=${encodeURIComponent(hostile.id)}`, own)).fact;
    const after = { ...known, scope: `${words}!`, change: null };
    const { status, body } = await decide({ action: "correct", fact: known.id, after, reason: words }, own);
    expect([status, body.decision.reason, body.detail?.fact.change]).toEqual([200, words.trim(), null]);
    expect(body.decision.after).toEqual(after);
    expect((await get<FactDetail>(`fact?id=${encodeURIComponent(known.id)}`, own)).verdicts[0]!.after).toEqual(after);
  });
});

describe("what changes meanwhile", () => {
  test("a new extraction keeps decisions by id; those whose fact is gone are listed with a likely one", async () => {
    const [one, two, three] = facts.filter(({ doc }) => doc.id === "longde-communique") as [Fact, Fact, Fact];
    const before = await serve([one, two, three]);
    await decide({ action: "accept", fact: one.id }, before);
    const gone = await decide({ action: "accept", fact: two.id }, before);
    await decide({ action: "reject", fact: three.id, reason: "x" }, before);
    const renewed = { ...two, id: "renewed", period: "2030" };
    const after = await serve([one, renewed], { decisions: before.review.decisions.path });
    expect((await get<FactDetail>(`fact?id=${one.id}`, after)).status).toBe("accepted");
    expect((await get<Session>("session", after)).orphans).toBe(2);
    const { orphans } = await get<Orphans>("orphans", after);
    expect(orphans.map(({ decision, likely }) => [decision.fact, likely])).toEqual([
      [three.id, null],
      [two.id, "renewed"],
    ]);
    expect(orphans[1]!.decision).toEqual(gone.body.decision);
  });

  test("two servers on one file see each other's decisions, and all their windows are told", async () => {
    const first = await serve(facts.slice(0, 4));
    const second = await serve(null, { facts: first.facts });
    const windows = await Promise.all([first, first, second].map(({ url }) => openEvents(url)));
    const fact = facts[1]!.id;
    await decide({ action: "accept", fact }, first);
    for (const window of windows) await window.until((pulse) => pulse.decided.includes(fact));
    expect((await get<FactDetail>(`fact?id=${fact}`, second)).status).toBe("accepted");
    appendFileSync(first.facts, `${JSON.stringify(aFact({ id: "new" }))}\n`);
    for (const window of windows) await window.until((pulse) => pulse.facts === 5);
    const { version } = await get<Session>("session", first);
    expect(windows[0]!.last().version).toBeLessThanOrEqual(version);
    for (const window of windows) window.close();
  });

  test("many decisions at once make few pulses, and end with the last state", async () => {
    const own = await serve(facts.slice(0, 40));
    const window = await openEvents(own.url);
    const ids = facts.slice(0, 40).map(({ id }) => id);
    const told = new Set<string>();
    window.onPulse = (pulse) => {
      for (const id of pulse.decided) told.add(id);
    };
    await Promise.all(ids.map((fact) => decide({ action: "accept", fact }, own)));
    await window.until(() => told.size === ids.length);
    expect(window.count()).toBeLessThan(ids.length);
    window.close();
  });

  test("a server that closes ends its windows", async () => {
    const own = await serveReview(mkdtempSync(join(folder, "s-")), facts.slice(0, 1));
    const window = await openEvents(own.url);
    await own.close();
    await window.ended;
  });
});

describe("examples", () => {
  test.each(["gives", "silent", "knownMiss"] as const)("%s is a line of its own", async (kind) => {
    const own = await serve(facts.slice(0, 2));
    const [fact] = facts as [Fact];
    const better = { ...fact, scope: "改过的", value: 77 };
    await decide({ action: "correct", fact: fact.id, after: better, reason: "看错了" }, own);
    const { status, body } = await own.post("examples", { fact: fact.id, kind, reviewer: "Ann" });
    const shown = kind === "silent" ? fact : better;
    expect(status).toBe(200);
    expect(body).toMatchObject({ text: fact.evidence[0]!.sentence, metric: fact.metric, note: "Ann: 看错了" });
    expect((body as Record<string, unknown>)[kind]).toMatchObject({ scope: shown.scope, unit: fact.unit });
    expect(Value.Check(ExampleLineSchema, body)).toBe(true);
    expect(readFileSync(own.review.examples, "utf8")).toBe(`${JSON.stringify(body)}\n`);
  });

  test("of a fact that is not there: none", async () => {
    const { status } = await server.post("examples", { fact: "none", kind: "gives", reviewer: "Ann" });
    expect([status, existsSync(server.review.examples)]).toEqual([404, false]);
  });
});

interface Pulse {
  readonly version: number;
  readonly facts: number;
  readonly decided: readonly string[];
}

/** A window that follows the server's events, as a browser does. */
async function openEvents(url: string) {
  const stop = new AbortController();
  const response = await fetch(`${url}/api/review/events`, { signal: stop.signal });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
  const pulses: Pulse[] = [];
  const waiting = new Set<() => void>();
  const window = {
    onPulse: (_pulse: Pulse) => {},
    count: () => pulses.length,
    last: () => pulses.at(-1)!,
    until: async (holds: (pulse: Pulse) => boolean) => {
      while (!pulses.some(holds)) await new Promise<void>((resolve) => waiting.add(resolve));
    },
    close: () => stop.abort(),
    ended: Promise.resolve() as Promise<void>,
  };
  const read = async () => {
    let rest = "";
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const events = (rest + chunk).split("\n\n");
      rest = events.pop() ?? "";
      for (const data of events.flatMap((event) => /^data: (.*)$/m.exec(event)?.[1] ?? [])) {
        const pulse = JSON.parse(data) as Pulse;
        pulses.push(pulse);
        window.onPulse(pulse);
      }
      for (const resolve of waiting) resolve();
      waiting.clear();
    }
  };
  window.ended = read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  await window.until(() => true);
  return window;
}
