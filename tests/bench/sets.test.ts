import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { placesIn } from "../../bench/errors/place.ts";
import { readGold } from "../../bench/scoring/gold.ts";
import { readSets } from "../../bench/scoring/read.ts";
import { allSets, chosenSets, documentsOf, ownSets } from "../../bench/scoring/sets.ts";
import { METRICS } from "../../schemas/metrics.ts";

const place = mkdtempSync(join(tmpdir(), "jingjian-sets-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A line of a gold file. */
const line = (changes: object = {}): string =>
  `${JSON.stringify({ doc: "d1", file: "d1.txt", lang: "zh-Hans", facts: [], ...changes })}\n`;

describe("sets", () => {
  const root = join(place, "project");
  const shared = join(place, "shared");
  mkdirSync(join(root, "corpus/gold"), { recursive: true });
  mkdirSync(join(shared, "gold"), { recursive: true });
  mkdirSync(join(shared, "seeds"));
  for (const name of ["aside", "some"]) writeFileSync(join(root, "corpus/gold", `${name}.jsonl`), line());
  for (const name of ["seeds", "some"]) writeFileSync(join(shared, "gold", `${name}.jsonl`), line());
  writeFileSync(join(shared, "seeds/d1.txt"), "河曲县36个党政机构精简为22个。");

  test("are the files of corpus/gold, and those beside the project that are no copies", () => {
    expect(allSets(root).map(({ name, path }) => [name, path.startsWith(root)])).toEqual([
      ["aside", true],
      ["some", true],
      ["seeds", false],
    ]);
  });

  test("are chosen by name", () => {
    expect(chosenSets(["seeds"], root).map(({ name }) => name)).toEqual(["seeds"]);
    expect(chosenSets([], root)).toHaveLength(3);
    expect(() => chosenSets(["other"], root)).toThrow("No gold set is called other: choose of aside, some, seeds");
  });

  test("all of a set called aside is set aside", () => {
    expect(ownSets(root).map((set) => documentsOf(set)[0]?.aside)).toEqual([true, undefined]);
  });

  test("texts are found in the folder of seeds too, and a text that is nowhere is named", async () => {
    const [read] = await readSets(chosenSets(["seeds"], root));
    expect(read?.facts.map(({ before, after }) => [before, after])).toEqual([[36, 22]]);
    await expect(readSets(chosenSets(["some"], root))).rejects.toThrow(/d1 names d1\.txt, which is not in /);
  });
});

test.each([
  ["no JSON", "{", "gold.jsonl:2 is not JSON"],
  ["no file", line({ file: undefined }), "gold.jsonl:2: a gold document needs `doc` and `file`"],
  ["another language", line({ lang: "en" }), "d1: lang is zh-Hans or zh-Hant, not en"],
  ["another register", line({ register: "poem" }), "d1: no register is called poem"],
  ["no facts", line({ facts: null }), "d1: facts is a list, empty where there are none"],
  [
    "a bare fact",
    line({ facts: [{ metric: "area.land" }] }),
    "d1: a fact needs metric, subject (a list), unit and quote",
  ],
])("a line with %s is refused", (_what, bad, message) => {
  const path = join(place, "gold.jsonl");
  writeFileSync(path, line() + bad);
  expect(() => readGold(path)).toThrow(message);
});

describe("the gold of this project", () => {
  const ids = new Set(METRICS.map(({ id }) => id as string));
  const all = ownSets().flatMap(documentsOf);

  test("names metrics of the table", () => {
    const named = all.flatMap(({ doc, facts }) =>
      facts.flatMap(({ metric }) => [metric].flat().map((id) => [doc, id])),
    );
    expect(named.filter(([, id]) => !ids.has(id!))).toEqual([]);
  });

  test("says of each document what kind of text it is, noise where it has no fact", () => {
    const wrong = all.filter(({ register, facts }) => (register === "noise") !== (facts.length === 0));
    expect(wrong.map(({ doc, register }) => [doc, register])).toEqual([]);
    expect(all.filter(({ register }) => register === undefined)).toEqual([]);
  });

  test("gives each document an id of its own", () => {
    const docs = all.map(({ doc }) => doc);
    expect(docs.filter((doc, i) => docs.indexOf(doc) !== i)).toEqual([]);
  });

  test("quotes words that stand in the text", async () => {
    const missing = (await readSets(ownSets())).flatMap(({ gold, document }) => {
      const places = placesIn(document);
      return gold.facts.filter(({ quote }) => places.of(quote).length === 0).map(({ quote }) => [gold.doc, quote]);
    });
    expect(missing).toEqual([]);
  });
});
