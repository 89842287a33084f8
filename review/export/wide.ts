import type { DuckDBConnection } from "@duckdb/node-api";
import { METRICS } from "../../schemas/metrics.ts";
import { FACT_COLUMNS, type FactColumn } from "../facts/columns.ts";
import { quotedText } from "../facts/workspace.ts";
import type { Selection, Sheet } from "./sheet.ts";

const SUBJECT = ["subject_name", "subject_code", "subject_level"];
/** The last day of a period, so that a year stands behind its months; what has no end yet has none. */
const LAST_DAY = `CASE length(split_part(period, '/', -1)) WHEN 4 THEN split_part(period, '/', -1) || '-12-31'
  WHEN 7 THEN split_part(period, '/', -1) || '-31' WHEN 10 THEN split_part(period, '/', -1) END`;

/** Levels of whole subjects, the one that holds first: stated as actual, of the newest period, published last. */
const levelsOf = (from: string): string => `SELECT ${SUBJECT.join(", ")}, metric,
  unit || coalesce('/' || per, '') AS measure, coalesce("after", "value") AS level, row_number() OVER (
    PARTITION BY ${SUBJECT.join(", ")}, metric, unit, per
    ORDER BY modality <> 'actual', coalesce(${LAST_DAY}, left(doc_published, 10)) DESC NULLS LAST,
      doc_published DESC NULLS LAST, seq DESC
  ) AS place
FROM (SELECT * ${from}) WHERE coalesce("after", "value") IS NOT NULL AND scope IS NULL`;

/**
 * One row a subject, one column a metric. A cell is the level that holds last; a metric that is stated in several units
 * has a column for each, named `metric (unit)`. Leaves a table of its own on the connection.
 */
export async function wideSheet(connection: DuckDBConnection, { from, values }: Selection): Promise<Sheet> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE levels AS SELECT * EXCLUDE (place) FROM (${levelsOf(from)}) WHERE place = 1`,
    { ...values },
  );
  const found = await connection.runAndReadAll("SELECT DISTINCT metric, measure FROM levels ORDER BY ALL");
  const pairs = found.getRows().map(([metric, measure]) => [String(metric), String(measure)] as const);
  const columns = pairs.map(([metric, measure]) =>
    metricColumn(metric, measure, pairs.filter(([other]) => other === metric).length === 1),
  );
  return {
    columns: [...FACT_COLUMNS.filter(({ name }) => SUBJECT.includes(name)), ...columns],
    from: "FROM levels GROUP BY subject_name, subject_code, subject_level",
    values: {},
    order: "ORDER BY levels.subject_code NULLS LAST, levels.subject_name, levels.subject_level",
  };
}

function metricColumn(metric: string, measure: string, isOnly: boolean): FactColumn {
  const doc = METRICS.find(({ id }) => id === metric)?.doc ?? "a metric of a lexicon";
  return {
    name: isOnly ? metric : `${metric} (${measure})`,
    type: "DOUBLE",
    doc: `${doc}, in ${measure}`,
    sql: `max(level) FILTER (metric = ${quotedText(metric)} AND measure = ${quotedText(measure)})`,
  };
}
