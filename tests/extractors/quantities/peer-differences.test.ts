import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { readCalendar } from "../../../extractors/dates/index.ts";
import { readQuantities } from "../../../extractors/quantities/index.ts";

/** `docs/quantities.md` says how we read what other tools read otherwise: each row of its table is run. */
const REFERENCE = "2019-01-06";
const PAGE = join(import.meta.dirname, "../../../docs/quantities.md");
const rows = readFileSync(PAGE, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => {
    const [, text, , ours] = line.split("|").map((cell) => cell.trim());
    return [text!.replaceAll("`", ""), ours!.replaceAll("`", "").split("; ")] as const;
  });

function read(text: string): string[] {
  const { dates, spans } = readCalendar(text, REFERENCE);
  const numbers = readQuantities(text, spans);
  const outermost = numbers.filter(
    (one) => !numbers.some((other) => other !== one && other.start <= one.start && other.end >= one.end),
  );
  return [
    ...dates.map(({ start, text, low, high }) => ({ start, says: `${text} = ${low}..${high}` })),
    ...outermost.map(({ start, text, value, range, unit }) => ({
      start,
      says: `${text} = ${value ?? range?.join("..")}${unit === null ? "" : ` ${unit}`}`,
    })),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ says }) => says);
}

test("the table has rows", () => expect(rows.length).toBeGreaterThanOrEqual(7));

test.each(rows)("%s", (text, ours) => {
  expect(read(text)).toEqual(ours);
});
