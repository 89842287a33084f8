import { createHash } from "node:crypto";
import { latestPages } from "../pipeline/archive/captures.ts";
import { readFactsFile } from "../pipeline/archive/facts-file.ts";
import { type ArchivedPage, rawPageOf } from "../pipeline/archive/reader.ts";
import { type Comparison, compareFacts } from "../pipeline/archive/replay.ts";
import { FORMATS } from "../pipeline/formats/index.ts";
import { processPage } from "../pipeline/index.ts";
import { SegmenterUnavailableError } from "../schemas/errors.ts";
import type { Fact } from "../schemas/fact.ts";
import type { Settings } from "../schemas/settings.ts";
import { type Log, logFailure } from "./log.ts";
import { openOutput } from "./output.ts";

export interface ReplayOptions {
  readonly settings: Settings;
  readonly log: Log;
  /** The output to compare with. */
  readonly facts: string;
  readonly format: "jsonl" | "table";
  readonly out?: string;
}

/** What one page gave then and gives now. */
interface Replayed extends Comparison {
  readonly page: ArchivedPage;
  readonly isKnown: boolean;
  readonly content: string;
}

/**
 * `jingjian replay`: each archived page again with today's rules, and what differs from an earlier output.
 * @returns exit code: 1 when a document failed
 */
export async function replayCommand(archives: readonly string[], options: ReplayOptions): Promise<number> {
  const { settings, log, format } = options;
  const known = new KnownFacts(await readFactsFile(options.facts));
  const output = await openOutput(options.out);
  const tally = { documents: 0, added: 0, removed: 0, changed: 0, same: 0, failed: 0 };
  const write = async (replayed: Replayed) => {
    for (const how of ["added", "removed", "changed"] as const) tally[how] += replayed[how].length;
    tally.same += replayed.same;
    await output.write(WRITERS[format](replayed));
  };
  /** Pages that are in the output under no name: of the same bytes at two addresses, the output has one. */
  const unknown: Replayed[] = [];
  const contents = new Set<string>();
  try {
    for await (const entry of latestPages(archives, settings.maxBytes)) {
      const replayed = "error" in entry ? entry.error : replay(entry, known, settings);
      if (replayed instanceof Error) {
        logFailure(log, entry.source, replayed);
        tally.failed++;
        continue;
      }
      tally.documents++;
      if (replayed.isKnown) {
        contents.add(replayed.content);
        await write(replayed);
      } else if (replayed.added.length > 0) unknown.push(replayed);
    }
    for (const replayed of unknown) {
      if (contents.has(replayed.content)) continue;
      contents.add(replayed.content);
      await write(replayed);
    }
    await output.close();
  } catch (error) {
    await output.discard();
    throw error;
  }
  log.info(tally, summary(tally));
  return tally.failed > 0 ? 1 : 0;
}

const summary = (tally: Readonly<Record<string, number>>): string =>
  Object.entries(tally)
    .map(([name, number]) => `${name} ${number}`)
    .join(", ");

/** The facts of an output, to be found by their document's id or address. */
class KnownFacts {
  private readonly byUrl = new Map<string, readonly Fact[]>();

  constructor(private readonly byId: ReadonlyMap<string, readonly Fact[]>) {
    for (const facts of byId.values()) if (facts[0]?.doc.url) this.byUrl.set(facts[0].doc.url, facts);
  }

  of(id: string, { url, requested }: ArchivedPage): readonly Fact[] | undefined {
    return this.byId.get(id) ?? this.byUrl.get(url) ?? this.byUrl.get(requested);
  }
}

function replay(page: ArchivedPage, known: KnownFacts, settings: Settings): Replayed | Error {
  const raw = rawPageOf(page);
  const before = known.of(raw.id, page);
  try {
    const { facts } = processPage({ ...raw, id: before?.[0]?.doc.id ?? raw.id }, settings);
    const content = createHash("sha256").update(page.bytes).digest("base64url");
    return { ...compareFacts(before ?? [], facts), page, isKnown: before !== undefined, content };
  } catch (error) {
    // Every other document would fail in the same way.
    if (error instanceof SegmenterUnavailableError) throw error;
    return error instanceof Error ? error : new Error(String(error));
  }
}

const row = (sign: string, fact: Fact): string => `${sign} ${FORMATS.table.write(fact)}`;

const WRITERS = {
  jsonl: ({ page: { source, url }, added, removed, changed }: Replayed): string =>
    [
      ...removed.map((before) => ({ how: "removed", source, url, before, after: null })),
      ...added.map((after) => ({ how: "added", source, url, before: null, after })),
      ...changed.map(({ fields, before, after }) => ({ how: "changed", source, url, fields, before, after })),
    ]
      .map((change) => `${JSON.stringify(change)}\n`)
      .join(""),
  table: ({ page: { source, url }, added, removed, changed }: Replayed): string => {
    const rows = [
      ...removed.map((fact) => row("-", fact)),
      ...added.map((fact) => row("+", fact)),
      ...changed.flatMap(({ fields, before, after }) => [
        `~ ${fields.join(", ")}\n`,
        row("  -", before),
        row("  +", after),
      ]),
    ];
    return rows.length === 0 ? "" : `${source} ${url}\n${rows.join("")}`;
  },
} as const;
