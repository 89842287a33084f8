import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { safeText, safeValue } from "../../workers/safe-text.ts";

test.each([
  ["plain 县", "plain 县"],
  ["𠮷😀", "𠮷😀"],
  ["", ""],
  ["a\u0000b", "a\uFFFDb"],
  ["\ud842", "\uFFFD"],
  ["\udfb7\ud842", "\uFFFD\uFFFD"],
  ["x\ud842\ud842\udfb7", "x\uFFFD𠮷"],
])("%j becomes %j", (text, safe) => {
  expect(safeText(text)).toBe(safe);
});

test("strings and keys are made safe wherever they lie", () => {
  const value = { "k\u0000": ["\ud800", { deep: "a\u0000" }], n: 1, none: null, yes: true };
  expect(safeValue(value)).toEqual({ "k\uFFFD": ["\uFFFD", { deep: "a\uFFFD" }], n: 1, none: null, yes: true });
});

test("no unit is added or lost, and what is safe stays", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 0xd800, max: 0xdfff }), (text, lone) => {
      const cut = text.slice(1) + String.fromCharCode(lone) + text;
      expect(safeText(cut)).toHaveLength(cut.length);
      expect(safeText(safeText(cut))).toBe(safeText(cut));
    }),
  );
});
