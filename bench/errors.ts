import { parseArgs } from "node:util";
import { errorsAsked } from "./errors/asked.ts";
import { CAUSES, type Cause } from "./errors/cause.ts";
import type { GoldError } from "./errors/find.ts";
import { byCause, showCounts, showError } from "./errors/show.ts";
import { refuse } from "./refuse.ts";
import { type ReadDocument, readSets } from "./scoring/read.ts";
import { score } from "./scoring/score.ts";
import { chosenSets } from "./scoring/sets.ts";
import { showScore } from "./scoring/show.ts";

const HELP = `Usage: npm run errors -- [--set NAME]... [--cause CAUSE]... [--metric METRIC] [--limit N] [--explain] [--json]

Extracts every gold document and shows what is missed and what is too much, by cause, the most frequent cause first.
Numbers that the STRICT score loses come before attributes of facts that are right.

  --set NAME       only this set: a file of corpus/gold, or of ../shared/gold where that is there
  --cause CAUSE    only this cause
  --metric METRIC  only this metric, or those whose name starts so (budget, staff.quota)
  --limit N        errors shown for each cause, 0 for all (default: 10)
  --explain        all that each pass made of the sentence, else only what matters most
  --json           one JSON object for each error, nothing else
  --open-aside     show errors of documents set aside too. They measure how the rules do on texts that nobody has
                   looked at: once you have, they no longer do
  --help           this text

Causes:
${Object.entries(CAUSES)
  .map(([cause, meaning]) => `  ${cause.padEnd(20)}${meaning}`)
  .join("\n")}

Example: npm run errors -- --set counties --cause wrong-subject --explain`;

const { values } = parseArgs({
  options: {
    set: { type: "string", multiple: true, default: [] },
    cause: { type: "string", multiple: true, default: [] },
    metric: { type: "string" },
    limit: { type: "string", default: "10" },
    explain: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    "open-aside": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(HELP);
else await main().catch(refuse);

async function main(): Promise<void> {
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 0) throw new Error("--limit takes a whole number, 0 for all");
  const unknown = values.cause.find((cause) => !(cause in CAUSES));
  if (unknown !== undefined)
    throw new Error(`No cause is called ${unknown}: choose of ${Object.keys(CAUSES).join(", ")}`);
  const read = await readSets(chosenSets(values.set));
  const { errors, closed } = errorsAsked(read, {
    causes: values.cause,
    metric: values.metric ?? null,
    openAside: values["open-aside"],
  });
  if (values.json) for (const error of errors) console.log(JSON.stringify(error));
  else print(read, closed, errors, limit === 0 ? Number.POSITIVE_INFINITY : limit);
}

function print(
  read: readonly ReadDocument[],
  closed: readonly ReadDocument[],
  errors: readonly GoldError[],
  limit: number,
): void {
  for (const name of new Set(read.map(({ set }) => set))) {
    const own = read.filter(({ set }) => set === name);
    const aside = own.filter((one) => closed.includes(one)).length;
    const note = aside === 0 ? "" : `, ${aside} of them set aside: their errors are not shown`;
    console.log(`${name.padEnd(12)} ${showScore(score(own))}${note}`);
  }
  console.log(`\n${showCounts(errors)}`);
  for (const [cause, group] of byCause(errors)) printCause(cause, group, limit);
}

function printCause(cause: Cause, group: readonly GoldError[], limit: number): void {
  console.log(`\n== ${cause} (${group.length}): ${CAUSES[cause]}\n`);
  for (const error of group.slice(0, limit)) console.log(`${showError(error, values.explain)}\n`);
  if (group.length > limit) console.log(`${group.length - limit} more: --cause ${cause} --limit 0`);
}
