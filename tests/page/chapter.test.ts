import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../../bench/browser.ts";
import type { Decision } from "../../schemas/decision.ts";
import { builtCli } from "../support/build.ts";
import { isKey, type KeyRow, type Part, partsOf } from "../support/chapter.ts";
import { type ReviewProcess, startReview } from "../support/review-process.ts";
import { tempFolder } from "../support/temp.ts";

const ROOT = join(import.meta.dirname, "../..");
const CHAPTER = join(ROOT, "docs/analysts.md");
/** `npm run docs` takes the pictures anew and writes the outputs that these tests would find. */
const update = process.env.UPDATE_DOCS === "1";

interface Scene {
  /** What stands behind `jingjian review`. */
  readonly args: readonly string[];
  readonly query: string;
  readonly before?: (page: Page) => Promise<void>;
  /** A text that the page shows when the scene is there. */
  readonly shows: string;
}

const ARTICLES = ["facts.jsonl", "--in", "corpus/articles"];
/** TABLE of the chapter's pictures. */
const SCENES: Readonly<Record<string, Scene>> = {
  "pictures/queue.png": { args: ARTICLES, query: "view=queue&document=alxa-right-brief", shows: "阿拉善右旗" },
  "pictures/table.png": { args: ARTICLES, query: "view=table&q=精简", shows: "Confidence" },
  "pictures/pictures.png": {
    args: ARTICLES,
    query: "view=pictures&metric=agencies.internal",
    shows: "Internal sections: before and after",
  },
  "pictures/try.png": {
    args: [...ARTICLES, "--lexicon", "windows.yaml"],
    query: "view=try",
    before: async (page) => {
      await page.getByRole("textbox").first().fill("河曲县政务大厅办事窗口由48个整合为15个，窗口期3个月。");
      await page.getByRole("button", { name: "Read", exact: true }).click();
    },
    shows: "service.windows",
  },
};

const place = tempFolder();
const bin = join(place, "bin");
const DECISIONS = join(place, "facts.decisions.jsonl");
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
const open = new Map<string, ReviewProcess>();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(bin);
  writeFileSync(join(bin, "jingjian"), `#!/bin/sh\nexec "${process.execPath}" "${builtCli()}" "$@"\n`, { mode: 0o755 });
  for (const name of ["corpus", "dist", "node_modules", "package.json", "schemas"])
    symlinkSync(join(ROOT, name), join(place, name));
  browser = await openBrowser();
  page = await browser.newPage({ locale: "en", viewport: { width: 1280, height: 760 } });
  page.setDefaultTimeout(90_000);
});
afterAll(async () => {
  await browser.close();
  for (const server of open.values()) await server.stop();
});

/** A server that the chapter started, or that a picture wants. */
async function serverFor(args: readonly string[]): Promise<ReviewProcess> {
  const name = args.join(" ");
  const there = open.get(name) ?? (await startReview([...args, "--listen", "127.0.0.1:0"], place));
  open.set(name, there);
  return there;
}

const RUN: { readonly [K in Part["kind"]]: (part: Extract<Part, { kind: K }>) => Promise<void> } = {
  commands: async ({ source, output }) => {
    if (source.startsWith("jingjian review ")) {
      const { url } = await serverFor(source.trim().split(" ").slice(2));
      await page.goto(`${url}?view=queue`);
      return;
    }
    const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", source], { cwd: place, env });
    if (output === null) return;
    if (update) rewrite(`${source}\`\`\`\n\n\`\`\`text\n`, output, stdout);
    else expect(stdout).toBe(output);
  },
  file: async ({ name, text }) => writeFileSync(join(place, name), text),
  keys: async ({ rows }) => {
    for (const row of rows) await press(row);
  },
  picture: async ({ file }) => {
    const scene = SCENES[file];
    if (scene === undefined) throw new Error(`${file} is no scene`);
    const { url } = await serverFor(scene.args);
    // The queue goes on in its own page.
    const view = await browser.newPage({ locale: "en", viewport: { width: 1280, height: 760 } });
    await view.goto(`${url}?${scene.query}`);
    await scene.before?.(view);
    await view.getByText(scene.shows).first().waitFor();
    if (update) {
      await view.waitForLoadState("networkidle").catch(() => {});
      await view.screenshot({ path: join(ROOT, "docs", file) });
    }
    await view.close();
    expect(existsSync(join(ROOT, "docs", file))).toBe(true);
  },
};

async function press({ steps, says }: KeyRow): Promise<void> {
  const before = decisions().length;
  for (const { text, into } of steps) {
    if (into !== null) await page.getByLabel(into, { exact: true }).fill(text);
    else if (isKey(text)) await pressWhenReady(text);
    else await page.keyboard.type(text);
  }
  if (says === "") return;
  // The same words may still stand there from the row before; the file tells.
  await until(() => decisions().length > before);
  await page.getByRole("status").getByText(says).waitFor();
  expect(decisions()).toHaveLength(before + 1);
}

/** A key is for the fact that is shown: not before it is there, and nothing is on its way. */
async function pressWhenReady(key: string): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector(".queue-pending") === null && document.querySelector("[aria-busy=true]") === null,
  );
  await page.keyboard.press(key);
}

async function until(what: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!what() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

function decisions(): Decision[] {
  if (!existsSync(DECISIONS)) return [];
  const lines = readFileSync(DECISIONS, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Decision);
}

function rewrite(before: string, old: string, found: string): void {
  const text = readFileSync(CHAPTER, "utf8");
  const at = text.indexOf(before) + before.length;
  writeFileSync(CHAPTER, text.slice(0, at) + found + text.slice(at + old.length));
}

const parts = partsOf(readFileSync(CHAPTER, "utf8"));
const nameOf = (part: Part): string =>
  part.kind === "commands"
    ? part.source.trim()
    : part.kind === "keys"
      ? "keys"
      : part.kind === "file"
        ? part.name
        : part.file;

test("the chapter has commands, keys, files and pictures", () => {
  expect(new Set(parts.map(({ kind }) => kind))).toEqual(new Set(["commands", "keys", "file", "picture"]));
  expect(parts.filter(({ kind }) => kind === "picture").map(nameOf)).toEqual(Object.keys(SCENES));
});

test.each(parts.map((part, at) => [`${at + 1} ${nameOf(part)}`, part] as const))("%s", async (_name, part) => {
  await RUN[part.kind](part as never);
});

test("the decisions of the chapter are those that its keys made", () => {
  expect(decisions().map(({ action }) => action)).toEqual(["accept", "accept", "reject", "undo", "correct"]);
  expect(new Set(decisions().map(({ reviewer }) => reviewer))).toEqual(new Set(["李"]));
});
