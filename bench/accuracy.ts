import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { accuracyDocument, DOCUMENT, SNAPSHOT } from "./accuracy/document.ts";
import { measureShared, readSnapshot, type Snapshot } from "./accuracy/snapshot.ts";
import { refuse } from "./refuse.ts";
import { readSets } from "./scoring/read.ts";
import { ownSets } from "./scoring/sets.ts";

const HELP = `Usage: npm run accuracy -- [--shared FOLDER]

Writes ${DOCUMENT}: how well facts are found, by set, register, script and metric, pages cleaned and numbers read,
beside other tools; how far confidence is to be trusted; known misses.
What comes with the project is measured anew. Pages, number suites and other sets lie in a folder beside it: where that
is there, they are measured too and kept in ${SNAPSHOT}; where it is not, the figures kept there are shown, with
their date. After a change of rules alone, npm run docs is enough.

  --shared FOLDER  folder with gold/, pages/, peers/ and score/ (default: ../shared)
  --help           this text

Example: npm run accuracy`;

const { values } = parseArgs({
  options: { shared: { type: "string", default: "../shared" }, help: { type: "boolean", default: false } },
});

if (values.help) console.log(HELP);
else await main(values.shared).catch(refuse);

async function main(shared: string): Promise<void> {
  const measured = await measureShared(shared, new Date().toISOString().slice(0, 10));
  if (measured !== null) write(SNAPSHOT, `${JSON.stringify(measured, null, 2)}\n`);
  write(DOCUMENT, accuracyDocument(await readSets(ownSets()), measured ?? kept(shared)));
}

function kept(shared: string): Snapshot {
  if (!existsSync(SNAPSHOT))
    throw new Error(`Neither ${shared} nor ${SNAPSHOT} is there: name the folder with --shared`);
  console.log(`There is no ${shared}: pages, numbers and other tools are as ${SNAPSHOT} has them`);
  return readSnapshot(SNAPSHOT);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
