import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { documentIdOf } from "../../pipeline/archive/document-id.ts";
import { ArchiveWriter } from "../../pipeline/archive/writer.ts";
import { processPage } from "../../pipeline/index.ts";
import { openArticles } from "../../review/articles/index.ts";
import type { StoredFact } from "../../review/facts/fact-store.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { archivesIn, exchange, fetched, html } from "../pipeline/archive/archives.ts";
import { tempFolder } from "../support/temp.ts";

const ADDRESS = "http://www.hequ.example.cn/a.html";
const settings = (archive: string) => parseSettings({}, { archive });
const root = tempFolder();

const pageOf = (text: string, date: string) => {
  const bytes = Buffer.from(html(text));
  return fetched([exchange({ url: ADDRESS, body: bytes, date })], bytes, "text/html; charset=utf-8");
};

/** Facts as `work` writes them of a fetched page. */
const factsOf = (text: string): StoredFact[] =>
  processPage(
    {
      source: ADDRESS,
      id: documentIdOf(ADDRESS),
      bytes: Buffer.from(html(text)),
      form: "html",
      stated: { url: ADDRESS },
    },
    settings(root),
  ).facts.map((fact) => ({ fact, status: "extracted" }));

test("of all captures of a page the one that proves the evidence is shown", async () => {
  const archive = join(root, "captures");
  const [old, now] = ["河曲县36个党政机构精简为22个。", "更新：河曲县36个党政机构精简为21个。"];
  const writer = await ArchiveWriter.open(archive);
  await writer.append(pageOf(old, "2025-01-01T00:00:00Z"));
  await writer.append(pageOf(now, "2025-06-01T00:00:00Z"));
  await writer.close();
  const articles = openArticles({ inputs: [], settings: settings(archive), onFailure: fail });
  const facts = factsOf(old);
  const view = await articles.view(facts[0]!.fact.doc, facts);
  expect([view.source, view.unproved, view.blocks.map(({ original }) => original)]).toEqual([
    "archive",
    [],
    expect.arrayContaining([old]),
  ]);
  const drafted = await articles.draft(facts[0]!.fact.doc, facts, {
    doc: facts[0]!.fact.doc.id,
    ...{ start: facts[0]!.fact.evidence[0]!.start, end: facts[0]!.fact.evidence[0]!.end, metric: "agencies.gov" },
  });
  expect(drafted.fact).toMatchObject({ before: 36, after: 22, doc: facts[0]!.fact.doc });
});

test("a capture that is damaged is told, and sentences stand in for the page", async () => {
  const archive = join(root, "damaged");
  const text = "河曲县36个党政机构精简为22个。";
  const writer = await ArchiveWriter.open(archive);
  await writer.append(pageOf(text, "2025-01-01T00:00:00Z"));
  await writer.close();
  const [path] = archivesIn(archive);
  const failures: string[] = [];
  const articles = openArticles({
    ...{ inputs: [], settings: settings(archive) },
    onFailure: (source) => failures.push(source),
  });
  const facts = factsOf(text);
  // Indexed, and then gone.
  expect((await articles.view({ ...facts[0]!.fact.doc, id: "x", url: "http://x.example/" }, [])).source).toBe(
    "sentences",
  );
  rmSync(path!);
  expect((await articles.view(facts[0]!.fact.doc, facts)).source).toBe("sentences");
  expect(failures).toEqual([expect.stringContaining(path!)]);
});

const fail = (source: string, error: unknown): never => {
  throw new Error(`${source}: ${error}`);
};
