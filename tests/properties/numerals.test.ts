import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readQuantities } from "../../extractors/quantities/index.ts";
import { readNumeral, scanNumerals } from "../../extractors/quantities/numeral.ts";
import { WRITERS } from "../support/numeral-writers.ts";

const wholes = fc.oneof(
  fc.integer({ min: 0, max: 9_999 }),
  fc.integer({ min: 0, max: 999_999_999 }),
  fc.maxSafeNat().map((value) => value % 1_000_000_000_000_000),
);

describe("value, written form, value", () => {
  test.each(Object.keys(WRITERS))("%s", (style) => {
    fc.assert(
      fc.property(wholes, (value) => {
        const text = WRITERS[style]!(value);
        expect(readNumeral(text, 0)).toMatchObject({ start: 0, end: text.length, value, range: null });
      }),
    );
  });

  test.each([
    ["亿元", 8],
    ["万元", 4],
  ])("decimals before %s are exact", (unit, exponent) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 2 }), (digits, places) => {
        const number = (digits / 10 ** places).toFixed(places);
        const [found] = readQuantities(`减少${number}${unit}`);
        expect(found).toMatchObject({ unit: "CNY", value: Math.round(digits * 10 ** (exponent - places)) });
      }),
    );
  });
});

const PIECES = [
  ..."零一二三四五六七八九十百千万亿两几数多余半第个名元年月日点分之比约超近至到成折倍翻，。、：:（） \n\t",
  ..."0123456789０１９.,%％‰$¥-—~/萬億兩餘個點壹拾佰仟陆來a",
  ..."以上 左右 百分之 人民币 平方公里 个百分点 不超过 最多 小时 \ud840 \udc00 𠀀".split(" "),
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(""));

describe("any text", () => {
  test("spans slice back to their text, ascend and do not overlap", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const found of readQuantities(text)) {
          expect(found.start).toBeGreaterThanOrEqual(last);
          expect(found.end).toBeGreaterThan(found.start);
          expect(text.slice(found.start, found.end)).toBe(found.text);
          expect(text.slice(found.numeral.start, found.numeral.end)).toBe(found.numeral.text);
          expect((found.value === null) !== (found.range === null)).toBe(true);
          last = found.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test("values are numbers, and ranges ascend", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { value, range } of readQuantities(text)) {
          for (const number of range ?? [value]) expect(Number.isNaN(number)).toBe(false);
          if (range !== null) expect(range[0]).toBeLessThan(range[1]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("nothing starts in an excluded span", () => {
    fc.assert(
      fc.property(texts, fc.nat(60), fc.nat(20), (text, start, length) => {
        const span = { start, end: start + length };
        const inside = readQuantities(text, [span]).filter(
          (q) => q.numeral.start >= start && q.numeral.start < span.end,
        );
        expect(inside).toEqual([]);
      }),
    );
  });

  test("numerals do not overlap", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = scanNumerals(text);
        for (const [i, numeral] of found.entries()) {
          expect(numeral.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
        }
      }),
    );
  });
});
