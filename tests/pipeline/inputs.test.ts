import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type Input, readInputs } from "../../pipeline/inputs/index.ts";

const settings = { maxBytes: 1_000 };
const TEXT = "河口县机构改革\n三十四个党政机构精简为二十三个。\n";
const root = mkdtempSync(join(tmpdir(), "jingjian-inputs-"));
let folder = root;
let count = 0;

beforeEach(() => {
  folder = join(root, String(count++));
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true }));

function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

async function read(inputs: readonly string[], stdin: Iterable<string | Uint8Array> = []): Promise<Input[]> {
  const stream = Readable.from([...stdin].map((chunk) => Buffer.from(chunk)));
  const found: Input[] = [];
  for await (const input of readInputs(inputs, { stdin: stream, settings })) found.push(input);
  return found;
}

/** Each input in short: `id form` or `source error-class`, paths below the test's folder. */
const brief = (inputs: readonly Input[]): string[] =>
  inputs.map((input) =>
    "error" in input
      ? `${input.source.replace(`${folder}/`, "")} ${input.error.name}`
      : `${input.id} ${input.form}${input.source === "stdin" ? " from stdin" : ""}`,
  );
const inFolder = (...names: string[]): string[] => names.map((name) => join(folder, name));
const line = (id: string | number, text = TEXT): string => `${JSON.stringify({ id, text })}\n`;

describe("forms, by ending and content", () => {
  test.each([
    ["a.html", TEXT, "a html"],
    ["a.HTM", TEXT, "a html"],
    ["a.xhtml", TEXT, "a html"],
    ["a.md", TEXT, "a markdown"],
    ["a.markdown", TEXT, "a markdown"],
    ["a.txt", TEXT, "a text"],
    ["a", TEXT, "a text"],
    ["a.txt", `\n---\ntitle: '改革'\n---\n<p>正文</p>`, "a markdown"],
    ["a.txt", `\u{FEFF}---\r\ndate: 2025-01-01\r\n---\r\n正文`, "a markdown"],
    ["a.txt", "---\n正文没有前言\n---\n", "a text"],
    ["a.txt", "<!DOCTYPE html><html><body>正文</body></html>", "a html"],
    ["a.txt", "  <div class='x'>正文</div>", "a html"],
    ["a.txt", "<三个人>正文", "a text"],
    ["a.txt", "# 标题\n\n正文", "a markdown"],
    ["2025.1.2-改革.txt", TEXT, "2025.1.2-改革 text"],
  ])("%s %j", async (name, content, expected) => {
    put({ [name]: content });
    expect(brief(await read(inFolder(name)))).toEqual([expected]);
  });
});

describe("files, folders, globs", () => {
  test("a folder: sorted, with its subfolders, without hidden files and what lies beside pages", async () => {
    put({
      "b.txt": TEXT,
      "a.txt": `${TEXT}a`,
      "c/d.html": TEXT,
      ".hidden.txt": TEXT,
      "c/style.css": "p {}",
      ".git/x.txt": TEXT,
    });
    expect(brief(await read([folder]))).toEqual(["a text", "b text", "c/d html"]);
  });

  test("a glob, and a file that is named like one", async () => {
    put({ "b.txt": TEXT, "a.txt": TEXT, "c.md": TEXT, "x[1].txt": TEXT });
    expect(brief(await read(inFolder("*.txt")))).toEqual(["a text", "b text", "x[1] text"]);
    expect(brief(await read(inFolder("x[1].txt")))).toEqual(["x[1] text"]);
  });

  test("what is named twice is read once", async () => {
    put({ "a.txt": TEXT });
    expect(brief(await read([...inFolder("a.txt", "*.txt"), folder]))).toEqual(["a text"]);
  });

  test("files of one name take their folder into the id, whatever the order", async () => {
    put({ "x/01.txt": `${TEXT}x`, "y/01.txt": `${TEXT}y`, "y/02.txt": TEXT, "y/02.md": TEXT });
    const names = inFolder("x/01.txt", "y/01.txt", "y/02.txt", "y/02.md");
    const ids = ["x/01 text", "y/01 text", "02.txt text", "02.md markdown"];
    expect(brief(await read(names))).toEqual(ids);
    expect(brief(await read(names.toReversed()))).toEqual(ids.toReversed());
  });

  test("links to folders lead in no circle", async () => {
    put({ "a.txt": TEXT });
    symlinkSync(folder, join(folder, "again"));
    expect(brief(await read([folder]))).toEqual(["a text"]);
  });
});

describe("documents JSONL", () => {
  test("one document a line, with what the line states", async () => {
    const stated = { title: "题", publisher: "报", author: "某", published: "2025-01-02", url: "https://example.cn/1" };
    put({ "d.jsonl": `${line("a")}\n${JSON.stringify({ id: 7, html: "<p>文</p>", ...stated, extra: 1 })}\r\n` });
    const pages = await read(inFolder("d.jsonl"));
    expect(brief(pages)).toEqual(["a text", "7 html"]);
    expect(pages[1]).toMatchObject({ source: `${folder}/d.jsonl#3`, stated });
    expect(pages[0]).toMatchObject({ bytes: Buffer.from(TEXT), stated: {} });
  });

  test.each([
    ["cut short", '{"id": "a", "text": "三十', /the file ends inside it/],
    ["no JSON", "id,text\n", /no JSON/],
    ["no object", "[1]\n", /must be object/],
    ["no id", '{"text": "文"}\n', /id/],
    ["no document", '{"id": "a"}\n', /not none/],
    ["two documents", '{"id": "a", "text": "文", "html": "文"}\n', /html and text/],
    ["not UTF-8", Buffer.from('{"id": "a", "text": "\u{FF}"}\n', "latin1"), /not UTF-8/],
  ])("a line that is %s is refused, and the others go on", async (_name, bad, why) => {
    const rest = String(bad).endsWith("\n") ? Buffer.from(line("z")) : Buffer.alloc(0);
    put({ "d.jsonl": Buffer.concat([Buffer.from(line("y")), Buffer.from(bad), rest]) });
    const found = await read(inFolder("d.jsonl"));
    expect(brief(found)).toEqual(["y text", "d.jsonl#2 InvalidLineError", ...(rest.length > 0 ? ["z text"] : [])]);
    expect(found[1]).toMatchObject({ error: { problem: expect.stringMatching(why) } });
  });

  test("a line over the budget is passed by without being held", async () => {
    put({ "d.jsonl": `${line("a", "文".repeat(1_000))}${line("b")}` });
    expect(brief(await read(inFolder("d.jsonl")))).toEqual(["d.jsonl#1 BudgetExceededError", "b text"]);
  });

  test("half a surrogate pair becomes U+FFFD", async () => {
    put({ "d.jsonl": '{"id": "a", "text": "\\ud800文"}\n' });
    const [page] = await read(inFolder("d.jsonl"));
    expect(page).toMatchObject({ bytes: Buffer.from("\u{FFFD}文") });
  });
});

describe("standard input", () => {
  test.each([
    ["JSONL", [line("a"), line("b")], ["a text", "b text"]],
    ["JSONL in odd chunks", [...line("a"), ...line("b")], ["a text", "b text"]],
    ["HTML", ["<!doctype html><p>文</p>"], ["stdin html from stdin"]],
    ["Markdown", ["---\ntitle: 题\n---\n文"], ["stdin markdown from stdin"]],
    ["text", [TEXT], ["stdin text from stdin"]],
    ["text in braces", ["{说明}\n三十四个机构。"], ["stdin text from stdin"]],
    ["nothing", [], ["stdin EmptyInputError"]],
    ["white space", [" \n"], ["stdin EmptyInputError"]],
    ["too much", ["文".repeat(1_000)], ["stdin BudgetExceededError"]],
    ["one bad line", ['{"id": "a"\n', line("b")], ["stdin#1 InvalidLineError", "b text"]],
  ])("%s", async (_name, chunks, expected) => {
    expect(brief(await read(["-"], chunks))).toEqual(expected);
  });

  test("bytes split inside a character", async () => {
    const bytes = Buffer.from(line("a"));
    const pages = await read(
      ["-"],
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
    );
    expect(pages[0]).toMatchObject({ bytes: Buffer.from(TEXT) });
  });

  test("nothing is read before it is asked for", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.from(line(given++));
    }
    const ids: string[] = [];
    for await (const input of readInputs(["-"], { stdin: endless(), settings })) {
      if (!("error" in input)) ids.push(input.id);
      if (ids.length === 1_000) break;
    }
    expect(ids.at(-1)).toBe("999");
    expect(given).toBeLessThan(1_010);
  });
});

describe("what cannot be read", () => {
  test.each<[string, Record<string, string | Uint8Array>, string, string]>([
    ["no such file", {}, "none.txt", "none.txt UnreadableInputError"],
    ["no match", {}, "*.txt", "*.txt UnreadableInputError"],
    ["an empty file", { "a.txt": "" }, "a.txt", "a.txt EmptyInputError"],
    ["white space", { "a.txt": " \n\u3000\n" }, "a.txt", "a.txt EmptyInputError"],
    ["a byte order mark alone", { "a.txt": "\u{FEFF}" }, "a.txt", "a.txt EmptyInputError"],
    ["empty JSONL", { "a.jsonl": "\n\n" }, "a.jsonl", "a.jsonl EmptyInputError"],
    ["a line without text", { "a.jsonl": '{"id": "a", "text": " "}' }, "a.jsonl", "a.jsonl#1 EmptyInputError"],
    ["a file over the budget", { "a.txt": "文".repeat(400) }, "a.txt", "a.txt BudgetExceededError"],
  ])("%s", async (_name, files, input, expected) => {
    put(files);
    put({ "good.md": TEXT });
    expect(brief(await read(inFolder(input, "good.md")))).toEqual([expected, "good markdown"]);
  });

  test("a link that leads to itself", async () => {
    symlinkSync(join(folder, "a.txt"), join(folder, "a.txt"));
    put({ "b.txt": TEXT });
    expect(brief(await read([folder]))).toEqual(["a.txt UnreadableInputError", "b text"]);
  });
});

describe("ids that come twice", () => {
  test("the same content is read once, other content is refused", async () => {
    put({ "a.jsonl": line("x") + line("y"), "b.jsonl": line("y") + line("x", "另一篇") });
    const found = await read(inFolder("a.jsonl", "b.jsonl"));
    expect(brief(found)).toEqual(["x text", "y text", "b.jsonl#2 DuplicateIdError"]);
    expect(found[2]).toMatchObject({ error: { problem: expect.stringContaining("a.jsonl#1") } });
  });

  test("another title is another document", async () => {
    const titled = (title: string) => `${JSON.stringify({ id: "x", text: TEXT, title })}\n`;
    put({ "a.jsonl": titled("甲") + titled("乙") });
    expect(brief(await read(inFolder("a.jsonl")))).toEqual(["x text", "a.jsonl#2 DuplicateIdError"]);
  });
});

test("many ids: each is known again, with the place where it came first", async () => {
  const many = Array.from({ length: 5_000 }, (_, i) => line(i, `机构减了${i}个。`));
  const again = [line(4_321, "机构减了4321个。"), line(4_321, "机构没减。"), line(1, "机构没减。")];
  const found = await read(["-"], [...many, ...again]);
  expect(found).toHaveLength(5_002);
  expect(brief(found.slice(-2))).toEqual(["stdin#5002 DuplicateIdError", "stdin#5003 DuplicateIdError"]);
  expect(found.at(-2)).toMatchObject({ error: { problem: expect.stringContaining("stdin#4322,") } });
});
