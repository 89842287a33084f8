import type { RawPage } from "../../schemas/document.ts";
import type { JingjianError } from "../../schemas/errors.ts";
import type { Settings } from "../../schemas/settings.ts";
import { readArchivePages } from "../archive/pages.ts";
import { readChunks, readFilePage } from "./file.ts";
import { isArchiveName, isLinesName } from "./form.ts";
import { readLines } from "./lines.ts";
import { listInputs } from "./list.ts";
import { SeenIds } from "./seen-ids.ts";
import { readStandardInput } from "./standard-input.ts";

/** A document that could not be read; the others go on. */
export interface InputFailure {
  readonly source: string;
  readonly error: JingjianError;
}

export type Input = RawPage | InputFailure;

export interface InputOptions {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly settings: Pick<Settings, "maxBytes">;
}

/**
 * Reads every document of the inputs, in order, one at a time: nothing is read before it is asked for.
 * @param inputs files, folders (with their subfolders, sorted, hidden ones left out), globs, or `-` for standard input
 * @returns each document, or why it cannot be read. A document that comes twice with the same id and content is
 *   given once; the same id with other content is a failure.
 */
export async function* readInputs(inputs: readonly string[], options: InputOptions): AsyncGenerator<Input> {
  const seen = new SeenIds();
  for await (const input of readAll(inputs, options)) {
    if ("error" in input) yield input;
    else {
      const known = seen.check(input);
      if (known === "new") yield input;
      else if (known !== "same") yield { source: input.source, error: known };
    }
  }
}

async function* readAll(inputs: readonly string[], options: InputOptions): AsyncGenerator<Input> {
  const { maxBytes } = options.settings;
  for (const entry of await listInputs(inputs)) {
    if ("error" in entry) yield entry;
    else if (entry.path === "-") yield* readStandardInput(options.stdin, maxBytes);
    else if (isLinesName(entry.path)) yield* readLines(readChunks(entry.path), entry.path, maxBytes);
    else if (isArchiveName(entry.path)) yield* readArchivePages(entry.path, maxBytes);
    else yield await readFilePage(entry, maxBytes);
  }
}
