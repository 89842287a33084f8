import type { FactTable } from "./fact-table.ts";
import { MemoryTable } from "./memory-table.ts";
import { ParquetTable } from "./parquet-table.ts";
import type { Workspace } from "./workspace.ts";

/** How a store keeps its facts. */
export interface Keeping {
  /** Of the database, as it writes sizes. */
  readonly memory: string;
  readonly threads: number;
  /** Size of the first piece of the file that is read at once, and of the next ones. */
  readonly firstBytes: number;
  readonly moreBytes: number;
  readonly table: (space: Workspace) => FactTable;
}

/** TABLE of ways to keep facts. */
export const KEEPING = {
  /** For many questions: the first facts are there at once; after that, larger pieces take less time. */
  memory: {
    memory: "768MB",
    threads: 2,
    firstBytes: 4 << 20,
    moreBytes: 64 << 20,
    table: ({ writer }) => new MemoryTable(writer),
  },
  /** For one pass over all facts, in memory that does not grow with them; a second thread would double it and gain little. */
  disk: {
    memory: "384MB",
    threads: 1,
    firstBytes: 16 << 20,
    moreBytes: 16 << 20,
    table: ({ writer, folder }) => new ParquetTable(writer, folder),
  },
} as const satisfies Record<string, Keeping>;
