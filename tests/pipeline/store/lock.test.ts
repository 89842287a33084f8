import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { acquireLock } from "../../../pipeline/store/lock.ts";
import { ownIdentity } from "../../../pipeline/store/process-identity.ts";
import { builtCli } from "../../support/build.ts";
import { tempFolder } from "../../support/temp.ts";

const folder = tempFolder();
const path = join(folder, "lock");
const acquire = () => acquireLock(path, (holder) => new Error(`held by ${holder}`));
const leave = (holder: object) => writeFileSync(path, JSON.stringify({ ...ownIdentity(), token: "old", ...holder }));

/** Starts a process that takes the lock and then does nothing. */
async function otherHolder() {
  const module = join(dirname(builtCli()), "../pipeline/store/lock.js");
  const script = `import { acquireLock } from ${JSON.stringify(module)};
    await acquireLock(${JSON.stringify(path)}, (holder) => new Error(holder));
    console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

describe("a live holder", () => {
  test("refuses others, named by pid and command", async () => {
    const lock = await acquire();
    await expect(acquire()).rejects.toThrow(new RegExp(`held by process ${process.pid} \\(node .+\\)`));
    lock.release();
    (await acquire()).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of another process is refused until that is killed", async () => {
    const child = await otherHolder();
    await expect(acquire()).rejects.toThrow(`process ${child.pid}`);
    child.kill("SIGKILL");
    await once(child, "exit");
    (await acquire()).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("gives the lock up when its process ends by itself", async () => {
    const child = await otherHolder();
    child.kill("SIGTERM");
    await once(child, "exit");
    (await acquire()).release();
  });

  test.each<[string, object, string]>([
    ["on another host counts as live, and the message says what to delete", { host: "elsewhere" }, "delete"],
    ["with an unknown start time counts as live", { started: null }, "process"],
  ])("%s", async (_name, holder, words) => {
    leave(holder);
    await expect(acquire()).rejects.toThrow(words);
  });

  test.each(["", "{", "null", "[]", '{"pid":1}'])("unreadable (%s) is not taken over", async (content) => {
    writeFileSync(path, content);
    await expect(acquire()).rejects.toThrow("does not name");
  });
});

describe("a stale lock", () => {
  test.each<[string, object]>([
    ["of a process that is gone", { pid: 2 ** 22 + 1 }],
    ["of a process whose pid another has now", { started: "an-earlier-boot:1" }],
  ])("%s is taken over", async (_name, holder) => {
    leave(holder);
    (await acquire()).release();
    expect(existsSync(path)).toBe(false);
  });

  test("is won by one of many starters, each time", async () => {
    for (let round = 0; round < 30; round++) {
      leave({ pid: 2 ** 22 + 1 });
      const won = (await Promise.allSettled(Array.from({ length: 8 }, acquire))).filter(
        (one) => one.status === "fulfilled",
      );
      expect(won).toHaveLength(1);
      for (const { value } of won) value.release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  test("of a starter that died while taking over is no obstacle", async () => {
    leave({ pid: 2 ** 22 + 1 });
    writeFileSync(`${path}.takeover`, readFileSync(path));
    (await acquire()).release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("a lock that someone removed and another took is not released by its former holder", async () => {
  const former = await acquire();
  rmSync(path);
  const present = await acquire();
  former.release();
  await expect(acquire()).rejects.toThrow("held by");
  present.release();
});
