import { existsSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { Decision } from "../../schemas/decision.ts";
import type { BrowserUnderTest } from "./browser.ts";
import type { ReviewServer } from "./review.ts";

export interface Visitor {
  readonly name?: string;
  readonly language?: "zh" | "en";
  readonly colours?: "light" | "dark";
  readonly width?: number;
}

/** Opens a view of a server's page as a visitor who has given a name. */
export const visitors =
  ({ open }: BrowserUnderTest) =>
  ({ url }: Pick<ReviewServer, "url">, query: string, visitor: Visitor = {}): Promise<Page> => {
    const { name = "王敏", language = "zh", colours = "light", width = 1280 } = visitor;
    return open(`${url}/review/?${query}`, {
      colorScheme: colours,
      viewport: { width, height: 800 },
      kept: { "jingjian.reviewer": name, "jingjian.language": language },
    });
  };

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
