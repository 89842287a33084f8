import type { Locator, Page } from "playwright-core";
import type { ReviewServer } from "./review.ts";

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
