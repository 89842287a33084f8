import { listedUnit } from "../../extractors/quantities/measure.ts";
import type { AddedUnit } from "../../extractors/vocabulary/vocabulary.ts";
import type { LexiconFile } from "../../schemas/lexicon.ts";
import { METRICS, type MetricDefinition } from "../../schemas/metrics.ts";
import { nearest } from "./nearest.ts";
import { elementsOf, type Taken, type Word, wordsAt } from "./reading.ts";
import type { Path, Source } from "./source.ts";
import { metricUnits } from "./tables.ts";

type MetricRow = NonNullable<LexiconFile["metrics"]>[number];

export interface ReadMetrics {
  readonly metrics: readonly MetricDefinition[];
  /** Classifiers that the tables do not have, as units. */
  readonly units: readonly AddedUnit[];
}

/** People and things are counted with these where a metric says nothing of it. */
const CLASSIFIERS: Readonly<Record<string, readonly string[]>> = { count: ["个"], person: ["名", "人", "个", "位"] };
const ONE_METRIC = "a noun is of one metric: leave it out here, or give a longer one";

export function readMetrics({ metrics: rows }: LexiconFile, source: Source, taken: Taken): ReadMetrics {
  const ids = new Set(METRICS.map(({ id }) => id));
  const units: AddedUnit[] = [];
  const metrics = elementsOf(rows, ["metrics"]).map(({ value: row, path }): MetricDefinition => {
    const { id, unit, doc, label } = row;
    if (ids.has(id)) source.report([...path, "id"], `there is a metric ${id} already`, idRemedy(id));
    ids.add(id);
    checkUnit(unit, [...path, "unit"], source);
    const counted = countedWith(row, path, source);
    const unknown = counted.filter(({ word }) => listedUnit(word) === null).map(({ word }) => word);
    if (unknown.length > 0) units.push({ words: unknown, base: unit, factor: 1 });
    return {
      id,
      unit,
      doc,
      classifiers: counted.map(({ word }) => word.charAt(0)).join(""),
      nouns: taken.take(wordsAt(row.nouns, [...path, "nouns"]), `a noun of ${id}`, ONE_METRIC),
      ...(label !== undefined && { label }),
    };
  });
  return { metrics, units };
}

const idRemedy = (id: string): string =>
  METRICS.some((metric) => metric.id === id)
    ? "choose another id, or add words to it under nouns"
    : "choose another id, or put the two together";

function checkUnit(unit: string, path: Path, source: Source): void {
  const known = metricUnits();
  if (known.includes(unit)) return;
  const meant = nearest(unit, known);
  const remedy = meant ?? "count, person, money, km2, ratio, or a unit of measure such as t, km, workday";
  source.report(path, `no metric can be measured in ${unit}`, `write ${remedy}`);
}

/** Words that count the metric; told of where they count nothing of the kind. */
function countedWith({ unit, classifiers }: MetricRow, path: Path, source: Source): Word[] {
  const usual = CLASSIFIERS[unit];
  const given = wordsAt(classifiers, [...path, "classifiers"]);
  if (usual === undefined && given.length > 0)
    source.report([...path, "classifiers"], `${unit} is measured, not counted`, "leave classifiers out", "key");
  if (usual === undefined) return [];
  if (given.length === 0) return wordsAt(usual, path);
  return given.filter(({ word, path: at }) => {
    const known = listedUnit(word);
    if (known === null || known.kind === "count") return true;
    source.report(at, `${word} is a unit (${known.unit}) and counts nothing`, "give a classifier such as 个 or 名");
    return false;
  });
}

/** More nouns for metrics of the tables or of this lexicon. */
export function readNouns(
  { nouns }: LexiconFile,
  ids: ReadonlySet<string>,
  source: Source,
  taken: Taken,
): { metric: string; words: string[] }[] {
  return Object.entries(nouns ?? {}).map(([metric, value]) => {
    const path = ["nouns", metric];
    if (!ids.has(metric)) reportUnknownMetric(metric, path, ids, source, "key");
    return { metric, words: taken.take(wordsAt(value, path), `a noun of ${metric}`, ONE_METRIC) };
  });
}

export function reportUnknownMetric(
  id: string,
  path: Path,
  ids: ReadonlySet<string>,
  source: Source,
  what: "key" | "value" = "value",
): void {
  const meant = nearest(id, ids);
  const remedy = meant === null ? "give one of the table in the README, or add it under metrics" : `write ${meant}`;
  source.report(path, `there is no metric ${id}`, remedy, what);
}
