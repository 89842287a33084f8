import type { ByteReader } from "./byte-reader.ts";

const MAX_LINE_BYTES = 65_536;
const MAX_LINES = 1_000;
const VERSION_LINE = /^WARC\/[01]\.\d{1,4}\r?\n$/;

/** What stands before a record's block. */
export interface RecordHead {
  /** `response`, `request`, `warcinfo`… in lower case. */
  readonly type: string;
  /** Bytes of the block. */
  readonly length: number;
  /** Values by name in lower case; of a name that comes twice, the first. */
  readonly headers: ReadonlyMap<string, string>;
}

/** True for the line that begins a record. */
export const isVersionLine = (line: Buffer): boolean => line.length < 20 && VERSION_LINE.test(line.toString("latin1"));

/**
 * @param first the version line, where it was read already
 * @returns null when what comes is no record
 */
export async function readHead(reader: ByteReader, first?: Buffer): Promise<RecordHead | null> {
  if (!isVersionLine(first ?? (await reader.line(MAX_LINE_BYTES)))) return null;
  const headers = await readFields((limit) => reader.line(limit), "utf-8");
  const length = headers?.get("content-length") ?? "";
  const type = headers?.get("warc-type");
  if (headers === null || type === undefined || !/^\d{1,15}$/.test(length)) return null;
  return { type: type.toLowerCase(), length: Number(length), headers };
}

/**
 * Header lines as far as the empty line.
 * @returns null when they end before it, or hold a line that is no header
 */
export async function readFields(
  line: (limit: number) => Promise<Buffer>,
  encoding: "utf-8" | "latin1",
  isLenient = false,
): Promise<Map<string, string> | null> {
  const fields = new Map<string, string>();
  let last = "";
  for (let count = 0; count < MAX_LINES; count++) {
    const bytes = await line(MAX_LINE_BYTES);
    const text = bytes.toString(encoding).replace(/\r?\n$/, "");
    if (text === "" && bytes.length > 0) return fields;
    if (bytes.at(-1) !== 0x0a) return null;
    const colon = text.indexOf(":");
    if (/^[ \t]/.test(text) && last !== "") fields.set(last, `${fields.get(last)} ${text.trim()}`.trim());
    else if (colon > 0) {
      last = text.slice(0, colon).trim().toLowerCase();
      if (!fields.has(last)) fields.set(last, text.slice(colon + 1).trim());
    } else if (!isLenient) return null;
  }
  return null;
}

/** The page's address; some tools write it in angle brackets, as WARC/1.0 had it by mistake. */
export const targetOf = ({ headers }: RecordHead): string =>
  (headers.get("warc-target-uri") ?? "").replace(/^<(.*)>$/, "$1");
