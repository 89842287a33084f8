import { parseArgs } from "node:util";
import { type JudgedFact, judge } from "./calibration/judge.ts";
import { reliability } from "./calibration/reliability.ts";
import { showGroups, showReliability } from "./calibration/show.ts";
import { refuse } from "./refuse.ts";
import { readSets } from "./scoring/read.ts";
import { chosenSets } from "./scoring/sets.ts";

const HELP = `Usage: npm run calibration -- [--set NAME]... [--each]

Shows whether confidence means what it says: of the facts given 0.9, nine in ten should be right.
A fact is right where gold has every number that it states, with its metric, subject, unit and per.

  --set NAME  only this set: a file of corpus/gold, or of ../shared/gold where that is there
  --each      a line for each value of confidence, else for each step of 0.05
  --help      this text

How to read it:
  stated   mean confidence of the facts in the line
  right    share of them that is right
  gap      right less stated: below 0 the facts are surer than they should be, above 0 less sure
  between  where the share would lie on other texts of the same kind. With few facts it is wide, and a gap inside it
           says nothing: mend a line only when its stated value lies outside
  Brier score                 mean square distance of confidence from what came true; it falls when right facts are
                              surer and wrong ones less so
  expected calibration error  mean size of the gap, by number of facts; 0.02 is good
Development and what was set aside are apart: figures that are good on the first and poor on the second are fitted.
By rule and by where the noun was found shows which of them is to be trusted less.

Example: npm run calibration -- --set counties --each`;

const { values } = parseArgs({
  options: {
    set: { type: "string", multiple: true, default: [] },
    each: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(HELP);
else await main().catch(refuse);

async function main(): Promise<void> {
  const judged = (await readSets(chosenSets(values.set))).flatMap(judge);
  const known = judged.filter(({ isAside }) => !isAside);
  print("development", known);
  print(
    "set aside",
    judged.filter(({ isAside }) => isAside),
  );
  console.log(`\nby rule, development\n${showGroups(known, ({ rule }) => rule)}`);
  console.log(`\nby where the noun was found, development\n${showGroups(known, ({ source }) => source)}`);
}

function print(heading: string, facts: readonly JudgedFact[]): void {
  console.log(`\n${heading}\n${showReliability(reliability(facts, values.each ? 0 : 0.05))}`);
}
