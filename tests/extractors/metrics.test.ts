import { describe, expect, test } from "@jest/globals";
import { METRICS } from "../../schemas/metrics.ts";
import { itemsIn, linesIn } from "../support/extract.ts";

/** Whom an example speaks of; a county has no counties of its own. */
const SUBJECTS: Readonly<Record<string, string>> = { "division.county": "忻州市", "pilot.counties": "山西省" };

/** Null where the text gives the fact, else what was found in it. */
function missing(subject: string, id: string, text: string, number: string): string | null {
  const found = linesIn(`${subject}${text}。`);
  const given = found.some((line) => line.startsWith(`${subject} ${id} `) && ` ${line} `.includes(` ${number} `));
  return given ? null : [...found, itemsIn(`${subject}${text}。`)].join("\n");
}

describe("the example of each metric, with a subject before it", () => {
  test.each(METRICS.map(({ id, example }) => [id, ...example] as const))("%s: %s", (id, text, field, value) => {
    expect(missing(SUBJECTS[id] ?? "河曲县", id, text, `${field}=${value}`)).toBeNull();
  });
});

describe("the table", () => {
  test("names each metric once", () => {
    const ids = METRICS.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test("gives each noun to one metric", () => {
    const nouns = METRICS.flatMap((metric) => metric.nouns);
    expect(nouns.filter((noun, at) => nouns.indexOf(noun) !== at)).toEqual([]);
  });

  test.each(METRICS.map((metric) => [metric.id, metric] as const))("%s says what it counts", (_id, metric) => {
    expect(metric.doc).toMatch(/\S/u);
    expect(metric.nouns.length).toBeGreaterThan(0);
  });
});
