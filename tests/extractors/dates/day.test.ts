import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { dayOf, partsOf } from "../../../extractors/dates/day.ts";

test("days agree with the platform's calendar from year 1 on", () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 1_000_000 }), (day) => {
      const time = new Date(day * 86_400_000);
      const parts = partsOf(day);
      expect(parts).toEqual({
        year: time.getUTCFullYear(),
        month: time.getUTCMonth() + 1,
        date: time.getUTCDate(),
        weekday: time.getUTCDay() || 7,
      });
      expect(dayOf(parts.year, parts.month, parts.date)).toBe(day);
    }),
  );
});

test.each([
  [2025, 2, 29],
  [1900, 2, 29],
  [2025, 4, 31],
  [2025, 13, 1],
  [2025, 0, 1],
  [2025, 1, 0],
])("%i-%i-%i is no day", (year, month, date) => {
  expect(dayOf(year, month, date)).toBeNull();
});
