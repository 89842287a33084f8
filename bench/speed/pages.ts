import { load } from "cheerio";
import { clean } from "../../pipeline/clean/index.ts";
import { decode } from "../../pipeline/decode.ts";
import { processPage } from "../../pipeline/index.ts";
import type { BenchPage } from "../pages.ts";
import { settings } from "../pages.ts";
import { READABILITY, readWithReadability } from "../peers/readability.ts";
import { median, shortestTimes, sum, type Work } from "../timing.ts";

/** Ours start from bytes, the peers from decoded text; `target` is a ratio to the first row, for each page. */
const WORKS: readonly (Work<BenchPage> & { readonly target?: number })[] = [
  { name: "cheerio.load + text", run: ({ html }) => load(html).text() },
  { name: "decode + clean", run: ({ page }) => clean(decode(page, settings), settings), target: 0.6 },
  { name: "whole way to facts", run: ({ page }) => processPage(page, settings), target: 1.2 },
  {
    name: `${READABILITY.name} ${READABILITY.version}`,
    run: ({ page, html }) => readWithReadability(page.id, html),
  },
];
const WORST = 5;

/** Prints what each way takes over the pages, as a ratio to a bare `cheerio.load` + text, and the pages past a target. */
export function reportPages(pages: readonly BenchPage[], rounds: number): void {
  const times = shortestTimes(WORKS, pages, rounds);
  const base = times[0]!;
  console.log(`\n${"pages".padEnd(52)}    total   ratio  median of pages`);
  WORKS.forEach(({ name, target }, of) => {
    const ratios = times[of]!.map((ms, at) => ms / base[at]!);
    const total = `${sum(times[of]!).toFixed(1)} ms`.padStart(11);
    const of1 = (sum(times[of]!) / sum(base)).toFixed(2).padStart(6);
    console.log(`${name.padEnd(50)}${total}  ${of1}  ${median(ratios).toFixed(2).padStart(6)}`);
    if (target !== undefined) reportWorst(pages, ratios, base, target);
  });
}

function reportWorst(
  pages: readonly BenchPage[],
  ratios: readonly number[],
  base: readonly number[],
  target: number,
): void {
  const over = ratios.filter((ratio) => ratio > target).length;
  console.log(`  ${over} of ${pages.length} pages are past ${target}; the worst:`);
  const rows = pages.map(({ page }, at) => ({ id: page.id, ratio: ratios[at]!, ms: base[at]! }));
  for (const { id, ratio, ms } of rows.sort((a, b) => b.ratio - a.ratio).slice(0, WORST)) {
    console.log(`    ${ratio.toFixed(2).padStart(6)}  ${id} (${ms.toFixed(1)} ms for cheerio)`);
  }
}
