import type { InputForm } from "../../schemas/document.ts";
import { formByContent } from "../inputs/form.ts";
import { decodePayload, readHttpHead } from "./http-payload.ts";
import type { RecordBody } from "./record-body.ts";
import { type RecordHead, targetOf } from "./record-head.ts";

/** Why a record is no page; none of these is an error. */
export type Skipped = "warcinfo" | "request" | "metadata" | "revisit" | "dns" | "robots" | "status" | "media" | "other";

/** A page as it was fetched. */
export interface PageContent {
  /** Target URI of the record. */
  readonly url: string;
  /** Canonical URL that was asked for, where redirects led from it to `url` and the archive says so; else `url`. */
  readonly requested: string;
  /** When it was fetched: ISO 8601 as the archive has it, or empty. */
  readonly date: string;
  /** Value of the `Content-Type` header, or null. */
  readonly contentType: string | null;
  readonly form: InputForm;
  /** Without chunks and content encoding; in the charset it came in. */
  readonly bytes: Uint8Array;
  /** The crawler kept only its beginning: value of `WARC-Truncated`, or null. */
  readonly truncated: string | null;
}

/** What a record is: a page, none, or one that cannot be had. */
export type Content =
  | { readonly page: PageContent }
  | { readonly skipped: Skipped }
  | { readonly damage: string }
  /** Bytes that were too many. */
  | { readonly over: number };

/** Name of the header in which our own archives keep `requested`. */
export const REQUESTED_HEADER = "X-Requested-URI";

const NO_PAGES: Readonly<Record<string, Skipped>> = {
  warcinfo: "warcinfo",
  request: "request",
  metadata: "metadata",
  revisit: "revisit",
};

/** Reads a record's block as a page; of what is none, no more than its head. */
export async function readContent(head: RecordHead, body: RecordBody, maxBytes: number): Promise<Content> {
  const known = NO_PAGES[head.type];
  if (known !== undefined) return { skipped: known };
  const url = targetOf(head);
  if (/^dns:/i.test(url)) return { skipped: "dns" };
  if (isRobotsFile(url)) return { skipped: "robots" };
  if (Number(head.headers.get("warc-segment-number") ?? 0) > 0 || head.type === "continuation")
    return { damage: "a page in segments, which are not put together" };
  if (head.type === "response" && isHttp(head)) return response(head, body, maxBytes);
  if (head.type === "resource" || head.type === "conversion") return resource(head, body, maxBytes);
  return { skipped: "other" };
}

/** `application/http; msgtype=response`; where a tool wrote none, the block is looked at. */
const isHttp = ({ headers }: RecordHead): boolean =>
  /^\s*(?:$|application\/http\b)/i.test(headers.get("content-type") ?? "");

async function response(head: RecordHead, body: RecordBody, maxBytes: number): Promise<Content> {
  const http = await readHttpHead(body);
  if (http === null) return { damage: "a response record holds no HTTP answer" };
  if (http.status !== 200) return { skipped: "status" };
  const contentType = http.headers.get("content-type") ?? null;
  if (!mayBeText(contentType)) return { skipped: "media" };
  if (body.remaining > maxBytes) return { over: body.remaining };
  const isCut = head.headers.has("warc-truncated");
  const payload = await decodePayload(await body.rest(), http, maxBytes, isCut);
  if ("why" in payload) return { damage: payload.why };
  return "over" in payload ? payload : pageOf(head, contentType, payload.bytes);
}

async function resource(head: RecordHead, body: RecordBody, maxBytes: number): Promise<Content> {
  const contentType = head.headers.get("content-type") ?? null;
  if (!mayBeText(contentType)) return { skipped: "media" };
  if (body.remaining > maxBytes) return { over: body.remaining };
  return pageOf(head, contentType, await body.rest());
}

function pageOf(head: RecordHead, contentType: string | null, bytes: Uint8Array): Content {
  const form = formFor(contentType, bytes);
  if (form === null) return { skipped: "media" };
  const url = targetOf(head);
  const { headers } = head;
  const requested = headers.get(REQUESTED_HEADER.toLowerCase()) ?? url;
  const truncated = headers.get("warc-truncated") ?? null;
  return { page: { url, requested, date: headers.get("warc-date") ?? "", contentType, form, bytes, truncated } };
}

const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;
const PLAIN = /^\s*text\/plain\b/i;

const mayBeText = (contentType: string | null): boolean =>
  contentType === null || contentType.trim() === "" || HTML.test(contentType) || PLAIN.test(contentType);

/** By the header; where there is none, HTML by its beginning and nothing else. */
function formFor(contentType: string | null, bytes: Uint8Array): InputForm | null {
  if (HTML.test(contentType ?? "")) return "html";
  if (PLAIN.test(contentType ?? "")) return "text";
  return formByContent(bytes) === "html" ? "html" : null;
}

function isRobotsFile(url: string): boolean {
  return /^https?:\/\/[^/?#]+\/robots\.txt(?:[?#]|$)/i.test(url);
}
