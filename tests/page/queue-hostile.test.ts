import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Fact } from "../../schemas/fact.ts";
import { browserUnderTest, seriousViolations } from "../support/browser.ts";
import { aFact } from "../support/facts.ts";
import { movedFrom, shownFact, visitors } from "../support/queue-page.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";
import { sampleFacts } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const chromium = browserUnderTest();
const visit = visitors(chromium);
const serve = reviewServers();

/** A server on one text file, with a fact on each of the words. */
async function serveText(text: string, words: readonly string[], changes: Partial<Fact> = {}): Promise<ReviewServer> {
  const home = mkdtempSync(join(folder, "h-"));
  const inputs = join(home, "texts");
  mkdirSync(inputs);
  writeFileSync(join(inputs, "d1.txt"), text);
  const facts = words.map((word, i) => {
    const start = text.indexOf(word);
    return aFact({
      id: `f${i}`,
      evidence: [{ start, end: start + word.length, text: word, sentence: word }],
      ...changes,
    });
  });
  return serve(facts, { inputs: [inputs] });
}

const SCRIPT = `<script>document.title="owned"</script><img src=x onerror="alert(1)"><svg onload=alert(2)>`;
const BIDI = "\u202e36个\u2066党政\u2069机构\u202c\u200b精简为22个";

test("markup, scripts and signs that turn the text round are shown and do nothing", async () => {
  const text = `河曲县的消息\n${SCRIPT} 党政机构精简为22个。\n${BIDI}。\n`;
  const hostile = { label: SCRIPT, scope: BIDI, subject: { name: `"><b>${SCRIPT}`, code: null, level: null } };
  const doc = { ...aFact().doc, title: SCRIPT, publisher: BIDI, url: "javascript:alert(3)" };
  const server = await serveText(text, [`${SCRIPT} 党政机构精简为22个`, "机构"], { ...hostile, doc, rule: SCRIPT });
  const page = await visit(server, "view=queue&fact=f0");
  await shownFact(page);
  expect(await page.locator("mark.current").first().textContent()).toContain("<script>");
  expect(await page.locator(".queue-article").textContent()).toContain("U+2066");
  expect(await page.locator(".queue-claim").textContent()).toContain("U+202E");
  expect(await page.locator("#view :is(script, img, svg, b)").count()).toBe(0);
  expect(await page.locator(".queue-url a").count()).toBe(0);
  await page.keyboard.press("e");
  await page.getByRole("form", { name: "更正事实" }).waitFor();
  expect(await page.title()).not.toBe("owned");
});

test("a web address is a link that tells the other side nothing of this page", async () => {
  const doc = { ...aFact().doc, url: "https://example.org/a?b=<i>" };
  const server = await serveText("党政机构精简为22个。\n", ["党政机构"], { doc });
  const page = await visit(server, "view=queue");
  await shownFact(page);
  const link = page.locator(".queue-url a");
  expect([await link.getAttribute("href"), await link.getAttribute("rel")]).toEqual([doc.url, "noreferrer noopener"]);
});

test("a line of a million characters is shown around the words, whole when asked for, and stays quick", async () => {
  const word = "党政机构精简为22个";
  const text = `${"长".repeat(500_000)}${word}${"文".repeat(500_000)}\n`;
  const server = await serveText(text, [word, "个文文文"]);
  const page = await visit(server, "view=queue&fact=f0");
  await shownFact(page);
  expect(await page.locator("mark.current").first().isVisible()).toBe(true);
  expect((await page.locator(".queue-article").textContent())!.length).toBeLessThan(20_000);
  await page.keyboard.press("j");
  await movedFrom(page, "f0");
  await page.getByRole("button", { name: /全部显示/ }).click();
  await page.waitForFunction("document.querySelector('.queue-article').textContent.length > 1000000");
  await page.keyboard.press("k");
  await movedFrom(page, "f1");
});

describe("axe-core finds nothing serious or critical", () => {
  let server: ReviewServer;
  beforeAll(async () => {
    const inputs = ["corpus/articles"];
    server = await serve(await sampleFacts(), { inputs });
  });

  test.each<[what: string, keys: string, colours: "light" | "dark", width: number]>([
    ["the queue", "", "light", 1280],
    ["the queue at 200 %", "", "light", 640],
    ["the queue, both texts", "tt", "dark", 1280],
    ["the form", "e", "light", 1280],
    ["the form", "e", "dark", 640],
    ["reasons", "r", "dark", 1280],
    ["the filter", "f", "light", 1280],
    ["examples", "x", "light", 1280],
  ])("%s after %j, %s, %d px wide", async (_, keys, colours, width) => {
    const page = await visit(server, "view=queue", { colours, width, language: "en" });
    await shownFact(page);
    for (const key of keys) await page.keyboard.press(key);
    if (/[erfx]/.test(keys)) await page.locator("dialog[open], form.queue-edit").waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });
});
