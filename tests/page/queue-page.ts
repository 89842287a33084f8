import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import type { Decision } from "../../schemas/decision.ts";

export interface Visitor {
  readonly name?: string;
  readonly language?: "zh" | "en";
  readonly colours?: "light" | "dark";
  readonly width?: number;
}

/** Everything a page says on its console that nobody should read there, and every address it asks that is not its own. */
const complaints = new WeakMap<Page, string[]>();

/** A window of its own browser profile, on a view of the page. */
export async function visit(browser: Browser, url: string, query: string, visitor: Visitor = {}): Promise<Page> {
  const { name = "王敏", language = "zh", colours = "light", width = 1280 } = visitor;
  const context = await browser.newContext({ colorScheme: colours, viewport: { width, height: 800 } });
  const page = await context.newPage();
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on("console", (message) => message.type() === "error" && heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("dialog", (dialog) => heard.push(`dialog ${dialog.message()}`));
  page.on("request", (request) => request.url().startsWith(url) || heard.push(`asks ${request.url()}`));
  await page.addInitScript(`
    localStorage.setItem("jingjian.reviewer", ${JSON.stringify(name)});
    localStorage.setItem("jingjian.language", ${JSON.stringify(language)});
  `);
  await page.goto(`${url}/review/?${query}`);
  return page;
}

export const heardOf = (page: Page): readonly string[] => complaints.get(page) ?? [];

/** Lines of `decisions.jsonl`. */
export function decisionsIn(facts: string): Decision[] {
  const path = facts.replace(/\.jsonl$/, ".decisions.jsonl");
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Decision);
}

/** Id of the fact that the window shows, once its words are marked. */
export async function shownFact(page: Page): Promise<string> {
  await page.waitForSelector("mark.current");
  return new URL(page.url()).searchParams.get("fact") ?? "";
}

/** Waits until the window shows another fact. */
export async function movedFrom(page: Page, fact: string): Promise<string> {
  await page.waitForURL((url) => url.searchParams.get("fact") !== fact);
  return shownFact(page);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Nothing that axe-core calls serious or critical. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const violations = (await page.evaluate("axe.run().then(({ violations }) => violations)")) as Violation[];
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html + node.failureSummary).join("\n")}`),
  ).toEqual([]);
}
