import { JingjianError, RedirectError, RobotsDisallowedError, RobotsUnreachableError } from "../../schemas/errors.ts";
import type { Settings } from "../../schemas/settings.ts";
import { Deadline, unlessAborted } from "./deadline.ts";
import type { Guard } from "./guard.ts";
import { requestHeaders, userAgent } from "./heads.ts";
import { isRedirect, redirectTarget } from "./redirects.ts";
import { RobotsFile } from "./robots-file.ts";
import { type Answer, get } from "./transport.ts";

export interface RobotsOptions {
  /** Ends every request in flight. */
  readonly stop?: AbortSignal;
  readonly ca?: string;
  /** Unix time, ms. */
  readonly now?: () => number;
}

/** What an origin's robots.txt came to: a file, none, or why it could not be had. */
type Found =
  | { readonly kind: "file"; readonly file: RobotsFile }
  | { readonly kind: "none" }
  | { readonly kind: "unreachable"; readonly why: string; readonly cause: unknown }
  | { readonly kind: "refused"; readonly error: JingjianError };

interface Entry {
  readonly found: Promise<Found>;
  /** Known once it is there. */
  settled: Found | null;
  until: number;
}

/** RFC 9309, 2.4: no longer than a day. */
const KEPT_MS = 86_400_000;
/** Long enough that the pages of a site that is down do not each ask, short enough for the next attempt. */
const FAILURE_KEPT_MS = 5_000;
/** RFC 9309, 2.5: at least this much must be read. */
const MAX_BYTES = 500 * 1_024;
/** RFC 9309, 2.3.1.2. */
const MAX_REDIRECTS = 5;
const MAX_ORIGINS = 1_000;
const MAX_KEPT_CHARS = 16_000_000;

/** robots.txt of every origin that pages are fetched from, as RFC 9309 has it. */
export class Robots {
  private readonly entries = new Map<string, Entry>();
  private readonly now: () => number;

  constructor(
    private readonly guard: Guard,
    private readonly settings: Pick<Settings, "contact" | "fetchTimeoutMs">,
    private readonly options: RobotsOptions = {},
  ) {
    this.now = options.now ?? Date.now;
  }

  /**
   * Whether a page may be fetched; asks the origin for its file where that is not known, at most once at a time.
   * @throws {RobotsDisallowedError} when it may not
   * @throws {RobotsUnreachableError} when the file cannot be had now: 5xx, no answer, no end
   * @throws {AddressRefusedError} {UnfitUrlError} {TlsError} when it, or where it redirects to, may never be asked
   * @throws the signal's reason
   */
  async verdict(url: URL, signal: AbortSignal): Promise<"allowed" | "no-file"> {
    const found = await unlessAborted(this.entryOf(url.origin).found, signal);
    if (found.kind === "none") return "no-file";
    if (found.kind === "refused") throw found.error;
    if (found.kind === "unreachable") throw new RobotsUnreachableError(url.href, found.why, { cause: found.cause });
    const refusal = found.file.refusalOf(url);
    if (refusal !== null) throw new RobotsDisallowedError(url.href, refusal);
    return "allowed";
  }

  /** @returns Crawl-delay of an origin's file, ms; null where it names none, or is not known (yet) */
  delayMs(origin: string): number | null {
    const settled = this.entries.get(origin)?.settled;
    return settled?.kind === "file" ? settled.file.delayMs : null;
  }

  private entryOf(origin: string): Entry {
    const known = this.entries.get(origin);
    if (known !== undefined && known.until > this.now()) return known;
    const entry: Entry = { found: this.find(origin), settled: null, until: Number.POSITIVE_INFINITY };
    this.entries.delete(origin); // to stand last, as the newest
    this.entries.set(origin, entry);
    void entry.found.then((found) => {
      entry.settled = found;
      entry.until = this.now() + (found.kind === "file" || found.kind === "none" ? KEPT_MS : FAILURE_KEPT_MS);
      this.forgetOldest();
    });
    return entry;
  }

  /** Never rejects: a failure is an answer too, for every page that waits for it. */
  private async find(origin: string): Promise<Found> {
    const source = `${origin}/robots.txt`;
    // Less than a page may take, so that the page's error names robots.txt and not the clock.
    const deadline = new Deadline(source, this.settings.fetchTimeoutMs / 2, this.options.stop);
    try {
      const answer = await this.follow(new URL(source), deadline.signal);
      return foundIn(origin, answer);
    } catch (error) {
      if (error instanceof RedirectError) return { kind: "none" };
      if (error instanceof JingjianError && error.retry === "never") return { kind: "refused", error };
      const why = error instanceof JingjianError ? error.problem : String(error);
      return { kind: "unreachable", why, cause: error };
    } finally {
      deadline.clear();
    }
  }

  /** @returns the last answer: a redirect where there are too many */
  private async follow(first: URL, signal: AbortSignal): Promise<Answer> {
    for (let url = first, hops = 0; ; hops++) {
      const answer = await get({
        url,
        pinned: await unlessAborted(this.guard.check(url), signal),
        headers: requestHeaders(userAgent(this.settings), undefined),
        limits: { maxWireBytes: MAX_BYTES, maxBytes: MAX_BYTES, over: "cut" },
        signal,
        body: (status) => (status >= 200 && status < 300 ? "decode" : "drop"),
        ...(this.options.ca !== undefined && { ca: this.options.ca }),
      });
      const target = hops < MAX_REDIRECTS ? redirectTarget(answer) : null;
      if (target === null) return answer;
      url = target;
    }
  }

  private forgetOldest(): void {
    let chars = 0;
    for (const { settled } of this.entries.values()) chars += settled?.kind === "file" ? settled.file.size : 0;
    for (const [origin, { settled }] of this.entries) {
      if (this.entries.size <= MAX_ORIGINS && chars <= MAX_KEPT_CHARS) return;
      if (settled === null) continue;
      chars -= settled.kind === "file" ? settled.file.size : 0;
      this.entries.delete(origin);
    }
  }
}

function foundIn(origin: string, { exchange: { status, url }, bytes }: Answer): Found {
  if (status >= 200 && status < 300) {
    return { kind: "file", file: new RobotsFile(origin, new TextDecoder().decode(bytes)) };
  }
  // RFC 9309, 2.3.1.2 and 2.3.1.3: neither a refusal nor an endless redirect closes a site.
  if (status < 500 || isRedirect(status)) return { kind: "none" };
  return { kind: "unreachable", why: `${url} answered ${status}`, cause: null };
}
