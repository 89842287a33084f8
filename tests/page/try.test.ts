import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { reasonInChinese } from "../../review/page/views/try/reasons.ts";
import { explainText } from "../../review/try/explain-text.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { browserUnderTest, seriousViolations } from "../support/browser.ts";
import { aFact } from "../support/facts.ts";
import { visitors } from "../support/queue-page.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";
import { startReview } from "../support/review-process.ts";
import { linesOf } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const visit = visitors(browserUnderTest());
const serve = reviewServers();
let server: ReviewServer;
beforeAll(async () => {
  server = await serve([aFact()]);
});

const FACT = "河曲县36个党政机构精简为22个，12个部门参加了会议，会议持续了3个小时。";
const write = (page: Page, text: string) => page.getByRole("textbox", { name: /文字|Text/ }).fill(text);

test("a text is read as it is typed: its facts with their rules, its numbers that are none with the reason", async () => {
  const page = await visit(server, "view=try");
  await write(page, FACT);
  await page.getByText("河曲县的党政机构由36个减为22个（已发生）").waitFor();
  await page.getByText("规则 transition 前后两个数：由36个减至22个").first().waitFor();
  await page.locator(".try-missed").getByText("只是提到几个人或机构，不是说一共有几个").waitFor();
  expect(await page.locator("mark.quantity[title]").allTextContents()).toEqual(["36个", "22个", "12个", "3个小时"]);
  expect(await page.locator("mark.place[title='河曲县']").count()).toBe(1);
  expect(await page.locator("mark.noun[title='agencies.party_gov']").count()).toBe(1);
  expect(await seriousViolations(page)).toEqual([]);
});

test("in English too, in the dark, with the words as they are cut", async () => {
  const page = await visit(server, "view=try", { language: "en", colours: "dark", width: 640 });
  await page.getByRole("button", { name: "a near miss" }).click();
  await page.getByText("No fact was read.").waitFor();
  await page.getByText("people or bodies in passing, not how many there are").first().waitFor();
  await page.locator(".try-sentences summary").first().click();
  expect(await page.locator(".try-words").first().textContent()).toContain("部门n");
  expect(await seriousViolations(page)).toEqual([]);
});

test("the day of publication is what a relative date counts from", async () => {
  const page = await visit(server, "view=try");
  await write(page, "去年河曲县党政机构减少14个。");
  await page.getByLabel("发布日期（可不填）").fill("2026-03-01");
  await page.getByText("（2025年，已发生）").waitFor();
});

test("hostile text is shown and does nothing; what is too long is said before it is sent", async () => {
  const page = await visit(server, "view=try");
  await write(page, `<script>document.title="owned"</script>\u202e河曲县党政机构减少14个`);
  await page.locator(".try-sentence").getByText("U+202E").waitFor();
  expect([await page.locator("#view script").count(), await page.title()]).toEqual([
    0,
    expect.not.stringContaining("owned"),
  ]);
  await write(page, "36个".repeat(7_000));
  await page.getByText("还多 1,000 字").waitFor();
});

test.each([
  ["a text of nothing", { text: " \n " }, 200],
  ["20,000 characters that begin a fact again and again", { text: "由36个".repeat(5_000) }, 200],
  ["one character more", { text: "一".repeat(20_001) }, 400],
  ["a date that is none", { text: "一", published: "gestern" }, 400],
  ["something else beside it", { text: "一", rules: [] }, 400],
])("POST try of %s", async (_, form, status) => {
  expect((await server.post("try", form)).status).toBe(status);
});

test("every reason that the extraction gives for the sample corpus is told in Chinese", () => {
  const texts = readdirSync("corpus/articles").map((name) => readFileSync(join("corpus/articles", name), "utf8"));
  const settings = parseSettings({});
  const reasons = [FACT, "河曲县假如减少党政机构14个。", ...texts].flatMap((text) =>
    explainText({ text }, settings).sentences.flatMap(({ misses }) => misses.map(({ reason }) => reason)),
  );
  expect(new Set(reasons).size).toBeGreaterThan(10);
  expect(reasons.filter((reason) => !/\p{Script=Han}{2}/u.test(reasonInChinese(reason)))).toEqual([]);
});

const LEXICON = `metrics:
  - id: service.windows
    unit: count
    doc: service windows
    nouns: [办事窗口]
`;

test("a lexicon's file is followed: a new word is read, a mistake is shown where it stands, a mended file is in use", async () => {
  const [path, facts] = [join(folder, "my.yaml"), join(folder, "facts.jsonl")];
  writeFileSync(path, LEXICON);
  writeFileSync(facts, linesOf([aFact()]));
  const { url, stop } = await startReview([facts, "--lexicon", path, "--listen", "127.0.0.1:0"]);
  const page = await visit({ url: new URL(url).origin }, "view=try");
  await write(page, "河曲县办事窗口由48个整合为15个，帮办代办窗台由9个减至5个。");
  await page.getByText("河曲县的办事窗口由48个减为15个（已发生）").waitFor();
  writeFileSync(path, LEXICON.replace("unit: count", "unit: cuont"));
  await page.getByText("第 3 行第 11 列").waitFor();
  await page.getByText("河曲县的办事窗口由48个减为15个（已发生）").waitFor();
  writeFileSync(path, LEXICON.replace("[办事窗口]", "[办事窗口, 帮办代办窗台]"));
  await page.getByText("河曲县的帮办代办窗台由9个减为5个（已发生）").waitFor();
  expect(await page.getByText("第 3 行第 11 列").count()).toBe(0);
  await page.close();
  await stop();
});
