import { JingjianError } from "./error.ts";

/** An address that is not public, however it was spelled: see docs/fetching.md. */
export class AddressRefusedError extends JingjianError {
  readonly code = "ADDRESS_REFUSED";
  readonly retry = "never";
  constructor(source: string, why: string) {
    super(`${source} is refused: ${why}`, "Where it is an intranet of yours, name its host with --allow-hosts");
  }
}

/** A URL that is none, or of a scheme that is not fetched. */
export class UnfitUrlError extends JingjianError {
  readonly code = "UNFIT_URL";
  readonly retry = "never";
  constructor(source: string, why: string, options?: ErrorOptions) {
    super(`${source} cannot be fetched: ${why}`, "Give an http or https URL without a user name", options);
  }
}

export class RobotsDisallowedError extends JingjianError {
  readonly code = "ROBOTS_DISALLOWED";
  readonly retry = "never";
  constructor(source: string, why: string) {
    super(`${source} is closed to robots: ${why}`, "Ask the site's owner; --robots ignore is for sites of your own");
  }
}

/** robots.txt itself cannot be had now (RFC 9309, 2.3.1.4: then nothing is allowed). */
export class RobotsUnreachableError extends JingjianError {
  readonly code = "ROBOTS_UNREACHABLE";
  readonly retry = "backoff";
  constructor(source: string, why: string, options?: ErrorOptions) {
    super(`robots.txt for ${source} cannot be read: ${why}`, "Wait: it is asked for again", options);
  }
}

/** An answer that says no for good: 400 to 499, but for 408, 425 and 429. */
export class HttpRefusedError extends JingjianError {
  readonly code = "HTTP_REFUSED";
  readonly retry = "never";
  constructor(
    source: string,
    readonly status: number,
  ) {
    super(`${source} answered ${status}`, "Open it in a browser; it may have moved, or want a login");
  }
}

/** An answer that may be another one later: 408, 425, 429 and 500 to 599. */
export class HttpBusyError extends JingjianError {
  readonly code = "HTTP_BUSY";
  readonly retry = "wait";
  /** @param retryAfterMs what the server asked for, or null */
  constructor(
    source: string,
    readonly status: number,
    readonly retryAfterMs: number | null,
  ) {
    super(`${source} answered ${status}`, "Wait: it is asked again later");
  }
}

export class RedirectError extends JingjianError {
  readonly code = "REDIRECT_REFUSED";
  readonly retry = "never";
  constructor(source: string, why: string) {
    super(`${source} redirects ${why}`, "Open it in a browser and give the address it ends at");
  }
}

/** No answer, or a connection that broke: DNS, TCP, a body cut short. */
export class NetworkError extends JingjianError {
  readonly code = "NETWORK";
  readonly retry = "backoff";
  constructor(source: string, why: string, options?: ErrorOptions) {
    super(`${source} cannot be reached: ${why}`, "Check the name and the network; it is tried again", options);
  }
}

export class TlsError extends JingjianError {
  readonly code = "TLS";
  readonly retry = "never";
  constructor(source: string, why: string, options?: ErrorOptions) {
    super(`${source} does not prove who it is: ${why}`, "Its certificate must be mended by its owner", options);
  }
}

export class FetchTimeoutError extends JingjianError {
  readonly code = "FETCH_TIMEOUT";
  readonly retry = "backoff";
  constructor(source: string, afterMs: number) {
    super(`${source} took more than ${afterMs} ms`, "It is tried again; raise JINGJIAN_FETCH_TIMEOUT_MS if it is slow");
  }
}

/** An archive that ends within a record, or holds bytes that are none. */
export class ArchiveDamagedError extends JingjianError {
  readonly code = "ARCHIVE_DAMAGED";
  readonly retry = "never";
  constructor(source: string, why: string, options?: ErrorOptions) {
    super(`${source} is damaged: ${why}`, "The records before it were read; fetch the archive again", options);
  }
}

/** A feed or sitemap that is neither. */
export class InvalidListingError extends JingjianError {
  readonly code = "INVALID_LISTING";
  readonly retry = "never";
  constructor(source: string, why: string, options?: ErrorOptions) {
    super(
      `${source} is no feed and no sitemap: ${why}`,
      "Give the URL of an RSS, Atom or JSON feed, or a sitemap",
      options,
    );
  }
}
