import { open } from "node:fs/promises";
import { relative } from "node:path";
import { rawPageOf, readRecord } from "../pipeline/archive/reader.ts";
import type { RecordOrigin } from "../pipeline/archive/records.ts";
import { readFilePage } from "../pipeline/inputs/file.ts";
import type { Input } from "../pipeline/inputs/index.ts";
import { readLines } from "../pipeline/inputs/lines.ts";
import type { Origin, RawPage } from "../schemas/document.ts";
import { InputChangedError, UnreadableInputError } from "../schemas/errors.ts";
import type { DocumentReference } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import { hashOf } from "./queues.ts";

export interface Places {
  /** Where standard input was kept, or null. */
  readonly spooled: string | null;
  /** Folder of the output. */
  readonly base: string;
}

/** The reference that a job carries in the place of the document. */
export function referTo(page: RawPage, places: Places): DocumentReference {
  const { source, id } = page;
  const path = page.origin?.path === "-" ? places.spooled : (page.origin?.path ?? null);
  if (path === null) throw new UnreadableInputError(source);
  const origin = { ...page.origin, path };
  const bytes = origin.length ?? page.bytes.length;
  return { source, id, origin, bytes, key: `${documentKey(id, origin, places)}.${contentKey(page)}` };
}

/** Lines of one file lie side by side, so that one read serves many. */
const WINDOW_BYTES = 1 << 18;

interface Window {
  readonly path: string;
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** Reads the documents of one job. */
export class ReferenceReader {
  /** The part of a file that was read last. */
  private window: Window = { path: "", start: 0, bytes: new Uint8Array() };

  constructor(private readonly settings: Pick<Settings, "maxBytes">) {}

  /**
   * @throws {UnreadableInputError} when the document's file is gone
   * @throws {InputChangedError} when it is not what it was when the reference was made
   */
  async read({ source, id, origin, key }: DocumentReference): Promise<RawPage> {
    const { maxBytes } = this.settings;
    const input = isRecord(origin)
      ? rawPageOf(await readRecord(origin, maxBytes))
      : origin.offset !== undefined
        ? await this.line(origin, source)
        : await readFilePage({ path: origin.path, id }, maxBytes);
    if ("error" in input) throw input.error;
    const page = { ...input, source, origin };
    if (!key.endsWith(`.${contentKey(page)}`)) throw new InputChangedError(source);
    return page;
  }

  private async line({ path, offset = 0, length = 0 }: Origin, source: string): Promise<Input> {
    const bytes = await this.range(path, offset, length).catch((cause: unknown) => {
      throw new UnreadableInputError(source, { cause });
    });
    for await (const input of readLines(once(bytes), source, this.settings.maxBytes)) {
      if (!("error" in input)) return input;
    }
    // When the reference was made, the line could be read.
    throw new InputChangedError(source);
  }

  private async range(path: string, start: number, length: number): Promise<Uint8Array> {
    const from = start - this.window.start;
    if (path !== this.window.path || from < 0 || from + length > this.window.bytes.length) {
      this.window = await readWindow(path, start, Math.max(length, WINDOW_BYTES));
      return this.window.bytes.subarray(0, length);
    }
    return this.window.bytes.subarray(from, from + length);
  }
}

const isRecord = (origin: Origin): origin is RecordOrigin => origin.record === "warc";

async function readWindow(path: string, start: number, length: number): Promise<Window> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return { path, start, bytes: buffer.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * What tells one document from another: a file's path as seen from the output, so that both may move together; for a
 * line of a file also its id. Lines of standard input have no path.
 */
function documentKey(id: string, { path, offset }: Origin, { spooled, base }: Places): string {
  const isLine = offset !== undefined;
  const place = isLine && path === spooled ? "-" : relative(base, path);
  return isLine ? hashOf(place, id) : hashOf(place);
}

/** All that a document's facts come from. */
const contentKey = ({ id, form, contentType, stated, bytes }: RawPage): string =>
  hashOf(id, form, contentType ?? "", JSON.stringify(stated ?? {}), bytes);
