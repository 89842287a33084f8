import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Fact } from "../../schemas/fact.ts";
import { browserUnderTest } from "../support/browser.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";
import { sampleFacts } from "../support/sample-facts.ts";
import { idsOf, rowsOf, searchOf, shows, tableOf } from "../support/table-page.ts";

const { open } = browserUnderTest();
const serve = reviewServers();
let facts: readonly Fact[];
let sample: ReviewServer;
beforeAll(async () => {
  facts = await sampleFacts();
  sample = await serve(facts);
});

const choose = (page: Page, facet: string, value: string) =>
  page.locator(`input[data-facet="${facet}"][data-value="${value}"]`).check();

describe("facets", () => {
  test("counts are those of the file", async () => {
    const page = await open(tableOf(sample));
    await shows(page, facts.length);
    const metrics = await page
      .locator('input[data-facet="metric"]')
      .evaluateAll((boxes) =>
        boxes.map((box) => [
          box.getAttribute("data-value")!,
          box.closest("label")!.querySelector(".number")!.textContent!,
        ]),
      );
    expect(metrics.length).toBeGreaterThan(3);
    for (const [metric, count] of metrics)
      expect([metric, Number(count)]).toEqual([metric, facts.filter((fact) => fact.metric === metric).length]);
  });

  test("each choice narrows the rows and the others' counts, and stands in the address", async () => {
    const page = await open(tableOf(sample));
    const metric = await page.locator('input[data-facet="metric"]').first().getAttribute("data-value");
    const ofMetric = facts.filter((fact) => fact.metric === metric);
    await choose(page, "metric", metric!);
    await shows(page, ofMetric.length);
    expect(searchOf(page).getAll("metric")).toEqual([metric]);
    const provinces = page.locator('input[data-facet="province"]:not([data-value="-"])');
    const province = (await provinces.first().getAttribute("data-value"))!;
    const ofBoth = ofMetric.filter(({ subject }) => subject.code?.startsWith(province.slice(0, 2)) === true);
    await choose(page, "province", province);
    await shows(page, ofBoth.length);
    expect(await idsOf(page)).toEqual(ofBoth.map(({ id }) => id));
    await page.getByRole("button", { name: "全部清除" }).click();
    await shows(page, facts.length);
  });

  test("a value far down a long list is found by its name, a document by its title", async () => {
    const page = await open(tableOf(sample));
    const rare = facts.at(-1)!;
    const list = page.locator(".facets details", { hasText: "文档" });
    await list.locator("summary").click();
    await list.getByRole("button", { name: "更多" }).click();
    await page.keyboard.type(rare.doc.title!.slice(0, 8));
    await list.getByLabel(rare.doc.title!).check();
    await shows(page, facts.filter(({ doc }) => doc.id === rare.doc.id).length);
    await page.locator(".chip", { hasText: rare.doc.title! }).waitFor();
  });
});

test("a search keeps what holds its words, and marks them", async () => {
  const page = await open(tableOf(sample));
  await rowsOf(page).first().waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("常住人口");
  const holds = ({ subject, label, scope, doc, evidence }: Fact) =>
    [subject.name, label, scope, doc.title, doc.publisher, ...evidence.map(({ sentence }) => sentence)].some(
      (text) => text?.includes("常住人口") === true,
    );
  await shows(page, facts.filter(holds).length);
  const hits = await page.locator("mark.hit").allTextContents();
  expect(hits.length).toBeGreaterThan(0);
  expect(new Set(hits)).toEqual(new Set(["常住人口"]));
  expect(searchOf(page).get("q")).toBe("常住人口");
});

const levelOf = ({ after, value, range }: Fact): number | null => after ?? value ?? range?.[0] ?? null;

test.each([
  ["置信度", "confidence", "ascending", (fact: Fact) => fact.confidence],
  ["数值", "-level", "descending", levelOf],
] as const)("a click on %s sorts by it, another the other way, a third as the file is", async (name, sort, way, of) => {
  const page = await open(tableOf(sample));
  const head = page.locator("th", { hasText: name });
  const inOrder = async () => {
    const byId = new Map(facts.map((fact) => [fact.id, of(fact)]));
    return (await idsOf(page)).map((id) => byId.get(id!)!);
  };
  const turned = sort.startsWith("-") ? sort.slice(1) : `-${sort}`;
  await rowsOf(page).first().waitFor();
  for (const [asked, aria] of [
    [sort, way],
    [turned, way === "ascending" ? "descending" : "ascending"],
    [null, "none"],
  ]) {
    await head.getByRole("button", { name }).click();
    await page.waitForURL((url) => url.searchParams.get("sort") === asked);
    await page.locator(`th[aria-sort="${aria}"]`, { hasText: name }).waitFor();
    const values = await inOrder();
    expect(values.length).toBeGreaterThan(10);
    const sorted = values.toSorted((a, b) => (aria === "ascending" ? a - b : b - a));
    if (aria === "none") expect(await idsOf(page)).toEqual(facts.slice(0, values.length).map(({ id }) => id));
    else expect(values).toEqual(sorted);
  }
});

describe("keys", () => {
  test("arrows move the row, the address follows, Enter opens it in the queue with filter and order", async () => {
    const metric = facts[0]!.metric;
    const ofMetric = facts.filter((fact) => fact.metric === metric);
    const page = await open(tableOf(sample, `&metric=${metric}&sort=file`));
    await shows(page, ofMetric.length);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.waitForURL((url) => url.searchParams.get("fact") === ofMetric[1]!.id);
    const row = page.locator('tr[aria-selected="true"]');
    expect(await row.getAttribute("data-fact")).toBe(ofMetric[1]!.id);
    expect(await page.locator("#fact-grid").getAttribute("aria-activedescendant")).toBe(await row.getAttribute("id"));
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("view") === "queue");
    expect([searchOf(page).get("metric"), searchOf(page).get("fact")]).toEqual([metric, ofMetric[1]!.id]);
  });

  test("the address that is sent shows the same rows, order and chosen row", async () => {
    const page = await open(tableOf(sample, "&modality=actual&sort=-confidence"));
    await rowsOf(page).first().waitFor();
    await page.keyboard.press("End");
    await page.waitForURL((url) => url.searchParams.has("fact"));
    const chosen = page.locator('tr[aria-selected="true"]');
    const other = await open(page.url());
    await other.locator('tr[aria-selected="true"]').waitFor();
    expect(await other.locator('tr[aria-selected="true"]').getAttribute("data-fact")).toBe(
      await chosen.getAttribute("data-fact"),
    );
    expect(await other.locator(".chip").allTextContents()).toEqual(await page.locator(".chip").allTextContents());
    expect((await idsOf(other)).at(-1)).toBe((await idsOf(page)).at(-1));
  });

  test("? lists them, and Escape hands the focus back", async () => {
    const page = await open(tableOf(sample));
    await rowsOf(page).first().waitFor();
    await page.locator("#fact-grid").focus();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog");
    expect(await dialog.textContent()).toContain("逐条审阅这一行");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.id")).toBe("fact-grid");
  });
});
