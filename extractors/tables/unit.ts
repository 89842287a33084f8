import { OTHER_UNITS, TABLE_UNITS } from "../../corpus/lexicon/tables.ts";
import type { NumberField } from "../../schemas/fact.ts";
import { UNIT_TABLE } from "../quantities/unit-table.ts";
import { derived } from "../vocabulary/in-use.ts";
import { metric } from "../vocabulary/metrics.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";

/** What one number is worth: 万元 is 10,000 CNY. `other` is a unit that no metric has. */
export interface TableUnit {
  readonly unit: string;
  readonly factor: number;
}

const byWord = derived((vocabulary) => vocabulary, unitsByWord);
const OTHER: TableUnit = { unit: "other", factor: 1 };

function unitsByWord({ metrics, units }: Vocabulary): ReadonlyMap<string, TableUnit> {
  const measured = new Set(metrics.map(({ unit }) => unit));
  const rows = UNIT_TABLE.filter(({ says: { unit, times } }) => times === 1 && measured.has(unit));
  const added = [
    ...rows.flatMap(({ row: { words, unit } }) => words.split(" ").map((word) => [word, unit, 1] as const)),
    ...units.flatMap(({ words, base, factor }) => words.map((word) => [word, base, factor] as const)),
  ];
  const inTenThousands = added.map(([word, unit, factor]) => [`万${word}`, unit, factor * 1e4] as const);
  return new Map([...inTenThousands, ...added, ...TABLE_UNITS].map(([word, unit, factor]) => [word, { unit, factor }]));
}

export function unitNamed(word: string): TableUnit | null {
  const text = word.replace(/\s+/g, "");
  return byWord().get(text) ?? (OTHER_UNITS.test(text) ? OTHER : null);
}

/** The unit that a head or label states: in brackets (事业单位（家）), after 单位： or behind a comma (收入，万元). */
export function unitIn(text: string): TableUnit | null {
  const inBrackets = [...text.matchAll(/[（([]\s*(?:单位[:：])?\s*([^）)\]]{1,8})[）)\]]/g)].map((match) => match[1]!);
  for (const words of [...inBrackets, /单位[:：]\s*([^\s，。、；）)]{1,8})/.exec(text)?.[1] ?? ""]) {
    const found = unitNamed(words);
    if (found !== null) return found;
  }
  const tail = /[，,/／]\s*([^，,/／\s]{1,5})$/.exec(text)?.[1];
  if (tail !== undefined) return unitNamed(tail);
  return /[%％]/.test(text) ? { unit: "percent", factor: 1 } : null;
}

/** All units of a line above the table: 单位：个、万元、%. */
export function unitsIn(text: string): TableUnit[] {
  const stated = [...text.matchAll(/单位[:：]\s*([^\s\u3000。；）)]{1,20})/g)].flatMap((match) =>
    match[1]!.split(/[、，,]/),
  );
  return stated.flatMap((word) => unitNamed(word) ?? []);
}

/** Whether a number of that unit can be the metric's. */
export function unitFits(id: string, field: NumberField, unit: string): boolean {
  if (field === "change_pct") return unit === "percent";
  const wanted = metric(id).unit;
  if (wanted === "money") return /^[A-Z]{3}$/.test(unit);
  if (wanted === "km2") return unit === "km2";
  if (wanted === "ratio") return unit === "ratio" || unit === "count";
  if (wanted !== "count" && wanted !== "person") return unit === wanted;
  return unit === "count" || unit === "person";
}
