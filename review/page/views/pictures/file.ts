import { FILE_LOOK, FONT_PX, FONTS } from "./look.ts";
import { widthOf } from "./plots/frame.ts";
import type { Picture } from "./plots/index.ts";

const SVG = "http://www.w3.org/2000/svg";
const PAD = 24;
const TITLE_PX = 20;
const LINE_PX = 19;
const SMALL_PX = 12;
/** Plot's own rules, which its marks count on. */
const RULES = ".plot text, .plot tspan { white-space: pre; }";

export interface Caption {
  readonly title: string;
  /** Where the numbers come from; each a line, broken where it is too long. */
  readonly lines: readonly string[];
}

/** A picture to hand on: title, the drawn parts, notes and source, on white, with no link and nothing from outside. */
export function fileSvg({ parts, notes }: Picture, { title, lines }: Caption): SVGSVGElement {
  const { width, ink, soft, ground } = FILE_LOOK;
  const svg = element("svg", { width: width + 2 * PAD, "font-family": FONTS, "font-size": FONT_PX, color: ink });
  const style = element("style", {});
  style.textContent = RULES;
  const background = element("rect", { width: "100%", height: "100%", fill: ground });
  svg.append(style, background, text(title, PAD + TITLE_PX, { "font-size": TITLE_PX, "font-weight": 600, fill: ink }));
  let y = PAD + TITLE_PX + 8;
  const write = (words: string, size: number) => {
    y += LINE_PX;
    svg.append(text(words, y, { fill: soft, "font-size": size }));
  };
  for (const note of notes) write(note, FONT_PX);
  y += 8;
  for (const part of parts) {
    part.setAttribute("x", String(PAD));
    part.setAttribute("y", String(y));
    svg.append(part);
    y += Number(part.getAttribute("height"));
  }
  for (const line of lines.flatMap((one) => broken(one, width / SMALL_PX))) write(line, SMALL_PX);
  const height = Math.ceil(y + PAD);
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `0 0 ${width + 2 * PAD} ${height}`);
  const name = element("title", {});
  name.textContent = title;
  svg.prepend(name);
  return svg;
}

function element<K extends "svg" | "rect" | "text" | "style" | "title">(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name) as SVGElementTagNameMap[K];
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function text(words: string, y: number, attributes: Readonly<Record<string, string | number>>): SVGTextElement {
  const made = element("text", { x: PAD, y, ...attributes });
  made.textContent = words;
  return made;
}

/** Lines no longer than so many ems. */
export function broken(words: string, ems: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const sign of words) {
    if (widthOf(line + sign) > ems) {
      lines.push(line);
      line = "";
    }
    line += sign;
  }
  return [...lines, line];
}
