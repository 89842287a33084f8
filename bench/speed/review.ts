import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Session } from "../../schemas/review.ts";
import { openBrowser } from "../browser.ts";
import { generatedFact, writeFactsFile } from "../facts-file.ts";

const CLI = fileURLToPath(new URL("../../cli/index.js", import.meta.url));
const QUESTIONS = 40;
const EXPORTS = ["csv", "parquet", "jsonl"] as const;

/** How long an analyst waits on a file of so many facts: for the page, a facet, a search, an export. */
export async function reportReview(facts: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jingjian-bench-"));
  try {
    const [large, small] = [join(folder, "facts.jsonl"), join(folder, "tenth.jsonl")];
    await writeFactsFile(large, facts);
    await writeFactsFile(small, facts / 10);
    console.log(`${facts} facts of ${facts / 10} documents, ${megabytes(statSync(large).size)} MB`);
    await reportPage(large);
    for (const format of EXPORTS) {
      const peaks = [];
      for (const file of [small, large]) peaks.push(await exported(file, format, join(folder, `out.${format}`)));
      const [tenth, whole] = peaks as [Measured, Measured];
      const memory = `peak memory ${whole.peak.toFixed(0)} MB, of a tenth of the facts ${tenth.peak.toFixed(0)} MB`;
      console.log(`export --to ${format.padEnd(8)} ${seconds(whole.ms)} s, ${memory}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function reportPage(file: string): Promise<void> {
  const browser = await openBrowser();
  const started = performance.now();
  const server = spawn(process.execPath, [CLI, "review", file, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = await firstLine(server);
    const page = await browser.newPage();
    await page.goto(new URL("/review/?view=table", url).href);
    await page.locator("[role=row][data-fact], tr[data-fact]").first().waitFor();
    console.log(`rows in the browser after ${seconds(performance.now() - started)} s, start included`);
    const ask = <T>(route: string) => answer<T>(new URL(`/api/review/${route}`, url));
    while (!isWhole(await ask<Session>("session"))) await sleep(100);
    console.log(`the whole file read after ${seconds(performance.now() - started)} s`);
    for (const [name, routes] of Object.entries(questions())) {
      const times = [];
      for (const route of routes) times.push(await elapsed(() => ask(route)));
      const sorted = times.toSorted((a, b) => a - b);
      const median = sorted[Math.floor(sorted.length / 2)]!;
      console.log(`${name.padEnd(24)} median ${median.toFixed(0)} ms, longest ${sorted.at(-1)!.toFixed(0)} ms`);
    }
    console.log(
      `memory of the server: ${memoryOf(server, "VmRSS").toFixed(0)} MB, at most ${memoryOf(server, "VmHWM").toFixed(0)} MB`,
    );
  } finally {
    await browser.close();
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

const isWhole = ({ loaded }: Session): boolean => loaded.bytes === loaded.of;

/** Each question is asked once: an answer that was kept would cost nothing. */
function questions(): Readonly<Record<string, readonly string[]>> {
  const facts = Array.from({ length: QUESTIONS }, (_, at) => generatedFact(at * 137));
  const query = (pairs: Readonly<Record<string, string>>) => new URLSearchParams(pairs).toString();
  return {
    "a facet chosen": facts.map((fact) => `facets?${query({ subject: fact.subject.name, metric: fact.metric })}`),
    "a search, its facets": facts.map((fact) => `facets?${query({ q: fact.subject.name })}`),
    "a search, its rows": facts.map((fact) => `rows?${query({ q: `${fact.label} ${fact.period}` })}`),
    "a page far down": facts.map((_, at) => `rows?${query({ offset: String(at * 20_000) })}`),
    "sorted, filtered": facts.map((fact) => `rows?${query({ sort: "-confidence", publisher: fact.doc.publisher! })}`),
    "one fact": facts.map((fact) => `fact?${query({ id: fact.id })}`),
  };
}

async function answer<T>(url: URL): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}${url.search}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

interface Measured {
  readonly ms: number;
  /** Most memory the process held, MB. */
  readonly peak: number;
}

async function exported(file: string, format: string, out: string): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [CLI, "export", file, "--to", format, "--out", out], { stdio: "ignore" });
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, memoryOf(child, "VmHWM"));
  }, 20);
  const [code] = await once(child, "exit");
  clearInterval(looking);
  if (code !== 0) throw new Error(`export --to ${format} ended with ${String(code)}`);
  return { ms: performance.now() - started, peak };
}

/** MB, as Linux tells it; 0 for a process that is gone. */
function memoryOf({ pid }: ChildProcess, name: "VmRSS" | "VmHWM"): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line;
  throw new Error("the server said no address");
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
