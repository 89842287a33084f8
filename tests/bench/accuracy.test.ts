import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { accuracyDocument, DOCUMENT, SNAPSHOT } from "../../bench/accuracy/document.ts";
import { table } from "../../bench/accuracy/markdown.ts";
import { measureShared, readSnapshot } from "../../bench/accuracy/snapshot.ts";
import { STATED_PEERS } from "../../bench/peers.ts";
import { readSets } from "../../bench/scoring/read.ts";
import { ownSets } from "../../bench/scoring/sets.ts";
import { METRICS } from "../../schemas/metrics.ts";

const ROOT = join(import.meta.dirname, "../..");
const path = join(ROOT, DOCUMENT);
const snapshot = readSnapshot(join(ROOT, SNAPSHOT));
const read = await readSets(ownSets(ROOT));
const now = accuracyDocument(read, snapshot);

/** `npm run docs` writes what this test would find to be no longer true. */
if (process.env.UPDATE_DOCS === "1") writeFileSync(path, now);

describe("docs/accuracy.md", () => {
  test("says what is measured now; else run `npm run docs`", () => {
    expect(readFileSync(path, "utf8")).toBe(now);
  });

  const rows = now.split("\n").filter((line) => line.startsWith("| "));
  const named = (name: string): boolean => rows.some((row) => row.startsWith(`| ${name} |`));
  const open = read.filter(({ gold }) => gold.aside !== true);
  const measured = new Set(open.flatMap(({ gold }) => gold.facts.flatMap(({ metric }) => [metric].flat().slice(0, 1))));

  test.each([
    ["set", ownSets(ROOT).map(({ name }) => name)],
    ["set kept", snapshot.sets.map(({ name }) => name)],
    ["register", [...new Set(read.map(({ gold }) => gold.register ?? ""))]],
    ["metric", METRICS.flatMap(({ id }) => (measured.has(id) ? [`\`${id}\``] : []))],
    ["suite", [...new Set(snapshot.quantities.map(({ suite }) => suite))].filter((suite) => suite !== "all")],
    ["tool", [...snapshot.peers, ...STATED_PEERS].map(({ name }) => name)],
  ])("has every %s", (_what, names) => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !named(name))).toEqual([]);
  });
});

test("without the shared folder nothing of it is measured", async () => {
  const nowhere = join(ROOT, "no-such-folder");
  expect(existsSync(nowhere)).toBe(false);
  expect(await measureShared(nowhere, "2026-11-21")).toBeNull();
});

test("a table keeps bars and line ends inside its cells", () => {
  expect(table(["a", "b"], [["x|y", "1\n2"]])).toBe("| a | b |\n| :-- | --: |\n| x\\|y | 1 2 |");
});
