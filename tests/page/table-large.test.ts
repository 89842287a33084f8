import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { generatedFact, writeFactsFile } from "../../bench/facts-file.ts";
import { browserUnderTest } from "../support/browser.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";
import { rowsOf, shows, tableOf } from "../support/table-page.ts";
import { tempFolder } from "../support/temp.ts";

/** Taller than the tallest element that a browser draws. */
const COUNT = 200_000;
const folder = tempFolder();
const { open } = browserUnderTest();
const serve = reviewServers();
let large: ReviewServer;
beforeAll(async () => {
  const path = join(folder, "large.jsonl");
  await writeFactsFile(path, COUNT);
  large = await serve(null, { facts: path });
});

/** Ends when an expression is true on the page; the page's own policy lets no text be run by `waitForFunction`. */
async function until(page: Page, expression: string): Promise<void> {
  while (!(await page.evaluate<boolean>(expression))) await sleep(20);
}

/** Index of the first row that is wholly below the header, and whether the rows stand without a gap. */
const stand = (
  page: Page,
): Promise<{ readonly first: number; readonly start: number; readonly isWhole: boolean; readonly ids: string[] }> =>
  page.evaluate(`(() => {
    const box = document.querySelector(".grid-box").getBoundingClientRect();
    const top = document.querySelector("#fact-grid th").getBoundingClientRect().bottom;
    const rows = [...document.querySelectorAll("#fact-grid tr[aria-rowindex]")].slice(1);
    const seen = rows.filter((row) => row.getBoundingClientRect().bottom > top + 1 && row.getBoundingClientRect().top < box.bottom);
    const first = seen.find((row) => row.getBoundingClientRect().top >= top - 1);
    return {
      first: Number(first?.getAttribute("aria-rowindex")) - 2,
      start: Number(seen[0]?.getAttribute("aria-rowindex")) - 2,
      isWhole: seen.length > 0 && seen[0].getBoundingClientRect().top <= top + 1 && seen.at(-1).getBoundingClientRect().bottom >= box.bottom - 20
        && seen.every((row, at) => at === 0 || Math.abs(row.getBoundingClientRect().top - seen[at - 1].getBoundingClientRect().bottom) < 1),
      ids: seen.map((row) => row.getAttribute("data-fact")),
    };
  })()`);
const filled = (page: Page) => page.locator('#fact-grid tr[aria-busy="true"]').first().waitFor({ state: "detached" });

/** Ends when the rows of that part of the file are drawn: a scroll is told to the page only after it was made. */
async function scrollTo(page: Page, part: number): Promise<void> {
  await page.evaluate(
    `{ const box = document.querySelector(".grid-box"); box.scrollTop = ${part} * box.scrollHeight; }`,
  );
  await until(
    page,
    `Math.abs(Number(document.querySelectorAll("#fact-grid tr[aria-rowindex]")[1].getAttribute("aria-rowindex")) / ${COUNT} - ${part}) < 0.01`,
  );
  await filled(page);
}

test("the scroll bar reaches every part, and what stands there is what the file has there", async () => {
  const page = await open(tableOf(large));
  await shows(page, COUNT);
  expect(await page.evaluate("document.querySelector('.grid-box').scrollHeight")).toBeLessThan(8_100_000);
  for (const part of [0.25, 0.5, 0.9, 1, 0]) {
    await scrollTo(page, part);
    const { first, start, isWhole, ids } = await stand(page);
    expect([part, isWhole]).toEqual([part, true]);
    expect(first / COUNT).toBeCloseTo(part, 2);
    expect(ids).toEqual(ids.map((_, at) => generatedFact(start + at).id));
  }
});

test("a wheel moves it as any other list, row by row, and End and Home reach its ends", async () => {
  const page = await open(tableOf(large));
  await shows(page, COUNT);
  await scrollTo(page, 0.5);
  const before = (await stand(page)).first;
  const rowHeight = (await rowsOf(page).first().boundingBox())!.height;
  await page.mouse.move(800, 500);
  await page.mouse.wheel(0, 10 * rowHeight);
  await until(page, `document.querySelector('#fact-grid tr[aria-rowindex="${before + 30}"]') !== null`);
  await filled(page);
  expect((await stand(page)).first - before).toBeGreaterThanOrEqual(9);
  expect((await stand(page)).first - before).toBeLessThanOrEqual(11);
  for (const [key, at] of [
    ["End", COUNT - 1],
    ["ArrowUp", COUNT - 2],
    ["Home", 0],
    ["ArrowDown", 1],
  ] as const) {
    await page.keyboard.press(key);
    await page.locator(`tr[aria-selected="true"][data-fact="${generatedFact(at).id}"]`).waitFor();
  }
});
