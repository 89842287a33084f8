import * as Plot from "@observablehq/plot";
import type { Labelled } from "../arrange.ts";
import { shortNumber } from "../words.ts";
import { type Drawing, linked, plotted, restRow, roomFor } from "./frame.ts";

type Row = Pick<Labelled, "label" | "amount">;

/** A bar for each subject, the longest first. */
export function savingsPlot(drawing: Drawing): SVGSVGElement {
  const { look, arranged } = drawing;
  const rest: Row[] = restRow(arranged);
  const rows = [...arranged.drawn, ...rest];
  const bar = { y: "label", x: "amount", insetTop: 3, insetBottom: 3 } as const;
  return plotted(look, {
    ...roomFor(rows, look),
    x: {
      label: null,
      tickFormat: (n: number) => shortNumber(n),
      ticks: 5,
      axis: "top",
      zero: true,
    },
    y: { domain: rows.map(({ label }) => label), label: null, tickSize: 0, type: "band" },
    marks: [
      Plot.gridX({ stroke: look.line, strokeOpacity: 1, ticks: 5 }),
      Plot.barX(arranged.drawn, { ...bar, fill: look.fall, ...linked(drawing) }),
      Plot.barX(rest, { ...bar, fill: look.soft, fillOpacity: 0.5 }),
      Plot.text(rows, {
        y: "label",
        x: "amount",
        text: (row: Row) => shortNumber(row.amount),
        textAnchor: "start",
        dx: 6,
        fill: look.ink,
      }),
      Plot.ruleX([0], { stroke: look.ink }),
    ],
  });
}
