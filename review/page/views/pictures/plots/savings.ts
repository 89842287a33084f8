import * as Plot from "@observablehq/plot";
import type { Labelled } from "../arrange.ts";
import { t } from "../texts.ts";
import { shortNumber } from "../words.ts";
import { type Drawing, labelWidth, linked, plotted, ROW_PX } from "./frame.ts";

type Row = Pick<Labelled, "label" | "amount">;

/** A bar for each subject, the longest first. */
export function savingsPlot(drawing: Drawing): SVGSVGElement {
  const { look, arranged } = drawing;
  const rest: Row[] =
    arranged.rest === null ? [] : [{ ...arranged.rest, label: t("restShort", { n: arranged.rest.count }) }];
  const rows = [...arranged.drawn, ...rest];
  const bar = { y: "label", x: "amount", insetTop: 3, insetBottom: 3 } as const;
  return plotted(look, {
    height: rows.length * ROW_PX + 52,
    marginLeft: labelWidth(
      rows.map(({ label }) => label),
      look,
    ),
    marginRight: 84,
    marginTop: 28,
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
