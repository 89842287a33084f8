import { judge } from "../calibration/judge.ts";
import { type Judged, reliability } from "../calibration/reliability.ts";
import type { ReadDocument } from "../scoring/read.ts";
import { score } from "../scoring/score.ts";
import { percent } from "../scoring/show.ts";
import { figuresOf, groupsOf, isAside, type SetFigures, setFigures } from "./figures.ts";
import { paragraphs, table } from "./markdown.ts";

const HEAD = ["documents", "facts", "STRICT F1", "precision", "recall", "records", "bound", "modality", "period"];

const row = (one: SetFigures): string[] => [
  one.name,
  String(one.documents),
  String(one.facts),
  ...[one.f1, one.precision, one.recall, one.records, one.bound, one.modality, one.period].map(percent),
];

/** @param elsewhere sets that do not come with the project, as they were last measured */
export function bySet(read: readonly ReadDocument[], elsewhere: readonly SetFigures[], measured: string): string {
  const sums = [
    figuresOf(
      "**all for development**",
      read.filter((one) => !isAside(one)),
    ),
    figuresOf("**all set aside**", read.filter(isAside)),
  ].filter(({ documents }) => documents > 0);
  return paragraphs(
    "## Facts by set",
    "STRICT F1 is over single numbers: each must have the right field, metric, subject, unit and per. `records` asks for all numbers of a fact in one record. Bound, modality and period are compared on facts of which a number is right.",
    table(["set", ...HEAD], [...setFigures(read), ...sums].map(row)),
    ...(elsewhere.length === 0
      ? []
      : [
          `Sets that do not come with this project, measured ${measured}:`,
          table(["set", ...HEAD], elsewhere.map(row)),
        ]),
  );
}

export function byGroup(
  heading: string,
  column: string,
  read: readonly ReadDocument[],
  nameOf: (one: ReadDocument) => string,
): string {
  return paragraphs(
    `## ${heading}`,
    "Without what was set aside, whose F1 stands in the last column.",
    table(
      [column, ...HEAD, "F1 set aside"],
      groupsOf(read, nameOf).map(([name, group]) => {
        const aside = group.filter(isAside);
        const known = figuresOf(
          name,
          group.filter((one) => !isAside(one)),
        );
        return [...row(known), aside.length === 0 ? "–" : percent(figuresOf(name, aside).f1)];
      }),
    ),
  );
}

/** Of the sets for development: of those set aside, a metric is too near to single errors. */
export function byMetric(read: readonly ReadDocument[]): string {
  const { metrics } = score(read.filter((one) => !isAside(one)));
  return paragraphs(
    "## Facts by metric",
    "Without what was set aside.",
    table(
      ["metric", "numbers", "STRICT F1", "precision", "recall"],
      Object.entries(metrics).map(([id, { right, missed, f1, precision, recall }]) => [
        `\`${id}\``,
        String(right + missed),
        ...[f1, precision, recall].map(percent),
      ]),
    ),
  );
}

/** How often a document that has no fact is given one. */
export function withoutFacts(read: readonly ReadDocument[]): string {
  const empty = read.filter(({ gold }) => gold.facts.length === 0);
  const rows = (
    [
      ["development", empty.filter((one) => !isAside(one))],
      ["set aside", empty.filter(isAside)],
    ] as const
  )
    .filter(([, group]) => group.length > 0)
    .map(([name, group]) => {
      const found = group.flatMap(({ facts }) => facts).length;
      return [name, String(group.length), String(found), (found / group.length).toFixed(2)];
    });
  return paragraphs(
    "## Documents without a fact",
    "Sport, weather, markets, accidents, laws, products: full of numbers, none of them a fact.",
    table(["", "documents", "false facts", "a document"], rows),
  );
}

export function calibration(read: readonly ReadDocument[]): string {
  return paragraphs(
    "## Confidence",
    "Of the facts given 0.9, nine in ten should be right: `npm run calibration` says more.",
    ...[
      ["Development", read.filter((one) => !isAside(one))] as const,
      ["Set aside", read.filter(isAside)] as const,
    ].flatMap(([name, group]) => (group.length === 0 ? [] : reliabilityOf(name, group.flatMap(judge)))),
  );
}

function reliabilityOf(name: string, judged: readonly Judged[]): string[] {
  const { bins, brier, calibrationError } = reliability(judged, 0.05);
  return [
    `${name}: Brier score ${brier.toFixed(3)}, expected calibration error ${calibrationError.toFixed(3)}.`,
    table(
      ["stated", "facts", "right"],
      bins.map(({ stated, facts, right }) => [stated.toFixed(2), String(facts), right.toFixed(2)]),
    ),
  ];
}
