import * as Plot from "@observablehq/plot";
import { isWide, type Labelled, median } from "../arrange.ts";
import { t } from "../texts.ts";
import { shortNumber } from "../words.ts";
import { type Drawing, labelWidth, linked, plotted, ROW_PX } from "./frame.ts";

/** All subjects as a swarm of points, and below it a row of points for each province. */
export function distributionPlots(drawing: Drawing): SVGSVGElement[] {
  const rows = byProvince(drawing.figures);
  const labels = rows.map(({ province, figures }) => ({
    province,
    label: figures.length > 1 ? `${province} ${figures.length}` : province,
  }));
  const marginLeft = labelWidth(
    [t("allOf", { n: drawing.figures.length }), ...labels.map(({ label }) => label)],
    drawing.look,
  );
  const swarm = swarmPlot(drawing, marginLeft);
  return rows.length < 2 ? [swarm] : [swarm, provincePlot(drawing, rows, marginLeft)];
}

interface ProvinceRow {
  readonly province: string;
  readonly figures: readonly Labelled[];
  readonly middle: number;
}

function byProvince(figures: readonly Labelled[]): ProvinceRow[] {
  const provinces = new Map<string, Labelled[]>();
  for (const figure of figures) {
    if (figure.province === null) continue;
    const there = provinces.get(figure.province);
    if (there === undefined) provinces.set(figure.province, [figure]);
    else there.push(figure);
  }
  return [...provinces].map(([province, all]) => ({
    province,
    figures: all,
    middle: median(all.map(({ amount }) => amount))!,
  }));
}

const margins = (marginLeft: number) => ({ marginLeft, marginRight: 36 });

function xScale({ figures }: Drawing): Plot.ScaleOptions {
  const numbers = figures.map(({ amount }) => amount);
  const isLog = isWide(numbers);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return {
    label: null,
    tickFormat: (n: number) => shortNumber(n),
    ticks: 5,
    ...(isLog ? { type: "log" } : { domain: [Math.min(0, low), low === high && high === 0 ? 1 : high], nice: true }),
  };
}

function swarmPlot(drawing: Drawing, marginLeft: number): SVGSVGElement {
  const { look, figures } = drawing;
  const middle = median(figures.map(({ amount }) => amount))!;
  const r = figures.length < 150 ? 5 : figures.length < 600 ? 3.5 : 2.25;
  return plotted(look, {
    ...margins(marginLeft),
    height: swarmHeight(drawing, r, look.width - marginLeft - 36) + 60,
    marginTop: 28,
    x: xScale(drawing),
    y: { axis: null },
    marks: [
      Plot.gridX({ stroke: look.line, strokeOpacity: 1, ticks: 5 }),
      Plot.ruleX([middle], { stroke: look.rise, strokeWidth: 1.5 }),
      Plot.text([middle], {
        x: (n: number) => n,
        frameAnchor: "top",
        dy: -14,
        text: (n: number) => t("median", { n: shortNumber(n) }),
        fill: look.rise,
      }),
      Plot.text([t("allOf", { n: figures.length })], {
        frameAnchor: "left",
        textAnchor: "end",
        dx: -10,
        text: (words: string) => words,
      }),
      Plot.dot(
        figures,
        Plot.dodgeY("middle", { x: "amount", r, fill: look.fall, fillOpacity: 0.8, ...linked(drawing) }),
      ),
    ],
  });
}

/** As high as the points stack where they are densest. */
function swarmHeight({ figures }: Drawing, r: number, width: number): number {
  const numbers = figures.map(({ amount }) => amount);
  const at = isWide(numbers) ? Math.log : (number: number) => number;
  const [low, high] = [at(Math.min(...numbers)), at(Math.max(...numbers))];
  const from = isWide(numbers) ? low : Math.min(0, low);
  const steps = Math.max(1, Math.floor(width / (2 * r + 1)));
  const stacks = new Map<number, number>();
  for (const number of numbers) {
    const step = Math.round(((at(number) - from) / (high - from || 1)) * steps);
    stacks.set(step, (stacks.get(step) ?? 0) + 1);
  }
  return Math.min(900, Math.max(40, Math.max(...stacks.values()) * (2 * r + 1.2)));
}

function provincePlot(drawing: Drawing, rows: readonly ProvinceRow[], marginLeft: number): SVGSVGElement {
  const { look } = drawing;
  const sorted = rows.toSorted((a, b) => b.middle - a.middle);
  const counts = new Map(rows.map(({ province, figures }) => [province, figures.length]));
  const label = (province: string) => (counts.get(province)! > 1 ? `${province} ${counts.get(province)}` : province);
  return plotted(look, {
    ...margins(marginLeft),
    height: rows.length * ROW_PX + 46,
    marginTop: 8,
    x: xScale(drawing),
    y: { domain: sorted.map(({ province }) => province), label: null, tickSize: 0, tickFormat: label },
    marks: [
      Plot.gridX({ stroke: look.line, strokeOpacity: 1, ticks: 5 }),
      Plot.ruleY(sorted, { y: "province", stroke: look.line }),
      Plot.tickX(
        sorted.filter(({ figures }) => figures.length > 1),
        { x: "middle", y: "province", stroke: look.rise, strokeWidth: 2.5, insetTop: 4, insetBottom: 4 },
      ),
      Plot.dot(
        rows.flatMap(({ figures }) => figures),
        { x: "amount", y: "province", r: 4, fill: look.fall, fillOpacity: 0.65, ...linked(drawing) },
      ),
    ],
  });
}
