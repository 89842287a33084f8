import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "@jest/globals";
import { startRedis } from "../../bench/servers.ts";
import { openEngine } from "../../workers/engine.ts";
import { builtCli } from "../support/build.ts";
import { ask, statusAndCode } from "../support/console.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const queue = `embedded:${join(folder, "engine")}`;
const children: ChildProcess[] = [];

beforeAll(() => void builtCli());
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Starts `jingjian serve`; `url` comes when it listens, null where it ends before. */
function serve(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [builtCli(), "serve", ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  children.push(child);
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const ended = once(child, "close").then(([code]) => code as number | null);
  const first = once(child.stdout.setEncoding("utf8"), "data").then(([chunk]) => String(chunk).trim());
  return { child, ended, url: Promise.race([first, ended.then(() => null)]), stderr: () => stderr };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s closes the server, then the engine, and that is success",
  async (signal) => {
    const { child, ended, url } = serve(["--queue", queue, "--listen", "127.0.0.1:0"]);
    const base = await url;
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    // A connection that is kept open holds nothing up.
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    expect((await fetch(`${base}/queues`)).status).toBe(200);
    child.kill(signal);
    expect(await ended).toBe(0);
    await expect(fetch(`${base}/healthz`)).rejects.toThrow();
    // The folder was let go of, whole.
    await (await openEngine(queue)).close();
  },
);

test.each<[string, string[], Record<string, string>, RegExp]>([
  ["beyond loopback without a token", ["--listen", "0.0.0.0:0"], {}, /no token keeps them out.*JINGJIAN_TOKEN/],
  ["at a port that is none", ["--listen", "127.0.0.1:70000"], {}, /at most 65535/],
  ["with a token of two words", [], { JINGJIAN_TOKEN: "two words" }, /JINGJIAN_TOKEN/],
])("%s it does not start", async (_name, args, env, message) => {
  const { ended, url, stderr } = serve(["--queue", queue, ...args], env);
  expect([await url, await ended]).toEqual([null, 2]);
  expect(stderr()).toMatch(message);
});

test("with a token from the environment it wants it", async () => {
  const { url } = serve(["--queue", queue, "--listen", "127.0.0.1:0", "--read-only"], { JINGJIAN_TOKEN: "secret" });
  const base = await url;
  const headers = { authorization: "Bearer secret" };
  expect((await fetch(`${base}/openapi.json`)).status).toBe(401);
  expect((await fetch(`${base}/openapi.json`, { headers })).status).toBe(200);
  expect((await fetch(`${base}/api/retry`, { method: "POST", headers, body: "{}" })).status).toBe(403);
});

test("while its store is away it answers so, says little, and still ends when told", async () => {
  const redis = await startRedis();
  const args = ["--queue", redis.url, "--listen", "127.0.0.1:0", "--drain-ms", "1000"];
  const { child, ended, url, stderr } = serve(args);
  const base = (await url)!;
  expect((await ask(base, "/queues/api/queues")).status).toBe(200);
  await redis.pause();
  for (const path of ["/api/status", "/api/failed", "/api/find?q=a", "/queues/api/queues", "/queues/api/redis/stats"]) {
    const answer = await ask(base, path);
    expect([path, ...statusAndCode(answer)]).toEqual([path, 503, "QUEUE_FAILED"]);
  }
  expect((await ask(base, "/healthz")).status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(stderr().split("\n").length).toBeLessThan(12);
  await redis.stop();
});
