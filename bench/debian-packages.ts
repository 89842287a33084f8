import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const isRoot = process.getuid?.() === 0;

const LOCK = join(tmpdir(), "jingjian-apt-lock");
const INSTALL_MS = 300_000;

/** Installs Debian packages where that is possible; several test files may ask for it at once. */
export function install(...packages: readonly string[]): void {
  if (!isRoot || spawnSync("apt-get", ["--version"]).status !== 0) return;
  const until = Date.now() + INSTALL_MS;
  while (!takeLock()) {
    if (Date.now() > until) rmSync(LOCK, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
  // Without this a package of a server would start one of its own.
  const policy = "/usr/sbin/policy-rc.d";
  let isOurs = false;
  try {
    writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755, flag: "wx" });
    isOurs = true;
  } catch {
    // there is one, which stays
  }
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args: string[]) =>
      spawnSync("apt-get", args, { env, stdio: "ignore", timeout: INSTALL_MS }).status === 0;
    const args = ["install", "-y", "-q", "--no-install-recommends", ...packages];
    if (!apt(...args)) apt("update", "-q") && apt(...args);
  } finally {
    if (isOurs) rmSync(policy, { force: true });
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false; // another test file is at it
  }
}

export function missing(debianPackage: string): never {
  throw new Error(
    `These tests run the real program: install the package ${debianPackage} (apt-get install ${debianPackage})`,
  );
}
