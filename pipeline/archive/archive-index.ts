import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asInputError } from "../inputs/file.ts";
import { isArchiveName } from "../inputs/form.ts";
import { canonicalOr } from "./document-id.ts";
import { readHttpHead } from "./http-payload.ts";
import type { RecordBody } from "./record-body.ts";
import { type RecordHead, targetOf } from "./record-head.ts";
import { type RecordOrigin, readRecords } from "./records.ts";

/** One response of an archive. */
export interface IndexEntry {
  readonly url: string;
  /** ISO 8601. */
  readonly date: string;
  readonly status: number;
  /** Media type without parameters, or `unk`. */
  readonly mime: string;
  /** `sha1:…` of the payload, or `-`. */
  readonly digest: string;
  readonly origin: RecordOrigin;
}

export const indexPathOf = (archive: string): string => `${archive}.cdxj`;

/** One line of a CDXJ file: key, time to the second, the rest as JSON with all values as text, as other tools have it. */
export function indexLine({ url, date, status, mime, digest, origin }: IndexEntry): string {
  const { path, offset, length, within } = origin;
  const fields = {
    url,
    status: String(status),
    mime,
    digest,
    length: String(length),
    offset: String(offset),
    filename: path.split(/[\\/]/).at(-1),
    ...(within !== undefined && { within: String(within) }),
    date,
  };
  return `${keyOf(url)} ${date.replace(/\D/g, "").slice(0, 14)} ${JSON.stringify(fields)}\n`;
}

/** Host names back to front, so that a sorted index keeps a site together: `cn,gov,example)/path?query`. */
export function keyOf(url: string): string {
  if (!URL.canParse(url)) return url.replace(/\s/g, "%20");
  const { hostname, port, pathname, search, protocol } = new URL(url);
  if (hostname === "") return url.replace(/\s/g, "%20");
  const host = /^[\d.]+$|^\[/.test(hostname) ? hostname : hostname.split(".").reverse().join(",");
  const scheme = protocol === "http:" || protocol === "https:" ? "" : `${protocol}//`;
  return `${scheme}${host}${port === "" ? "" : `:${port}`})${pathname}${search}`;
}

/**
 * Every response of an archive, in its order: from the index beside it; what that does not cover is read from the
 * archive, and the index written anew. Damaged records have no entry.
 * @throws {UnreadableInputError} when the archive cannot be read
 */
export async function indexOf(archive: string): Promise<readonly IndexEntry[]> {
  const size = await stat(archive).then(
    (stats) => stats.size,
    (cause: unknown) => {
      throw asInputError(archive, cause);
    },
  );
  const { entries, torn } = parseIndex(archive, await readFile(indexPathOf(archive), "utf8").catch(() => ""));
  const usable = entries.every(({ origin }) => endOf(origin) <= size) ? entries : [];
  const last = usable.at(-1);
  if (last !== undefined && !torn && endOf(last.origin) === size) return usable;
  // Where records share a member, no place in the file follows the last one.
  const kept = last?.origin.within === undefined ? usable : [];
  const found = [...kept];
  for await (const entry of scan(archive, kept.length === 0 ? 0 : endOf(kept.at(-1)!.origin))) found.push(entry);
  if (found.length > usable.length || torn) await writeIndex(archive, found);
  return found;
}

/** What is asked for: either or both. */
export interface LookUp {
  readonly url?: string;
  readonly digest?: string;
}

/**
 * All captures of a page in the archives of a folder, the oldest first.
 * @returns none where there is no such folder
 */
export async function lookUp(folder: string, { url, digest }: LookUp): Promise<readonly IndexEntry[]> {
  const wanted = url === undefined ? undefined : canonicalOr(url);
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return [];
    throw asInputError(folder, cause);
  });
  const found: IndexEntry[] = [];
  for (const name of names.filter(isArchiveName).sort()) {
    for (const entry of await indexOf(join(folder, name))) {
      if (digest !== undefined && entry.digest !== digest) continue;
      if (wanted === undefined || entry.url === url || canonicalOr(entry.url) === wanted) found.push(entry);
    }
  }
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const endOf = ({ offset, length, within }: RecordOrigin): number => (within === undefined ? offset + length : offset);

async function* scan(archive: string, start: number): AsyncGenerator<IndexEntry> {
  for await (const found of readRecords(archive, responseOf, { start })) {
    if (!("damage" in found) && found.value !== null) yield { ...found.value, origin: found.origin };
  }
}

async function responseOf(head: RecordHead, body: RecordBody): Promise<Omit<IndexEntry, "origin"> | null> {
  if (head.type !== "response") return null;
  const http = await readHttpHead(body);
  if (http === null) return null;
  const { headers } = head;
  const [date, digest] = [headers.get("warc-date") ?? "", headers.get("warc-payload-digest") ?? "-"];
  return { url: targetOf(head), date, status: http.status, mime: mimeOf(http.headers.get("content-type")), digest };
}

export const mimeOf = (contentType: string | null | undefined): string =>
  (contentType ?? "").split(";")[0]!.trim().toLowerCase() || "unk";

/** Lines that can be read; `torn` where one could not. */
function parseIndex(archive: string, text: string): { readonly entries: IndexEntry[]; readonly torn: boolean } {
  const entries: IndexEntry[] = [];
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("!")) continue;
    const entry = parseLine(archive, line);
    if (entry === null) return { entries, torn: true };
    entries.push(entry);
  }
  return { entries, torn: false };
}

function parseLine(archive: string, line: string): IndexEntry | null {
  try {
    const { url, date, status, mime, digest, offset, length, within } = JSON.parse(line.slice(line.indexOf("{")));
    const numbers = [status, offset, length].map(Number);
    if (typeof url !== "string" || typeof date !== "string" || !numbers.every(Number.isSafeInteger)) return null;
    const place = { path: archive, offset: Number(offset), length: Number(length), record: "warc" } as const;
    const origin = within === undefined ? place : { ...place, within: Number(within) };
    return { url, date, status: Number(status), mime, digest, origin };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** An index is a convenience: where it cannot be written, the archive is read again next time. */
async function writeIndex(archive: string, entries: readonly IndexEntry[]): Promise<void> {
  const [path, draft] = [indexPathOf(archive), indexPathOf(`${archive}.${process.pid}.part`)];
  try {
    await writeFile(draft, entries.map(indexLine).join(""));
    await rename(draft, path);
  } catch {
    await rm(draft, { force: true }).catch(() => {});
  }
}
