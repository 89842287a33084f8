import type { DuckDBConnection } from "@duckdb/node-api";
import type { Cell } from "../facts/columns.ts";
import { quoted } from "../facts/database.ts";
import type { Sheet } from "./sheet.ts";

/** Levels of whole subjects, the newest first: by the end of the period, else by the day of publication. */
const LEVELS = `SELECT subject_name, subject_code, subject_level, metric, unit || coalesce('/' || per, '') AS measure,
  coalesce("after", "value") AS level, row_number() OVER (
    PARTITION BY subject_name, subject_code, subject_level, metric, unit, per
    ORDER BY modality <> 'actual', coalesce(split_part(period, '/', -1), doc_published) DESC NULLS LAST,
      doc_published DESC NULLS LAST, seq DESC
  ) AS newest
FROM ordered_facts WHERE coalesce("after", "value") IS NOT NULL AND scope IS NULL`;

/**
 * The query of the matrix of subjects and metrics. A cell is the level that holds last; a metric that is stated in several
 * units has a column for each, named `metric (unit)`.
 */
export async function wideSelect(connection: DuckDBConnection): Promise<{ select: string; columns: Sheet["columns"] }> {
  await connection.run(`CREATE TEMP TABLE levels AS SELECT * EXCLUDE (newest) FROM (${LEVELS}) WHERE newest = 1`);
  const found = await connection.runAndReadAll("SELECT DISTINCT metric, measure FROM levels ORDER BY metric, measure");
  const pairs = found.getRows().map(([metric, measure]) => ({ metric: String(metric), measure: String(measure) }));
  const cells = pairs.map(({ metric, measure }) => {
    const alone = pairs.filter((pair) => pair.metric === metric).length === 1;
    return { metric, measure, name: alone ? metric : `${metric} (${measure})` };
  });
  const subject = ["subject_name", "subject_code", "subject_level"];
  const picks = cells.map(
    ({ metric, measure, name }) =>
      `max(level) FILTER (metric = ${literal(metric)} AND measure = ${literal(measure)}) AS ${quoted(name)}`,
  );
  return {
    select: `SELECT ${[...subject, ...picks].join(", ")} FROM levels GROUP BY ALL ORDER BY subject_code NULLS LAST, subject_name, subject_level`,
    columns: [
      ...subject.map((name) => ({ name, type: "VARCHAR" as const })),
      ...cells.map(({ name }) => ({ name, type: "DOUBLE" as const })),
    ],
  };
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Rows of a query of texts and doubles. */
export async function* rowsOf(connection: DuckDBConnection, select: string): AsyncGenerator<readonly Cell[]> {
  const result = await connection.stream(select);
  for await (const rows of result.yieldRows()) yield* rows as Cell[][];
}
