import { basename } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { OutputFailedError } from "../../schemas/errors.ts";
import type { Filter } from "../../schemas/review.ts";
import type { FactStore } from "../facts/fact-store.ts";
import { withConnection } from "./connection.ts";
import { writeCsv } from "./csv.ts";
import { filterText } from "./filter-text.ts";
import { writeJsonl } from "./jsonl.ts";
import { writeParquet } from "./parquet.ts";
import { factSheet, fileOrder, type Selection, selectionOf } from "./sheet.ts";
import { wideSheet } from "./wide.ts";
import { type About, writeXlsx } from "./xlsx.ts";

/** TABLE of formats, with the media types that their files are sent as. */
export const FORMATS = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
  jsonl: "application/jsonl; charset=utf-8",
} as const;
export type ExportFormat = keyof typeof FORMATS;

export interface ExportRequest {
  readonly to: ExportFormat;
  /** One row a subject, one column a metric; not of JSONL. */
  readonly wide: boolean;
  /** CSV starts with a byte-order mark. */
  readonly bom: boolean;
  readonly filter: Filter;
  /** When the file is made, which a workbook says. */
  readonly made: Date;
  readonly signal?: AbortSignal;
}

/**
 * Writes the facts of a store, as they stand now, to a file.
 * @returns rows written
 * @throws {OutputFailedError} when the file cannot be written
 */
export function exportFacts(store: FactStore, request: ExportRequest, path: string): Promise<number> {
  return withConnection(store, request.signal, async (connection) => {
    try {
      return await write(connection, store, request, path);
    } catch (cause) {
      throw isOfFile(cause) ? new OutputFailedError(path, { cause }) : cause;
    }
  });
}

/** Of Node's file system, or of DuckDB's. */
const isOfFile = (error: unknown): boolean => {
  const { syscall, message } = error as Partial<NodeJS.ErrnoException>;
  return syscall !== undefined || message?.startsWith("IO Error") === true;
};

async function write(
  connection: DuckDBConnection,
  store: FactStore,
  request: ExportRequest,
  path: string,
): Promise<number> {
  const selection = selectionOf(store, request.filter);
  const facts = factSheet(selection, await fileOrder(connection));
  if (request.to === "jsonl") return writeJsonl(connection, facts, path);
  const sheet = request.wide ? await wideSheet(connection, selection) : facts;
  if (request.to === "csv") return writeCsv(connection, sheet, path, request.bom);
  if (request.to === "parquet") return writeParquet(connection, sheet, path);
  const { made } = request;
  return writeXlsx(connection, sheet, path, { made, about: await aboutOf(connection, store, request, selection) });
}

/** How a workbook came about. */
async function aboutOf(
  connection: DuckDBConnection,
  store: FactStore,
  { filter, wide, made }: ExportRequest,
  { from, values }: Selection,
): Promise<About> {
  const counts = await connection.runAndReadAll(
    `SELECT status, count(*)::INTEGER ${from} GROUP BY status ORDER BY status`,
    { ...values },
  );
  const rejected = await connection.runAndReadAll("SELECT count(*)::INTEGER FROM current WHERE status = 'rejected'");
  const byStatus = counts.getRows().map(([status, count]) => [`facts ${status}`, Number(count)] as const);
  return [
    ["made from", basename(store.path)],
    ["made at", made.toISOString()],
    ["rows", wide ? "one a subject; a cell is the level that holds last" : "one a fact"],
    ["filter", filterText(filter) || "none"],
    ...byStatus,
    ["facts rejected in the whole file", Number(rejected.getRows()[0]![0])],
  ];
}
