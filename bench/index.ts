import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { defaultFolder, readPages } from "./pages.ts";
import { peerFigures } from "./peer-accuracy.ts";
import { reportPages } from "./speed/pages.ts";
import { reportQuantities } from "./speed/quantities.ts";
import { reportQueues } from "./speed/queue.ts";
import { reportReview } from "./speed/review.ts";

const HELP = `Usage: npm run bench -- [--pages FOLDER] [--rounds N]
       npm run bench -- queue [--rounds N]
       npm run bench -- review [--facts N]
       npm run bench -- --accuracy [--shared FOLDER] [--out FILE]

Times our stages and other tools over the same pages in one run, on one thread, in interleaved rounds.
Ratios count, times do not: they depend on the machine.

  queue            the way through the queue on each engine, with real servers, beside extraction alone and bare BullMQ
  review           the review page, its searches and the exports on one large file of facts
  --facts N        facts in that file (default: 1000000)
  --pages FOLDER   .html files to read (default: ../shared/pages, else corpus/articles)
  --rounds N       timed rounds; each figure is its shortest (default: 9)
  --accuracy       score the other tools on the sets that ours is scored on, instead of timing them
  --shared FOLDER  folder that holds pages/, peers/ and score/ (default: ../shared)
  --out FILE       with --accuracy: write [{name, version, measure, figure, how}] as JSON
  --help           this text

Example: npm run bench -- --rounds 20`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: "string" },
    rounds: { type: "string", default: "9" },
    facts: { type: "string", default: "1000000" },
    accuracy: { type: "boolean", default: false },
    shared: { type: "string", default: "../shared" },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(HELP);
else if (positionals[0] === "queue") await reportQueues(Math.min(Number(values.rounds), 3));
else if (positionals[0] === "review") await reportReview(Number(values.facts));
else if (values.accuracy) accuracy(values.shared, values.out);
else speed(values.pages ?? defaultFolder(), Number(values.rounds));

function speed(folder: string, rounds: number): void {
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a whole number above 0");
  const pages = readPages(folder);
  console.log(`${pages.length} pages of ${folder}, the shortest of ${rounds} rounds, Node.js ${process.version}`);
  reportPages(pages, rounds);
  reportQuantities(pages, Math.min(rounds, 3));
}

function accuracy(shared: string, out: string | undefined): void {
  const figures = peerFigures(shared);
  for (const { name, version, measure, figure } of figures) {
    console.log(`${`${name} ${version}`.padEnd(48)}  ${measure.padEnd(46)}  ${figure.toFixed(3)}`);
  }
  if (out !== undefined) writeFileSync(out, `${JSON.stringify(figures, null, 2)}\n`);
}
