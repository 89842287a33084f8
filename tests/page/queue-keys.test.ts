import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { QUEUE_KEYS, type QueueAction } from "../../review/page/views/queue/key-table.ts";
import { browserUnderTest } from "../support/browser.ts";
import { decisionsIn, movedFrom, shownFact, visitors } from "../support/queue-page.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";
import { sampleFacts } from "../support/sample-facts.ts";

const visit = visitors(browserUnderTest());
const serve = reviewServers();
let server: ReviewServer;
beforeAll(async () => {
  server = await serve(await sampleFacts(), { inputs: ["corpus/articles"] });
});

const isOpen = (page: Page, words: string) => page.getByRole("dialog", { name: words }).waitFor();
const last = () => decisionsIn(server.facts).at(-1);
const pressed = (page: Page, name: string) => page.getByRole("button", { name }).getAttribute("aria-pressed");

/** TABLE of what each action does, told by what can be seen of it; `before` is the fact that was shown. */
const EFFECTS: Readonly<Record<QueueAction, (page: Page, before: string) => Promise<void>>> = {
  accept: async (page, before) => {
    await movedFrom(page, before);
    expect(last()).toMatchObject({ action: "accept", fact: before, reviewer: "王敏", role: "reviewer" });
  },
  reject: (page) => isOpen(page, "为什么否决？"),
  edit: (page) => page.getByRole("form", { name: "更正事实" }).waitFor(),
  undo: async (page, before) => {
    await page.getByText(/已保存：撤销了/).waitFor();
    expect(last()).toMatchObject({ action: "undo", fact: before });
  },
  next: async (page, before) => {
    await movedFrom(page, before);
    await page.getByText(/^第 3 条/).waitFor();
  },
  previous: async (page, before) => {
    await movedFrom(page, before);
    await page.getByText(/^第 1 条/).waitFor();
  },
  search: (page) => page.locator("input[type=search]:focus").waitFor(),
  filter: (page) => isOpen(page, "筛选"),
  example: (page) => isOpen(page, "作为哪一种样例？"),
  text: async (page) => expect(await pressed(page, "简体")).toBe("true"),
  add: (page) => page.getByText("先在文章里选中几个字").waitFor(),
  caret: async (page) => expect(await page.evaluate("getSelection().toString().length")).toBe(1),
  reveal: async (page) => expect(await pressed(page, "显示他人的判断")).toBe("true"),
};

/** A key as no key of the browser's own layout gives it. */
const keydown = (event: object): string =>
  `document.body.dispatchEvent(new KeyboardEvent("keydown", ${JSON.stringify({ ...event, bubbles: true })}))`;

/** The second fact of the file, of examples one that nobody has decided on; where something is to be undone, the reviewer has accepted it in this window. */
async function ready(action: QueueAction, name: string): Promise<{ page: Page; fact: string }> {
  const { id } = (await sampleFacts())[action === "example" ? 30 : 1]!;
  const page = await visit(server, `view=queue&fact=${id}`, { name });
  const fact = await shownFact(page);
  if (action === "undo") {
    await page.keyboard.press("a");
    await movedFrom(page, fact);
  }
  return { page, fact };
}

test.each(QUEUE_KEYS.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)))(
  "%s does %s",
  async (key, action) => {
    const { page, fact } = await ready(action, "王敏");
    // A sign of a Chinese layout is no key of the American one that the browser is driven by.
    if (/[^\x20-\x7e]/.test(key)) await page.evaluate(keydown({ key }));
    else await page.keyboard.press(key);
    await EFFECTS[action](page, fact);
  },
);

test.each(QUEUE_KEYS.filter(({ action }) => !["search", "text", "caret"].includes(action)).map(({ action }) => action))(
  "the button of %s does it too",
  async (action) => {
    const { page, fact } = await ready(action, "王敏");
    const key = QUEUE_KEYS.find((row) => row.action === action)!.keys[0]!;
    await page.click(`button[aria-keyshortcuts="${key}"]`);
    await EFFECTS[action](page, fact);
  },
);

test("the text is chosen by its buttons, the search by a click", async () => {
  const { page } = await ready("text", "王敏");
  await page.click("text=并排");
  expect(await page.locator("mark.current").count()).toBe(2);
  await page.click("input[type=search]");
  await EFFECTS.search(page, "");
});

test("the help lists every key", async () => {
  const { page } = await ready("next", "王敏");
  await page.keyboard.press("?");
  const keys = await page.locator("dialog dt kbd").allTextContents();
  expect(keys).toEqual(expect.arrayContaining(QUEUE_KEYS.map(({ keys: [first] }) => first)));
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
});

test.each<[string, (page: Page) => Promise<unknown>]>([
  ["while somebody types", (page) => page.fill("input[type=search]", "").then(() => page.keyboard.type("ar"))],
  ["with Ctrl", (page) => page.keyboard.press("Control+e")],
  ["with Alt", (page) => page.keyboard.press("Alt+r")],
  ["while an input method composes", (page) => page.evaluate(keydown({ key: "a", isComposing: true }))],
  [
    "while a dialog is open",
    async (page) => {
      await page.keyboard.press("r");
      await page.keyboard.press("a");
      await page.keyboard.press("Escape");
    },
  ],
])("a key does nothing %s", async (_, press) => {
  const { page, fact } = await ready("accept", "从不决定");
  await press(page);
  await page.waitForTimeout(400);
  expect(await page.locator("dialog[open], form.queue-edit").count()).toBe(0);
  expect(decisionsIn(server.facts).filter(({ reviewer }) => reviewer === "从不决定")).toEqual([]);
  expect(fact).not.toBe("");
});
