// Compares our stages with what anyone has at hand, in one run on one core: ratios count, times do not.
//   npm run bench [-- FOLDER]     pages from FOLDER, else ../shared/pages, else the sample corpus
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";
import { clean } from "../dist/pipeline/clean/index.js";
import { decode } from "../dist/pipeline/decode.js";
import { processPage } from "../dist/pipeline/index.js";
import { parseSettings } from "../dist/schemas/settings.js";

const ROUNDS = 5;
const folder = [process.argv[2], "../shared/pages", "corpus/articles"].find((path) => path && existsSync(path));
const settings = parseSettings(process.env);
const pages = readdirSync(folder)
  .filter((name) => name.endsWith(".html"))
  .map((name) => ({ source: name, id: name, form: "html", bytes: readFileSync(join(folder, name)) }));

const WORK = {
  "cheerio.load + text": (_page, html) => load(html).text(),
  "decode + clean": (page) => clean(decode(page), settings),
  "whole way to facts": (page) => processPage(page, settings),
};

/** The shortest of several rounds over all pages, in milliseconds: noise only ever adds. */
function best(work) {
  let shortest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (const { page, html } of texts) work(page, html);
    shortest = Math.min(shortest, performance.now() - started);
  }
  return shortest;
}

const texts = pages.map((page) => ({ page, html: decode(page).text }));
for (const work of Object.values(WORK)) for (const { page, html } of texts.slice(0, 3)) work(page, html);
const base = best(WORK["cheerio.load + text"]);
console.log(`${pages.length} pages of ${folder}, best of ${ROUNDS} rounds`);
for (const [name, work] of Object.entries(WORK)) {
  const time = name === "cheerio.load + text" ? base : best(work);
  console.log(`${name.padEnd(22)} ${time.toFixed(0).padStart(6)} ms  ${(time / base).toFixed(2).padStart(5)} ×`);
}
