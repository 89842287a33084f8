import { createRequire } from "node:module";
import type { Validators } from "../../schemas/fetch.ts";
import type { Settings } from "../../schemas/settings.ts";
import { ACCEPTED_ENCODINGS } from "./content-encoding.ts";

/** Names and values in the order that they are sent in; names in the sender's spelling, bytes as Latin-1. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** Our product token in robots.txt (RFC 9309, 2.2.1). */
export const PRODUCT = "jingjian";

const ACCEPT = [
  "text/html,application/xhtml+xml",
  "application/rss+xml,application/atom+xml,application/feed+json",
  "application/xml;q=0.9,text/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5",
].join(",");

/** `jingjian/0.1.0 (+https://example.org/robot)`; without a contact only the first half. */
export const userAgent = ({ contact }: Pick<Settings, "contact">): string =>
  contact === "" ? `${PRODUCT}/${VERSION}` : `${PRODUCT}/${VERSION} (+${contact})`;

/** What we send beside `host` and `connection`. */
export const requestHeaders = (agent: string, validators: Validators | undefined): HeaderList => [
  ["user-agent", agent],
  ["accept", ACCEPT],
  ["accept-language", "zh-CN,zh;q=0.9,en;q=0.3"],
  ["accept-encoding", ACCEPTED_ENCODINGS],
  ...conditions(validators),
];

/** A validator that could not stand in a header came from no header: it is left out. */
function conditions(validators: Validators | undefined): HeaderList {
  const rows = [
    ["if-none-match", validators?.etag],
    ["if-modified-since", validators?.lastModified],
  ] as const;
  return rows.flatMap(([name, value]) =>
    value && /^[\x20-\x7e\x80-\xff]+$/.test(value) ? [[name, value] as const] : [],
  );
}

/** The request as it goes over the wire, but for the empty line at its end. */
export const requestHead = (url: URL, headers: HeaderList): string =>
  lines(`GET ${url.pathname}${url.search} HTTP/1.1`, [["host", url.host], ["connection", "close"], ...headers]);

export const responseHead = (status: number, statusText: string, headers: HeaderList): string =>
  lines(`HTTP/1.1 ${status} ${statusText}`.trimEnd(), headers);

const lines = (first: string, headers: HeaderList): string =>
  [first, ...headers.map(([name, value]) => `${name}: ${value}`)].map((line) => `${line}\r\n`).join("");

/** Names in lower case; values of one name joined, as RFC 9110, 5.3 says. */
export function headerRecord(headers: HeaderList): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = found.get(key);
    found.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(found);
}

/** Sources lie two folders under the package, what is built of them three. */
const VERSION =
  ["../../package.json", "../../../package.json"].map(versionIn).find((version) => version !== null) ?? "0";

function versionIn(path: string): string | null {
  try {
    return (createRequire(import.meta.url)(path) as { readonly version: string }).version;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}
