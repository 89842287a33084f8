import { writeFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { readSets } from "../../bench/scoring/read.ts";
import { score } from "../../bench/scoring/score.ts";
import { ownSets } from "../../bench/scoring/sets.ts";
import { FIGURES, FLOORS_PATH, type Floors, figureOf, readFloors } from "./floors.ts";

const read = await readSets(ownSets());
const sets = [...new Set(read.map(({ set }) => set))];
const scores = new Map(sets.map((name) => [name, score(read.filter(({ set }) => set === name))]));
const floors = process.env.RAISE_FLOORS === "1" ? raised(readFloors()) : readFloors();

/** `npm run floors`: each floor at what is reached now, none lower than it was. */
function raised(known: Floors): Floors {
  const rows = sets.map((set) => [
    set,
    Object.fromEntries(
      FIGURES.map((figure) => [figure, Math.max(known[set]?.[figure] ?? 0, figureOf(scores.get(set)!, figure))]),
    ),
  ]);
  const floors = Object.fromEntries(rows) as Floors;
  writeFileSync(FLOORS_PATH, `${JSON.stringify(floors, null, 2)}\n`);
  return floors;
}

test("every gold set has its floors: `npm run floors` writes those of a new one", () => {
  expect(Object.keys(floors).toSorted()).toEqual(sets.toSorted());
});

// `npm run errors` shows what is wrong; here only figures are, for errors of a set put aside are not to be seen.
describe.each(sets.filter((set) => set in floors))("%s", (set) => {
  test.each(FIGURES)("%s stands at its floor or above", (figure) => {
    expect(figureOf(scores.get(set)!, figure)).toBeGreaterThanOrEqual(floors[set]![figure]);
  });
});

test("documents without a fact give at most one false fact in ten", () => {
  const empty = read.filter(({ gold }) => gold.facts.length === 0);
  expect(empty.length).toBeGreaterThanOrEqual(6);
  expect(empty.flatMap(({ facts }) => facts).length).toBeLessThanOrEqual(empty.length / 10);
});
