import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, expect, test } from "@jest/globals";
import type { Decision } from "../../schemas/decision.ts";
import type { Decided, FactDetail, Rows, Session } from "../../schemas/review.ts";
import { builtCli, builtPage } from "../support/build.ts";
import { jingjian } from "../support/cli.ts";
import { ask, JSON_TYPE } from "../support/console.ts";
import { linesOf, sampleFacts } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const running = new Set<ChildProcess>();
let lines: readonly string[];
beforeAll(async () => {
  builtCli();
  builtPage();
  lines = linesOf(await sampleFacts())
    .trimEnd()
    .split("\n");
});
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

const newFacts = (count: number): string => {
  const path = join(mkdtempSync(join(folder, "c-")), "facts.jsonl");
  writeFileSync(
    path,
    lines
      .slice(0, count)
      .map((line) => `${line}\n`)
      .join(""),
  );
  return path;
};

/** Starts the command line as a user would. @returns the first line of its standard output */
async function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [builtCli(), ...args, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log += chunk;
  });
  const ended = once(child, "exit");
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), "line"), ended])) as [unknown];
  if (typeof line !== "string") throw new Error(`it ended with ${line}: ${log}`);
  return { child, url: line, ended, log: () => log };
}

const get = async <T>(url: string, route: string): Promise<T> =>
  JSON.parse((await ask(url, `/api/review/${route}`)).text) as T;
const decide = async (url: string, form: object): Promise<Decided> => {
  const body = JSON.stringify({ reviewer: "Ann", ...form });
  const { status, text } = await ask(url, "/api/review/decisions", { method: "POST", headers: JSON_TYPE, body });
  if (status !== 200) throw new Error(text);
  return JSON.parse(text) as Decided;
};

test.each(["SIGINT", "SIGTERM"] as const)("it prints its address, and %s ends it well", async (signal) => {
  const { child, url, ended } = await start("review", newFacts(10), "--in", "corpus/articles");
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/review\/$/);
  const page = await ask(url, "/review/");
  expect([page.status, page.text]).toEqual([200, expect.stringContaining("jingjian")]);
  const { loaded } = await get<Session>(url, "session");
  expect(loaded.of).toBeGreaterThan(0);
  // A window that stays open holds nothing up.
  const events = await fetch(`${new URL(url).origin}/api/review/events`);
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
  await events.text().catch(() => {});
});

test("new facts appear while the file grows, also behind half a line", async () => {
  const path = newFacts(3);
  const { url } = await start("review", path);
  const [line = ""] = lines.slice(3, 4);
  appendFileSync(path, line.slice(0, 50));
  await sleep(700);
  appendFileSync(path, `${line.slice(50)}\n`);
  while ((await get<Rows>(url, "rows")).total < 4) await sleep(50);
  expect((await get<Session>(url, "session")).broken.count).toBe(0);
});

test("killed in the midst of a review, every decision that was called saved is there", async () => {
  const path = newFacts(60);
  const ids = lines.slice(0, 60).map((line) => (JSON.parse(line) as { readonly id: string }).id);
  const saved: Decision[] = [];
  for (const part of [0, 1, 2]) {
    const { child, url, ended } = await start("review", path);
    while ((await get<Session>(url, "session")).facts < 60) await sleep(20);
    const deciding = ids.slice(part * 20, part * 20 + 20).map(async (fact) => {
      saved.push((await decide(url, { action: "accept", fact })).decision);
      if (saved.length % 20 === 10) child.kill("SIGKILL");
    });
    await Promise.allSettled(deciding);
    child.kill("SIGKILL");
    await ended;
  }
  expect(saved.length).toBeGreaterThanOrEqual(30);
  const text = readFileSync(path.replace(".jsonl", ".decisions.jsonl"), "utf8");
  const kept = new Map(
    text
      .trimEnd()
      .split("\n")
      .map((line) => [(JSON.parse(line) as Decision).id, JSON.parse(line)]),
  );
  for (const decision of saved) expect(kept.get(decision.id)).toEqual(decision);
  const { url } = await start("review", path);
  while ((await get<Session>(url, "session")).facts < 60) await sleep(20);
  for (const { fact } of saved)
    while ((await get<FactDetail>(url, `fact?id=${fact}`)).status !== "accepted") await sleep(20);
});

test("read-only, with files of other names", async () => {
  const path = newFacts(5);
  const decisions = join(folder, "others.jsonl");
  const { url } = await start("review", path, "--read-only", "--decisions", decisions);
  await expect(decide(url, { action: "accept", fact: "x" })).rejects.toThrow("READ_ONLY");
  expect(await get<Session>(url, "session")).toMatchObject({ readOnly: true, decisions: "others.jsonl" });
});

test("serve shows the review beside the console", async () => {
  const path = newFacts(5);
  const queue = `embedded:${join(folder, "queue")}`;
  const { child, url, ended } = await start("serve", "--facts", path, "--queue", queue);
  expect((await ask(url, "/")).text).toContain('<a href="/review/">');
  expect((await ask(url, "/review/")).status).toBe(200);
  while ((await get<Session>(url, "session")).facts < 5) await sleep(20);
  const paths = Object.keys((JSON.parse((await ask(url, "/openapi.json")).text) as { readonly paths: object }).paths);
  expect(paths.filter((path) => path.includes("review"))).toEqual([]);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("serve --work shows what it writes, from the first line on", async () => {
  const out = join(mkdtempSync(join(folder, "w-")), "facts.jsonl");
  const queue = `embedded:${join(folder, "work-queue")}`;
  const { child, url, ended } = await start(
    ...["serve", "--work", "--local-files", "--threads", "0", "--out", out, "--queue", queue],
  );
  expect((await get<Session>(url, "session")).facts).toBe(0);
  const body = JSON.stringify({ sources: [join(process.cwd(), "corpus/articles/longde-communique.txt")] });
  await ask(url, "/api/enqueue", { method: "POST", headers: JSON_TYPE, body });
  while ((await get<Session>(url, "session")).facts === 0) await sleep(50);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("wrong usage says what to do", async () => {
  const path = newFacts(1);
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as { readonly port: number };
  const answers = await Promise.all([
    jingjian(["review", path, "--listen", `127.0.0.1:${port}`]),
    jingjian(["review", path, "--listen", "0.0.0.0:0"]),
    jingjian(["review", join(folder, "none.jsonl"), "--listen", "127.0.0.1:0"]),
    jingjian(["review", "-"]),
  ]);
  taken.close();
  expect(answers.map(({ code, stdout }) => [code, stdout])).toEqual([
    [2, ""],
    [2, ""],
    [1, ""],
    [2, ""],
  ]);
  expect(answers.map(({ stderr }) => stderr)).toEqual([
    expect.stringContaining("Choose another address with --listen, or stop the program that has it"),
    expect.stringContaining("JINGJIAN_TOKEN"),
    expect.stringContaining("none.jsonl"),
    expect.stringContaining("Write it to a file first"),
  ]);
});
