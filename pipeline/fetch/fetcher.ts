import { setMaxListeners } from "node:events";
import { NetworkError, RedirectError } from "../../schemas/errors.ts";
import type { Exchange, FetchedPage, Validators } from "../../schemas/fetch.ts";
import type { Settings } from "../../schemas/settings.ts";
import { canonicalUrl } from "../identity/canonical-url.ts";
import { Deadline, unlessAborted } from "./deadline.ts";
import { Guard, type Lookup } from "./guard.ts";
import { requestHeaders, userAgent } from "./heads.ts";
import { isRedirect, redirectTarget } from "./redirects.ts";
import { Robots } from "./robots.ts";
import { throwRefusal } from "./statuses.ts";
import { type Answer, get } from "./transport.ts";

export type FetchSettings = Pick<
  Settings,
  "allowHosts" | "contact" | "robots" | "fetchTimeoutMs" | "maxWireBytes" | "maxBytes" | "maxRedirects"
>;

export interface FetcherOptions {
  /** How names become addresses; the system's resolver, where it is left out. */
  readonly lookup?: Lookup;
  /** Certificate in PEM that is trusted beside Node's own. */
  readonly ca?: string;
}

export interface FetchOptions {
  /** What is known of the page from before: makes the request conditional. */
  readonly validators?: Validators;
  readonly signal?: AbortSignal;
}

/**
 * Fetches pages safely and as robots.txt allows; see docs/fetching.md. It keeps no cookies, and leaves the pace of
 * requests to its caller.
 */
export class Fetcher {
  private readonly guard: Guard;
  private readonly robots: Robots;
  private readonly stop = new AbortController();
  private readonly inFlight = new Set<Promise<unknown>>();

  /** @throws {InvalidSettingError} when `allowHosts` names something that is no host, address or range */
  constructor(
    private readonly settings: FetchSettings,
    private readonly options: FetcherOptions = {},
  ) {
    // Every fetch under way listens for the end.
    setMaxListeners(0, this.stop.signal);
    this.guard = new Guard(settings, options.lookup);
    this.robots = new Robots(this.guard, settings, {
      stop: this.stop.signal,
      ...(options.ca !== undefined && { ca: options.ca }),
    });
  }

  /**
   * Fetches one page, redirects and robots.txt included, within `fetchTimeoutMs`.
   * @param url http or https
   * @throws {UnfitUrlError} {AddressRefusedError} for what is never fetched, at any hop
   * @throws {RobotsDisallowedError} {RobotsUnreachableError} as the robots.txt of any hop's origin says
   * @throws {RedirectError} for redirects in a circle, too many, or to nowhere
   * @throws {HttpRefusedError} {HttpBusyError} for 4xx and 5xx
   * @throws {NetworkError} {TlsError} {FetchTimeoutError} {BudgetExceededError}
   * @throws the signal's reason
   */
  async fetch(url: string, { validators, signal }: FetchOptions = {}): Promise<FetchedPage> {
    const requested = canonicalUrl(url);
    const deadline = new Deadline(requested, this.settings.fetchTimeoutMs, signal, this.stop.signal);
    const work = this.follow(requested, validators, deadline.signal);
    this.inFlight.add(work);
    try {
      return await work;
    } finally {
      deadline.clear();
      this.inFlight.delete(work);
    }
  }

  /** @returns what the robots.txt of a URL's origin asks for between two requests, ms; null where it is not known (yet) */
  crawlDelayMs(url: string): number | null {
    return URL.canParse(url) ? this.robots.delayMs(new URL(url).origin) : null;
  }

  /** Breaks off what is in flight, with an AbortError, and waits for its end. */
  async close(): Promise<void> {
    this.stop.abort(new DOMException("The fetcher was closed", "AbortError"));
    await Promise.allSettled(this.inFlight);
  }

  private async follow(
    requested: string,
    validators: Validators | undefined,
    signal: AbortSignal,
  ): Promise<FetchedPage> {
    const exchanges: Exchange[] = [];
    const seen = new Set<string>();
    for (let url = new URL(requested); ; ) {
      seen.add(url.href);
      const pinned = await unlessAborted(this.guard.check(url), signal);
      const robots = this.settings.robots === "ignore" ? "ignored" : await this.robots.verdict(url, signal);
      const answer = await this.get(url, pinned, validators, signal);
      exchanges.push(answer.exchange);
      const target = redirectTarget(answer);
      if (target === null) return pageOf(requested, answer, robots, exchanges, validators);
      if (seen.has(target.href)) throw new RedirectError(requested, `in a circle, by way of ${target.href}`);
      if (seen.size > this.settings.maxRedirects)
        throw new RedirectError(requested, `more than ${this.settings.maxRedirects} times`);
      url = target;
    }
  }

  private get(
    url: URL,
    pinned: Awaited<ReturnType<Guard["check"]>>,
    validators: Validators | undefined,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { maxWireBytes, maxBytes } = this.settings;
    return get({
      url,
      pinned,
      headers: requestHeaders(userAgent(this.settings), validators),
      limits: { maxWireBytes, maxBytes, over: "refuse" },
      signal,
      // A redirect's body is kept for the archive, and read by nobody.
      body: (status) => (isRedirect(status) ? "keep" : status < 300 ? "decode" : "drop"),
      ...(this.options.ca !== undefined && { ca: this.options.ca }),
    });
  }
}

function pageOf(
  requested: string,
  { exchange: { url, status }, headers, bytes }: Answer,
  robots: FetchedPage["robots"],
  exchanges: readonly Exchange[],
  validators: Validators | undefined,
): FetchedPage {
  throwRefusal(url, status, headers);
  const notModified = status === 304;
  if (notModified && !validators?.etag && !validators?.lastModified)
    throw new NetworkError(url, "it answered 304 to a question without conditions");
  if (status >= 300 && !notModified) throw new RedirectError(url, `in a way that is not followed (${status})`);
  const contentType = headers["content-type"] ?? null;
  return { requested, url, status, headers, contentType, bytes, notModified, robots, exchanges };
}
