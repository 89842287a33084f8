import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchPage, readPages } from "./pages.ts";
import { READABILITY, readWithReadability } from "./peers/readability.ts";
import { RECOGNIZERS, recognizeDates, recognizeNumbers } from "./peers/recognizers.ts";

/** One figure of a peer, between 0 and 1, and how it came about. */
export interface PeerFigure {
  readonly name: string;
  readonly version: string;
  readonly measure: string;
  readonly figure: number;
  readonly how: string;
}

interface PagesScore {
  readonly f1: number;
  readonly title: number;
  readonly day: number;
  readonly minute: number;
  readonly publisherNamed: number;
  readonly authorNamed: number;
}
interface SuiteRow {
  readonly suite: string;
  readonly kind: string;
  readonly exact: number;
}
interface Case {
  readonly id: string;
  readonly input: string;
  readonly ref?: string;
}

/**
 * Scores the peers on the sets that ours is scored on.
 * @param shared folder with `pages/`, `peers/` and `score/`
 */
export function peerFigures(shared: string): PeerFigure[] {
  return [...readabilityFigures(shared), ...recognizersFigures(shared)];
}

function readabilityFigures(shared: string): PeerFigure[] {
  const folder = join(shared, "pages");
  const readings = readPages(folder).map(({ page, html }: BenchPage) => readWithReadability(page.id, html));
  const score = scored<PagesScore>(shared, "pages.mjs", [join(folder, "gold.jsonl"), written(readings)]);
  const rows: readonly (readonly [string, number])[] = [
    ["main content, snippet F1", score.f1],
    ["title", score.title],
    ["date to the day", score.day],
    ["date to the minute", score.minute],
    ["publisher where named", score.publisherNamed],
    ["author where named", score.authorNamed],
  ];
  const how = "score/pages.mjs over pages/, from text decoded by our own decoder";
  return rows.map(([measure, figure]) => ({ ...READABILITY, measure, figure, how }));
}

function recognizersFigures(shared: string): PeerFigure[] {
  const folder = join(shared, "peers");
  const cases = readdirSync(folder).flatMap((name) => readLines<Case>(join(folder, name)));
  const answers = cases.map(({ id, input, ref }) => ({
    id,
    found: [...recognizeNumbers(input), ...recognizeDates(input, ref)],
  }));
  const { rows } = scored<{ readonly rows: readonly SuiteRow[] }>(shared, "quantities.mjs", [folder, written(answers)]);
  const how =
    "score/quantities.mjs over peers/; the first of two readings of a date; Chinese ranges have no model in JavaScript";
  return rows
    .filter(({ suite, kind }) => kind === "all" || suite === "all")
    .map(({ suite, kind, exact }) => ({ ...RECOGNIZERS, measure: measureOf(suite, kind), figure: exact, how }));
}

const measureOf = (suite: string, kind: string): string =>
  suite !== "all"
    ? `exact cases of suite ${suite}`
    : kind !== "all"
      ? `exact cases of kind ${kind}`
      : "exact cases of all suites";

const readLines = <Row>(path: string): Row[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);

function written(rows: readonly unknown[]): string {
  const path = join(mkdtempSync(join(tmpdir(), "jingjian-bench-")), "answers.jsonl");
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return path;
}

function scored<Score>(shared: string, scorer: string, args: readonly string[]): Score {
  const path = join(shared, "score", scorer);
  if (!existsSync(path)) throw new Error(`There is no scorer ${path}: name the folder that holds score/ with --shared`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args, "--json"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${path} ended with ${status}: ${stderr.trim()}`);
  return JSON.parse(stdout) as Score;
}
