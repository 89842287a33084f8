import { writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Fact } from "../../schemas/fact.ts";
import { browserUnderTest, seriousViolations } from "../support/browser.ts";
import { type ReviewServer, reviewServers } from "../support/review.ts";
import { linesOf, sampleFacts } from "../support/sample-facts.ts";
import { searchOf } from "../support/table-page.ts";

const { open } = browserUnderTest();
const serve = reviewServers();
let facts: readonly Fact[];
beforeAll(async () => {
  facts = await sampleFacts();
});

const viewOf = ({ url }: ReviewServer) => `${url}/review/?view=agreement`;
const decide = (server: ReviewServer, reviewer: string, action: string, { id }: Fact) =>
  server.post("decisions", {
    reviewer,
    action,
    fact: id,
    ...(action === "reject" ? { reason: `${reviewer}的理由` } : {}),
  });
const section = (page: Page, heading: RegExp) =>
  page.locator("section", { has: page.getByRole("heading", { name: heading }) });

test("before anybody differs, it says what is missing", async () => {
  const page = await open(viewOf(await serve(facts.slice(0, 5))));
  await section(page, /有分歧的事实（0）/)
    .getByText("没有分歧。")
    .waitFor();
  await page.getByText("还没有一条事实由两人以上判断过").waitFor();
  await page.getByText("还没有人作过决定").waitFor();
  expect(await seriousViolations(page)).toEqual([]);
});

test("what two reviewers differ in is listed with what each said, counted, and opened for an adjudicator", async () => {
  const server = await serve(facts.slice(0, 20));
  for (const [at, fact] of facts.slice(0, 12).entries()) {
    await decide(server, "王敏", at % 2 === 0 ? "accept" : "reject", fact);
    await decide(server, "李强", at % 2 === 0 && at !== 4 ? "accept" : "reject", fact);
  }
  const page = await open(viewOf(server));
  const item = section(page, /有分歧的事实（1）/).locator(".case");
  await item.getByText("王敏").waitFor();
  expect(await item.locator(".verdicts li").allTextContents()).toEqual([
    expect.stringMatching(/^王敏 接受/),
    expect.stringMatching(/^李强 否决.*李强的理由/),
  ]);
  // Eleven of twelve agree: kappa is (11/12 − 1/2) / (1 − 1/2), for one of them is evenly divided.
  const all = await page
    .locator("tr", { has: page.getByRole("rowheader", { name: "全部" }) })
    .locator("td")
    .allTextContents();
  expect(all).toEqual(["12", "92%", "0.83", "几乎完全一致"]);
  expect(await seriousViolations(page)).toEqual([]);
  await item.getByRole("link", { name: "裁定" }).click();
  await page.waitForURL((url) => url.searchParams.get("view") === "queue");
  expect([searchOf(page).get("fact"), searchOf(page).get("role")]).toEqual([facts[4]!.id, "adjudicator"]);
});

test("a decision is listed when its fact is gone, with the fact of today that rests on the same words", async () => {
  const first = await serve(facts.slice(0, 3));
  const [gone, without] = facts as [Fact, Fact];
  await decide(first, "王敏", "reject", gone);
  await decide(first, "王敏", "accept", without);
  await first.close();
  const anew = { ...gone, id: `${gone.id}-anew` };
  writeFileSync(first.facts, linesOf([anew]));
  const server = await serve(null, { facts: first.facts });
  const page = await open(viewOf(server));
  await page.getByRole("link", { name: "2 条决定无主" }).waitFor();
  const cases = section(page, /无主的决定（2）/).locator(".case");
  await cases.getByText("没有相近的事实").waitFor();
  await cases.getByRole("link", { name: "打开相近的事实" }).click();
  await page.waitForURL((url) => url.searchParams.get("fact") === anew.id);
});
