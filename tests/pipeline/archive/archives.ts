import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type ArchiveEntry, readArchive } from "../../../pipeline/archive/reader.ts";
import type { Exchange, FetchedPage } from "../../../schemas/fetch.ts";

export const html = (text: string): string =>
  `<!DOCTYPE html><html><head><title>机构改革</title></head><body><p>${text}</p></body></html>`;

export interface ExchangeParts {
  readonly url: string;
  readonly status?: number;
  readonly type?: string;
  readonly headers?: string;
  readonly body?: Uint8Array;
  readonly date?: string;
}

export const exchange = ({
  url,
  status = 200,
  headers = "",
  body = Buffer.alloc(0),
  ...rest
}: ExchangeParts): Exchange => ({
  url,
  address: "203.0.113.7",
  date: rest.date ?? "2026-03-01T08:00:00.123Z",
  requestHead: `GET ${new URL(url).pathname} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n`,
  responseHead: `HTTP/1.1 ${status} X\r\nContent-Type: ${rest.type ?? "text/html; charset=utf-8"}\r\n${headers}`,
  status,
  body,
});

/** A page as the fetcher gives it; `bytes` is what the reader must give again. */
export function fetched(exchanges: readonly Exchange[], bytes: Uint8Array, contentType: string): FetchedPage {
  const last = exchanges.at(-1)!;
  return {
    requested: exchanges[0]!.url,
    url: last.url,
    status: last.status,
    headers: {},
    contentType,
    bytes,
    notModified: false,
    robots: "allowed",
    exchanges,
  };
}

/** A page of one exchange with a body that was not packed on its way. */
export const simplePage = (url: string, text = `${url}：三十四个党政机构精简为二十三个。`): FetchedPage => {
  const body = Buffer.from(html(text));
  return fetched([exchange({ url, body })], body, "text/html; charset=utf-8");
};

/** One record as any tool might write it. */
export function record(
  headers: Readonly<Record<string, string>>,
  block: string | Uint8Array,
  { version = "WARC/1.0", length = Buffer.from(block).length, tail = "\r\n\r\n" } = {},
): Buffer {
  const lines = Object.entries({ "WARC-Record-ID": "<urn:x:1>", "WARC-Date": "2020-01-01T00:00:00Z", ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.concat([
    Buffer.from(`${version}\r\n${head}Content-Length: ${length}\r\n\r\n`),
    Buffer.from(block),
    Buffer.from(tail),
  ]);
}

export const response = (
  url: string,
  body: string | Uint8Array,
  http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
  more: Readonly<Record<string, string>> = {},
  shape: Parameters<typeof record>[2] = {},
): Buffer =>
  record(
    {
      "WARC-Type": "response",
      "WARC-Target-URI": url,
      "Content-Type": "application/http; msgtype=response",
      ...more,
    },
    Buffer.concat([Buffer.from(`${http}\r\n`), Buffer.from(body)]),
    shape,
  );

export async function entriesOf(path: string, maxBytes = 1_000_000): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  for await (const entry of readArchive(path, { maxBytes })) entries.push(entry);
  return entries;
}

/** Each entry in short: its URL, or its error's class. */
export const brief = (entries: readonly ArchiveEntry[]): string[] =>
  entries.map((entry) => ("error" in entry ? entry.error.name : entry.url));

export const archivesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".warc.gz"))
    .sort()
    .map((name) => join(folder, name));
