import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { readDecision } from "../../review/decisions/decision-line.ts";
import { besideFacts, type Decisions, decisionStates, decisionsPathOf } from "../../review/decisions/index.ts";
import type { Decision } from "../../schemas/decision.ts";
import type { Fact } from "../../schemas/fact.ts";
import { aDecision, lineOf, openAt, openWith, readDecisionWords } from "../support/decisions.ts";
import { aFact } from "../support/facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
let opened: Decisions[] = [];
let files = 0;

const newPath = (): string => join(folder, `${files++}.decisions.jsonl`);
const keep = async (opening: Promise<Decisions>): Promise<Decisions> => {
  const decisions = await opening;
  opened.push(decisions);
  return decisions;
};
afterEach(async () => {
  for (const decisions of opened) await decisions.close();
  opened = [];
});

test.each([
  ["facts.jsonl", "facts.decisions.jsonl", "facts.examples.jsonl"],
  ["a/b.jsonl", "a/b.decisions.jsonl", "a/b.examples.jsonl"],
  ["facts", "facts.decisions.jsonl", "facts.examples.jsonl"],
])("beside %s lie %s and %s", (facts, decisions, examples) => {
  expect([decisionsPathOf(facts), besideFacts(facts, "examples")]).toEqual([decisions, examples]);
});

describe("where a fact stands", () => {
  test.each<[words: string, status: string, after: number | null]>([
    ["", "extracted", null],
    ["Ann accept", "accepted", null],
    ["Ann reject", "rejected", null],
    ["Ann correct 23", "corrected", 23],
    ["Ann accept, Bo accept", "accepted", null],
    ["Ann reject, Bo reject", "rejected", null],
    ["Ann correct 23, Bo correct 23", "corrected", 23],
    // Whoever accepts a fact as another corrected it agrees.
    ["Ann correct 23, Bo accept 23", "corrected", 23],
    ["Ann correct 23, Ann accept 23", "corrected", 23],
    // Reviewers differ.
    ["Ann accept, Bo reject", "disputed", null],
    ["Ann accept, Bo correct 23", "disputed", null],
    ["Ann correct 23, Bo correct 24", "disputed", null],
    ["Ann accept, Bo accept, Cy reject", "disputed", null],
    // The last decision of each counts.
    ["Ann accept, Ann reject", "rejected", null],
    ["Ann accept, Bo reject, Ann reject", "rejected", null],
    ["Ann correct 23, Ann correct 24", "corrected", 24],
    // What is taken back does not, and what was before it does again.
    ["Ann accept, Ann undo 0", "extracted", null],
    ["Ann accept, Ann reject, Ann undo 1", "accepted", null],
    ["Ann accept, Bo reject, Bo undo 1", "accepted", null],
    ["Ann correct 23, Bo accept 23, Ann undo 0", "corrected", 23],
    // An adjudicator ends it, and begins it anew.
    ["Ann accept, Bo reject, Cy! reject", "rejected", null],
    ["Ann accept, Bo reject, Cy! correct 25", "corrected", 25],
    ["Ann accept, Bo reject, Cy! accept, Ann reject", "accepted", null],
    ["Ann accept, Bo reject, Cy! accept, Di! reject", "rejected", null],
    ["Ann accept, Bo reject, Cy! accept, Cy undo 2", "disputed", null],
    ["Ann accept, Ann! reject", "rejected", null],
    // What a reviewer adds.
    ["Ann add", "added", 22],
    ["Ann add, Bo accept", "added", 22],
    ["Ann add, Bo add", "added", 22],
    ["Ann add, Ann correct 23", "added", 23],
    ["Ann add, Bo correct 23", "disputed", 22],
    ["Ann add, Bo reject", "disputed", 22],
    ["Ann add, Ann reject", "rejected", 22],
    ["Ann add, Ann undo 0", "extracted", null],
    // What counts for nothing.
    ["Ann accept, Bo undo 0", "accepted", null],
    ["Ann accept, Ann undo 0, Ann undo 1", "extracted", null],
    ["Ann accept, Ann undo nothing", "accepted", null],
  ])("%s: %s %p", async (words, status, after) => {
    const path = newPath();
    const lines = words === "" ? [] : words.split(", ").map(readDecisionWords);
    const decisions = await keep(openWith(path, lines));
    const standing = decisions.standing("f1");
    expect([standing.status, standing.current?.after ?? null]).toEqual([status, after]);
    expect(await decisionStates(path)).toEqual(lines.length === 0 ? [] : [standing]);
  });

  test("reviewers, verdicts, history", async () => {
    const words = ["Bo accept", "Ann reject", "Ann undo 1", "Cy! correct 23"].map(readDecisionWords);
    const decisions = await keep(openWith(newPath(), words));
    expect(decisions.standing("f1")).toMatchObject({ reviewers: ["Bo", "Cy"], adjudicated: true, added: false });
    expect(await decisions.verdicts("f1")).toEqual([
      expect.objectContaining({ decision: "0", reviewer: "Bo", role: "reviewer", action: "accept" }),
      expect.objectContaining({ decision: "3", reviewer: "Cy", role: "adjudicator", after: words[3]!.after }),
    ]);
    expect(await decisions.history("f1")).toEqual(words);
    expect(await decisions.find("1")).toEqual({ decision: words[1], undone: true });
    expect(await decisions.find("9")).toBeNull();
    expect(decisions.reviewers).toEqual([
      { name: "Ann", decisions: 0 },
      { name: "Bo", decisions: 1 },
      { name: "Cy", decisions: 1 },
    ]);
  });
});

test.each<[what: string, decision: Decision, holds: boolean]>([
  ["an accept", aDecision("accept"), true],
  ["a rejection", aDecision("reject"), true],
  ["an undo", aDecision("undo", { undoes: "1" }), true],
  ["no reviewer", aDecision("accept", { reviewer: "" }), false],
  ["a role that is none", aDecision("accept", { role: "boss" as "reviewer" }), false],
  ["a field too many", { ...aDecision("accept"), more: 1 } as Decision, false],
  ["a fact that is none", aDecision("accept", { after: { ...aFact(), value: "1" } as unknown as Fact }), false],
])("the published schema and the reader of decisions agree on %s", (_what, decision, holds) => {
  const text = readFileSync("schemas/decision.schema.json", "utf8");
  const accepts = new Ajv2020({ strict: true, strictRequired: false }).compile(JSON.parse(text) as object);
  expect([accepts(decision), !("why" in readDecision(JSON.stringify(decision)))]).toEqual([holds, holds]);
});

describe("the file", () => {
  const whole = [aDecision("accept", { id: "1" }), aDecision("reject", { id: "2", reviewer: "博 😀" })];
  const text = whole.map(lineOf).join("");

  test("nothing is written where nothing is decided, nor by who may only read", async () => {
    const path = newPath();
    await keep(openAt(path));
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, text.slice(0, -5));
    await keep(openAt(path, [], true));
    expect(readFileSync(path, "utf8")).toBe(text.slice(0, -5));
  });

  test("a line that was cut off at any byte takes nothing else with it", async () => {
    const bytes = Buffer.from(text);
    const firstEnds = bytes.indexOf("\n") + 1;
    const path = newPath();
    for (let cut = firstEnds - 2; cut <= bytes.length; cut++) {
      writeFileSync(path, bytes.subarray(0, cut));
      const broken: string[] = [];
      const decisions = await openAt(path, broken);
      const next = aDecision("accept", { id: "3", reviewer: "Cy" });
      await decisions.append(next);
      // A line is whole with its last brace.
      const known = [firstEnds - 1, bytes.length - 1].filter((end) => cut >= end).length;
      const isTorn = cut !== firstEnds && ![firstEnds - 1, bytes.length - 1, bytes.length].includes(cut);
      expect([cut, await decisions.history("f1")]).toEqual([cut, [...whole.slice(0, known), next]]);
      expect([cut, broken.length]).toEqual([cut, isTorn ? 1 : 0]);
      await decisions.close();
      expect(readFileSync(path).subarray(0, cut)).toEqual(bytes.subarray(0, cut));
    }
  });

  test.each([
    ["no JSON", "{]\n", /#2: it is no JSON$/],
    ["another form", '{"id": "x"}\n', /#2: it must have required properties/],
    ["a field too many", lineOf({ ...whole[0]!, id: "9", more: 1 } as never), /#2: \/more is no field of it$/],
    ["an action that is none", lineOf({ ...whole[0]!, id: "9", action: "like" as never }), /#2: \/action/],
    ["a fact that is none", lineOf({ ...whole[0]!, id: "9", after: {} as never }), /#2: \/after/],
    ["half a character", lineOf({ ...whole[0]!, id: "9", reviewer: "\ud800" }), /#2: it holds half a character$/],
    ["an accept without its fact", lineOf({ ...whole[0]!, id: "9", after: null }), /#2: a decision to accept wants/],
    ["another decision's id", lineOf({ ...whole[1]!, id: "1" }), /#2: another decision has its id$/],
    ["an undo of nothing", lineOf(aDecision("undo", { undoes: "77" })), /#2: it takes back what is not there$/],
    [
      "someone else's undo",
      lineOf(aDecision("undo", { reviewer: "Bo", undoes: "1" })),
      /#2: only Ann can take it back$/,
    ],
    ["an undo elsewhere", lineOf(aDecision("undo", { undoes: "1", fact: "f2" })), /#2: .* on another fact$/],
  ])("%s is told, and stays", async (_what, line, why) => {
    const path = newPath();
    writeFileSync(path, `${lineOf(whole[0]!)}${line}\n${lineOf(whole[1]!)}`);
    const before = readFileSync(path, "utf8");
    const broken: string[] = [];
    const decisions = await keep(openAt(path, broken));
    expect(broken).toEqual([expect.stringMatching(why)]);
    expect(decisions.broken).toEqual({ count: 1, first: broken });
    expect((await decisions.history("f1")).map(({ id }) => id)).toEqual(["1", "2"]);
    const told: string[] = [];
    await decisionStates(path, (what) => told.push(what));
    expect(told).toEqual(broken);
    await decisions.append(aDecision("accept", { id: "5", reviewer: "Di" }));
    expect(readFileSync(path, "utf8").startsWith(before)).toBe(true);
  });

  test("the same line twice counts once, and is no damage", async () => {
    const decisions = await keep(openWith(newPath(), [...whole, ...whole]));
    expect([decisions.broken.count, (await decisions.history("f1")).length]).toEqual([0, 2]);
  });

  test("what another process adds is seen, and told to whoever listens", async () => {
    const path = newPath();
    const decisions = await keep(openAt(path));
    const heard: string[] = [];
    decisions.onChange((facts) => {
      heard.push(...facts);
    });
    const line = lineOf(aDecision("accept", { fact: "g1", after: aFact({ id: "g1" }) }));
    writeFileSync(path, line.slice(0, 40));
    await sleep(700);
    expect(decisions.standing("g1").status).toBe("extracted");
    appendFileSync(path, line.slice(40));
    while (heard.length === 0) await sleep(20);
    expect([heard, decisions.standing("g1").status]).toEqual([["g1"], "accepted"]);
  });

  test("a file put in its place is read anew, and written to", async () => {
    const path = newPath();
    const decisions = await keep(openWith(path, whole));
    const heard = new Set<string>();
    decisions.onChange((facts) => {
      for (const fact of facts) heard.add(fact);
    });
    const other = aDecision("reject", { fact: "g2", before: aFact({ id: "g2" }) });
    writeFileSync(`${path}.new`, lineOf(other));
    renameSync(`${path}.new`, path);
    const next = aDecision("accept", { id: "n", fact: "g3" });
    await decisions.append(next);
    expect([...heard].sort()).toEqual(["f1", "g2", "g3"]);
    expect(decisions.states().map(({ fact }) => fact)).toEqual(["g2", "g3"]);
    expect(readFileSync(path, "utf8")).toBe(lineOf(other) + lineOf(next));
  });

  test("listeners have done their part before a decision is called saved", async () => {
    const decisions = await keep(openAt(newPath()));
    let done = false;
    decisions.onChange(async () => {
      await sleep(50);
      done = true;
    });
    await decisions.append(whole[0]!);
    expect(done).toBe(true);
  });

  test("many at once are all there, in one file of whole lines", async () => {
    const path = newPath();
    const decisions = await keep(openAt(path));
    const many = Array.from({ length: 300 }, (_, i) => aDecision("accept", { id: `${i}`, fact: `f${i % 7}` }));
    await Promise.all(many.map((decision) => decisions.append(decision)));
    expect(readFileSync(path, "utf8")).toBe(many.map(lineOf).join(""));
    expect(decisions.states()).toHaveLength(7);
  });

  test("a file that cannot be written is an error that says so", async () => {
    const decisions = await keep(openAt(join(folder, "no-such-folder", "d.jsonl")));
    await expect(decisions.append(whole[0]!)).rejects.toMatchObject({ code: "NOT_SAVED", retry: "backoff" });
    expect(decisions.standing("f1").status).toBe("extracted");
  });
});
