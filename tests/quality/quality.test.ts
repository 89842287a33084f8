import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { factsOfGold, readGold } from "../support/gold.ts";
import { FIGURES, FLOORS_PATH, type Floors, hundredths, readFloors, SETS, scoreOf } from "./floors.ts";

const scores = new Map(await Promise.all(SETS.map(async (set) => [set, await scoreOf(set)] as const)));
const floors = process.env.RAISE_FLOORS === "1" ? raised(readFloors()) : readFloors();

/** `npm run floors`: each floor at what is reached now, none lower than it was. */
function raised(known: Floors): Floors {
  const rows = SETS.map((set) => [
    set,
    Object.fromEntries(
      FIGURES.map((figure) => [figure, Math.max(known[set][figure], hundredths(scores.get(set)![figure]))]),
    ),
  ]);
  const floors = Object.fromEntries(rows) as Floors;
  writeFileSync(FLOORS_PATH, `${JSON.stringify(floors, null, 2)}\n`);
  return floors;
}

describe.each(SETS)("%s", (set) => {
  test.each(FIGURES)("%s stands at its floor or above", (figure) => {
    const { errors, ...found } = scores.get(set)!;
    const isBelow = hundredths(found[figure]) < floors[set][figure];
    expect(isBelow ? { reached: found[figure], floor: floors[set][figure], errors: errors[figure] } : null).toBeNull();
  });
});

test("articles without a fact give at most one false fact in ten documents", async () => {
  const folder = join(import.meta.dirname, "../../corpus/gold");
  const empty = readGold(join(folder, "articles.jsonl")).filter(({ facts }) => facts.length === 0);
  const found = [...(await factsOfGold(empty, folder))].flatMap(([doc, facts]) =>
    facts.map(({ evidence }) => `${doc}: ${evidence[0]?.text}`),
  );
  expect(empty.length).toBeGreaterThanOrEqual(6);
  expect(found.length > empty.length / 10 ? found : []).toEqual([]);
});
