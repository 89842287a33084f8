import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import readExcel from "read-excel-file/node";
import type { Fact } from "../../schemas/fact.ts";
import { browserUnderTest } from "../support/browser.ts";
import { type ReviewProcess, startReview } from "../support/review-process.ts";
import { linesOf, sampleFacts } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const FACTS = 20;
const SCOPE = "县直部门";
const folder = tempFolder();
const { open } = browserUnderTest();
let server: ReviewProcess | undefined;
afterAll(() => server?.stop());

type Verdict = "accepted" | "corrected" | "rejected";
const verdictAt = (at: number): Verdict => (at % 5 === 2 ? "rejected" : at % 5 === 3 ? "corrected" : "accepted");

test("twenty facts, from opening the page to the workbook", async () => {
  const facts = (await sampleFacts()).slice(0, FACTS);
  const path = join(folder, "facts.jsonl");
  writeFileSync(path, linesOf(facts));
  server = await startReview([path, "--in", "corpus/articles", "--listen", "127.0.0.1:0"]);
  const page = await open(server.url, { acceptDownloads: true });
  page.setDefaultTimeout(90_000);
  for (const [at, fact] of facts.entries()) {
    await page.waitForFunction((id) => new URL(location.href).searchParams.get("fact") === id, fact.id);
    await page.getByRole("button", { name: /接受/ }).and(page.locator(":enabled")).waitFor();
    const verdict = verdictAt(at);
    if (verdict === "accepted") await page.keyboard.press("a");
    if (verdict === "rejected") for (const key of ["r", "4"]) await page.keyboard.press(key);
    if (verdict === "corrected") {
      await page.keyboard.press("e");
      await page.getByLabel("范围", { exact: true }).fill(SCOPE);
      await page.keyboard.press("Control+Enter");
    }
    if (at === 0) {
      await page.getByRole("dialog").waitFor();
      await page.keyboard.type("王");
      await page.keyboard.press("Enter");
    }
  }
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出工作簿（XLSX）" }).click(),
  ]);
  const workbook = join(folder, download.suggestedFilename());
  await download.saveAs(workbook);
  const [sheet] = await readExcel(workbook);
  const [header = [], ...rows] = sheet!.data;
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? null);
  const kept = facts
    .map((fact, at) => ({ fact, verdict: verdictAt(at) }))
    .filter(({ verdict }) => verdict !== "rejected");
  expect(column("id")).toEqual(kept.map(({ fact }) => fact.id));
  expect(column("status")).toEqual(kept.map(({ verdict }) => verdict));
  expect(column("reviewers")).toEqual(kept.map(() => "王"));
  const scope = ({ fact, verdict }: { readonly fact: Fact; readonly verdict: Verdict }) =>
    verdict === "corrected" ? SCOPE : fact.scope;
  expect(column("scope")).toEqual(kept.map(scope));
  for (const field of ["value", "before", "after", "change", "change_pct"] as const)
    expect(column(field)).toEqual(kept.map(({ fact }) => fact[field]));
});
