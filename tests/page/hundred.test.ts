import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Decision } from "../../schemas/decision.ts";
import { browserUnderTest, SERVER_GONE } from "../support/browser.ts";
import { decisionsIn } from "../support/queue-page.ts";
import { freePort, type ReviewProcess, startReview } from "../support/review-process.ts";
import { linesOf, sampleFacts } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const FACTS = 100;
const KILL_AT = 50;
const folder = tempFolder();
const chromium = browserUnderTest();
let server: ReviewProcess | undefined;
afterAll(() => server?.stop());

/** What is pressed for the fact at a place, and what the file then says of it. */
const keysAt = (at: number): readonly [readonly string[], Decision["action"]] =>
  at % 4 === 3 ? [["r", String(1 + (at % 3))], "reject"] : [["a"], "accept"];

const shownFact = (page: Page) => new URL(page.url()).searchParams.get("fact") ?? "";

test("a hundred facts through keys alone, the server killed half way: what was called saved is saved", async () => {
  const facts = join(folder, "facts.jsonl");
  writeFileSync(facts, linesOf((await sampleFacts()).slice(0, FACTS)));
  const start = [facts, "--in", "corpus/articles", "--listen", `127.0.0.1:${await freePort()}`];
  server = await startReview(start);
  chromium.allowed = SERVER_GONE;
  const page = await chromium.open(`${server.url}?view=queue`, { locale: "en" });
  page.setDefaultTimeout(90_000);
  await page.getByRole("button", { name: /Accept/ }).waitFor();
  const saved = new Map<string, Decision["action"]>();
  for (let at = 0; at < FACTS; at++) {
    await page.waitForFunction(
      (done) => !done.includes(new URL(location.href).searchParams.get("fact") ?? ""),
      [...saved.keys()],
    );
    const fact = shownFact(page);
    const [keys, action] = keysAt(at);
    // A restarted process is a new one: what it does not find in the file is lost.
    const killed = at === KILL_AT ? server.stop("SIGKILL") : null;
    for (const key of keys) await page.keyboard.press(key);
    if (at === 0) {
      await page.getByRole("dialog").waitFor();
      await page.keyboard.type("李");
      await page.keyboard.press("Enter");
    }
    if (killed !== null) {
      await killed;
      await page.getByText(/Not saved/).waitFor();
      server = await startReview(start);
      await page.keyboard.press("Enter"); // Try again
    }
    await page
      .getByRole("status")
      .getByText(/^Saved/)
      .waitFor();
    await page.waitForFunction(
      (last) =>
        new URL(location.href).searchParams.get("fact") !== last || document.querySelector(".queue-main") === null,
      fact,
    );
    saved.set(fact, action);
  }
  await page.getByText("This view is done").waitFor();
  await server.stop();
  const found = new Map(decisionsIn(facts).map(({ fact, action }) => [fact, action]));
  expect([...found]).toEqual([...saved]);
  expect(saved.size).toBe(FACTS);
});
