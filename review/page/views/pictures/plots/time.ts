import * as Plot from "@observablehq/plot";
import type { Labelled } from "../arrange.ts";
import { shortNumber } from "../words.ts";
import { type Drawing, linked, plotted } from "./frame.ts";

const PANEL_PX = { width: 220, height: 132 } as const;

interface Point extends Labelled {
  readonly date: Date;
  readonly column: number;
  readonly row: number;
}

interface Heading {
  readonly label: string;
  readonly column: number;
  readonly row: number;
}

/** A panel for each subject, all of one scale. */
export function timePlot(drawing: Drawing, subjects: readonly string[]): SVGSVGElement {
  const { look } = drawing;
  const columns = Math.max(1, Math.min(subjects.length, Math.floor(look.width / PANEL_PX.width)));
  const place = new Map(subjects.map((label, at) => [label, { column: at % columns, row: Math.floor(at / columns) }]));
  const points: Point[] = drawing.figures.flatMap((figure) => {
    const panel = place.get(figure.label);
    return panel === undefined || figure.day === null ? [] : [{ ...figure, ...panel, date: middleOf(figure) }];
  });
  const rows = Math.ceil(subjects.length / columns);
  const headings: Heading[] = [...place].map(([label, at]) => ({ label, ...at }));
  return plotted(look, {
    height: rows * (subjects.length === 1 ? 320 : PANEL_PX.height) + 60,
    marginLeft: 60,
    marginRight: 44,
    marginTop: 16,
    marginBottom: 32,
    x: {
      type: "utc",
      label: null,
      ticks: 3,
      insetLeft: 8,
      insetRight: 34,
      tickFormat: (date: Date) => String(date.getUTCFullYear()),
    },
    y: {
      label: null,
      ticks: 3,
      tickFormat: (n: number) => shortNumber(n),
      zero: true,
      nice: true,
      insetTop: 26,
    },
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.16 },
    marks: timeMarks(drawing, points, headings),
  });
}

function timeMarks(drawing: Drawing, points: readonly Point[], headings: readonly Heading[]): Plot.Markish[] {
  const { look } = drawing;
  const place = { fx: "column", fy: "row" } as const;
  const at = { ...place, x: "date", y: "amount" } as const;
  const ends = endsOf(points);
  const words = { text: (point: Point) => shortNumber(point.amount), fill: look.soft } as const;
  const fill = (point: Point) => (point.modality === "actual" ? look.fall : look.ground);
  const heading = { frameAnchor: "top-left", fontWeight: 600, lineWidth: 14, textOverflow: "ellipsis-end" } as const;
  return [
    Plot.gridY({ stroke: look.line, strokeOpacity: 1, ticks: 3 }),
    Plot.ruleY([0], { stroke: look.soft }),
    Plot.text(headings, { ...place, ...heading, text: "label" }),
    Plot.line(points, { ...at, z: "label", stroke: look.fall, strokeWidth: 2 }),
    Plot.text(ends.first, { ...at, ...words, dy: -12 }),
    Plot.text(ends.last, { ...at, ...words, dx: 8, textAnchor: "start" }),
    Plot.dot(points, { ...at, r: 4, fill, stroke: look.fall, strokeWidth: 1.75, ...linked(drawing) }),
  ];
}

/** Halfway through its period, so that a year stands between the beginnings of it and of the next. */
function middleOf({ period, day }: Labelled): Date {
  const end = new Date(day ?? 0);
  const [from = "", to = from] = (period ?? day ?? "").split("/");
  const start = new Date(from.length < 10 ? `${from}${"-01-01".slice(from.length - 4)}` : from.slice(0, 10));
  const isRate = to === from && Number.isFinite(start.getTime());
  return isRate ? new Date((start.getTime() + end.getTime()) / 2) : end;
}

/** First and last points of all subjects. */
function endsOf(points: readonly Point[]): { readonly first: readonly Point[]; readonly last: readonly Point[] } {
  const [first, last] = [new Map<string, Point>(), new Map<string, Point>()];
  for (const point of points) {
    if (!((first.get(point.label)?.date ?? point.date) < point.date)) first.set(point.label, point);
    if (!((last.get(point.label)?.date ?? point.date) > point.date)) last.set(point.label, point);
  }
  return { first: [...first.values()], last: [...last.values()] };
}

/** Labels of the subjects to draw, those with the most points first. */
export function timeSubjects(figures: readonly Labelled[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { label } of figures) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([label]) => label);
}
