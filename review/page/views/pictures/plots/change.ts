import * as Plot from "@observablehq/plot";
import type { Labelled } from "../arrange.ts";
import { percent, shortNumber } from "../words.ts";
import { type Drawing, linked, plotted, restRow, roomFor } from "./frame.ts";

/** A row of the picture: a subject, or what is left of them. */
type Row = Pick<Labelled, "label" | "before" | "amount" | "change">;

/** A dumbbell for each subject: an open circle where it was, a full one where it is. */
export function changePlot(drawing: Drawing): SVGSVGElement {
  const { look, arranged } = drawing;
  const rest: Row[] = restRow(arranged);
  const rows: Row[] = [...arranged.drawn, ...rest];
  const isRest = (row: Row) => rest.includes(row);
  const color = (row: Row) => (isRest(row) ? look.soft : row.amount > row.before! ? look.rise : look.fall);
  const numbers = rows.flatMap(({ before, amount }) => [before!, amount]);
  const [low, high] = [Math.min(0, ...numbers), Math.max(...numbers)];
  const y = { y: "label" } as const;
  return plotted(look, {
    ...roomFor(rows, look),
    x: {
      domain: [low, high + (high - low) * 0.07],
      label: null,
      insetLeft: 28,
      tickFormat: (n: number) => shortNumber(n),
      ticks: 5,
      axis: "top",
    },
    y: { domain: rows.map(({ label }) => label), label: null, tickSize: 0, type: "band" },
    marks: [
      Plot.gridX({ stroke: look.line, strokeOpacity: 1, ticks: 5 }),
      Plot.ruleY(rows, { ...y, x1: "before", x2: "amount", stroke: color, strokeWidth: 2 }),
      Plot.dot(rows, { ...y, x: "before", r: 4.5, fill: look.ground, stroke: color, strokeWidth: 1.75 }),
      Plot.dot(rows, { ...y, x: "amount", r: 5, fill: color }),
      ...ends(rows, look.soft),
      Plot.text(rows, {
        ...y,
        text: (row: Row) => (row.change === null ? "" : percent(row.change)),
        frameAnchor: "right",
        textAnchor: "end",
        dx: 76,
        fill: color,
      }),
      ...(look.href === null
        ? []
        : [
            Plot.barX(arranged.drawn, {
              ...y,
              x1: low,
              x2: high + (high - low) * 0.07,
              fillOpacity: 0,
              insetLeft: -4,
              ...linked(drawing),
            }),
          ]),
    ],
  });
}

/** The numbers at both ends, on the outer side of each. */
function ends(rows: readonly Row[], fill: string): Plot.Markish[] {
  const isFall = ({ before, amount }: Row) => amount <= before!;
  const [falls, others] = [rows.filter(isFall), rows.filter((row) => !isFall(row))];
  const left = { y: "label", textAnchor: "end", dx: -10, fill } as const;
  const right = { y: "label", textAnchor: "start", dx: 10, fill } as const;
  const text = (field: "before" | "amount") => (row: Row) => shortNumber(row[field]!);
  return [
    Plot.text(falls, { ...left, x: "amount", text: text("amount") }),
    Plot.text(falls, { ...right, x: "before", text: text("before") }),
    Plot.text(others, { ...left, x: "before", text: text("before") }),
    Plot.text(others, { ...right, x: "amount", text: text("amount") }),
  ];
}
