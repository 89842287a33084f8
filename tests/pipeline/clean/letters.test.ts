import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { lettersOf } from "../../../pipeline/clean/letters.ts";

/** What the function promises, the slow way. */
const defined = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

test.each([
  ["《红楼梦》 第一回", "红楼梦第一回"],
  ["ＡＢＣ－１２３", "abc123"],
  ["“Ｇ20”峰会…", "g20峰会"],
  ["é e\u0301", "éé"],
  ["", ""],
])("%s", (text, letters) => expect(lettersOf(text)).toBe(letters));

test("every character alone, and beside others", () => {
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    if (lettersOf(character) !== defined(character))
      expect([code, lettersOf(character)]).toEqual([code, defined(character)]);
  }
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => expect(lettersOf(`县${text}A`)).toBe(defined(`县${text}A`))),
  );
});
