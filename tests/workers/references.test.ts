import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "@jest/globals";
import { readInputs } from "../../pipeline/inputs/index.ts";
import type { RawPage } from "../../schemas/document.ts";
import type { DocumentReference } from "../../schemas/job.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { ReferenceReader, referTo } from "../../workers/references.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const inputs = join(folder, "inputs");
const places = { spooled: null, base: folder };
const settings = parseSettings({});

const LINES = [
  '{"id": 1, "text": "河曲县"}',
  "",
  '{"id": "二", "html": "<p>縣\u{20BB7}</p>", "title": "題"}\r',
  JSON.stringify({ id: "long", text: "县".repeat(200_000) }),
  '{"id": "4", "markdown": "# 标题", "url": "https://example.org/4"}',
  '{"id": "last", "text": "无换行"}',
];

async function pages(): Promise<RawPage[]> {
  const found: RawPage[] = [];
  for await (const input of readInputs([inputs], { stdin: process.stdin, settings })) {
    if ("error" in input) throw input.error;
    found.push(input);
  }
  return found;
}

const references = async (): Promise<DocumentReference[]> => (await pages()).map((page) => referTo(page, places));
const write = (name: string, content: string) => writeFileSync(join(inputs, name), content);

beforeEach(() => {
  rmSync(inputs, { recursive: true, force: true });
  mkdirSync(inputs);
  write("a.txt", "漾濞县\n");
  write("b.html", "<html><body>县</body></html>");
  write("c.jsonl", LINES.join("\n"));
});

test("each document is read again as it was, in any order, as often as wanted", async () => {
  const all = await pages();
  expect(all.map(({ id }) => id)).toEqual(["a", "b", "1", "二", "long", "4", "last"]);
  const reader = new ReferenceReader(settings);
  for (const page of [...all, ...all.toReversed()]) {
    const { origin: _was, ...again } = await reader.read(referTo(page, places));
    const { origin: _is, ...before } = page;
    expect(again).toEqual(before);
  }
});

test("a reference holds no text of the document", async () => {
  for (const reference of await references()) expect(JSON.stringify(reference).length).toBeLessThan(500);
});

describe("the key", () => {
  const [document, content] = [0, 1];
  test.each<[string, () => void, number | null]>([
    ["stays when a file is written anew as it was", () => write("a.txt", "漾濞县\n"), null],
    ["has another content when the text is another", () => write("a.txt", "漾濞\n"), content],
    ["has another content when the form is another", () => write("a.txt", "---\ntitle: x\n---\n漾濞县\n"), content],
  ])("%s", async (_name, change, differs) => {
    const before = (await references())[0]!.key.split(".");
    change();
    const after = (await references())[0]!.key.split(".");
    expect([document, content].filter((part) => before[part] !== after[part])).toEqual(
      differs === null ? [] : [differs],
    );
  });

  test("is that of the same line wherever in its file it stands", async () => {
    const before = (await references()).map(({ key }) => key);
    write("c.jsonl", `{"id": "new", "text": "新"}\n${LINES.join("\n")}`);
    const after = (await references()).map(({ key }) => key);
    expect(before.filter((key) => !after.includes(key))).toEqual([]);
  });
});

describe("a document that is not there any more", () => {
  test.each<[string, number, () => void, string]>([
    ["a file that is gone", 0, () => rmSync(join(inputs, "a.txt")), "UNREADABLE_INPUT"],
    ["a file with other content", 0, () => write("a.txt", "别的"), "INPUT_CHANGED"],
    ["a file that is empty", 0, () => write("a.txt", ""), "EMPTY_INPUT"],
    ["a lines file that is gone", 3, () => rmSync(join(inputs, "c.jsonl")), "UNREADABLE_INPUT"],
    [
      "a line that moved",
      3,
      () => write("c.jsonl", `{"id": "new", "text": "新"}\n${LINES.join("\n")}`),
      "INPUT_CHANGED",
    ],
    [
      "a line with other content",
      2,
      () => write("c.jsonl", LINES.join("\n").replace("河曲县", "保德县")),
      "INPUT_CHANGED",
    ],
    ["a lines file that is shorter", 6, () => write("c.jsonl", LINES.slice(0, 3).join("\n")), "INPUT_CHANGED"],
  ])("%s", async (_name, index, change, code) => {
    const reference = (await references())[index]!;
    change();
    await expect(new ReferenceReader(settings).read(reference)).rejects.toMatchObject({ code });
  });
});
