import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { OutputFailedError } from "../../schemas/errors.ts";
import type { FetchedPage } from "../../schemas/fetch.ts";
import { inTurn } from "../in-turn.ts";
import { syncFolder } from "../store/append-file.ts";
import { type IndexEntry, indexLine, indexPathOf, mimeOf } from "./archive-index.ts";
import { exchangeRecords, infoRecord, newRecordId } from "./record-writer.ts";
import type { RecordOrigin } from "./records.ts";

export interface ArchiveWriterOptions {
  /** Size at which a file is ended and another begun, bytes. */
  readonly maxBytes?: number;
  /** Beginning of the files' names. */
  readonly prefix?: string;
  /** What is said of robots.txt at the head of each file. */
  readonly robots?: string;
}

const MAX_BYTES = 1_000_000_000;
const MAX_FILES = 1_000;

/**
 * Keeps fetched pages as WARC/1.1, a gzip member for each record, with a CDXJ index beside each file. Files that are
 * there already are never touched, and no two processes write the same one.
 */
export class ArchiveWriter {
  private file: OpenArchive | null = null;
  private count = 0;
  /** Pages are appended one after another. */
  private readonly inTurn = inTurn();

  private constructor(
    private readonly folder: string,
    private readonly options: ArchiveWriterOptions,
  ) {}

  /**
   * @param folder is made where it is missing; a file in it is begun with the first page
   * @throws {OutputFailedError} when the folder cannot be made
   */
  static async open(folder: string, options: ArchiveWriterOptions = {}): Promise<ArchiveWriter> {
    await mkdir(folder, { recursive: true }).catch(failed(folder));
    return new ArchiveWriter(folder, options);
  }

  /**
   * Appends a request and a response record for each exchange of the page, in one write.
   * @returns where the page's own response lies
   * @throws {OutputFailedError} when they cannot be written; the next page then begins another file
   */
  append(page: FetchedPage): Promise<RecordOrigin> {
    return this.inTurn(() => this.write(page));
  }

  /** Returns once all that was appended is on the disk. */
  sync(): Promise<void> {
    return this.inTurn(async () => this.file?.sync());
  }

  close(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  private async write(page: FetchedPage): Promise<RecordOrigin> {
    if (this.file !== null && this.file.size >= (this.options.maxBytes ?? MAX_BYTES)) await this.end();
    this.file ??= await this.begin();
    try {
      return await this.file.append(page);
    } catch (cause) {
      // Half a record may stand at its end, so that nothing may come after it.
      const { path } = this.file;
      await this.end().catch(() => {});
      this.file = null;
      return failed(path)(cause);
    }
  }

  private async end(): Promise<void> {
    const file = this.file;
    this.file = null;
    await file?.close();
  }

  private async begin(): Promise<OpenArchive> {
    const { prefix = "jingjian", robots = "obey" } = this.options;
    for (let tries = 0; ; tries++) {
      const number = String(this.count++ % MAX_FILES).padStart(3, "0");
      const moment = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
      const path = join(this.folder, `${prefix}-${moment}-${process.pid}-${number}.warc.gz`);
      try {
        return await OpenArchive.create(path, robots);
      } catch (cause) {
        // Processes in two containers can have the same number.
        const isTaken = (cause as NodeJS.ErrnoException).code === "EEXIST";
        if (!isTaken || tries >= MAX_FILES) failed(path)(cause);
      }
    }
  }
}

/** One file and its index, from their first byte to their last. */
class OpenArchive {
  size = 0;

  private constructor(
    readonly path: string,
    private readonly info: string,
    private readonly data: FileHandle,
    private readonly index: FileHandle,
  ) {}

  static async create(path: string, robots: string): Promise<OpenArchive> {
    const name = path.split(/[\\/]/).at(-1)!;
    const info = newRecordId();
    const { bytes } = await infoRecord(name, info, {
      software: "jingjian",
      format: "WARC File Format 1.1",
      conformsTo: "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
      robots,
    });
    const archive = new OpenArchive(path, info, await open(path, "ax"), await open(indexPathOf(path), "a"));
    await archive.data.appendFile(bytes);
    archive.size = bytes.length;
    return archive;
  }

  async append({ requested, exchanges }: FetchedPage): Promise<RecordOrigin> {
    const parts: Uint8Array[] = [];
    const entries: IndexEntry[] = [];
    let end = this.size;
    for (const exchange of exchanges) {
      // Only the last answer is the page that was asked for.
      const asked = exchange === exchanges.at(-1) ? requested : exchange.url;
      const [request, response] = await exchangeRecords(exchange, this.info, asked);
      const offset = end + request.bytes.length;
      const origin = { path: this.path, offset, length: response.bytes.length, record: "warc" } as const;
      end = offset + origin.length;
      parts.push(request.bytes, response.bytes);
      const mime = mimeOf(/^content-type:(.*)$/im.exec(exchange.responseHead)?.[1]?.trim());
      const { url, date, status } = exchange;
      entries.push({ url, date, status, mime, digest: response.digest, origin });
    }
    await this.data.appendFile(Buffer.concat(parts));
    this.size = end;
    await this.index.appendFile(entries.map(indexLine).join(""));
    return entries.at(-1)!.origin;
  }

  async sync(): Promise<void> {
    await Promise.all([this.data.sync(), this.index.sync()]).catch(failed(this.path));
  }

  async close(): Promise<void> {
    try {
      await this.sync();
      await syncFolder(join(this.path, ".."));
    } finally {
      await Promise.all([this.data.close(), this.index.close()]);
    }
  }
}

const failed =
  (path: string) =>
  (cause: unknown): never => {
    throw cause instanceof OutputFailedError ? cause : new OutputFailedError(path, { cause });
  };
