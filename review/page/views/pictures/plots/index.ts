import type { PictureChoice, PictureData } from "../../../../../schemas/picture.ts";
import { arranged, isWide, type Labelled, type Order } from "../arrange.ts";
import type { Look } from "../look.ts";
import { t } from "../texts.ts";
import { visible } from "../visible.ts";
import { unitWords } from "../words.ts";
import { changePlot } from "./change.ts";
import { distributionPlots } from "./distribution.ts";
import type { Drawing } from "./frame.ts";
import { savingsPlot } from "./savings.ts";
import { timePlot, timeSubjects } from "./time.ts";

export interface PictureOptions {
  readonly order: Order;
  readonly most: number;
}

/** The parts of a picture, to stand below each other, and what is said beside them. */
export interface Picture {
  readonly parts: readonly SVGSVGElement[];
  readonly notes: readonly string[];
}

/**
 * Draws a picture.
 * @param given of `data`, labelled
 */
export function draw(data: PictureData, given: readonly Labelled[], options: PictureOptions, look: Look): Picture {
  const { kind, chosen, counted } = data;
  const figures = given.map((figure) => ({ ...figure, label: visible(figure.label) }));
  if (chosen === null || figures.length === 0) return { parts: [], notes: [] };
  const drawing: Drawing = {
    data,
    choice: chosen,
    figures,
    look,
    arranged: arranged(figures, options.order, options.most),
  };
  const unit = unitNote(kind, chosen, figures);
  const cut = kind !== "time" && counted.subjects > figures.length ? [t("tooMany", { n: figures.length })] : [];
  const planned = figures.some(({ modality }) => modality !== "actual");
  if (kind === "change")
    return { parts: [changePlot(drawing)], notes: [`${unit}　${t("before")}　${t("after")}`, ...cut] };
  if (kind === "savings") return { parts: [savingsPlot(drawing)], notes: [unit, ...cut] };
  if (kind === "distribution")
    return { parts: distributionPlots(drawing), notes: [`${unit}　${t("medianMark")}`, ...cut] };
  const all = timeSubjects(figures);
  const shown = all.slice(0, options.most);
  const left = counted.subjects - shown.length;
  return {
    parts: [timePlot(drawing, shown)],
    notes: [planned ? `${unit}　${t("notActual")}` : unit, ...(left > 0 ? [t("restTime", { n: left })] : [])],
  };
}

function unitNote(kind: PictureData["kind"], choice: PictureChoice, figures: readonly Labelled[]): string {
  const unit = t("axis", { unit: unitWords(choice) });
  const isLog = kind === "distribution" && isWide(figures.map(({ amount }) => amount));
  return isLog ? `${unit} · ${t("logScale")}` : unit;
}
