/** One request and its answer, as they went over the wire; an archive keeps them. */
export interface Exchange {
  readonly url: string;
  /** Address that the connection was pinned to, or null where the host was allowed by name. */
  readonly address: string | null;
  /** ISO 8601, UTC, when the request was sent. */
  readonly date: string;
  /** Request line and header lines, each ending in CRLF, without the empty line. */
  readonly requestHead: string;
  /** Status line and header lines, each ending in CRLF, without the empty line. */
  readonly responseHead: string;
  readonly status: number;
  /** The body as sent: still compressed where `content-encoding` says so. */
  readonly body: Uint8Array;
}

/** A page as fetched, with the way there. */
export interface FetchedPage {
  /** Canonical form of the URL asked for. */
  readonly requested: string;
  /** The URL that answered in the end. */
  readonly url: string;
  readonly status: number;
  /** Headers of the last answer, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  /** Decompressed body; empty where `notModified`. */
  readonly bytes: Uint8Array;
  /** True for 304: what was fetched before still holds. */
  readonly notModified: boolean;
  readonly robots: "allowed" | "no-file" | "ignored";
  /** All hops in order; the last one is the page's own. */
  readonly exchanges: readonly Exchange[];
}

/** What makes a GET conditional. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}
