import { describe, expect, test } from "@jest/globals";
import { cleanHtml } from "../../../pipeline/clean/html.ts";
import { BudgetExceededError } from "../../../schemas/errors.ts";
import { BODY, LIMITS } from "./html-pages.ts";

const [sentence] = BODY;
const MANY = 50_000;

describe("hostile pages are read in one linear pass", () => {
  test.each([
    ["nested elements", `${"<div>".repeat(MANY)}<p>${sentence}</p>`],
    ["close tags of nothing", `${"<div>".repeat(MANY)}${"</x></b></div>".repeat(MANY)}<p>${sentence}</p>`],
    ["open inline elements", `${"<b>".repeat(MANY)}${sentence}`],
    ["attributes", `<div ${Array.from({ length: MANY }, (_, i) => `a${i}=x`).join(" ")}><p>${sentence}</p></div>`],
    ["a class of many names", `<div class="${"comment-a ".repeat(MANY)}"><p>${sentence}</p></div>`],
    ["nested tables", `${"<table><tr><td>".repeat(20_000)}${sentence}`],
    ["a giant script", `<script>var a = "${"x".repeat(2_000_000)}";</script><p>${sentence}</p>`],
    ["quotes in a script", `<script>${`"'\\`.repeat(MANY)}\n</script><p>${sentence}</p>`],
    ["NULs", `${"\0".repeat(MANY)}<p>${sentence}</p>`],
    ["a script that never ends", `<p>${sentence}</p><script>${"<".repeat(MANY)}`],
    ["dates", `<title>甲</title><h1>一个很长的标题</h1><p>${"2026-03-05 来源：".repeat(20_000)}</p><p>${sentence}</p>`],
    ["dashes", `<title>${" - ".repeat(MANY)}</title><p>${sentence}</p>`],
  ])("%s", (_name, html) => {
    expect(cleanHtml(html, { ...LIMITS, maxNodes: 1_000_000 }).text).toContain(sentence);
  });

  test("past the budget of nodes an error says so", () => {
    expect(() => cleanHtml("<p>一".repeat(600), { ...LIMITS, maxNodes: 1_000 })).toThrow(BudgetExceededError);
  });

  test("past the depth elements are flattened, and nothing is lost", () => {
    const html = `${"<div>".repeat(100)}<p>甲</p>${"</div>".repeat(100)}<p>${sentence}</p>`;
    expect(cleanHtml(html, { ...LIMITS, maxDepth: 10 }).text).toBe(`甲\n${sentence}`);
  });
});
