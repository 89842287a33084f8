import { promisify } from "node:util";
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from "node:zlib";
import type { RecordBody } from "./record-body.ts";
import { readFields } from "./record-head.ts";

/** Status and headers of an HTTP answer as it lies in a record. */
export interface HttpHead {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

const MAX_STATUS_LINE_BYTES = 8_192;
/** `HTTP/1.1 200 OK`; some tools write the version of HTTP/2 without a minor number. */
const STATUS_LINE = /^(?:HTTP\/\d(?:\.\d)?|ICY)\s+(\d{3})\b/i;

/** @returns null when the block does not begin as an HTTP answer */
export async function readHttpHead(body: RecordBody): Promise<HttpHead | null> {
  const line = (await body.line(MAX_STATUS_LINE_BYTES)).toString("latin1");
  const status = STATUS_LINE.exec(line)?.[1];
  if (status === undefined) return null;
  const headers = await readFields((limit) => body.line(limit), "latin1", true);
  return headers === null ? null : { status: Number(status), headers };
}

/** What was done to a payload for its way, undone. `why` says what could not be. */
export type Payload = { readonly bytes: Uint8Array } | { readonly why: string } | { readonly over: number };

/**
 * Joins chunks and unpacks. Tools that store a payload ready to read often leave the headers of the way in place, so
 * that what is neither chunked nor packed is taken as it is.
 * @param isCut the crawler says that it stopped within the payload
 */
export async function decodePayload(
  body: Uint8Array,
  { headers }: HttpHead,
  maxBytes: number,
  isCut: boolean,
): Promise<Payload> {
  let bytes: Uint8Array | null = body;
  if (/\bchunked\b/i.test(headers.get("transfer-encoding") ?? "")) {
    bytes = joinChunks(body, isCut);
    if (bytes === null) return { why: "a chunked answer is not whole" };
  }
  const encodings = (headers.get("content-encoding") ?? "").toLowerCase().split(",");
  for (const encoding of encodings.map((name) => name.trim()).reverse()) {
    const unpack = UNPACK[encoding];
    if (unpack === undefined) {
      if (!/^(?:|identity|none|utf-?8|binary)$/.test(encoding) && !looksReadable(bytes))
        return { why: `no way to unpack the encoding ${JSON.stringify(encoding)}` };
      continue;
    }
    const payload: Payload = await unpackAs(unpack, bytes, maxBytes, isCut);
    if (!("bytes" in payload)) return payload;
    bytes = payload.bytes;
  }
  return bytes.length > maxBytes ? { over: bytes.length } : { bytes };
}

interface Limits {
  readonly maxOutputLength: number;
  readonly finishFlush?: number;
}
type Unpack = (bytes: Uint8Array, limits: Limits) => Promise<Uint8Array>;

const gunzipped: Unpack = promisify(gunzip);
const brotliDecompressed: Unpack = promisify(brotliDecompress);
const zlibInflated: Unpack = promisify(inflate);
const rawInflated: Unpack = promisify(inflateRaw);
const inflated: Unpack = (bytes, options) =>
  // Servers mean either by `deflate`; a zlib header is a multiple of 31.
  bytes.length > 1 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0 && (bytes[0]! & 15) === 8
    ? zlibInflated(bytes, options)
    : rawInflated(bytes, options);
const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: gunzipped,
  "x-gzip": gunzipped,
  deflate: inflated,
  br: (bytes, { maxOutputLength, finishFlush }) =>
    brotliDecompressed(bytes, {
      maxOutputLength,
      ...(finishFlush !== undefined && { finishFlush: constants.BROTLI_OPERATION_FLUSH }),
    }),
};

async function unpackAs(unpack: Unpack, bytes: Uint8Array, maxBytes: number, isCut: boolean): Promise<Payload> {
  if (bytes.length === 0) return { bytes };
  try {
    return {
      bytes: await unpack(bytes, { maxOutputLength: maxBytes, ...(isCut && { finishFlush: constants.Z_SYNC_FLUSH }) }),
    };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") return { over: maxBytes + 1 };
    return looksReadable(bytes) ? { bytes } : { why: `a packed answer cannot be unpacked (${message})` };
  }
}

/** It begins as a page does, so that nobody packed it. */
const looksReadable = (bytes: Uint8Array): boolean =>
  /^(?:\u00EF\u00BB\u00BF)?\s*<[!?a-zA-Z]/.test(Buffer.from(bytes.subarray(0, 64)).toString("latin1"));

const SIZE_LINE = /^([0-9a-f]{1,12})[ \t]*(?:;[^\r\n]*)?\r?\n/i;

/** RFC 9112, 7.1. @returns null when chunks are missing or bent */
function joinChunks(body: Uint8Array, isCut: boolean): Uint8Array | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = SIZE_LINE.exec(bytes.toString("latin1", at, at + 1_024));
    if (line === null) return at === 0 ? body : isCut ? Buffer.concat(parts) : null;
    const size = Number.parseInt(line[1]!, 16);
    if (size === 0) return Buffer.concat(parts);
    at += line[0].length;
    parts.push(bytes.subarray(at, at + size));
    at += size;
    if (at > bytes.length) return isCut ? Buffer.concat(parts) : null;
    if (bytes[at] === 0x0d) at++;
    if (bytes[at] === 0x0a) at++;
  }
}
