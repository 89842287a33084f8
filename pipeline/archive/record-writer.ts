import { createHash, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Exchange } from "../../schemas/fetch.ts";
import { REQUESTED_HEADER } from "./archived-page.ts";
import { base32 } from "./base32.ts";

const packed = promisify(gzip);

/** A record as it goes into the file: one gzip member. */
export interface PackedRecord {
  readonly bytes: Uint8Array;
  /** `sha1:…` of the payload; of the block where there is no payload. */
  readonly digest: string;
}

export const newRecordId = (): string => `<urn:uuid:${randomUUID()}>`;

/** What stands first in each file. */
export function infoRecord(
  filename: string,
  id: string,
  fields: Readonly<Record<string, string>>,
): Promise<PackedRecord> {
  const block = Object.entries(fields).map(([name, value]) => `${name}: ${oneLine(value)}\r\n`);
  const headers = {
    "WARC-Type": "warcinfo",
    "WARC-Record-ID": id,
    "WARC-Date": new Date().toISOString(),
    "WARC-Filename": filename,
    "Content-Type": "application/warc-fields",
  };
  return record(headers, Buffer.from(block.join("")), null);
}

/**
 * Request and response of one exchange, which name each other.
 * @param requested canonical URL that was asked for first, kept where redirects led away from it
 */
export async function exchangeRecords(
  exchange: Exchange,
  info: string,
  requested: string,
): Promise<readonly [request: PackedRecord, response: PackedRecord]> {
  const [requestId, responseId] = [newRecordId(), newRecordId()];
  const shared = {
    "WARC-Date": exchange.date,
    "WARC-Target-URI": exchange.url,
    ...(exchange.address !== null && { "WARC-IP-Address": exchange.address }),
    "WARC-Warcinfo-ID": info,
  };
  const request = {
    "WARC-Type": "request",
    "WARC-Record-ID": requestId,
    "WARC-Concurrent-To": responseId,
    ...shared,
    "Content-Type": "application/http;msgtype=request",
  };
  const response = {
    "WARC-Type": "response",
    "WARC-Record-ID": responseId,
    "WARC-Concurrent-To": requestId,
    ...shared,
    ...(requested !== exchange.url && { [REQUESTED_HEADER]: requested }),
    "Content-Type": "application/http;msgtype=response",
  };
  return Promise.all([
    record(request, headBytes(exchange.requestHead), new Uint8Array()),
    record(response, headBytes(withoutChunking(exchange.responseHead)), exchange.body),
  ]);
}

/** The body lies here without its chunks, so that the header would not be true; its value stays under another name. */
const withoutChunking = (head: string): string =>
  head.replace(/^transfer-encoding:/gim, "X-Crawler-Transfer-Encoding:");

/** A head with the empty line that ends it. Header bytes were read as Latin-1, and go back so. */
function headBytes(head: string): Buffer {
  const whole = `${head.replace(/(?:\r\n)*$/, "")}\r\n\r\n`;
  return Buffer.from(whole, /[^\0-\xff]/.test(whole) ? "utf-8" : "latin1");
}

/** @param payload what follows the block's head, or null for a block without one */
async function record(
  headers: Readonly<Record<string, string>>,
  head: Uint8Array,
  payload: Uint8Array | null,
): Promise<PackedRecord> {
  const body = payload ?? new Uint8Array();
  const blockDigest = sha1(head, body);
  const digest = payload === null ? blockDigest : sha1(payload);
  const lines = Object.entries({
    ...headers,
    ...(payload !== null && { "WARC-Payload-Digest": digest }),
    "WARC-Block-Digest": blockDigest,
    "Content-Length": String(head.length + body.length),
  }).map(([name, value]) => `${name}: ${oneLine(value)}\r\n`);
  const bytes = Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join("")}\r\n`), head, body, Buffer.from("\r\n\r\n")]);
  return { bytes: await packed(bytes), digest };
}

/** No value may begin a line of its own. */
const oneLine = (value: string): string => value.replace(/[\r\n]+/g, " ");

function sha1(...parts: readonly Uint8Array[]): string {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part);
  return `sha1:${base32(hash.digest())}`;
}
