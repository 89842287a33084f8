import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import type { Fact } from "../../schemas/fact.ts";
import { type ReviewServer, type ReviewServerOptions, serveReview } from "./review.ts";
import { tempFolder } from "./temp.ts";

/** Servers of the review page for one test file, closed at its end. @returns starts one in a folder of its own */
export function reviewServers(): (
  facts: readonly Fact[] | null,
  options?: ReviewServerOptions,
) => Promise<ReviewServer> {
  const folder = tempFolder();
  const servers: ReviewServer[] = [];
  afterAll(async () => {
    for (const server of servers) await server.close();
  });
  return async (facts, options = {}) => {
    const server = await serveReview(mkdtempSync(join(folder, "r-")), facts, options);
    servers.push(server);
    return server;
  };
}

/** Address of the table; `query` goes on with `&`. */
export const tableOf = ({ url }: ReviewServer, query = ""): string => `${url}/review/?view=table${query}`;

export const rowsOf = (page: Page): Locator => page.locator("#fact-grid tr[data-fact]");

/** Ends when the table says that so many facts are shown. */
export const shows = (page: Page, count: number): Promise<void> =>
  page.locator(".toolbar output", { hasText: new RegExp(`^\\D*${count.toLocaleString("en-US")}\\D*$`) }).waitFor();

/** Ids of the rows that are drawn, from the first. */
export const idsOf = (page: Page): Promise<(string | null)[]> =>
  rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-fact")));

export const searchOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
