import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "@jest/globals";
import type { Fact } from "../../schemas/fact.ts";
import { html, record, response } from "../pipeline/archive/archives.ts";
import { encoded } from "../support/charsets.ts";
import { jingjian } from "../support/cli.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const archive = join(folder, "crawl.warc.gz");
const output = join(folder, "facts.jsonl");
const URLS = ["http://a.gov.cn/1", "http://a.gov.cn/2"];
const SENTENCE = "河口县把三十四个党政机构精简为二十三个。";
const page = (url: string, text: string): Buffer =>
  response(url, encoded(html(text), "gb18030"), "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n");
const RECORDS = [
  record({ "WARC-Type": "warcinfo" }, ""),
  page(URLS[0]!, SENTENCE),
  page(URLS[1]!, "曲靖市精简事业单位52家。"),
];

const facts = (): Fact[] =>
  readFileSync(output, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const rewrite = (name: string, list: readonly Fact[]): string => {
  const path = join(folder, name);
  writeFileSync(path, list.map((fact) => `${JSON.stringify(fact)}\n`).join(""));
  return path;
};

beforeAll(async () => {
  writeFileSync(archive, Buffer.concat(RECORDS.map((part) => gzipSync(part))));
  expect(await jingjian(["extract", archive, "--out", output])).toMatchObject({ code: 0 });
});

test("an archive is extracted as any input", () => {
  expect(facts().map(({ doc, before, after }) => [doc.url, before, after])).toEqual([
    [URLS[0], 34, 23],
    [URLS[1], null, null],
  ]);
});

test("replay of the same rules shows nothing", async () => {
  expect(await jingjian(["replay", archive, "--facts", output])).toMatchObject({ code: 0, stdout: "" });
});

test("replay shows what is new, gone and changed", async () => {
  const [first, second] = facts();
  const old = rewrite("old.jsonl", [
    { ...first!, after: 22 },
    { ...first!, id: "gone", metric: "agencies.other" },
  ]);
  const { code, stdout } = await jingjian(["replay", folder, "--facts", old, "--format", "jsonl"]);
  const changes = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(changes.map(({ how, url, fields }) => [how, url, fields])).toEqual([
    ["removed", URLS[0], undefined],
    ["changed", URLS[0], ["after"]],
    ["added", URLS[1], undefined],
  ]);
  expect(changes[2].after).toEqual(second);
  const table = await jingjian(["replay", archive, "--facts", old]);
  expect(table.stdout).toMatch(
    /^\S+crawl\.warc\.gz#2 http:\/\/a\.gov\.cn\/1\n- .*\n~ after\n {2}- .*\n {2}\+ .*\n\S+#3 .*\n\+ .*\n$/,
  );
});

test("replay of a damaged archive shows the rest and ends with 1", async () => {
  const cut = join(folder, "cut.warc");
  writeFileSync(cut, Buffer.concat(RECORDS).subarray(0, -40));
  const { code, stdout, stderr } = await jingjian(["replay", cut, "--facts", output]);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("ARCHIVE_DAMAGED");
});

test("verify proves the evidence from the archive and from other inputs", async () => {
  expect(await jingjian(["verify", output, "--archive", folder])).toMatchObject({ code: 0, stdout: "" });
  expect(await jingjian(["verify", output, "--in", archive])).toMatchObject({ code: 0, stdout: "" });
});

test("verify shows what is not proved, and what is gone", async () => {
  const [first, second] = facts();
  const moved = first!.evidence.map((evidence) => ({ ...evidence, start: evidence.start + 1, end: evidence.end + 1 }));
  const wrong = rewrite("wrong.jsonl", [
    { ...first!, evidence: moved },
    { ...second!, doc: { ...second!.doc, id: "other", url: "http://a.gov.cn/none" } },
  ]);
  for (const place of [
    ["--archive", folder],
    ["--in", archive],
  ]) {
    const { code, stdout } = await jingjian(["verify", wrong, ...place]);
    expect(code).toBe(1);
    const items = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(items.map(({ doc, found }) => [doc, typeof found])).toEqual([
      [first!.doc.id, "string"],
      ["other", "object"],
    ]);
  }
});

test("run takes an archive through the queue", async () => {
  const out = join(folder, "run.jsonl");
  const { code } = await jingjian(["run", archive, "--out", out, "--queue", `embedded:${join(folder, "queue")}`], {
    cwd: folder,
  });
  expect(code).toBe(0);
  const sorted = (path: string) => readFileSync(path, "utf8").split("\n").sort();
  expect(sorted(out)).toEqual(sorted(output));
});
