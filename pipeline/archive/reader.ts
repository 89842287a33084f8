import type { RawPage } from "../../schemas/document.ts";
import { ArchiveDamagedError, InputChangedError, type JingjianError } from "../../schemas/errors.ts";
import { overBudget } from "../inputs/file.ts";
import { type Content, type PageContent, readContent, type Skipped } from "./archived-page.ts";
import { documentIdOf } from "./document-id.ts";
import { readPacked } from "./packed-cursor.ts";
import { type Found, type RecordOrigin, readRecords } from "./records.ts";

export interface ArchivedPage extends PageContent {
  /** `PATH#3` for the third record of the file, whatever it is. */
  readonly source: string;
  readonly origin: RecordOrigin;
}

/** A page, or what stands in its place. */
export type ArchiveEntry = ArchivedPage | { readonly source: string; readonly error: JingjianError };

export interface ArchiveOptions {
  /** Size of one page, packed and unpacked, bytes. */
  readonly maxBytes: number;
  /** Told of each record that is no page. */
  readonly onSkip?: (why: Skipped) => void;
}

/**
 * The pages of a WARC file (1.0 or 1.1, plain or gzip, in one member or many): HTML and plain text that was answered
 * with 200, and `resource` and `conversion` records of these types. Memory stays flat: no more than one page is held.
 * @returns each page; a record past `maxBytes` as BudgetExceededError; damage as ArchiveDamagedError, after which reading
 *   goes on with the next record that can be found
 * @throws {UnreadableInputError} when the file cannot be read
 */
export async function* readArchive(path: string, options: ArchiveOptions): AsyncGenerator<ArchiveEntry> {
  const { maxBytes, onSkip } = options;
  for await (const found of readRecords(path, (head, body) => readContent(head, body, maxBytes))) {
    const entry = entryOf(path, found, maxBytes);
    if ("skipped" in entry) onSkip?.(entry.skipped);
    else yield entry;
  }
}

/**
 * Reads one record again, by its place alone.
 * @returns the page as `readArchive` gave it, but for its source, which names the place
 * @throws {UnreadableInputError} when the file is gone
 * @throws {InputChangedError} when no such page lies there any more
 */
export async function readRecord(origin: RecordOrigin, maxBytes: number): Promise<ArchivedPage> {
  const { path, offset, length } = origin;
  const source = `${path}@${offset}`;
  const found = await (origin.within === undefined ? readAlone(origin, maxBytes) : readPacked(origin, maxBytes));
  const entry = found === null ? null : entryOf(path, found, maxBytes);
  if (entry === null || "error" in entry || "skipped" in entry || entry.origin.length !== length)
    throw new InputChangedError(source);
  return { ...entry, source, origin };
}

async function readAlone({ path, offset, length }: RecordOrigin, maxBytes: number): Promise<Found<Content> | null> {
  const range = { start: offset, end: offset + length };
  for await (const found of readRecords(path, (head, body) => readContent(head, body, maxBytes), range)) return found;
  return null;
}

/** The page as documents are read: its identity is its canonical URL. */
export const rawPageOf = ({ source, requested, url, bytes, form, contentType, origin }: ArchivedPage): RawPage => ({
  source,
  id: documentIdOf(requested),
  bytes,
  form,
  ...(contentType !== null && { contentType }),
  stated: { url },
  origin,
});

function entryOf(path: string, found: Found<Content>, maxBytes: number): ArchiveEntry | { readonly skipped: Skipped } {
  const source = `${path}#${found.number}`;
  if ("damage" in found) return { source, error: new ArchiveDamagedError(source, found.damage) };
  const { value, origin } = found;
  if ("page" in value) return { source, origin, ...value.page };
  if ("over" in value) return { source, error: overBudget(source, value.over, maxBytes) };
  return "damage" in value ? { source, error: new ArchiveDamagedError(source, value.damage) } : value;
}
