import robotsParserModule from "robots-parser";
import { PRODUCT } from "./heads.ts";

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}
// Its types declare an ES module, and it is a CommonJS one.
const robotsParser = robotsParserModule as unknown as (url: string, text: string) => Rules;

/** Lines that mean something to us; any other would end the group of names that it stands in (RFC 9309, 2.2.1). */
const RULE = /^\s*(?:user-agent|allow|disallow|crawl-delay)\s*:/i;
/** A site that asks for more than this is as good as closed; it is what `hostDelayMs` allows at most. */
const MAX_DELAY_MS = 600_000;
/** Steps that matching one address may take: patterns with `*` are tried at each of its characters. */
const MAX_STEPS = 50_000_000;

/** What one robots.txt says to us. */
export class RobotsFile {
  /** Pause that it asks for between two requests, ms, or null. */
  readonly delayMs: number | null;
  /** Length of its text, UTF-16 units. */
  readonly size: number;
  private readonly rules: Rules;
  private readonly wildcardChars: number;

  /** @param origin `https://example.org` */
  constructor(origin: string, text: string) {
    const lines = text.split(/[\r\n]+/).filter((line) => RULE.test(line));
    this.size = text.length;
    this.wildcardChars = lines.reduce((sum, line) => sum + (line.includes("*") ? line.length : 0), 0);
    this.rules = robotsParser(`${origin}/robots.txt`, lines.join("\n"));
    const delay = this.rules.getCrawlDelay(PRODUCT);
    this.delayMs = delay !== undefined && delay >= 0 ? Math.min(delay * 1_000, MAX_DELAY_MS) : null;
  }

  /** @returns why the address is closed to us, or null */
  refusalOf(url: URL): string | null {
    if (this.wildcardChars * url.href.length > MAX_STEPS) return "its robots.txt has too many patterns to be followed";
    return this.rules.isAllowed(url.href, PRODUCT) === false ? `robots.txt disallows it for ${PRODUCT}` : null;
  }
}
