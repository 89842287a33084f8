import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Parser } from "htmlparser2";
import type { BrowserContextOptions, Download, Page } from "playwright-core";
import { arranged, isWide, labelled, median } from "../../review/page/views/pictures/arrange.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { PictureData, PictureFigure, PictureKind } from "../../schemas/picture.ts";
import { browserUnderTest, seriousViolations } from "../support/browser.ts";
import { aFact } from "../support/facts.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";
import { sampleFacts } from "../support/sample-facts.ts";

const { open } = browserUnderTest();
const serve = reviewServers();
let server: ReviewServer;
const KINDS: readonly PictureKind[] = ["change", "distribution", "time", "savings"];
const HOSTILE = "县\u202e<img src=x onerror=alert(1)>\"'&";
const SHOWN = HOSTILE.replace("\u202e", "⟨U+202E⟩");

beforeAll(async () => {
  server = await serve([...(await sampleFacts()), ...made()]);
});
afterAll(() => expect(server.defects).toEqual([]));

/** Two namesakes, a county with hostile signs, and one over four years. */
function made(): Fact[] {
  const change = (name: string, code: string | null, after: number): Fact =>
    aFact({
      id: `${name}${code}`,
      subject: { name, code, level: "county" },
      before: 36,
      after,
      metric: "agencies.coordinating",
    });
  const years = [2021, 2022, 2023, 2024].map((year, at) =>
    aFact({
      ...{ id: `year${year}`, before: null, after: null, change: null, derived: [], metric: "paperwork.documents" },
      value: 400 - 50 * at,
      period: String(year),
      modality: at === 3 ? "planned" : "actual",
    }),
  );
  return [change("鼓楼区", "320106", 30), change("鼓楼区", "350102", 24), change(HOSTILE, null, 40), ...years];
}

const dataOf = async (query: string): Promise<PictureData> => (await server.get<PictureData>(`pictures?${query}`)).body;

/** Opens a picture and waits until it is drawn. */
async function drawn(query: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(`${server.url}/review/?view=pictures&${query}`, options);
  await page.waitForSelector(".plot-frame svg.plot");
  return page;
}

describe.each(KINDS)("%s", (kind) => {
  let data: PictureData;
  beforeAll(async () => {
    data = await dataOf(`kind=${kind}`);
  });

  test("every figure is a link to its evidence, which a click opens", async () => {
    const page = await drawn(`kind=${kind}&most=${kind === "time" ? 48 : 300}`);
    const facts = await page.$$eval(".plot-frame a", (links) =>
      links.map((link) =>
        new URLSearchParams(link.getAttribute("xlink:href") ?? link.getAttribute("href") ?? "").get("fact"),
      ),
    );
    expect(new Set(facts)).toEqual(new Set(data.figures.map(({ fact }) => fact)));
    await page.locator(".plot-frame a > *").first().click();
    await page.waitForURL(
      (url) => url.searchParams.get("view") === "queue" && url.searchParams.get("fact") === facts[0],
    );
    await page.goBack();
    await page.waitForSelector(".plot-frame svg.plot");
  });

  test.each<BrowserContextOptions>([
    { locale: "zh-CN", colorScheme: "light" },
    { locale: "en-GB", colorScheme: "dark" },
    { locale: "zh-CN", viewport: { width: 420, height: 800 } },
  ])("is for everyone: %o", async (options) => {
    const page = await drawn(`kind=${kind}`, options);
    await page.locator(".figure-table summary").click();
    expect(await seriousViolations(page)).toEqual([]);
    const sideways = await page.evaluate(
      "document.querySelector('#view').scrollWidth - document.querySelector('#view').clientWidth",
    );
    expect(sideways).toBeLessThanOrEqual(1);
  });

  test("the table holds the same figures", async () => {
    const page = await drawn(`kind=${kind}`);
    await page.getByText("同样的数据").click();
    expect(await page.locator(".figure-rows tbody tr").count()).toBe(data.figures.length);
    const links = await page.$$eval(".figure-rows tbody td:last-child a", (all) =>
      all.map((link) => new URLSearchParams(link.getAttribute("href") ?? "").get("fact")),
    );
    expect(links.toSorted()).toEqual(data.figures.map(({ fact }) => fact).toSorted());
  });
});

describe("files", () => {
  const saved = async (page: Page, name: string): Promise<Buffer> => {
    const [download] = (await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name }).click(),
    ])) as [Download, unknown];
    expect(download.suggestedFilename()).toMatch(/^jingjian-[a-z]+-[a-z._]+\.(?:svg|png)$/);
    return readFileSync(await download.path());
  };
  const QUERY = `kind=change&metric=agencies.coordinating&subject=鼓楼区&subject=${encodeURIComponent(HOSTILE)}`;

  test.each(KINDS)(
    "%s as SVG stands on its own: title, source line, fonts, no link, nothing from outside",
    async (kind) => {
      const page = await drawn(`kind=${kind}`);
      const svg = (await saved(page, "下载 SVG")).toString();
      const { texts, elements, attributes } = parsed(svg);
      expect(texts[0]).toMatch(/：(?:前后变化|分布|走势|节支排名)$/);
      expect(texts.join("")).toMatch(
        /数据：facts\.jsonl；未否决的事实 \d+ 条，\d+ 个主体；\d{4}-\d\d-\d\d；jingjian 制图/,
      );
      expect(elements).not.toContain("a");
      expect(attributes.filter(([name, value]) => /href|^on/.test(name) || /url\(|var\(/.test(value))).toEqual([]);
      expect(svg).toContain("Noto Sans CJK SC");
      const other = await page.context().newPage();
      await other.setContent("<p></p>");
      const width =
        await other.evaluate(`new Promise((done, fail) => { const image = new Image(); image.onload = () => done(image.naturalWidth);
      image.onerror = () => fail(new Error("no picture")); image.src = ${JSON.stringify(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`)}; })`);
      expect(width).toBe(1008);
    },
  );

  test("the source line names file, filter, facts and day, and hostile names are only text", async () => {
    const page = await drawn(QUERY);
    const { texts, elements } = parsed((await saved(page, "下载 SVG")).toString());
    const source = texts.slice(texts.findIndex((text) => text.startsWith("数据："))).join("");
    expect(source).toMatch(
      /^数据：facts\.jsonl；筛选 .*指标=议事协调机构.*；未否决的事实 3 条，3 个主体；\d{4}-\d\d-\d\d；jingjian 制图$/,
    );
    expect(source).toContain(`主体=${SHOWN}`);
    expect(elements).not.toContain("img");
    expect(texts).toContain(SHOWN);
  });

  test("PNG has twice the pixels, and something on them", async () => {
    const page = await drawn("kind=change");
    const png = await saved(page, "下载 PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * 1008);
    const inks = await page.evaluate(`(${darkPixels})(${JSON.stringify(png.toString("base64"))})`);
    // The source line is at the foot of the picture.
    expect(inks).toBeGreaterThan(500);
  });
});

/** How many dark pixels the lowest part of a PNG has; runs in the page. */
const darkPixels = `async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, bitmap.height - 120, bitmap.width, 100);
  return data.filter((level, at) => at % 4 === 0 && level < 160).length;
}`;

/** Texts, names of elements and attributes of an XML file. */
function parsed(xml: string) {
  const [texts, elements, attributes]: [string[], string[], [string, string][]] = [[], [], []];
  let isText = false;
  const parser = new Parser(
    {
      onopentag: (name, given) => {
        elements.push(name);
        attributes.push(...Object.entries(given));
        isText ||= name === "text" || name === "title";
        if (isText) texts.push("");
      },
      ontext: (text) => isText && texts.push(texts.pop() + text),
      onclosetag: (name) => {
        if (name === "text" || name === "title") isText = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { texts, elements, attributes };
}

test("keys go from mark to mark, and Enter opens the evidence", async () => {
  const page = await drawn("kind=distribution");
  await page.locator(".plot-frame a[tabindex='0']").focus();
  const at = () => page.evaluate("document.activeElement.getAttribute('aria-label')");
  const labels = await page.$$eval(".plot-frame a", (links) => links.map((link) => link.getAttribute("aria-label")));
  const seen = [await at()];
  for (const key of ["ArrowDown", "ArrowRight", "ArrowLeft", "End", "Home"]) {
    await page.keyboard.press(key);
    seen.push(await at());
  }
  expect(seen).toEqual([0, 1, 2, 1, labels.length - 1, 0].map((index) => labels[index]));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("view") === "queue");
});

test("what is chosen stands in the address, and the address shows it again", async () => {
  const page = await drawn("kind=change");
  await page.getByLabel("指标").selectOption({ index: 1 });
  await page.getByLabel("排序").selectOption("amount");
  await page.getByLabel("依据").selectOption("accepted");
  await page.getByText("还没有已接受的事实").waitFor();
  const { searchParams } = new URL(page.url());
  expect([searchParams.get("order"), searchParams.get("facts"), searchParams.get("of")]).toEqual([
    "amount",
    "accepted",
    (await dataOf("kind=change")).choices[1]!.measure,
  ]);
});

test("the hostile name is text, with the signs that nobody sees shown", async () => {
  const page = await drawn("kind=change&metric=agencies.coordinating");
  expect(await page.locator(".plot-frame img, .figure-rows img").count()).toBe(0);
  await page.getByText("同样的数据").click();
  await page.locator(".figure-rows .unseen", { hasText: "U+202E" }).waitFor();
});

describe("what is drawn of many", () => {
  const figure = (subject: string, amount: number, changes: Partial<PictureFigure> = {}): PictureFigure => ({
    ...{ fact: `${subject}${changes.code ?? ""}`, subject, code: null, scope: null, period: null, day: null, amount },
    ...{ before: null, change: null, bound: "exact", modality: "actual", status: "extracted", evidence: "" },
    ...{ publisher: null, facts: 1, differing: 0 },
    ...changes,
  });
  const provinceOf = (code: string) => ({ "32": "江苏省", "35": "福建省" })[code.slice(0, 2)] ?? null;
  const named = (...figures: PictureFigure[]) => labelled(figures, provinceOf).map(({ label }) => label);

  test.each<[string, readonly string[], readonly string[]]>([
    ["names that differ stay", named(figure("甲县", 1, { code: "320101" }), figure("乙县", 1)), ["甲县", "乙县"]],
    [
      "namesakes have their province",
      named(figure("鼓楼区", 1, { code: "320106" }), figure("鼓楼区", 1, { code: "350102" })),
      ["鼓楼区（江苏省）", "鼓楼区（福建省）"],
    ],
    [
      "namesakes of one province have their code",
      named(figure("城区", 1, { code: "320106" }), figure("城区", 1, { code: "320107" })),
      ["城区（320106）", "城区（320107）"],
    ],
    [
      "one subject at several times is no namesake",
      named(figure("甲县", 1, { day: "2024" }), figure("甲县", 2, { day: "2025" })),
      ["甲县", "甲县"],
    ],
  ])("%s", (_name, labels, wanted) => {
    expect(labels).toEqual(wanted);
  });

  const five = labelled(
    [5, 1, 4, 2, 3].map((n) => figure(`县${n}`, n, { before: 10, change: n * 10 - 40, code: `11000${6 - n}` })),
    provinceOf,
  );
  test.each<[string, Parameters<typeof arranged>[1], number, readonly number[], object | null]>([
    ["largest fall", "fall", 2, [1, 2], { count: 3, amount: 4, change: 0 }],
    ["largest rise", "rise", 3, [5, 4, 3], { count: 2, amount: 1.5, change: -25 }],
    ["largest number", "amount", 4, [5, 4, 3, 2, 1], null],
    ["place", "place", 9, [5, 4, 3, 2, 1], null],
  ])("%s first, the rest in short", (_name, order, most, amounts, rest) => {
    const found = arranged(five, order, most);
    expect(found.drawn.map(({ amount }) => amount)).toEqual(amounts);
    if (rest === null) expect(found.rest).toBeNull();
    else expect(found.rest).toMatchObject(rest);
  });

  test.each([
    [[], null],
    [[3], 3],
    [[9, 1], 5],
    [[9, 1, 2], 2],
  ])("the median of %j is %j", (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });

  test.each([
    [[1, 201], true],
    [[1, 200], false],
    [[0, 1e9], false],
    [[-5, 1e9], false],
  ])("numbers %j want a logarithmic scale: %s", (numbers, wanted) => {
    expect(isWide(numbers)).toBe(wanted);
  });
});
