import { parse } from "node:path";
import type { Settings } from "../schemas/settings.ts";
import { openEngine } from "../workers/engine.ts";
import { type Found, type FoundLines, findDocument, linesOf } from "../workers/find.ts";
import { outputsOf } from "../workers/presence.ts";
import { grid } from "./grid.ts";

export interface FindOptions {
  readonly settings: Settings;
  /** Facts file to look into, beside those that the queues know. */
  readonly out: string | null;
  readonly json: boolean;
}

/** `jingjian find`: all that happened to one document. @returns exit code: 1 where nothing is known of it */
export async function findCommand(query: string, { settings, out, json }: FindOptions): Promise<number> {
  const engine = await openEngine(settings.queue);
  try {
    const found = await findDocument(engine, query);
    const outputs = [...new Set([...(await outputsOf(engine)), ...(out === null ? [] : [out])])];
    const names = [query, parse(query).name, ...found.flatMap(({ result, page }) => namesOf(result, page?.url))];
    const lines = await Promise.all(outputs.map((path) => linesOf(path, [...new Set(names)])));
    const known = found.length > 0 || lines.some((one) => one.lines.length > 0);
    if (json) process.stdout.write(`${JSON.stringify({ query, found, lines })}\n`);
    else process.stdout.write(known ? shown(found, lines) : `nothing is known of ${query}\n`);
    return known ? 0 : 1;
  } finally {
    await engine.close();
  }
}

const namesOf = (result: Found["result"], url: string | undefined): string[] =>
  [result?.story?.url, result?.story?.extraction?.id, url].filter((name): name is string => typeof name === "string");

function shown(found: readonly Found[], lines: readonly FoundLines[]): string {
  const rows: [string, string][] = [];
  for (const { collection, state, page, attempts, result, failures } of found) {
    rows.push(["collection", collection]);
    if (page !== null)
      rows.push(["enqueued", `${page.enqueued} as ${page.given}${page.from ? `, from ${page.from}` : ""}`]);
    if (state !== null) rows.push(["state", result === null ? state : `${state}: ${result.how}`]);
    for (const attempt of attempts) rows.push(["attempt", attempt]);
    if (result?.story) rows.push(...storyRows(result.story));
    for (const { code, message, remedy, at = "-" } of failures)
      rows.push(["failed", `${at} ${code}: ${message}. ${remedy}`]);
  }
  for (const { out, lines: numbers } of lines)
    if (numbers.length > 0) rows.push(["facts", `${out}, lines ${numbers.join(" ")}`]);
  return grid(rows);
}

function storyRows(story: NonNullable<NonNullable<Found["result"]>["story"]>): [string, string][] {
  const { extraction, archive } = story;
  const rows: [string, string][] = story.hops.map(({ url, status }) => ["fetched", `${status} ${url}`]);
  rows.push(
    ["robots", story.robots],
    ["received", `${story.fetched}, ${story.bytes} bytes, ${story.contentType ?? "no type"}`],
  );
  rows.push(["content", story.contentHash]);
  if (archive !== null) rows.push(["archive", `${archive.path} at ${archive.offset}, ${archive.length} bytes`]);
  if (story.listed !== undefined) rows.push(["listed", `${story.listed} pages`]);
  if (extraction === undefined) return rows;
  const overruled = extraction.overruled === null ? "" : `, against the label ${extraction.overruled}`;
  rows.push(["charset", `${extraction.charset} by ${extraction.charsetEvidence}${overruled}`]);
  rows.push(
    ["script", extraction.lang],
    ["title", extraction.title ?? "-"],
    ["published", extraction.published ?? "-"],
  );
  rows.push(
    ["publisher", extraction.publisher ?? "-"],
    ["text", `${extraction.chars} characters, simhash ${extraction.simhash}`],
  );
  if (extraction.canonical !== null) rows.push(["canonical", extraction.canonical]);
  if (extraction.copyOf !== null) rows.push(["copy of", extraction.copyOf]);
  rows.push(["extracted", `${extraction.facts} facts of document ${extraction.id}`]);
  return rows;
}
