import { type Command, type Option, reviewFilesOf } from "./command.ts";

const OUT: Option = { flags: "--out <file>", doc: "write here instead of to standard output" };

const outOf = (options: Readonly<Record<string, unknown>>) =>
  typeof options.out === "string" ? { out: options.out } : {};

const DECISIONS: Option = {
  flags: "--decisions <file>",
  doc: "what reviewers decided (default: facts.decisions.jsonl beside facts.jsonl, where there is one)",
};

const decisionsOf = (options: Readonly<Record<string, unknown>>) =>
  typeof options.decisions === "string" ? { decisions: options.decisions } : {};

/** TABLE of the commands that analysts use. */
export const ANALYST_COMMANDS: readonly Command[] = [
  {
    name: "review",
    summary: "facts beside their articles in the browser: accept, correct, reject, add, compare, draw, export",
    args: "<facts>",
    options: [
      { flags: "--in <path...>", doc: "read the articles here, as extract does; those not there, in the archive" },
      {
        flags: "--decisions <file>",
        doc: "where decisions are kept (default: facts.decisions.jsonl beside facts.jsonl)",
      },
      { flags: "--examples <file>", doc: "where examples are kept (default: facts.examples.jsonl beside facts.jsonl)" },
      { flags: "--read-only", doc: "refuse decisions and examples" },
    ],
    settings: ["listen", "token", "archive", "lexicon", "maxBytes", "maxNodes", "maxDepth", "maxChars", "logLevel"],
    details: `Prints the page's address, and serves it until SIGINT or SIGTERM. FACTS is JSONL that extract, run or work wrote; what is
added to it meanwhile appears on the page, and so do decisions that another process writes. FACTS itself is never changed:
each decision is a line of --decisions, on the disk before the page says saved. Without its article a fact is shown
in its sentences. Beyond loopback the page wants a token: set JINGJIAN_TOKEN, and open /?token=… once in a browser.`,
    examples: [
      "jingjian review facts.jsonl --in corpus/articles",
      "jingjian review facts.jsonl --listen 127.0.0.1:8080",
    ],
    run: async ([facts = ""], options, context) => {
      const { reviewCommand } = await import("./review.ts");
      return reviewCommand({ ...context, facts, ...reviewFilesOf(options), readOnly: options.readOnly === true });
    },
  },
  {
    name: "compare",
    summary: "what several documents state of one thing: corroborated, conflicting, superseded",
    args: "<facts...>",
    options: [
      { flags: "--format <format>", doc: "how groups are written", choices: ["table", "jsonl"], default: "table" },
      DECISIONS,
      OUT,
    ],
    settings: ["logLevel"],
    details: `FACTS is JSONL that extract, run or work wrote; of a document that comes twice, the last time counts. Facts with the same
subject, metric, scope, period (without one, the year of publication) and unit make a group; copies of one text count once.
Several files are compared together. Rejected facts are left out, corrected ones stand as corrected.
The table shows groups of several documents, conflicts first, with their words; statements with one number agree.
A line of --format jsonl is {"key", "status": "conflicting" | "superseded" | "corroborated" | "compatible" | "single",
"documents", "sources", "statements", "reason"}, also for what only one document states.`,
    examples: [
      "jingjian compare facts.jsonl",
      "jingjian compare 2024.jsonl 2025.jsonl --format jsonl --out groups.jsonl",
    ],
    run: async (args, options, context) => {
      const { compareCommand } = await import("./compare.ts");
      const format = options.format as "table" | "jsonl";
      return compareCommand(args, { ...context, ...outOf(options), ...decisionsOf(options), format });
    },
  },
  {
    name: "export",
    summary: "facts, as they stand after review, as a workbook, CSV, Parquet or JSONL",
    args: "<facts>",
    options: [
      {
        flags: "--to <format>",
        doc: "how facts are written",
        choices: ["csv", "xlsx", "parquet", "jsonl"],
        default: "csv",
      },
      { flags: "--wide", doc: "one row a subject, one column a metric" },
      { flags: "--bom", doc: "with --to csv: start with a byte-order mark, by which Excel knows UTF-8" },
      { flags: "--filter <query>", doc: "what to keep, as in the review page's address: metric=…&status=accepted&q=…" },
      DECISIONS,
      OUT,
    ],
    settings: ["logLevel"],
    details: `Of a document that was extracted twice, the last time counts. Corrected and added facts are written as they are now;
rejected ones are left out, unless --filter names a status. The columns are those of docs/columns.md.
In CSV, text that a spreadsheet would run as a formula starts with an apostrophe. A line of JSONL is a fact again.
A cell of --wide is the latest level (after a change, the level reached) stated for the whole subject, actual before planned;
a metric in several units has a column for each. Subjects without any such level are left out.`,
    examples: [
      "jingjian export facts.jsonl --to xlsx --out facts.xlsx",
      "jingjian export facts.jsonl --to csv --bom --out facts.csv",
      "jingjian export facts.jsonl --to parquet --wide --filter modality=actual --out counties.parquet",
    ],
    run: async ([facts = ""], options, context) => {
      const { exportCommand } = await import("./export.ts");
      return exportCommand(facts, {
        ...context,
        ...outOf(options),
        ...decisionsOf(options),
        ...(typeof options.filter === "string" ? { filter: options.filter } : {}),
        to: options.to as "csv" | "xlsx" | "parquet" | "jsonl",
        wide: options.wide === true,
        bom: options.bom === true,
      });
    },
  },
  {
    name: "query",
    summary: "what SQL finds in the facts",
    args: "<facts> <sql>",
    options: [
      { flags: "--format <format>", doc: "how rows are written", choices: ["table", "csv", "json"], default: "table" },
      DECISIONS,
      OUT,
    ],
    settings: ["logLevel"],
    details: `The table is \`facts\`: what export writes, with the columns of docs/columns.md. The SQL is DuckDB's. A query can change
nothing and reaches no other file.`,
    examples: [
      `jingjian query facts.jsonl "SELECT metric, count(*) AS facts FROM facts GROUP BY metric ORDER BY facts DESC"`,
      `jingjian query facts.jsonl "SELECT subject_name, before, after FROM facts WHERE after < before" --format csv`,
    ],
    run: async ([facts = "", sql = ""], options, context) => {
      const { queryCommand } = await import("./query.ts");
      const format = options.format as "table" | "csv" | "json";
      return queryCommand(facts, sql, { ...context, ...outOf(options), ...decisionsOf(options), format });
    },
  },
];
