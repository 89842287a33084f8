import { type FileHandle, open } from "node:fs/promises";
import { readFilePage } from "../pipeline/inputs/file.ts";
import type { Input } from "../pipeline/inputs/index.ts";
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

/** Reads the documents of one job; lines of one file come from one open file. */
export class ReferenceReader {
  private file: { readonly path: string; readonly handle: FileHandle } | null = null;

  constructor(private readonly settings: Pick<Settings, "maxBytes">) {}

  /**
   * @throws {UnreadableInputError} when the document's file is gone
   * @throws {InputChangedError} when it is not what it was when the reference was made
   */
  async read({ source, id, origin, key }: DocumentReference): Promise<RawPage> {
    const { maxBytes } = this.settings;
    const isLine = origin.offset !== undefined;
    const input = isLine ? await this.line(origin, source) : await readFilePage({ path: origin.path, id }, maxBytes);
    if ("error" in input) throw input.error;
    const page = { ...input, source };
    if (keyOf(page) !== key) throw new InputChangedError(source);
    return page;
  }

  async close(): Promise<void> {
    await this.file?.handle.close();
    this.file = null;
  }

  private async line({ path, offset = 0, length = 0 }: Origin, source: string): Promise<Input> {
    const bytes = Buffer.alloc(length);
    try {
      const handle = await this.open(path);
      await handle.read(bytes, 0, length, offset);
    } catch (cause) {
      throw new UnreadableInputError(source, { cause });
    }
    for await (const input of readLines(once(bytes), source, this.settings.maxBytes)) {
      if (!("error" in input)) return input;
    }
    // When the reference was made, the line could be read.
    throw new InputChangedError(source);
  }

  private async open(path: string): Promise<FileHandle> {
    if (this.file?.path !== path) {
      await this.close();
      this.file = { path, handle: await open(path) };
    }
    return this.file.handle;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Idempotency key: the same document with the same content gives the same key on every run. */
const keyOf = ({ id, form, contentType, stated, bytes }: RawPage): string =>
  hashOf(id, form, contentType ?? "", JSON.stringify(stated ?? {}), bytes);
