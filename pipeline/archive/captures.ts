import { UnreadableInputError } from "../../schemas/errors.ts";
import { isArchiveName } from "../inputs/form.ts";
import type { InputFailure } from "../inputs/index.ts";
import { listInputs } from "../inputs/list.ts";
import { indexOf } from "./archive-index.ts";
import { canonicalOr } from "./document-id.ts";
import { type ArchivedPage, type ArchiveEntry, readArchive } from "./reader.ts";
import type { RecordOrigin } from "./records.ts";

/**
 * The latest capture of each page in some archives; the file's order. Each is read twice, first as far as its index.
 * @param inputs archives, folders that hold them, or globs; other files in folders are passed over
 * @returns the pages, and what cannot be read
 */
export async function* latestPages(inputs: readonly string[], maxBytes: number): AsyncGenerator<ArchiveEntry> {
  const archives: string[] = [];
  for (const item of await listInputs(inputs)) {
    if ("error" in item) yield item;
    else if (isArchiveName(item.path)) archives.push(item.path);
    else if (inputs.includes(item.path)) yield noArchive(item.path);
  }
  const latest = await latestOf(archives);
  for (const path of archives) {
    try {
      for await (const entry of readArchive(path, { maxBytes }))
        if ("error" in entry || isLatest(entry, latest)) yield entry;
    } catch (error) {
      if (!(error instanceof UnreadableInputError)) throw error;
      yield { source: path, error };
    }
  }
}

const noArchive = (source: string): InputFailure => ({
  source,
  error: new UnreadableInputError(source, { cause: new Error("it is not named .warc or .warc.gz") }),
});

/** Where the latest capture of each page lies, by canonical URL. */
async function latestOf(archives: readonly string[]): Promise<ReadonlyMap<string, Capture>> {
  const latest = new Map<string, Capture>();
  for (const path of archives) {
    for (const { url, date, status, origin } of await entriesOf(path)) {
      const known = latest.get(canonicalOr(url));
      if (status === 200 && (known === undefined || known.date <= date))
        latest.set(canonicalOr(url), { date, place: placeOf(origin) });
    }
  }
  return latest;
}

interface Capture {
  readonly date: string;
  readonly place: string;
}

/** An archive that cannot be read is told when its pages are asked for. */
const entriesOf = (path: string) =>
  indexOf(path).catch((error: unknown) => {
    if (error instanceof UnreadableInputError) return [];
    throw error;
  });

const placeOf = ({ path, offset, within }: RecordOrigin): string => `${path} ${offset} ${within ?? ""}`;

/** What is in no index, such as a `resource` record, stands for itself. */
function isLatest({ url, origin }: ArchivedPage, latest: ReadonlyMap<string, Capture>): boolean {
  const known = latest.get(canonicalOr(url));
  return known === undefined || known.place === placeOf(origin);
}
