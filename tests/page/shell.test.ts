import { appendFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Fact } from "../../schemas/fact.ts";
import { browserUnderTest, SERVER_GONE, seriousViolations } from "../support/browser.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";
import { linesOf, sampleFacts } from "../support/sample-facts.ts";
import { rowsOf, shows, tableOf } from "../support/table-page.ts";

const chromium = browserUnderTest();
const { open } = chromium;
const serve = reviewServers();
let facts: readonly Fact[];
let sample: ReviewServer;
beforeAll(async () => {
  facts = await sampleFacts();
  sample = await serve(facts);
});

test("every view opens by its tab, by its two keys and by its address, without an error", async () => {
  const page = await open(tableOf(sample));
  const links = page.locator(".head nav a");
  await links.first().waitFor();
  const names = await links.evaluateAll((all) =>
    all.map((link) => new URLSearchParams(link.getAttribute("href")!).get("view")!),
  );
  expect(names.length).toBeGreaterThan(1);
  for (const [at, name] of names.entries()) {
    await links.nth(at).click();
    await page.waitForURL((url) => url.searchParams.get("view") === name);
    await page.locator(`.head nav a[aria-current="page"][href*="view=${name}"]`).waitFor();
  }
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.waitForURL((url) => url.searchParams.get("view") === "table");
  await page.goBack();
  await page.waitForURL((url) => url.searchParams.get("view") === names.at(-1));
  expect(await page.title()).toContain("facts.jsonl");
});

describe("language", () => {
  test.each([
    ["zh-CN", "zh-Hans", "表格"],
    ["zh-TW", "zh-Hans", "表格"],
    ["en-GB", "en", "Table"],
    ["fr-FR", "en", "Table"],
  ])("a browser in %s sees the page in %s", async (locale, lang, tab) => {
    const page = await open(tableOf(sample), { locale });
    await page.getByRole("link", { name: tab, exact: true }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
  });

  test("once chosen it is kept", async () => {
    const page = await open(tableOf(sample));
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("link", { name: "Table", exact: true }).waitFor();
    await page.reload();
    await page.getByRole("link", { name: "Table", exact: true }).waitFor();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("link", { name: "表格", exact: true }).waitFor();
  });
});

test("the reviewer's name is asked for once, and kept", async () => {
  const page = await open(tableOf(sample));
  await page.getByRole("button", { name: "你的姓名？" }).click();
  await page.getByLabel("姓名").fill("  王敏  ");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "王敏" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "王敏" }).waitFor();
});

test("lines that are no facts are counted, and each is named with the reason", async () => {
  const server = await serve(facts.slice(0, 3));
  const page = await open(tableOf(server));
  await shows(page, 3);
  expect(await page.locator(".head-tools .warn").count()).toBe(0);
  appendFileSync(server.facts, '{"id": 1}\nno json\n');
  await page.getByRole("button", { name: "2 行坏数据" }).click();
  const listed = await page.getByRole("dialog").getByRole("listitem").allTextContents();
  expect(listed).toEqual([expect.stringContaining("#4"), expect.stringContaining("#5")]);
  expect(await seriousViolations(page)).toEqual([]);
});

test("a lost connection is said, and found again without a reload", async () => {
  chromium.allowed = SERVER_GONE;
  const server = await serve(facts.slice(0, 5));
  const page = await open(tableOf(server));
  await shows(page, 5);
  const { port } = new URL(server.url);
  await server.close();
  await page.locator(".lost").waitFor();
  const again = await serve(null, { facts: server.facts, listen: `127.0.0.1:${port}` });
  await page.locator(".lost").waitFor({ state: "detached" });
  await page.locator(".message", { hasText: "已重新连接" }).waitFor();
  appendFileSync(again.facts, linesOf(facts.slice(5, 7)));
  await page.getByRole("button", { name: "有 2 条新事实" }).click();
  await shows(page, 7);
});

test("on paper there are the rows and what they are, and nothing to press", async () => {
  const page = await open(tableOf(sample, "&q=常住人口"));
  await rowsOf(page).first().waitFor();
  await page.emulateMedia({ media: "print" });
  expect(
    await page.locator(".facets, .toolbar, .head nav, .head-tools, .messages").filter({ visible: true }).count(),
  ).toBe(0);
  expect(await page.locator("#fact-grid caption").textContent()).toMatch(/^第 1 至 \d+ 条，共 \d+ 条 · 搜索 常住人口$/);
});
