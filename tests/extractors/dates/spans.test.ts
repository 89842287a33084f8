import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readCalendar, readClockTimes, readDates } from "../../../extractors/dates/index.ts";

const slices = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe("clock times", () => {
  test.each([
    ["上午9时30分开始", ["上午9时30分"]],
    ["下午三時開會", ["下午三時"]],
    ["凌晨1点", ["凌晨1点"]],
    ["8:30至12:00，14:00～17:30", ["8:30至12:00", "14:00～17:30"]],
    ["上午9至11时", ["上午9至11时"]],
    ["晚上八点半", ["晚上八点半"]],
    ["两点整", ["两点整"]],
    ["20时许", ["20时许"]],
    ["财政供养比为1：21", []],
    ["提出3点意见", []],
    ["下降3.5个百分点", []],
    ["红极一时", []],
    ["24小时", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(slices(text, readClockTimes(text))).toEqual(expected);
  });
});

test("date-like spans hold dates, recurring days and clock times, but no counted length", () => {
  const text = "2025年7月1日上午9时，每周三8:30，“十四五”规划，3天内办结28件";
  expect(slices(text, readCalendar(text).spans)).toEqual(["2025年7月1日", "上午9时", "每周三", "8:30", "“十四五”规划"]);
});

const PIECES = [
  "2025年",
  "去年",
  "9月",
  "3日",
  "至",
  "1",
  "〇",
  "号",
  "前",
  "起",
  "民國",
  "週",
  "三",
  "個月",
  "，",
  "農曆",
  "正月",
  "😀",
  "·",
  ":",
  "時",
  "-",
];

describe("hostile text", () => {
  test.each([
    ["1".repeat(200_000), 0],
    ["〇".repeat(200_000), 0],
    ["年".repeat(200_000), 0],
    ["2020年".repeat(40_000), 40_000],
    ["1-".repeat(100_000), 0],
    [" ".repeat(1_000_000), 0],
    ["9月31日", 1],
    ["2025年13月40日", 1],
  ])("%#", (text, count) => {
    expect(readDates(text, "2025-08-20")).toHaveLength(count);
  });

  test("spans re-slice to their text, in order and without overlap", () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 3 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(texts, fc.boolean(), (pieces, known) => {
        const text = pieces.join("");
        let end = 0;
        for (const found of readDates(text, known ? "2024-02-29" : undefined)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          expect(text.slice(found.start, found.end)).toBe(found.text);
          end = found.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test("every day of a century comes back from its written forms", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
          const digits = [...String(year)].map((digit) => "〇一二三四五六七八九"[Number(digit)]).join("");
          for (const text of [iso, `${year}年${month}月${day}日`, `${digits}年${chinese(month)}月${chinese(day)}號`]) {
            expect(readDates(text)).toMatchObject([{ text, kind: "date", iso, low: iso, high: iso, relative: false }]);
          }
        },
      ),
    );
  });
});

/** 1 to 31 in words. */
function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const words = "〇一二三四五六七八九";
  return `${tens > 1 ? words[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? words[ones] : ""}`;
}
