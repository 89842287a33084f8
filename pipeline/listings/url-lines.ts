import { TextDecoder } from "node:util";
import { UnfitUrlError } from "../../schemas/errors.ts";
import { byteOrderMark } from "../charset/evidence.ts";
import { type BadEntry, badEntry, type PageEntry, pageEntry } from "./entry.ts";

/** A longer line is no URL; no more of it is held. */
const MAX_LINE_CHARS = 16_384;

/**
 * A list of URLs, one a line, in UTF-8 or with a byte order mark in UTF-16. Blank lines and lines that begin with `#`
 * are left out, and white space around a URL. No more than one chunk and one line is held.
 * @param source name of the list in errors: line 3 is `SOURCE#3`
 * @returns an entry for each other line, in order; a bad one where it is no absolute http or https URL
 */
export async function* readUrlLines(
  chunks: AsyncIterable<Uint8Array>,
  source = "-",
): AsyncGenerator<PageEntry | BadEntry> {
  let at = 0;
  for await (const line of splitLines(decoded(chunks))) {
    at++;
    const url = line.trim();
    if (isSkipped(url)) continue;
    const why = fault(url);
    if (why === null) yield pageEntry({ url }, { source, at });
    else yield badEntry({ source, at }, new UnfitUrlError(`${source}#${at}`, why));
  }
}

/** Whether the first line that is neither blank nor a comment begins with http:// or https://. */
export function looksLikeUrls(head: Uint8Array): boolean {
  const text = new TextDecoder(byteOrderMark(head) ?? "utf-8").decode(head.subarray(0, MAX_LINE_CHARS));
  const first = text.split(/[\r\n]/).find((line) => !isSkipped(line.trim()));
  return first !== undefined && /^https?:\/\//i.test(first.trim());
}

const isSkipped = (line: string): boolean => line === "" || line.startsWith("#");

/** The URL parser forgives all of these, and would make one address of two columns. */
function fault(line: string): string | null {
  if (line.length > MAX_LINE_CHARS) return `the line has more than ${MAX_LINE_CHARS} characters`;
  if (line.includes("\u{FFFD}")) return "the line is not UTF-8";
  if (/\s/.test(line)) return "there is white space in it; write one URL a line";
  return null;
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let head: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    if (decoder !== null) yield decoder.decode(chunk, { stream: true });
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < 3) continue; // a byte order mark may come in pieces
      decoder = new TextDecoder(byteOrderMark(head) ?? "utf-8");
      yield decoder.decode(head, { stream: true });
    }
  }
  yield decoder === null ? new TextDecoder().decode(head) : decoder.decode();
}

/** Lines of a text, however they end; of one that is too long only so much as shows that it is. */
async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  let afterReturn = false;
  for await (const chunk of chunks) {
    if (chunk === "") continue;
    const text = afterReturn && chunk.startsWith("\n") ? chunk.slice(1) : chunk;
    afterReturn = chunk.endsWith("\r");
    const lines = text.split(/\r\n?|\n/);
    lines[0] = rest + lines[0];
    rest = lines.pop()!.slice(0, MAX_LINE_CHARS + 1);
    yield* lines;
  }
  if (rest !== "") yield rest;
}
