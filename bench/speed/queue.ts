import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { parseSettings } from "../../schemas/settings.ts";
import { Crew } from "../../workers/crew.ts";
import { bury } from "../../workers/dead-letters.ts";
import { type Engine, openEngine } from "../../workers/engine.ts";
import { enqueue } from "../../workers/enqueue.ts";
import type { Extractor } from "../../workers/extractor.ts";
import { startPostgres, startRedis } from "../servers.ts";

const DOCUMENTS = 6_000;
const NO_OP_JOBS = 3_000;
const DOCUMENT_CHARS = 700; // 2 KB of UTF-8
const CLI = fileURLToPath(new URL("../../cli/index.js", import.meta.url));
const SENTENCES = [
  "县党政机构由36个精简为22个，精简幅度近四成。",
  "改革后每年节约财政资金1500万元，公用经费下降9.8%。",
  "会议强调，要提高认识，抓好落实，确保各项任务按期完成。",
  "办事群众说，过去跑几个部门，现在只进一扇门。",
];

/** Documents a second through each engine, as shares of extraction alone and of bare BullMQ. */
export async function reportQueues(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jingjian-bench-"));
  const servers = [await startPostgres(), await startRedis()];
  try {
    const inputs = join(folder, "documents.jsonl");
    writeFileSync(inputs, documents());
    const engines: [string, (round: number) => string][] = [
      ["embedded", (round) => `embedded:${join(folder, `queue-${round}`)}`],
      ["postgres", () => servers[0]!.url],
      ["redis", () => servers[1]!.url],
    ];
    console.log(`${DOCUMENTS} documents of 2 KB, one thread, the best of ${rounds} rounds, documents a second`);
    for (const [name, url] of engines) await reportEngine(name, url, { folder, inputs, rounds });
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly folder: string;
  readonly inputs: string;
  readonly rounds: number;
}

async function reportEngine(name: string, url: (round: number) => string, place: Place): Promise<void> {
  const best = { extract: 0, run: 0, through: 0, bare: 0 };
  const keep = (key: keyof typeof best, rate: number) => {
    best[key] = Math.max(best[key], rate);
  };
  for (let round = 0; round < place.rounds; round++) {
    const out = join(place.folder, `${name}-${round}`);
    keep("extract", timed(DOCUMENTS, ["extract", place.inputs, "--out", `${out}-extract.jsonl`]));
    keep(
      "run",
      timed(DOCUMENTS, ["run", place.inputs, "--out", `${out}-run.jsonl`, "--queue", url(round), "--threads", "1"]),
    );
    const engine = await openEngine(url(round));
    try {
      keep("through", await through(engine, place.inputs, `${out}-through.jsonl`));
      keep("bare", await bare(engine, `bare-${round}`));
    } finally {
      await engine.close();
    }
  }
  const share = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
  console.log(
    `${name.padEnd(9)} run ${best.run.toFixed(0)}, extract ${best.extract.toFixed(0)}: ${share(best.run, best.extract)}; ` +
      `without extraction ${best.through.toFixed(0)}, bare no-op jobs ${best.bare.toFixed(0)}: ${share(best.through, best.bare)}`,
  );
}

function documents(): string {
  let lines = "";
  for (let i = 0; i < DOCUMENTS; i++) {
    let text = `河曲县机构改革第${i}号简报\n`;
    while (text.length < DOCUMENT_CHARS) text += SENTENCES[(i + text.length) % SENTENCES.length];
    lines += `${JSON.stringify({ id: `b${i}`, text })}\n`;
  }
  return lines;
}

/** The real command, its start included. @returns documents a second */
function timed(count: number, args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, [CLI, ...args, "--log-level", "error"], { stdio: ["ignore", "ignore", "inherit"] });
  return count / ((performance.now() - start) / 1_000);
}

const NOTHING: Extractor = {
  extract: async ({ id }) => ({
    lines: "",
    facts: {},
    count: 0,
    invalid: [],
    story: {
      id,
      charset: "utf-8",
      charsetEvidence: "utf-8",
      overruled: null,
      lang: "zh-Hans",
      title: null,
      published: null,
      publisher: null,
      canonical: null,
      chars: 0,
      simhash: "0".repeat(16),
      facts: 0,
    },
  }),
  close: async () => {},
};

/** Everything that `run` does but extraction. */
async function through(engine: Engine, inputs: string, out: string): Promise<number> {
  const settings = parseSettings({ JINGJIAN_THREADS: "0" });
  const stop = new AbortController().signal;
  const crew = new Crew(engine, { settings, collection: "bench", out, stop, settled: "keep", extractor: NOTHING });
  await crew.open(true);
  const start = performance.now();
  crew.work();
  await enqueue([inputs], {
    queues: crew.queues,
    settings,
    places: { spooled: null, base: dirname(out) },
    output: out,
    stdin: Readable.from([]),
    stop,
    again: false,
    settled: "keep",
    isDone: () => false,
    isWritten: () => false,
    bury: (letters) => bury(crew.queues.deadLetters, letters),
    onFound: () => {},
  });
  await crew.untilIdle();
  const seconds = (performance.now() - start) / 1_000;
  await crew.close();
  const documents = readFileSync(`${out}.journal`, "utf8").split("\n").length - 3;
  if (crew.fatal !== null || documents !== DOCUMENTS)
    throw new Error(`${documents} documents came through`, { cause: crew.fatal });
  return DOCUMENTS / seconds;
}

/** Jobs that do nothing, added in bulk, with the concurrency that ours has. */
async function bare(engine: Engine, name: string): Promise<number> {
  const queue = engine.queue<object>(name);
  let left = NO_OP_JOBS;
  let finished = () => {};
  const done = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const start = performance.now();
  const worker = engine.worker<object, void>(name, async () => {}, { concurrency: parseSettings({}).concurrency });
  worker.on("completed", () => {
    if (--left === 0) finished();
  });
  worker.on("error", (error) => console.error(error.message));
  void worker.run();
  for (let added = 0; added < NO_OP_JOBS; added += 500) {
    const jobs = Array.from({ length: 500 }, () => ({ name: "none", data: {}, opts: { removeOnComplete: true } }));
    await queue.addBulk(jobs);
  }
  await done;
  const seconds = (performance.now() - start) / 1_000;
  await worker.close();
  await queue.close();
  return NO_OP_JOBS / seconds;
}
