import { appendFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Fact } from "../../schemas/fact.ts";
import { browserUnderTest, seriousViolations } from "../support/browser.ts";
import { aFact } from "../support/facts.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";
import { linesOf, sampleFacts } from "../support/sample-facts.ts";
import { rowsOf, shows, tableOf } from "../support/table-page.ts";

const { open } = browserUnderTest();
const serve = reviewServers();
let facts: readonly Fact[];
let sample: ReviewServer;
beforeAll(async () => {
  facts = await sampleFacts();
  sample = await serve(facts);
});

test("a table with nothing in it says why, and how to get out of it", async () => {
  const page = await open(tableOf(sample, "&q=没有这样的词"));
  await page.getByRole("heading", { name: "没有符合条件的事实" }).waitFor();
  await page.locator(".notice").getByRole("button", { name: "全部清除" }).click();
  await shows(page, facts.length);
});

test("new facts are told of, and shown without losing the place", async () => {
  const [first, later] = [facts.slice(0, 300), facts.slice(300)];
  const server = await serve(first);
  const page = await open(tableOf(server));
  await shows(page, first.length);
  await page.keyboard.press("End");
  await page.locator(`tr[data-fact="${first.at(-1)!.id}"]`).waitFor();
  const before = await page.locator(`tr[data-fact="${first.at(-1)!.id}"]`).boundingBox();
  appendFileSync(server.facts, linesOf(later));
  await page.getByRole("button", { name: `有 ${later.length} 条新事实` }).click();
  await shows(page, facts.length);
  const after = await page.locator(`tr[data-fact="${first.at(-1)!.id}"]`).boundingBox();
  // The notice above the table is gone.
  expect(Math.abs(after!.y - before!.y)).toBeLessThanOrEqual(1);
});

test("what another window decides is seen in the rows", async () => {
  const server = await serve(facts.slice(0, 20));
  const page = await open(tableOf(server));
  const row = page.locator(`tr[data-fact="${facts[3]!.id}"]`);
  await row.waitFor();
  await server.post("decisions", { action: "reject", reviewer: "王敏", fact: facts[3]!.id, reason: "不是本县" });
  await row.locator(".badge.rejected", { hasText: "已否决" }).waitFor();
  expect(await row.locator(".cell-status").textContent()).toContain("王敏");
});

test("hostile text is only ever text", async () => {
  const script = '<img src=x onerror="document.title=1"><script>document.title=2</script>\u202e倒\u0007';
  const fact = aFact({ subject: { name: script, code: null, level: null } });
  const page = await open(tableOf(await serve([fact])));
  await rowsOf(page).first().waitFor();
  expect(await page.locator("#fact-grid img, #fact-grid script").count()).toBe(0);
  const cell = page.locator("td.cell-subject");
  expect(await cell.textContent()).toContain("<script>document.title=2</script>U+202E倒U+0007");
  expect(await page.title()).toContain("facts.jsonl");
});

describe("for people", () => {
  test.each([
    ["zh-CN", "light", "共 "],
    ["zh-CN", "dark", "共 "],
    ["en-GB", "light", " facts"],
    ["en-GB", "dark", " facts"],
  ] as const)("%s, %s: axe-core finds nothing serious", async (locale, colorScheme, words) => {
    const page = await open(tableOf(sample, "&q=机构"), { locale, colorScheme });
    await page.locator(".toolbar output", { hasText: words }).waitFor();
    await rowsOf(page).first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await seriousViolations(page)).toEqual([]);
  });

  test("at 200 % zoom nothing but the table itself is wider than the window, and the order can be chosen", async () => {
    const page = await open(tableOf(sample), { viewport: { width: 640, height: 450 } });
    await rowsOf(page).first().waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(640);
    expect(await page.evaluate("document.querySelector('.grid-box').scrollWidth")).toBeLessThanOrEqual(640);
    await page.getByLabel("排序").selectOption("-confidence");
    await page.waitForURL((url) => url.searchParams.get("sort") === "-confidence");
    expect(await seriousViolations(page)).toEqual([]);
  });
});
