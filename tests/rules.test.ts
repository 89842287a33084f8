import { describe, expect, test } from "@jest/globals";
import { readNumbers, readSentence } from "../extractors/context/read.ts";
import type { Claim, Example } from "../extractors/rule.ts";
import { RULES } from "../extractors/rules/index.ts";
import type { NumberField } from "../schemas/fact.ts";

/** What all rules together make of a sentence without a document around it. */
function read(text: string) {
  return readSentence(text, readNumbers(text, null), [], () => null);
}

/** The numbers of a claim, signed; percent and multiples as percent. */
const numbersOf = ({ fields }: Claim): Partial<Record<NumberField, number>> =>
  Object.fromEntries(
    fields.map(({ field, item: { quantity }, sign }) => [
      field,
      sign * (quantity.value ?? Number.NaN) * (quantity.kind === "multiple" ? 100 : 1),
    ]),
  );

/** The items of the sentence and what was made of them: the reasons of a failure. */
function reasons(text: string): string {
  const { items, claims } = read(text);
  const seen = items.map((item) => `${item.type} ${item.text}`).join(" | ");
  const fired = claims.map((claim) => `${claim.rule} ${JSON.stringify(numbersOf(claim))}`).join(" | ");
  return `${text}\n  items: ${seen}\n  fired: ${fired || "nothing"}`;
}

/** Whether the rule made a claim with just these numbers, though rules of higher priority had their turn. */
const fires = (rule: string, text: string, fields: Partial<Record<NumberField, number>>): boolean =>
  read(text).claims.some((claim) => {
    const found = numbersOf(claim);
    return (
      claim.rule === rule &&
      Object.keys(found).length === Object.keys(fields).length &&
      Object.entries(fields).every(([field, number]) => near(found[field as NumberField], number))
    );
  });

const near = (a: number | undefined, b: number): boolean =>
  a !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** Why an example does not hold; null when it does. */
function fault(rule: string, example: Example): string | null {
  const { kind, text } = example;
  if (kind === "silent") {
    const fired = read(text).claims.some((claim) => claim.rule === rule);
    return fired ? `fired, though ${example.why}\n${reasons(text)}` : null;
  }
  const works = fires(rule, text, example.fields);
  if (kind === "gives") return works ? null : `did not give ${JSON.stringify(example.fields)}\n${reasons(text)}`;
  return works ? "works now: make it a `gives`" : null;
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test.each(rule.examples.map((example) => [example.kind, example.text, example] as const))(
    "%s: %s",
    (_kind, _text, example) => {
      expect(fault(id, example)).toBeNull();
    },
  );

  test("shows a text where it fires and one where it does not", () => {
    const kinds = rule.examples.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["gives", "silent"]));
  });

  test("says what it reads", () => {
    expect(rule.doc).toMatch(/\S/u);
    expect(rule.patterns.length).toBeGreaterThan(0);
  });
});

test("no two rules have the same id", () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
