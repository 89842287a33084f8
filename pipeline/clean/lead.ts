import { NOISE_LINES } from "../../corpus/lexicon/boilerplate.ts";
import { lettersOf, lettersOfRun } from "./letters.ts";
import { kebabCase } from "./names.ts";
import type { PageTree, Run } from "./page-types.ts";
import { runText } from "./run.ts";

/** How many lines between headline and body are looked at, and how many of them a lead may take. */
const REACH = 24;
const MAX_LEADS = 3;

/**
 * The lead: sentences that stand between the headline and the body's container.
 * A summary that the body only repeats is none.
 * @param titleRun index of the headline's run, or -1
 * @param body the container's runs
 */
export function leadRuns(tree: PageTree, titleRun: number, body: readonly Run[]): Run[] {
  const first = body.find((run) => run.block.dropped === "")?.index ?? -1;
  if (titleRun < 0 || first <= titleRun || first - titleRun > REACH) return [];
  const inBody = new Set(body);
  const leads = tree.runs.slice(titleRun + 1, first).filter((run) => !inBody.has(run) && isLead(run));
  if (leads.length === 0 || leads.length > MAX_LEADS) return [];
  const opening = lettersOf(
    body
      .slice(0, 12)
      .map((run) => runText(run))
      .join(""),
  );
  return leads.filter((run) => !opening.includes(lettersOfRun(run).replace(LABEL, "").slice(0, 14)));
}

const LABEL = /^(?:导读|导语|摘要|提要|核心提示|内容提要|內容摘要|摘要)/;

/** Class words of leads. */
const LEAD_NAMES =
  /(?:^|[-_ ])(?:lead|lede|deck|dek|intro|summary|abstract|standfirst|daodu|daoyu|zhaiyao|zy)(?:$|[-_ \d])/;

/** A sentence or more, in full, that is neither linked nor small print. */
function isLead(run: Run): boolean {
  const isNamed = LEAD_NAMES.test(kebabCase(run.block.names));
  if (
    run.block.dropped !== "" ||
    run.size < (isNamed ? 10 : 18) ||
    run.marks < (isNamed ? 1 : 2) ||
    run.linked > run.size * 0.3
  )
    return false;
  const line = runText(run).replace(/\s+/g, "");
  return /[。！？…][”」』]?$/.test(line) && !NOISE_LINES.some((pattern) => pattern.test(line));
}
