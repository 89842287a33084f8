import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { BrowserContextOptions, Page } from "playwright-core";
import { statedIn } from "../../review/page/views/compare/stated-words.ts";
import type { GroupState, GroupStatement } from "../../schemas/comparison.ts";
import type { Fact } from "../../schemas/fact.ts";
import { browserUnderTest, seriousViolations } from "../support/browser.ts";
import { aFact } from "../support/facts.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";

const { open } = browserUnderTest();
const serve = reviewServers();
const HOSTILE = "日报\u202e<img src=x onerror=alert(1)>";
const TEXT = "河曲县机构改革后党政机构由三十六个精简为二十二个，减少十四个，收回的编制六十一名全部用于乡镇。";
let server: ReviewServer;

interface Statement {
  readonly id: string;
  readonly after: number;
  readonly county?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly sentence?: string;
}

/** A county's bodies, 36 before, as a document of its own states them. */
function stated({ id, after, county = "河曲县", publisher = id, published = "2025-03-01", sentence }: Statement): Fact {
  const words = `36个精简为${after}个`;
  const base = aFact({ id: `f-${id}`, before: 36, after, change: null, derived: [] });
  return {
    ...base,
    subject: { name: county, code: null, level: "county" },
    doc: { ...base.doc, id, publisher, published, title: null },
    evidence: [{ start: 0, end: words.length, text: words, sentence: sentence ?? `${county}${words}，${id}讯。` }],
  };
}

const FACTS = [
  stated({ id: "甲报", after: 22, sentence: TEXT }),
  stated({ id: "乙网", after: 22, published: "2025-03-02", sentence: TEXT }),
  stated({ id: "丙网", after: 22, published: "2025-03-03", sentence: TEXT }),
  stated({ id: "丁报", after: 24, publisher: HOSTILE, published: "2025-03-05" }),
  stated({ id: "a1", county: "太白县", after: 20 }),
  stated({ id: "a2", county: "太白县", after: 20 }),
  stated({ id: "b1", county: "雷山县", after: 30, publisher: "晚报" }),
  stated({ id: "b2", county: "雷山县", after: 28, publisher: "晚报", published: "2025-05-01" }),
  ...Array.from({ length: 90 }, (_, at) => stated({ id: `m${at}`, county: `县${at >> 1}`, after: 10 + (at % 2) })),
];

beforeAll(async () => {
  server = await serve(FACTS);
});
afterAll(() => expect(server.defects).toEqual([]));

async function compared(query = "", options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(`${server.url}/review/?view=compare${query}`, options);
  await page.waitForSelector(".states .badge:not(:text('…'))");
  return page;
}

test("states stand with their counts", async () => {
  const page = await compared();
  await page.waitForSelector(".group");
  expect((await page.locator(".states a").allTextContents()).map((text) => text.replace(/\s+/g, " "))).toEqual([
    "相互矛盾 46",
    "已被更新 1",
    "相互印证 1",
    "可以并存 0",
    "只有一个来源 0",
  ]);
});

test("accounts of one thing stand side by side, copies folded under their source, each leads to its fact", async () => {
  const page = await compared();
  const group = page.locator(".group", { hasText: "河曲县" });
  const sides = group.locator(".side");
  await sides.nth(1).waitFor();
  expect(await group.locator(".stated").allTextContents()).toEqual(["36个 → 22个", "36个 → 24个"]);
  expect(await group.locator(".group-head").textContent()).toContain("2 个来源，连转载 4 篇");
  const boxes = await Promise.all([0, 1].map((at) => sides.nth(at).boundingBox()));
  expect(boxes[0]!.y).toBe(boxes[1]!.y);
  await group.getByText("另有 2 篇转载").click();
  expect((await group.locator(".copies a").allTextContents()).map((text) => text.trim())).toEqual([
    "乙网 2025-03-02",
    "丙网 2025-03-03",
  ]);
  await group.locator(".copies a").first().click();
  await page.waitForURL((url) => url.searchParams.get("view") === "queue" && url.searchParams.get("fact") === "f-乙网");
  await page.goBack();
  await page.locator(".group", { hasText: "河曲县" }).locator(".words").nth(1).click();
  await page.waitForURL((url) => url.searchParams.get("fact") === "f-丁报");
});

test("a publisher's name is only text, with the signs that nobody sees shown", async () => {
  const page = await compared();
  await page.locator(".group .unseen", { hasText: "U+202E" }).waitFor();
  expect(await page.locator(".compare img").count()).toBe(0);
});

test("what took the place of a statement stands beside it", async () => {
  const page = await compared("&state=superseded");
  const gone = page.locator(".side.gone");
  await gone.waitFor();
  expect(await gone.textContent()).toContain("36个精简为30个");
  await gone.getByText("36个精简为28个").click();
  await page.waitForURL((url) => url.searchParams.get("fact") === "f-b2");
});

test("pages go through all groups of a state, and the address holds the place", async () => {
  const page = await compared();
  const names: string[] = [];
  for (;;) {
    await page.waitForSelector(".group");
    names.push(...(await page.locator(".group h2").allTextContents()));
    const next = page.getByRole("link", { name: "下一页" });
    if ((await next.count()) === 0) break;
    await next.click();
    await page.waitForURL((url) => url.searchParams.get("offset") === String(names.length));
    await page.waitForSelector('.groups[aria-busy="false"]');
  }
  expect([names.length, new Set(names).size]).toEqual([46, 46]);
  expect(new URL(page.url()).searchParams.get("offset")).toBe("40");
  await page.reload();
  await page.getByText("第 41–46 组，共 46 组").waitFor();
});

test("the filter of the table narrows it", async () => {
  const page = await compared(`&subject=${encodeURIComponent("太白县")}&state=corroborated`);
  await page.getByText("2 个来源一致").waitFor();
  expect(await page.locator(".states .badge").allTextContents()).toEqual(["0", "0", "1", "0", "0"]);
  await page.locator(".chip").click();
  await page.locator(".states .badge", { hasText: "46" }).waitFor();
});

test("a decision made meanwhile is offered, and changes what is shown", async () => {
  const own = await serve([stated({ id: "x", after: 5 }), stated({ id: "y", after: 6 })]);
  const page = await open(`${own.url}/review/?view=compare`);
  await page.waitForSelector(".group");
  const { status } = await own.post("decisions", { action: "reject", reviewer: "李", fact: "f-y", reason: "另一年" });
  expect(status).toBeLessThan(300);
  await page.getByText("数据有变化，重新对照").click();
  await page.getByText("没有可以对照的").waitFor();
});

test.each<[GroupState, BrowserContextOptions]>([
  ["conflicting", { locale: "zh-CN", colorScheme: "light" }],
  ["superseded", { locale: "en-GB", colorScheme: "dark" }],
  ["corroborated", { locale: "zh-CN", viewport: { width: 420, height: 800 } }],
  ["compatible", { locale: "en-GB" }],
])("%s is for everyone: %o", async (state, options) => {
  const page = await compared(`&state=${state}`, options);
  expect(await seriousViolations(page)).toEqual([]);
  const sideways = "document.querySelector('#view').scrollWidth - document.querySelector('#view').clientWidth";
  expect(await page.evaluate(sideways)).toBeLessThanOrEqual(1);
});

describe("the numbers of a statement in words", () => {
  const key = { unit: "count", metric: "agencies.party_gov", per: null };
  const money = { unit: "CNY", metric: "budget.savings", per: "year" as const };
  test.each<[GroupStatement["numbers"], GroupStatement["bound"], typeof key | typeof money, string, string]>([
    [{ value: 22 }, "exact", key, "22个", "22"],
    [{ value: 22 }, "approx", key, "约22个", "about 22"],
    [{ before: 36, after: 22 }, "exact", key, "36个 → 22个", "36 → 22"],
    [{ after: 22 }, "exact", key, "→ 22个", "→ 22"],
    [{ before: 36 }, "exact", key, "36个 →", "36 →"],
    [{ change: -14, change_pct: -38.9 }, "exact", key, "−14个，−38.9%", "−14, −38.9%"],
    [{ range: [30, 40] }, "exact", key, "30个 – 40个", "30 – 40"],
    [{ value: 133e6 }, "gt", money, "超过1.33亿元（每年）", "over CNY 133 million a year"],
  ])("%j %s", (numbers, bound, of, zh, en) => {
    expect([statedIn({ numbers, bound }, of, "zh"), statedIn({ numbers, bound }, of, "en")]).toEqual([zh, en]);
  });
});
