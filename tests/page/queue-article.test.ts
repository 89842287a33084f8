import { expect, test } from "@jest/globals";
import {
  cellsOf,
  chunksOf,
  groupsOf,
  LONG_BLOCK,
  piecesOf,
  spansByBlock,
  windowOf,
} from "../../review/page/views/queue/article/pieces.ts";
import { Kept } from "../../review/page/views/queue/state/kept.ts";
import { Order } from "../../review/page/views/queue/state/order.ts";
import type { Row, Rows } from "../../schemas/review.ts";

const span = (fact: string, start: number, end: number) => ({ fact, start, end });

test.each([
  ["无", [], ["无"]],
  ["36个精简为22个", [span("a", 0, 3)], ["a:36个", "精简为22个"]],
  ["0123456789", [span("a", 2, 6), span("b", 4, 8)], ["01", "a:23", "a+b:45", "b:67", "89"]],
  ["0123456789", [span("a", 2, 8), span("b", 4, 6)], ["01", "a:23", "a+b:45", "a:67", "89"]],
  ["0123456789", [span("a", 2, 6), span("a", 2, 6)], ["01", "a:2345", "6789"]],
  ["0123", [span("a", 2, 99), span("b", 3, 3)], ["01", "a:23"]],
])("%s is cut where marks begin and end", (text, spans, wanted) => {
  const pieces = piecesOf(text, spans);
  expect(pieces.map(({ facts, text }) => (facts.length === 0 ? text : `${facts.join("+")}:${text}`))).toEqual(wanted);
  expect(pieces.every(({ at, text: piece }) => text.startsWith(piece, at))).toBe(true);
});

test("a part of a text keeps the offsets of the whole", () => {
  expect(piecesOf("0123456789", [span("a", 2, 6)], 4, 8)).toEqual([
    { at: 4, text: "45", facts: ["a"] },
    { at: 6, text: "67", facts: [] },
  ]);
});

test("cells of a row begin behind its tabs", () => {
  expect(cellsOf("河曲县\t\t36")).toEqual([
    { at: 0, end: 3 },
    { at: 4, end: 4 },
    { at: 5, end: 7 },
  ]);
});

test("of a long text the part around the words is shown, and none of its characters is halved", () => {
  const text = "𠮷".repeat(500_000);
  expect(windowOf("短", undefined)).toEqual([0, 1]);
  expect(windowOf(text, undefined)).toEqual([0, 6_000]);
  const [from, to] = windowOf(text, span("a", 700_001, 700_003));
  expect(from).toBeLessThan(700_001);
  expect(to - from).toBeLessThan(LONG_BLOCK);
  const chunks = chunksOf(text, 0, text.length);
  for (const [start, end] of [[from, to] as const, ...chunks]) expect(text.slice(start, end)).not.toMatch(/\p{Cs}/u);
  expect(chunks.map(([start, end]) => text.slice(start, end)).join("")).toBe(text);
});

test("neighbouring rows are one table", () => {
  const kinds = ["title", "paragraph", "paragraph", "table-row", "table-row", "list-item", "table-row"] as const;
  expect(
    groupsOf(kinds.map((kind) => ({ kind }))).map(({ kind, first, count }) => `${kind} ${first}+${count}`),
  ).toEqual(["title 0+1", "paragraph 1+1", "paragraph 2+1", "table-row 3+2", "list-item 5+1", "table-row 6+1"]);
});

test("marks are sorted into the texts of their blocks", () => {
  const mark = { fact: "a", status: "extracted", block: 3, original: [1, 4], simplified: [1, 3] } as const;
  expect([...spansByBlock([mark, { ...mark, fact: "b" }], "simplified")]).toEqual([
    [3, [span("a", 1, 3), span("b", 1, 3)]],
  ]);
});

/** A view of `total` facts whose ids are their places; keeps what it was asked. */
function view(total: number) {
  const asked: (string | undefined)[] = [];
  const ask = async ({ offset, limit, view }: { offset: number; limit: number; view?: string }): Promise<Rows> => {
    asked.push(view);
    const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => ({
      id: `${offset + i}`,
    }));
    return { version: 1, view: "v1", total, offset, rows: rows as unknown as Row[] };
  };
  return { order: new Order(ask), asked };
}

test("an order is read by page, asks for its own view again, and knows its ends", async () => {
  const { order, asked } = view(450);
  expect((await order.row(0))?.id).toBe("0");
  expect((await order.row(199))?.id).toBe("199");
  expect((await order.row(449))?.id).toBe("449");
  expect([await order.row(-1), await order.row(450)]).toEqual([null, null]);
  expect(order.known(199)?.id).toBe("199");
  expect([order.total, asked]).toEqual([450, [undefined, "v1"]]);
});

test.each([
  [0, 1, 7, 7],
  [8, 1, 7, 307],
  [8, -1, 7, 7],
  [400, 1, 999, null],
] as const)("from %d in steps of %d the next of those ending in %d is %s", async (from, step, ending, wanted) => {
  const isWanted = ({ id }: Row) => Number(id) === ending || Number(id) === ending + 300;
  expect(await view(450).order.find(from, step, isWanted)).toBe(wanted);
});

test("a page that could not be read is asked for again", async () => {
  let fails = true;
  const { order } = view(3);
  const asked = new Order(async () => {
    if (fails) throw new Error("no answer");
    return { version: 1, view: "v", total: 1, offset: 0, rows: [(await order.row(1))!] };
  });
  await expect(asked.row(0)).rejects.toThrow("no answer");
  fails = false;
  expect((await asked.row(0))?.id).toBe("1");
});

test("what is kept is asked for once, the oldest goes first, and errors are not kept", async () => {
  const asked: string[] = [];
  const kept = new Kept(async (key) => {
    asked.push(key);
    if (key === "bad") throw new Error("bad");
    return key.toUpperCase();
  }, 2);
  expect(await Promise.all([kept.get("a"), kept.get("a")])).toEqual(["A", "A"]);
  await kept.get("b");
  await kept.get("c");
  expect([kept.known("a"), kept.known("b"), kept.known("c")]).toEqual([undefined, "B", "C"]);
  await expect(kept.get("bad")).rejects.toThrow();
  await expect(kept.get("bad")).rejects.toThrow();
  kept.set("b", "other");
  kept.forget("c");
  await kept.get("c");
  expect([await kept.get("b"), asked]).toEqual(["other", ["a", "b", "c", "bad", "bad", "c"]]);
});
