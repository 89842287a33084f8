import { FALLS_NOTE, PLANNED } from "../../corpus/lexicon/tables.ts";
import type { Grid } from "./grid.ts";
import { type Noun, nounsIn } from "./heading.ts";
import type { TableSense } from "./row.ts";
import { unitFits, unitsIn } from "./unit.ts";

/** The lines around a table, and the headline of the document. */
export interface Around {
  readonly above: readonly string[];
  readonly below: string;
  readonly title: string;
}

/** What a table says once for all its rows: units, years and what it counts, from its header and the lines around it. */
export function senseOf(grid: Grid, { above, title, below }: Around): TableSense {
  const columns = grid.columns.filter((_, i) => !grid.labels.includes(i)).map((column) => column.heading);
  const first = grid.columns[0]!.heading;
  const text = above.join("\n");
  const caption = captionOf(above);
  const years = new Set(columns.flatMap(({ period }) => period ?? []));
  const captionYear = /((?:19|20)\d\d)年/.exec(caption)?.[1] ?? null;
  const units = [...unitsIn(text), ...(first.unit === null ? [] : [first.unit])];
  const named = nounsIn(caption);
  const changes = columns.some(({ role }) => role !== null && role !== "value" && role !== "present");
  return {
    units,
    nouns: fitting(named.length > 0 || !(changes || OF_A_TABLE.test(title)) ? named : nounsIn(title), units),
    captioned: named.length > 0,
    year: years.size === 1 ? [...years][0]! : years.size === 0 ? captionYear : null,
    planned: PLANNED.test(caption || title) && !/决算|执行|改革/.test(caption || title),
    fallsMark: FALLS_NOTE.test(`${text}\n${below}`),
    hasBefore: columns.some(({ role }) => role === "before"),
    showsPercent: columns.some(({ text: head }) => /[%％率幅]/.test(head)),
  };
}

/** Headlines of what is little but a table. */
const OF_A_TABLE = /(?:情况|统计|一览|汇总|对照|明细|公示|表)表?$/;

/** The line that names the table: short, and no sentence of the text. */
export function captionOf(above: readonly string[]): string {
  const isCaption = (line: string) => line.length <= 60 && !/[。！？；]$/.test(line) && !/^[（(]?单位[:：]/.test(line);
  return above.findLast(isCaption) ?? "";
}

/** Only the nouns that can have the stated unit, where one is stated. */
function fitting(nouns: readonly Noun[], units: TableSense["units"]): Noun[] {
  const measured = units.filter(({ unit }) => unit !== "percent");
  if (measured.length === 0) return [...nouns];
  return nouns.filter(({ metric }) => measured.some(({ unit }) => unitFits(metric, "value", unit)));
}
