import { mkdir, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { crc32 } from "node:zlib";
import { JingjianError, OutputFailedError, OutputLockedError } from "../../schemas/errors.ts";
import { type AppendFile, type OpenAppend, openAppend, syncFolder } from "./append-file.ts";
import { compact } from "./compact.ts";
import { addFacts, contentOf, documentOf, formatRecord } from "./journal-records.ts";
import { acquireLock, type Lock } from "./lock.ts";
import { type Recovered, recover } from "./recover.ts";

/** One document's facts: whole lines of JSONL, written together or not at all. */
export interface Batch {
  /** Idempotency key: the document, a dot, its content. A key is committed once for all runs. */
  readonly key: string;
  /** Lines with their line feeds; empty for a document without facts. */
  readonly lines: string;
  /** How many lines of each metric. */
  readonly facts: Readonly<Record<string, number>>;
  /** True where facts of the same content are to be written anew, as after a change of the rules. */
  readonly again?: boolean;
}

interface Waiting {
  readonly batch: Batch;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

interface Files {
  readonly output: AppendFile;
  readonly journal: AppendFile;
  readonly lock: Lock;
}

/**
 * The only writer of an output. Beside `facts.jsonl` stands `facts.jsonl.journal`: one line for each document whose
 * facts are in the output, written after they are on the disk. A crash at any point leaves bytes that the journal does
 * not know; they are cut off at the next start, and the document is done again: no line is lost, doubled or torn.
 */
export class Journal {
  private waiting: Waiting[] = [];
  private readonly pending = new Map<string, Promise<void>>();
  private writing: Promise<void> | null = null;
  private failure: Error | null = null;
  /** Document by content; made when first asked for. */
  private holders: Map<string, string> | null = null;
  private end: number;
  private crc: number;
  private superseded: number;
  private totals: Map<string, number>;

  private constructor(
    readonly path: string,
    private readonly files: Files,
    private readonly state: Recovered,
  ) {
    this.end = state.end;
    this.crc = state.crc;
    this.superseded = state.superseded;
    this.totals = state.facts;
  }

  /**
   * Opens an output for one writer, repairing what a crash left.
   * @throws {OutputLockedError} when another process writes it
   * @throws {OutputChangedError} when it is not ours, or was changed; it is left as it is
   * @throws {OutputFailedError} when the place cannot be written
   */
  static async open(path: string, openFile: OpenAppend = openAppend): Promise<Journal> {
    try {
      const output = await canonical(path);
      const lock = await acquireLock(`${output}.lock`, (holder) => new OutputLockedError(path, holder));
      try {
        const state = await recover(output, `${output}.journal`);
        const files = { output: await openFile(output), journal: await openFile(`${output}.journal`), lock };
        await files.journal.sync();
        if (state.keys.size === 0) await syncFolder(dirname(output));
        return new Journal(output, files, state);
      } catch (error) {
        lock.release();
        throw error;
      }
    } catch (cause) {
      throw cause instanceof JingjianError ? cause : new OutputFailedError(path, { cause });
    }
  }

  /** True when the document's facts are in the output for good. */
  has(key: string): boolean {
    return this.state.keys.get(documentOf(key)) === key;
  }

  /** True when the document is in the output, with whatever content. */
  hasDocument(document: string): boolean {
    return this.state.keys.has(document);
  }

  /** A document whose content is in the output, by the part of its key behind the dot, or null. */
  holderOf(content: string): string | null {
    this.holders ??= new Map([...this.state.keys.values()].map((key) => [contentOf(key), documentOf(key)]));
    return this.holders.get(content) ?? null;
  }

  /** Documents in the output, those of earlier runs included. */
  get documents(): number {
    return this.state.keys.size;
  }

  /** Facts in the output by metric, those of earlier runs included; exact once the journal is closed. */
  get facts(): ReadonlyMap<string, number> {
    return this.totals;
  }

  /**
   * Resolves once the batch is on the disk. A key that is committed already writes nothing. Batches that arrive while
   * the disk is busy are written together.
   * @throws {OutputFailedError} when the disk is full or fails; then nothing more can be committed
   */
  commit(batch: Batch): Promise<void> {
    if (this.has(batch.key) && batch.again !== true) return Promise.resolve();
    const earlier = this.pending.get(batch.key);
    if (earlier) return earlier;
    const done = new Promise<void>((resolve, reject) => {
      this.waiting.push({ batch, resolve, reject });
    });
    this.pending.set(batch.key, done);
    this.writing ??= this.writeAll();
    return done;
  }

  /**
   * Waits for commits under way, marks the output as complete and gives up the lock. Where a document came again with
   * other content, its earlier facts leave the output now.
   */
  async close(): Promise<void> {
    try {
      await this.writing;
      if (this.failure === null) {
        await this.files.journal.append(Buffer.from(formatRecord({ closed: this.end })));
        await this.files.journal.sync();
      }
      await this.files.output.close();
      await this.files.journal.close();
      if (this.failure === null && this.superseded > 0) {
        this.totals = await compact(this.path, `${this.path}.journal`);
        this.superseded = 0;
      }
    } catch (cause) {
      throw new OutputFailedError(this.path, { cause });
    } finally {
      this.files.lock.release();
    }
  }

  private async writeAll(): Promise<void> {
    // Whatever is committed in this turn goes together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      try {
        if (this.failure) throw this.failure;
        await this.write(group.map(({ batch }) => batch));
        for (const { batch, resolve } of group) {
          this.pending.delete(batch.key);
          resolve();
        }
      } catch (cause) {
        // What is on the disk now is unknown, so nothing may follow it; the next start repairs it.
        const failure = cause instanceof OutputFailedError ? cause : new OutputFailedError(this.path, { cause });
        this.failure = failure;
        for (const { reject } of group) reject(failure);
      }
    }
    // In the same turn as the last look at `waiting`, so that no batch is left behind.
    this.writing = null;
  }

  /** Data first and to the disk, then the records that make it count. */
  private async write(batches: readonly Batch[]): Promise<void> {
    let { end, crc } = this;
    const records: string[] = [];
    const data = batches.map(({ key, lines, facts }) => {
      const bytes = Buffer.from(lines);
      end += bytes.length;
      crc = crc32(bytes, crc);
      records.push(formatRecord({ key, end, crc, facts }));
      return bytes;
    });
    if (end > this.end) {
      await this.files.output.append(Buffer.concat(data));
      await this.files.output.sync();
    }
    await this.files.journal.append(Buffer.from(records.join("")));
    await this.files.journal.sync();
    [this.end, this.crc] = [end, crc];
    for (const batch of batches) this.count(batch);
  }

  private count({ key, facts }: Batch): void {
    if (this.state.keys.has(documentOf(key))) this.superseded++;
    this.state.keys.set(documentOf(key), key);
    if (this.holders?.has(contentOf(key)) === false) this.holders.set(contentOf(key), documentOf(key));
    addFacts(this.totals, facts);
  }
}

/** One name for one file, however it was spelled, so that one lock guards it. */
async function canonical(path: string): Promise<string> {
  const folder = dirname(resolve(path));
  await mkdir(folder, { recursive: true });
  const name = join(await realpath(folder), basename(path));
  return realpath(name).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return name;
    throw error;
  });
}
