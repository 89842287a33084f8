import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { clean } from "./html-pages.ts";

// The scorer compares its own path with the one it was started by: links must be resolved.
const shared = existsSync("../shared") ? realpathSync("../shared") : resolve("../shared");
const gold = join(shared, "pages/gold.jsonl");
const isPresent = existsSync(gold);
if (!isPresent) console.log("skipped: ../shared/pages is absent, so the floor on real pages is not checked");

interface GoldPage {
  readonly page: string;
  readonly charset: string;
}

const lines = (): GoldPage[] =>
  readFileSync(gold, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldPage);

(isPresent ? test : test.skip)("real pages stay above their floors", () => {
  const predictions = lines().map(({ page, charset }) => {
    const bytes = readFileSync(join(shared, "pages", `${page}.html`));
    const html = new TextDecoder(charset.startsWith("gb") ? "gb18030" : charset).decode(bytes);
    const { title, published, publisher, author, text } = clean(html);
    return JSON.stringify({ page, title, published, publisher, author, text });
  });
  const folder = mkdtempSync(join(tmpdir(), "jingjian-pages-"));
  const file = join(folder, "pages.jsonl");
  writeFileSync(file, `${predictions.join("\n")}\n`);
  const report = execFileSync("node", [join(shared, "score/pages.mjs"), gold, file, "--json"], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const { f1, title, day, minute, publisherNamed, authorNamed } = JSON.parse(report) as Record<string, number>;
  const floors = { f1: 0.985, title: 0.98, day: 0.99, minute: 0.97, publisherNamed: 0.9, authorNamed: 0.85 };
  const scores = { f1, title, day, minute, publisherNamed, authorNamed };
  const below = Object.entries(floors).filter(([name, floor]) => (scores[name as keyof typeof scores] ?? 0) < floor);
  expect(below.map(([name]) => [name, scores[name as keyof typeof scores]])).toEqual([]);
});
