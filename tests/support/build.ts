import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const SOURCES = ["schemas", "corpus", "extractors", "pipeline", "workers", "cli", "review", "tsconfig.build.json"];
const STAMP = join(ROOT, "dist/.built");
const LOCK = join(ROOT, "node_modules/.jingjian-build-lock");
const LOCK_STALE_MS = 120_000;

const CLI = join(ROOT, "dist/cli/index.js");
const PAGE = join(ROOT, "dist/review/page");
/** True once this test file has looked: to compare all sources with the build takes a while. */
let isFresh = false;

/**
 * Builds `dist/` when a source is newer than it, once however many test files ask.
 * @returns the path of the real command line, to start with `node`
 */
export function builtCli(): string {
  if (!isFresh) builtOnce(() => isNewer(SOURCES, STAMP, /\.(?:ts|json)$/), compile);
  isFresh = true;
  return CLI;
}

/**
 * Builds the review page when a source is newer than it, once however many test files ask.
 * @returns the folder that the server serves
 */
export function builtPage(): string {
  builtOnce(() => isNewer(["review/page"], join(PAGE, "index.html"), /\.(?:tsx?|css|html|svg|json)$/), bundle);
  return PAGE;
}

/** One process builds, the others wait for it. */
function builtOnce(isStale: () => boolean, build: () => void): void {
  const deadline = Date.now() + LOCK_STALE_MS;
  while (isStale()) {
    if (takeLock()) {
      try {
        build();
      } finally {
        rmSync(LOCK, { recursive: true, force: true });
      }
    } else if (Date.now() > deadline) rmSync(LOCK, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

function bundle(): void {
  const args = [
    "node_modules/vite/bin/vite.js",
    "build",
    "--config",
    "review/page/vite.config.ts",
    "--logLevel",
    "warn",
  ];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
}

function compile(): void {
  const started = new Date();
  // Types are checked by `npm run types`; here only the JavaScript is wanted, and soon.
  const args = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--noCheck", "--declaration", "false"];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
  writeFileSync(STAMP, "");
  utimesSync(STAMP, started, started);
}

/** True where one of the sources was changed after `built`, or nothing is built. */
function isNewer(sources: readonly string[], built: string, names: RegExp): boolean {
  const stat = statSync(built, { throwIfNoEntry: false });
  return stat === undefined || sources.some((path) => newest(join(ROOT, path), names) > stat.mtimeMs);
}

/** Time of the last change in a file or folder, ms; 0 where there is none. */
function newest(path: string, names: RegExp): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return names.test(path) ? stat.mtimeMs : 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name), names)));
}

function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
