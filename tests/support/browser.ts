import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openBrowser } from "../../bench/browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What a browser tells of requests to a server that is gone, or just going: then it answers 503. */
export const SERVER_GONE = /net::ERR_|status of 503/;

export interface OpenOptions extends BrowserContextOptions {
  /** What the browser keeps of an earlier visit: its local storage. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** Opens an address in a window of its own, as of a new visitor; it is closed after the test. */
export type OpenPage = (url: string, options?: OpenOptions) => Promise<Page>;

export interface BrowserUnderTest {
  readonly open: OpenPage;
  /** What the page may complain of in this test; null for nothing. */
  allowed: RegExp | null;
  browser(): Browser;
}

/**
 * A real Chromium for all tests of a file. Whatever a page writes to the console as an error, a refusal of its
 * Content-Security-Policy among them, fails the test, but for what is `allowed`; so does a dialog of a script, and a
 * request to another address.
 */
export function browserUnderTest(): BrowserUnderTest {
  let browser: Browser;
  const errors: string[] = [];
  const close: (() => Promise<void>)[] = [];
  const found = {
    allowed: null as RegExp | null,
    browser: () => browser,
    open: async (url: string, { kept = {}, ...options }: OpenOptions = {}) => {
      const context = await browser.newContext({
        locale: "zh-CN",
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      close.push(() => context.close());
      const page = await context.newPage();
      page.on("pageerror", (error) => errors.push(String(error.stack)));
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      page.on("dialog", (dialog) => errors.push(`dialog ${dialog.message()}`));
      const { origin } = new URL(url);
      page.on("request", (request) => new URL(request.url()).origin === origin || errors.push(`asks ${request.url()}`));
      await page.addInitScript(`Object.assign(localStorage, ${JSON.stringify(kept)})`);
      await page.goto(url);
      return page;
    },
  };
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    for (const end of close.splice(0)) await end();
    const { allowed } = found;
    found.allowed = null;
    expect(errors.splice(0).filter((error) => allowed?.test(error) !== true)).toEqual([]);
  });
  afterAll(() => browser?.close());
  return found;
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe-core finds on a page that is serious or critical. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  // The page's policy refuses scripts that it does not bring itself; this one comes with the browser's own tools.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ readonly violations: readonly Violation[] }>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}
