import { AWAY_LINKS } from "../../corpus/lexicon/boilerplate.ts";
import type { NameReader } from "./names.ts";
import type { PageTree, Run } from "./page-types.ts";
import { oneLine, runText } from "./run.ts";
import { isHidden } from "./score.ts";

/** Between two chunks of different elements in a line's text. */
export const SEAM = "\u001f";

/** UTF-16 units of a line that are read: a byline stands at its start. */
const MAX_LINE = 600;

/** A line where a page may name date, source and author. */
export interface BylineLine {
  readonly run: Run;
  /** One line, with {@link SEAM} where an element ends or starts. */
  readonly text: string;
  /** Class and id words of the elements of its chunks. */
  readonly names: string;
}

/** The lines around and inside an article that may be its byline. */
export interface BylineZone {
  /** From the headline to the body. */
  readonly head: readonly BylineLine[];
  /** First and last lines of the body, and what was cut off it. */
  readonly opening: readonly BylineLine[];
  readonly closing: readonly BylineLine[];
  /** Lines that follow the container. */
  readonly below: readonly BylineLine[];
}

export interface BodyPlace {
  /** Index of the headline's run, or -1. */
  readonly titleRun: number;
  /** The body's runs from the headline on, with those of its byline in front. */
  readonly byline: readonly Run[];
  readonly kept: readonly Run[];
  readonly cut: readonly Run[];
}

/** Collects the lines that may name date, source and author, nearest to the headline first. */
export function bylineZone(tree: PageTree, names: NameReader, place: BodyPlace): BylineZone {
  const line = (run: Run): BylineLine => ({
    run,
    text: oneLineWithSeams(run),
    names: [...new Set(run.chunks.map((chunk) => chunk.element.names))].join(" "),
  });
  const isShown = (run: Run): boolean => {
    for (let element: Run["block"] | null = run.block; element !== null; element = element.parent) {
      if (isHidden(element, names)) return false;
    }
    return true;
  };
  const lines = (runs: readonly Run[], size: number) =>
    runs.filter((run) => run.size <= size && isShown(run)).map(line);
  const { titleRun, byline, kept, cut } = place;
  const first = kept[0]?.index ?? tree.runs.length;
  const last = kept[kept.length - 1]?.index ?? tree.runs.length;
  const from = titleRun >= 0 && titleRun < first ? titleRun + 1 : first - 25;
  const under = tree.runs.slice(Math.max(from, first - 90, 0), first).filter((run) => run.index !== titleRun);
  const over = titleRun > 0 && titleRun < first ? tree.runs.slice(Math.max(0, titleRun - 6), titleRun) : [];
  return {
    head: lines([...new Set([...byline, ...under, ...over])], 160),
    opening: kept.slice(0, 8).map(line),
    closing: [...lines(kept.slice(8).slice(-6), 400), ...lines(cut.filter(isSmallPrint).slice(0, 60), 200)],
    below: lines(tree.runs.slice(last + 1, last + 25), 100),
  };
}

const isSmallPrint = (run: Run): boolean => run.block.dropped === "" || run.block.dropped === "small";

function oneLineWithSeams(run: Run): string {
  const chunks = run.chunks.filter(({ element, data }) => !(element.link && AWAY_LINKS.test(data)));
  return runText({ chunks }, SEAM)
    .slice(0, MAX_LINE)
    .replace(/[\u2044\u2215]/g, "／")
    .split(SEAM)
    .map(oneLine)
    .join(SEAM);
}
