import * as Plot from "@observablehq/plot";
import type { PictureChoice, PictureData } from "../../../../../schemas/picture.ts";
import type { Arranged, Labelled, Rest } from "../arrange.ts";
import { FONT_PX, FONTS, type Look } from "../look.ts";
import { t } from "../texts.ts";
import { figureTitle } from "../words.ts";

/** All that a picture is drawn from. */
export interface Drawing {
  readonly data: PictureData;
  readonly choice: PictureChoice;
  readonly figures: readonly Labelled[];
  readonly arranged: Arranged;
  readonly look: Look;
}

export const ROW_PX = 24;

/** Where a mark leads, and what it says when it is pointed at. */
export const linked = ({ look, choice }: Drawing) => ({
  title: (figure: Labelled) => figureTitle(figure, choice),
  ...(look.href === null ? {} : { href: (figure: Labelled) => look.href!(figure.fact) }),
});

/** Width of the longest label at the left, px; a label that is longer than the half of the picture is cut. */
export function labelWidth(labels: readonly string[], look: Look): number {
  const longest = Math.max(0, ...labels.map(widthOf));
  return Math.min(Math.ceil(longest * FONT_PX) + 20, look.width / 2);
}

/** The subjects that are not drawn by themselves, as one more row; none where all are drawn. */
export const restRow = ({ rest }: Arranged): (Rest & { readonly label: string })[] =>
  rest === null ? [] : [{ ...rest, label: t("restShort", { n: rest.count }) }];

/** Room for a row for each label: the axis above, the labels at the left, a number at the right. */
export const roomFor = (rows: readonly { readonly label: string }[], look: Look) => ({
  height: rows.length * ROW_PX + 52,
  marginLeft: labelWidth(
    rows.map(({ label }) => label),
    look,
  ),
  marginRight: 84,
  marginTop: 28,
});

/** In ems: Chinese takes one, the rest about half of one. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u1100-\uffdc]/.test(sign) ? 1 : 0.58), 0);

/**
 * Draws a plot. Its style sheet is taken out: the page's policy refuses it, and the page's own has those rules.
 * @returns the picture alone, its letters and colours those of the look
 */
export function plotted(look: Look, options: Plot.PlotOptions): SVGSVGElement {
  const svg = Plot.plot({ width: look.width, className: "plot", ...options }) as SVGSVGElement;
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  svg.setAttribute("font-family", FONTS);
  svg.setAttribute("font-size", String(FONT_PX));
  svg.setAttribute("color", look.ink);
  // A name needs a role, and these are only how the picture is made.
  for (const made of svg.querySelectorAll("g[aria-label]")) made.removeAttribute("aria-label");
  for (const link of svg.querySelectorAll("a")) {
    const title = link.querySelector("title")?.textContent ?? "";
    link.setAttribute("aria-label", title.replaceAll("\n", ", "));
  }
  return svg;
}
