import { type Command, type Option, reviewFilesOf } from "./command.ts";

const COLLECTION: Option = { flags: "--collection <name>", doc: "name of the queues", default: "main" };
const JSON_FLAG: Option = { flags: "--json", doc: "as JSON" };
const FILTERS: readonly Option[] = [
  { flags: "--code <code>", doc: "only failures of this error class" },
  { flags: "--host <host>", doc: "only pages of this host" },
];
const FETCHING = [
  "archive",
  "contact",
  "robots",
  "allowHosts",
  "hostDelayMs",
  "hostConcurrency",
  "fetchTimeoutMs",
  "maxWireBytes",
  "maxRedirects",
  "fetches",
] as const;
const WORKING = ["queue", "lexicon", "concurrency", "threads", "drainMs", "stallMs", ...FETCHING] as const;

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

function filterOf(ids: readonly string[], options: Readonly<Record<string, string | boolean | undefined>>) {
  const { code, host } = { code: text(options.code), host: text(options.host) };
  return { ...(ids.length > 0 && { ids }), ...(code !== undefined && { code }), ...(host !== undefined && { host }) };
}

/** TABLE of the commands that operators use. */
export const OPERATOR_COMMANDS: readonly Command[] = [
  {
    name: "enqueue",
    summary: "sources into the queues, for `work`",
    args: "<source...>",
    options: [COLLECTION, { flags: "--again", doc: "also what was done before; pages are fetched if they changed" }],
    settings: ["queue", "maxBytes", "logLevel"],
    details: `SOURCE is a URL (a page, an RSS, Atom or JSON feed, a sitemap), a file, a folder, a glob in quotes, a WARC archive, or
- for standard input (URLs, one a line; a document; or documents JSONL). A URL is one job, in whatever spelling.`,
    examples: [
      "jingjian enqueue https://www.example.gov.cn/feed.xml --queue redis://localhost",
      "cat urls.txt | jingjian enqueue -",
      "jingjian enqueue CC-MAIN-20251101.warc.gz",
    ],
    run: async (args, options, context) => {
      const { enqueueCommand } = await import("./enqueue.ts");
      return enqueueCommand(args, {
        ...context,
        collection: String(options.collection),
        again: options.again === true,
      });
    },
  },
  {
    name: "work",
    summary: "work on what is in the queues; any number of processes may",
    args: "",
    options: [
      COLLECTION,
      {
        flags: "--out <file>",
        doc: "the facts, as JSONL; of those who name the same file one writes",
        default: "facts.jsonl",
      },
      { flags: "--no-out", doc: "leave writing to another process" },
      { flags: "--until-idle", doc: "end when nothing is left" },
    ],
    settings: [...WORKING, "maxBytes", "maxNodes", "maxDepth", "maxChars", "logLevel"],
    details: `SIGTERM finishes what is in work within --drain-ms and hands back the rest. A worker that is killed loses nothing: its
jobs are taken up again after --stall-ms. A Redis or PostgreSQL that is away is waited for.`,
    examples: ["jingjian work --queue redis://localhost --threads 4", "jingjian work --until-idle --out facts.jsonl"],
    run: async (_args, options, context) => {
      const { workCommand } = await import("./work.ts");
      return workCommand({
        ...context,
        collection: String(options.collection),
        out: options.out === false ? null : String(options.out),
        untilIdle: options.untilIdle === true,
      });
    },
  },
  {
    name: "status",
    summary: "counts, rate, workers, failures, time left",
    args: "",
    options: [{ flags: "--watch", doc: "again every two seconds" }, JSON_FLAG],
    settings: ["queue", "logLevel"],
    details: "Shows every collection in the store; each `run` has one of its own.",
    examples: ["jingjian status", "jingjian status --watch --queue redis://localhost"],
    run: async (_args, options, context) => {
      const { statusCommand } = await import("./status.ts");
      return statusCommand({ ...context, json: options.json === true, watch: options.watch === true });
    },
  },
  {
    name: "failed",
    summary: "what could not be done, why, and what to do",
    args: "[id...]",
    options: [...FILTERS, { flags: "--drop", doc: "forget them" }, JSON_FLAG],
    settings: ["queue", "logLevel"],
    details: "ID is that of a dead letter, or the URL or path of a document. Exit code 1 where something failed.",
    examples: ["jingjian failed", "jingjian failed --code HTTP_REFUSED --host www.example.gov.cn --json"],
    run: async (args, options, { settings }) => {
      const { failedCommand } = await import("./failed.ts");
      const filter = filterOf(args, options);
      return failedCommand({ settings, filter, json: options.json === true, drop: options.drop === true });
    },
  },
  {
    name: "retry",
    summary: "what failed, into the queues again",
    args: "[id...]",
    options: [...FILTERS, { flags: "--all", doc: "everything that failed" }],
    settings: ["queue", "logLevel"],
    details: "ID is that of a dead letter, or the URL or path of a document; `failed` lists them.",
    examples: [
      "jingjian retry --code NETWORK",
      "jingjian retry https://www.example.gov.cn/a.html",
      "jingjian retry --all",
    ],
    run: async (args, options, { settings }) => {
      const { UsageError } = await import("../schemas/errors.ts");
      const filter = filterOf(args, options);
      if (Object.keys(filter).length === 0 && options.all !== true)
        throw new UsageError("`retry` needs to know what", "Name an ID, --code, --host or --all");
      const { retryCommand } = await import("./failed.ts");
      return retryCommand({ settings, filter });
    },
  },
  {
    name: "find",
    summary: "all that happened to one document",
    args: "<url-or-id>",
    options: [{ flags: "--out <file>", doc: "facts file to look into", default: "facts.jsonl" }, JSON_FLAG],
    settings: ["queue", "logLevel"],
    details: `Shows when it was enqueued, each attempt, the way to the page, robots, charset, script, title, facts, where the page is
kept and where its lines are.`,
    examples: ["jingjian find https://www.example.gov.cn/a.html", "jingjian find notice.html --json"],
    run: async ([query = ""], options, { settings }) => {
      const { findCommand } = await import("./find.ts");
      return findCommand(query, { settings, out: text(options.out) ?? null, json: options.json === true });
    },
  },
  {
    name: "serve",
    summary: "the console: status, queues, HTTP interface, health, metrics",
    args: "",
    options: [
      { flags: "--read-only", doc: "refuse whatever changes something" },
      { flags: "--local-files", doc: "take paths beside URLs in POST /api/enqueue" },
      { flags: "--work", doc: "work on the queues too, as `work` does; the metrics then show each stage" },
      { flags: "--out <file>", doc: "with --work: the facts, as JSONL", default: "facts.jsonl" },
      { flags: "--facts <file>", doc: "facts to review at /review/; with --work those of --out" },
      {
        flags: "--in <path...>",
        doc: "read the articles for review here, as extract does; those not there, in the archive",
      },
      { flags: "--decisions <file>", doc: "where decisions are kept (default: beside the facts)" },
      { flags: "--examples <file>", doc: "where examples are kept (default: beside the facts)" },
    ],
    settings: [...WORKING, "listen", "token", "maxBytes", "maxNodes", "maxDepth", "maxChars", "logLevel"],
    details: `A page for people at /, bull-board at /queues, /healthz, /readyz, /metrics for Prometheus, and an HTTP interface that
/openapi.json describes. Beyond loopback it wants a token: set JINGJIAN_TOKEN, and open /?token=… once in a browser.`,
    examples: ["jingjian serve --queue redis://localhost", "jingjian serve --read-only --listen 127.0.0.1:8080"],
    run: async (_args, options, context) => {
      const { serveCommand } = await import("./serve.ts");
      const [readOnly, localFiles] = [options.readOnly === true, options.localFiles === true];
      const out = options.work === true ? String(options.out) : null;
      const facts = text(options.facts) ?? out;
      const review = facts === null ? null : { facts, ...reviewFilesOf(options) };
      return serveCommand({ ...context, readOnly, localFiles, out, review });
    },
  },
];

/** Settings of `run`, which fetches and works. */
export const RUN_SETTINGS = WORKING;
