import type { PeerFigure } from "../peer-accuracy.ts";
import { percent } from "../scoring/show.ts";
import { paragraphs, table, words } from "./markdown.ts";
import type { Snapshot } from "./snapshot.ts";

/** Measures of pages by the name that peers' figures have. */
const PAGES = [
  ["main content, snippet F1", "f1"],
  ["title", "title"],
  ["date to the day", "day"],
  ["date to the minute", "minute"],
  ["publisher where named", "publisherNamed"],
  ["author where named", "authorNamed"],
] as const;

const KNOWN = "They were at hand while the rules were written: expect less of those not seen.";

/** The best that any other tool reaches; a dash where none was measured. */
function best(peers: readonly PeerFigure[], measure: string): string {
  const [first] = peers.filter((one) => one.measure === measure).toSorted((a, b) => b.figure - a.figure);
  return first === undefined ? "–" : `${percent(first.figure)} ${first.name}`;
}

export const pages = ({ pages: own, peers, measured }: Snapshot, stated: readonly PeerFigure[]): string =>
  paragraphs(
    "## Pages: main content and metadata",
    `Over ${own.pages} saved news pages that do not come with this project, measured ${measured}. ${KNOWN}`,
    table(
      ["measure", "this project", "best other tool"],
      PAGES.map(([measure, key]) => [measure, percent(own[key]), best([...peers, ...stated], measure)]),
    ),
  );

export function quantities({ quantities: rows, peers, measured }: Snapshot, stated: readonly PeerFigure[]): string {
  const all = [...peers, ...stated];
  const line = (name: string, measure: string, { cases, exact }: (typeof rows)[number]): string[] => [
    name,
    String(cases),
    percent(exact),
    best(all, measure),
  ];
  const suites = rows.filter(({ suite, kind }) => kind === "all" && suite !== "all");
  const kinds = rows.filter(({ suite, kind }) => suite === "all" && kind !== "all");
  const sum = rows.find(({ suite, kind }) => suite === "all" && kind === "all");
  const head = ["cases", "exact, this project", "exact, best other tool"];
  return paragraphs(
    "## Numbers, quantities and dates",
    `The test cases of other projects, brought to one form; they do not come with this one. A case is exact when every span and value is right and nothing is too much. Measured ${measured}. ${KNOWN}`,
    table(
      ["suite of", ...head],
      [
        ...suites.map((one) => line(one.suite, `exact cases of suite ${one.suite}`, one)),
        ...(sum === undefined ? [] : [line("**all**", "exact cases of all suites", sum)]),
      ],
    ),
    table(
      ["kind", ...head],
      kinds.map((one) => line(one.kind, `exact cases of kind ${one.kind}`, one)),
    ),
  );
}

/** Every figure of another tool, with its version and how it came about. */
export const otherTools = ({ peers, measured }: Snapshot, stated: readonly PeerFigure[]): string =>
  paragraphs(
    "## Other tools",
    "None that we know of extracts such facts. On pages and numbers:",
    table(
      ["tool", "version", "figures", "how they came about"],
      [
        ...toolsOf(peers, `measured ${measured}; to repeat: \`npm run bench -- --accuracy\`, which runs `),
        ...toolsOf(stated, ""),
      ],
      words,
    ),
    table(
      ["tool", "measure", "figure"],
      [...peers, ...stated].map(({ name, measure, figure }) => [name, measure, percent(figure)]),
      (column) => (column < 2 ? ":--" : "--:"),
    ),
  );

/** One row for each tool and way of measuring it. */
function toolsOf(all: readonly PeerFigure[], lead: string): string[][] {
  const counts = new Map<string, number>();
  const keyOf = ({ name, version, how }: PeerFigure): string => JSON.stringify([name, version, how]);
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return [...counts].map(([key, count]) => {
    const [name = "", version = "", how = ""] = JSON.parse(key) as string[];
    return [name, version, String(count), lead + how];
  });
}
