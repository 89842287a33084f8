import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { RawPage } from "../../schemas/document.ts";
import { BudgetExceededError, EmptyInputError, JingjianError, UnreadableInputError } from "../../schemas/errors.ts";
import { formOf } from "./form.ts";
import type { InputFailure } from "./index.ts";
import type { InputFile } from "./list.ts";

/** A whole file as one document, or why it is none. */
export async function readFilePage({ path, id }: InputFile, maxBytes: number): Promise<RawPage | InputFailure> {
  try {
    const bytes = await readBounded(path, maxBytes);
    return pageOf({ source: path, id, bytes, form: formOf(path, bytes), origin: { path } });
  } catch (cause) {
    return { source: path, error: asInputError(path, cause) };
  }
}

/** The page, unless there is nothing in it. */
export function pageOf(page: RawPage): RawPage | InputFailure {
  return isBlank(page.bytes) ? { source: page.source, error: new EmptyInputError(page.source) } : page;
}

/** A file's bytes as they are asked for; errors of the file system name the file. */
export async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (cause) {
    throw asInputError(path, cause);
  }
}

export const asInputError = (source: string, cause: unknown): JingjianError =>
  cause instanceof JingjianError ? cause : new UnreadableInputError(source, { cause });

/** Reads no more than the budget, also where a file has no size beforehand or grows. */
async function readBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > maxBytes) throw overBudget(path, size, maxBytes);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > maxBytes) throw overBudget(path, length, maxBytes);
      chunks.push(chunk);
    }
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  } finally {
    await file.close();
  }
}

export const overBudget = (source: string, found: number, maxBytes: number): BudgetExceededError =>
  new BudgetExceededError(source, "bytes", found, maxBytes, "JINGJIAN_MAX_BYTES");

/** No byte that could be a character: nothing, white space, or a byte order mark alone. */
function isBlank(bytes: Uint8Array): boolean {
  if (bytes.length > 4_096) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  return text.trim() === "";
}
