import { describe, expect, test } from "@jest/globals";
import { jingjian } from "../support/cli.ts";

interface Answer {
  readonly id: string | number;
  readonly found: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly kind: string;
  }[];
}
const ask = async (lines: readonly (object | string)[]) => {
  const input = lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
  const { code, stdout, stderr } = await jingjian(["quantities"], { input });
  return {
    code,
    stderr,
    answers: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Answer),
  };
};

test("answers each request in order, with spans that re-read to their text", async () => {
  const requests = [
    { id: "a", input: "節省5000餘萬元，比去年下降三成", reference: "2025-07-10T09:30:00" },
    { id: 2, input: "" },
    { id: "c", input: "机构改革稳步推进。" },
    { id: "d", input: "😀约30人", reference: null },
  ];
  const { code, answers } = await ask(requests);
  expect(code).toBe(0);
  expect(answers.map(({ id }) => id)).toEqual(["a", 2, "c", "d"]);
  for (const [i, { found }] of answers.entries()) {
    for (const { text, start, end } of found) expect(requests[i]?.input.slice(start, end)).toBe(text);
  }
  expect(answers.map(({ found }) => found.length > 0)).toEqual([true, false, false, true]);
});

test.each<[string, string, object]>([
  ["节约1.33亿元", "currency", { value: 133_000_000, unit: "CNY" }],
  ["下降37.1%", "percent", { value: 37.1, unit: "percent" }],
  ["现有36个", "number", { value: 36 }],
])("%s holds a %s", async (input, kind, item) => {
  const { answers } = await ask([{ id: 1, input }]);
  expect(answers[0]?.found).toContainEqual(expect.objectContaining({ kind, ...item }));
});

test("a relative date counts from the reference", async () => {
  const { answers } = await ask([{ id: 1, input: "去年", reference: "2025-07-10" }]);
  expect(answers[0]?.found).toContainEqual(expect.objectContaining({ text: "去年", start: 0, end: 2 }));
});

describe("a bad line is reported, and the others are answered:", () => {
  test.each<[string, object | string, RegExp]>([
    ["no JSON", "36个", /line 2 is no request: it is no JSON/],
    ["cut off", '{"id": 1, "input": "36', /it is no JSON/],
    ["a list", ["36个"], /no JSON object/],
    ["no id", { input: "36个" }, /no id/],
    ["no input", { id: 1 }, /no input text/],
    ["an input that is no text", { id: 1, input: 36 }, /no input text/],
    ["a reference that is no date", { id: 1, input: "去年", reference: "2025年" }, /no ISO 8601 date/],
  ])("%s", async (_name, line, why) => {
    const { code, stderr, answers } = await ask([{ id: "a", input: "36个" }, line, { id: "b", input: "22个" }]);
    expect({ code, ids: answers.map(({ id }) => id) }).toEqual({ code: 1, ids: ["a", "b"] });
    const [error, ...more] = stderr
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text) as Record<string, string>);
    expect({ error, more }).toEqual({
      error: expect.objectContaining({ code: "INVALID_REQUEST", source: "-#2", msg: expect.stringMatching(why) }),
      more: [],
    });
  });
});

test("blank lines are no requests", async () => {
  expect(await ask(["", { id: 1, input: "36个" }, " "])).toMatchObject({ code: 0, answers: [{ id: 1 }] });
});
