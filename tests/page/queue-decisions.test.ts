import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { REASONS } from "../../review/page/views/queue/reasons.ts";
import type { Fact } from "../../schemas/fact.ts";
import { browserUnderTest, SERVER_GONE } from "../support/browser.ts";
import { aFact } from "../support/facts.ts";
import { decisionsIn, movedFrom, shownFact, type Visitor, visitors } from "../support/queue-page.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";
import { sampleFacts } from "../support/sample-facts.ts";

const chromium = browserUnderTest();
const visit = visitors(chromium);
const serve = reviewServers();

const open = (server: ReviewServer, visitor: Visitor = {}, query = "") => visit(server, `view=queue${query}`, visitor);
const saved = (page: Page, what: string) =>
  page
    .getByRole("status")
    .getByText(new RegExp(`^已保存：${what}`))
    .waitFor();
const article = { inputs: ["corpus/articles"] };

/** Facts of one document, each with an id and a number of its own. */
const few = (count: number): Fact[] =>
  Array.from({ length: count }, (_, i) => aFact({ id: `f${i}`, before: 30 + i, change: 22 - 30 - i }));

test("each digit rejects for its reason, 0 for one's own, and the queue goes on", async () => {
  const server = await serve(few(REASONS.length + 1));
  const page = await open(server);
  for (const { digit } of REASONS) {
    const fact = await shownFact(page);
    await page.keyboard.press("r");
    await page.keyboard.press(digit);
    await movedFrom(page, fact);
  }
  await page.keyboard.press("r");
  await page.keyboard.press("0");
  await page.keyboard.type("是转述，不是陈述");
  await page.keyboard.press("Enter");
  await page.getByText("这个视图审完了").waitFor();
  expect(decisionsIn(server.facts).map(({ action, reason }) => [action, reason])).toEqual([
    ...REASONS.map(({ id }) => ["reject", id]),
    ["reject", "是转述，不是陈述"],
  ]);
});

test("twenty facts are through, undone decisions are open again, and the end leads to the export", async () => {
  const server = await serve((await sampleFacts()).slice(0, 20), article);
  const page = await open(server);
  await page.getByText("第 1 条，共 20 条；已审 0 条").waitFor();
  let fact = await shownFact(page);
  const first = fact;
  await page.keyboard.press("a");
  fact = await movedFrom(page, fact);
  await saved(page, "接受");
  await page.keyboard.press("u");
  await movedFrom(page, fact);
  expect(await shownFact(page)).toBe(first);
  await page.getByText("第 1 条，共 20 条；已审 0 条").waitFor();
  for (let i = 0; i < 20; i++) {
    fact = await shownFact(page);
    await page.keyboard.press("a");
    if (i < 19) await movedFrom(page, fact);
  }
  await page.getByText("共 20 条，你审了 20 条，没有剩下的了。").waitFor();
  expect(decisionsIn(server.facts).map(({ action }) => action)).toEqual([
    "accept",
    "undo",
    ...Array(20).fill("accept"),
  ]);
  await page.getByText("这次：接受 20 条，更正 0 条，否决 0 条，添加 0 条。").waitFor();
  for (const key of ["a", "r", "e", "x", "j"]) await page.keyboard.press(key);
  expect(await page.locator("dialog[open], form.queue-edit").count()).toBe(0);
  expect(decisionsIn(server.facts).length).toBe(22);
  expect(await page.getByRole("link", { name: "导出工作簿（XLSX）" }).getAttribute("href")).toMatch(/export\?to=xlsx$/);
  await page.keyboard.press("u");
  expect(await shownFact(page)).toBe(fact);
  await page.getByText("第 20 条，共 20 条；已审 19 条").waitFor();
  expect(decisionsIn(server.facts).at(-1)).toMatchObject({ action: "undo", fact });
});

test("those passed over come back at the end, and the place of a fact stands in the address", async () => {
  const server = await serve(few(3));
  const page = await open(server);
  expect(await shownFact(page)).toBe("f0");
  await page.keyboard.press("j");
  expect(await movedFrom(page, "f0")).toBe("f1");
  await page.keyboard.press("a");
  expect(await movedFrom(page, "f1")).toBe("f2");
  await page.keyboard.press("a");
  expect(await movedFrom(page, "f2")).toBe("f0");
  await page.reload();
  expect(await shownFact(page)).toBe("f0");
  await page.getByText("第 1 条，共 3 条；已审 2 条").waitFor();
});

test("a correction is typed as people write numbers, read aloud, and saved with what follows from it", async () => {
  const server = await serve([aFact()]);
  const page = await open(server);
  await shownFact(page);
  await page.keyboard.press("e");
  const form = page.getByRole("form", { name: "更正事实" });
  await form.getByLabel("此后").fill("二十四");
  await form.getByText("读作 24个").waitFor();
  await form.getByText("河曲县的党政机构由36个减为24个（已发生）").waitFor();
  await form.getByLabel("指标").fill("事业单位");
  await page.keyboard.press("Enter");
  await form.getByLabel("范围").fill("县直");
  await page.keyboard.press("Control+Enter");
  await page.getByText("这个视图审完了").waitFor();
  expect(decisionsIn(server.facts)).toMatchObject([
    {
      action: "correct",
      before: { after: 22 },
      after: { after: 24, change: -12, change_pct: -33.33, metric: "agencies.institution", scope: "县直" },
    },
  ]);
});

test("a form that does not read is not sent, and one that was changed asks before it goes", async () => {
  const server = await serve([aFact()]);
  const page = await open(server);
  await shownFact(page);
  await page.keyboard.press("e");
  const form = page.getByRole("form", { name: "更正事实" });
  await form.waitFor();
  await page.keyboard.press("Control+Enter");
  await form.getByText("没有改动：要接受，请按 a").waitFor();
  await form.getByLabel("此前").fill("不是数");
  await form.getByText("读不成一个数").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "继续编辑" }).press("Enter");
  expect(await form.getByLabel("此前").inputValue()).toBe("不是数");
  await form.getByLabel("此前").press("Escape");
  await page.getByRole("button", { name: "放弃" }).click();
  await page.getByRole("button", { name: "接受" }).waitFor();
  expect(decisionsIn(server.facts)).toEqual([]);
});

test("selected words become a fact: its metric is chosen, its number already read, and what is doubtful is said", async () => {
  const facts = (await sampleFacts()).filter(({ doc }) => doc.id === "hualien-township-office");
  const server = await serve(facts, article);
  const page = await open(server, {}, `&fact=${facts.at(-1)!.id}`);
  await shownFact(page);
  await page.locator(".queue-article .caption").getByText("櫃台由8個併為5個").click({ clickCount: 3 });
  await page.keyboard.press("m");
  await page.getByRole("dialog").getByRole("combobox").fill("agencies.other");
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: "添加事实" });
  await form.waitFor();
  expect(await form.getByLabel("数值").inputValue()).toBe("8");
  await form.getByRole("note").getByText("这些字里读出了几个数：8个、5个").waitFor();
  await form.getByLabel("数值").fill("");
  await form.getByLabel("此前").fill("8个");
  await form.getByLabel("此后").fill("5个");
  await page.keyboard.press("Control+Enter");
  await saved(page, "添加");
  const [added] = decisionsIn(server.facts);
  expect(added).toMatchObject({
    action: "add",
    before: null,
    after: { metric: "agencies.other", before: 8, after: 5 },
  });
  await page.keyboard.press("u");
  await saved(page, "撤销");
  expect(decisionsIn(server.facts).at(-1)).toMatchObject({ action: "undo", undoes: added!.id });
});

test("the caret selects inside the article alone, and its selection is offsets into the original", async () => {
  const facts = (await sampleFacts()).filter(({ doc }) => doc.id === "hualien-township-office");
  const server = await serve(facts, article);
  const page = await open(server, {}, `&fact=${facts[1]!.id}`);
  await shownFact(page);
  await page.keyboard.press("s");
  for (let i = 0; i < 5; i++) await page.keyboard.press("Shift+ArrowRight");
  const [drafted] = await Promise.all([
    page.waitForRequest(/\/draft$/),
    (async () => {
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").getByRole("combobox").fill("staff.quota");
      await page.keyboard.press("Enter");
    })(),
  ]);
  const { start } = facts[1]!.evidence[0]!;
  expect(drafted.postDataJSON()).toMatchObject({ doc: facts[1]!.doc.id, start, end: start + 6 });
});

test("what could not be saved is never called saved: it stays, says why, and is tried again", async () => {
  chromium.allowed = SERVER_GONE;
  const server = await serve(few(2));
  const page = await open(server);
  const fact = await shownFact(page);
  await page.route("**/api/review/decisions", (route) => route.abort());
  await page.keyboard.press("a");
  const notice = page.getByRole("alert").filter({ hasText: "没有保存" });
  await notice.waitFor();
  await page.keyboard.press("a");
  expect([await page.getByText(/^已保存/).count(), await shownFact(page)]).toEqual([0, fact]);
  await page.unroute("**/api/review/decisions");
  await notice.getByRole("button", { name: "再试一次" }).click();
  await saved(page, "接受");
  await movedFrom(page, fact);
  expect(decisionsIn(server.facts).map(({ action, fact: of }) => [action, of])).toEqual([["accept", fact]]);
});

test("two windows: what one decides the other hears of, and sees once it has decided itself", async () => {
  const server = await serve(few(2));
  const [one, two] = [await open(server, { name: "甲" }, "&fact=f0"), await open(server, { name: "乙" }, "&fact=f0")];
  await Promise.all([shownFact(one), shownFact(two)]);
  await one.keyboard.press("r");
  await one.keyboard.press("1");
  await movedFrom(one, "f0");
  await two.getByText("甲 刚对这一条作了决定").waitFor();
  await two.getByText("有 1 人已作判断，你作出决定后显示。").waitFor();
  expect(await two.locator(".queue-status").textContent()).toContain("待审");
  await two.keyboard.press("v");
  await two.locator(".queue-verdicts").getByText("数不对").waitFor();
  await two.keyboard.press("a");
  await movedFrom(two, "f0");
  await two.keyboard.press("k");
  await movedFrom(two, "f1");
  expect(await two.locator(".queue-status").textContent()).toContain("有分歧");
});

test("an adjudicator sees the verdicts side by side, and one of them becomes the last word", async () => {
  const server = await serve(few(1));
  const corrected = { ...few(1)[0]!, scope: "县直" };
  await server.post("decisions", { action: "correct", reviewer: "甲", fact: "f0", after: corrected });
  await server.post("decisions", { action: "reject", reviewer: "乙", fact: "f0", reason: "duplicate" });
  const page = await open(server, { name: "丙" }, "&role=adjudicator&status=disputed");
  await shownFact(page);
  const table = page.getByRole("table");
  expect(await table.getByRole("row").allTextContents()).toEqual([
    "项目抽取甲乙",
    expect.stringMatching(/更正.*否决/),
    "范围无县直—",
  ]);
  await table.getByRole("button", { name: "采用" }).first().click();
  await page.getByText("这个视图审完了").waitFor();
  expect(decisionsIn(server.facts).at(-1)).toMatchObject({
    action: "correct",
    role: "adjudicator",
    reviewer: "丙",
    after: corrected,
  });
});

test.each([
  ["a", "gives"],
  ["r1", "silent"],
])("after %s a fact becomes an example with one key: %s", async (keys, kind) => {
  const server = await serve(few(2));
  const page = await open(server);
  const fact = await shownFact(page);
  for (const key of keys) await page.keyboard.press(key);
  await movedFrom(page, fact);
  await page.keyboard.press("k");
  await shownFact(page);
  await page.waitForURL((url) => url.searchParams.get("fact") === fact);
  await page.keyboard.press("x");
  await page.getByText(/^已写入样例/).waitFor();
  const [line] = readFileSync(server.facts.replace(".jsonl", ".examples.jsonl"), "utf8").split("\n");
  expect(JSON.parse(line!)).toHaveProperty(kind);
});

test("whoever has no name yet is asked for it once, and the decision goes on", async () => {
  const server = await serve(few(3));
  await server.post("decisions", { action: "accept", reviewer: "王敏", fact: "f2" });
  const page = await open(server, { name: "" });
  const fact = await shownFact(page);
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByRole("combobox").fill("王敏");
  await page.keyboard.press("Enter");
  await movedFrom(page, fact);
  await page.getByText("第 2 条，共 3 条；已审 2 条").waitFor();
  await page.keyboard.press("a");
  await page.getByText("这个视图审完了").waitFor();
  expect(decisionsIn(server.facts).map(({ fact: of, reviewer }) => [of, reviewer])).toEqual([
    ["f2", "王敏"],
    ["f0", "王敏"],
    ["f1", "王敏"],
  ]);
});

test("an address that names a fact of another file says so, and the queue begins", async () => {
  chromium.allowed = /status of 404/;
  const server = await serve(few(1));
  const page = await open(server, {}, "&fact=gone");
  await page.getByText(/The file holds no fact gone/).waitFor();
  await page.waitForURL((url) => url.searchParams.get("fact") === "f0");
});

test("both languages say the same: claims, fields, keys", async () => {
  const server = await serve(await sampleFacts(), article);
  const page = await open(server, { language: "en" });
  await shownFact(page);
  await page.getByRole("heading", { name: /^Residents of 阿拉善右旗: 22,000 people \(has happened\)$/ }).waitFor();
  expect(await page.locator(".queue-decisions button").allTextContents()).toEqual([
    "Accept a",
    "Reject r",
    "Edit e",
    "Undo u",
    "Previous k",
    "Next j",
    "Make an example x",
    "Add a fact m",
  ]);
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("heading", { name: "阿拉善右旗的常住人口为2.2万人（已发生）" }).waitFor();
});

test("a filter that nothing passes says so, and can be cleared", async () => {
  const server = await serve(few(1));
  const page = await open(server, {}, "&metric=economy.gdp");
  await page.getByText("没有符合筛选的事实。").waitFor();
  await page.getByRole("button", { name: "清除筛选" }).click();
  expect(await shownFact(page)).toBe("f0");
});
