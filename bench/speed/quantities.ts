import { findAll } from "../../extractors/quantities/found.ts";
import { prepare } from "../../pipeline/prepare.ts";
import { type BenchPage, settings } from "../pages.ts";
import { RECOGNIZERS, recognizeDates, recognizeNumbers } from "../peers/recognizers.ts";
import { shortestTimes, sum, type Work } from "../timing.ts";

const REFERENCE = "2026-11-01";
const SAMPLE_CHARS = 20_000;
const TARGET = 50;

const OURS: Work<string> = { name: "quantities, ordinals and dates", run: (text) => findAll(text, REFERENCE) };
const PEERS: readonly Work<string>[] = [
  { name: `${RECOGNIZERS.name} ${RECOGNIZERS.version}, dates left out`, run: recognizeNumbers },
  {
    name: `${RECOGNIZERS.name} ${RECOGNIZERS.version}, dates too`,
    run: (text) => [recognizeNumbers(text), recognizeDates(text, REFERENCE)],
  },
];

/** Prints characters a second over the pages' paragraphs, and how many times ours is faster. */
export function reportQuantities(pages: readonly BenchPage[], rounds: number): void {
  const paragraphs = sample(pages.flatMap(({ page }) => prepare(page, settings).simplified.split("\n")));
  const chars = sum(paragraphs.map((text) => text.length));
  const times = shortestTimes([OURS, ...PEERS], paragraphs, rounds).map(sum);
  console.log(`\n${`${chars} characters of ${paragraphs.length} paragraphs`.padEnd(50)}  characters/s   ours is`);
  [OURS, ...PEERS].forEach(({ name }, of) => {
    const rate = Math.round((chars / times[of]!) * 1000).toLocaleString("en");
    const ratio = of === 0 ? "" : `${(times[of]! / times[0]!).toFixed(0)} ×`;
    console.log(`${name.padEnd(50)}${rate.padStart(14)}${ratio.padStart(10)}`);
  });
  console.log(`  the target is ${TARGET} × or more`);
}

/** Paragraphs evenly from all pages: the peer needs seconds for what takes ours milliseconds. */
function sample(paragraphs: readonly string[]): string[] {
  const filled = paragraphs.filter((text) => text !== "");
  const every = Math.max(1, Math.floor(sum(filled.map((text) => text.length)) / SAMPLE_CHARS));
  return filled.filter((_, at) => at % every === 0);
}
