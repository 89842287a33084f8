import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "@jest/globals";

const ROOT = join(import.meta.dirname, "..");
/** Each layer may import what stands in a lower one, and its own folder; `cli` runs what stands below it, and `bench` measures all. */
const LAYERS: Readonly<Record<string, number>> = {
  bench: 7,
  cli: 6,
  review: 5,
  workers: 4,
  pipeline: 3,
  extractors: 2,
  corpus: 1,
  schemas: 0,
};

const files = Object.keys(LAYERS)
  .map((folder) => join(ROOT, folder))
  .filter((folder) => existsSync(folder)) // `review` comes with the review page
  .flatMap(sources);

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => relative(ROOT, join(folder, path)));
}

/** Targets of every import, export-from and import() of a file. */
function imports(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8").replace(/^\s*(\*|\/\/).*$/gm, "");
  const pattern = /(?:^|\n)\s*(?:import|export)\b[^;"'`]*?from\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? "");
}

const layerOf = (path: string): string => path.split("/")[0] ?? "";

/** Why a file may not import a target; null where it may. */
function refusal(file: string, target: string): string | null {
  if (!target.startsWith(".")) return null;
  const to = layerOf(relative(ROOT, join(ROOT, dirname(file), target)));
  const from = layerOf(file);
  if (to === from) return null;
  if (LAYERS[to] === undefined) return `${file} imports ${target}, which is no layer`;
  return LAYERS[to] < LAYERS[from]! ? null : `${file} imports ${target}: ${from} may not know ${to}`;
}

test("imports go one way: cli → review → workers → pipeline → extractors → corpus → schemas", () => {
  expect(files.flatMap((file) => imports(file).map((target) => refusal(file, target))).filter(Boolean)).toEqual([]);
});

test.each([
  ["extractors/index.ts", "../pipeline/index.ts", /extractors may not know pipeline/],
  ["schemas/fact.ts", "../corpus/lexicon/units.ts", /schemas may not know corpus/],
  ["review/server.ts", "../cli/log.ts", /review may not know cli/],
  ["pipeline/index.ts", "../tests/support/facts.ts", /no layer/],
])("%s importing %s is refused", (file, target, why) => {
  expect(refusal(file, target)).toMatch(why);
});

test("imports are found however they are written", () => {
  expect(imports("cli/commands.ts")).toContain("./extract.ts");
  expect(imports("cli/commands.ts")).toContain("./operator-commands.ts");
  expect(imports("pipeline/library.ts")).toContain("../schemas/errors.ts");
});

test("knowledge is data: nothing in corpus/ reads files or knows a package", () => {
  const used = files.filter((file) => file.startsWith("corpus/")).flatMap((file) => imports(file));
  expect(used.filter((target) => !target.startsWith("."))).toEqual([]);
});

test("the page in the browser takes types and the reading of numbers from outside its folder, and no part of a server", () => {
  const page = files.filter((file) => file.startsWith("review/page/"));
  const outside = page.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    const values = [...text.matchAll(/(?:^|\n)(?:import|export) (?!type )[^;"]*?from "(\.[^"]+)"/g)].map(
      ([, target]) => target!,
    );
    return values
      .map((target) => join(dirname(file), target))
      .filter((target) => !target.startsWith("review/page/") && !target.startsWith("extractors/"))
      .map((target) => `${file} imports ${target}`);
  });
  expect(page.length).toBeGreaterThan(10);
  expect(outside).toEqual([]);
});

const lines = (file: string): number => readFileSync(join(ROOT, file), "utf8").split("\n").length - 1;

test("no file is over 250 lines, tables aside", () => {
  const tables = /^corpus\/|^schemas\/metrics\.ts$/;
  expect(files.filter((file) => !tables.test(file) && lines(file) > 250)).toEqual([]);
});

test("half of all files are under 80 lines", () => {
  expect(files.filter((file) => lines(file) < 80).length).toBeGreaterThanOrEqual(files.length / 2);
});

test("files are kebab-case, and none is named for nothing", () => {
  const names = files.map((file) => file.split("/").at(-1) ?? "");
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d|\.config)?\.tsx?$/.test(name))).toEqual([]);
  expect(names.filter((name) => /util|helper|manager/.test(name))).toEqual([]);
});
