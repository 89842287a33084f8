import { createReadStream } from "node:fs";
import { readFilePage } from "../pipeline/inputs/file.ts";
import { readLines } from "../pipeline/inputs/lines.ts";
import type { Origin, RawPage } from "../schemas/document.ts";
import { InputChangedError, UnreadableInputError } from "../schemas/errors.ts";
import type { DocumentReference } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import { hashOf } from "./queues.ts";

/**
 * The reference that a job carries in the place of the document.
 * @param spooled where standard input was kept, or null
 */
export function referTo(page: RawPage, spooled: string | null): DocumentReference {
  const { source, id, origin } = page;
  const path = origin?.path === "-" ? spooled : (origin?.path ?? null);
  if (origin === undefined || path === null) throw new UnreadableInputError(source);
  return { source, id, origin: { ...origin, path }, key: keyOf(page) };
}

/**
 * Reads the document that a reference stands for.
 * @throws {UnreadableInputError} when its file is gone
 * @throws {InputChangedError} when it is not what it was when the reference was made
 */
export async function readReference(reference: DocumentReference, { maxBytes }: Settings): Promise<RawPage> {
  const { origin, source, id } = reference;
  const input =
    origin.offset === undefined
      ? await readFilePage({ path: origin.path, id }, maxBytes)
      : await readLine(origin, source, maxBytes);
  if ("error" in input) throw input.error;
  const page = { ...input, source };
  if (keyOf(page) !== reference.key) throw new InputChangedError(source);
  return page;
}

async function readLine({ path, offset = 0, length = 0 }: Origin, source: string, maxBytes: number): Promise<RawPage> {
  for await (const input of readLines(readRange(path, offset, length), source, maxBytes)) {
    if ("error" in input) break;
    return input;
  }
  // When the reference was made, the line could be read.
  throw new InputChangedError(source);
}

async function* readRange(path: string, offset: number, length: number): AsyncGenerator<Uint8Array> {
  if (length > 0) yield* createReadStream(path, { start: offset, end: offset + length - 1 });
}

/** Idempotency key: the same document with the same content gives the same key on every run. */
const keyOf = ({ id, form, contentType, stated, bytes }: RawPage): string =>
  hashOf(id, form, contentType ?? "", JSON.stringify(stated ?? {}), bytes);
