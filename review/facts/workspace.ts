import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** A DuckDB database in a folder of its own, which goes when it is closed. */
export interface Workspace {
  readonly folder: string;
  /** Writes; one statement at a time. */
  readonly writer: DuckDBConnection;
  readonly reader: DuckDBConnection;
  connect(): Promise<DuckDBConnection>;
  close(): Promise<void>;
}

/**
 * @param memory beyond this the engine puts what it works on into its folder
 * @throws {Error} of the file system where no temporary folder can be made
 */
export async function openWorkspace(memory: string, threads: number): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "jingjian-facts-"));
  // A reader that has seen enough (`| head`) ends the process where it stands.
  const atExit = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", atExit);
  try {
    const instance = await DuckDBInstance.create(":memory:", {
      memory_limit: memory,
      // A database on disk would write each fact twice, first into its log; nothing here outlives the process.
      temp_directory: join(folder, "spilled"),
      threads: String(threads),
      // What is not in the package is never fetched.
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const [writer, reader] = [await instance.connect(), await instance.connect()];
    // Where the way to files is closed later, this one stays open.
    await writer.run(`SET allowed_directories = [${quotedText(folder)}]`);
    const close = async () => {
      for (const connection of [writer, reader]) connection.closeSync();
      instance.closeSync();
      process.off("exit", atExit);
      await rm(folder, { recursive: true, force: true });
    };
    return { folder, writer, reader, connect: () => instance.connect(), close };
  } catch (error) {
    process.off("exit", atExit);
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
