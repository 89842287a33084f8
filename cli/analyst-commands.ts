import type { Command, Option } from "./command.ts";

const OUT: Option = { flags: "--out <file>", doc: "write here instead of to standard output" };

const outOf = (options: Readonly<Record<string, unknown>>) =>
  typeof options.out === "string" ? { out: options.out } : {};

/** TABLE of the commands that analysts use. */
export const ANALYST_COMMANDS: readonly Command[] = [
  {
    name: "compare",
    summary: "what several documents state of one thing: corroborated, conflicting, superseded",
    args: "<facts...>",
    options: [
      { flags: "--format <format>", doc: "how groups are written", choices: ["table", "jsonl"], default: "table" },
      OUT,
    ],
    settings: ["logLevel"],
    details: `FACTS is JSONL that extract, run or work wrote; of a document that comes twice, the last time counts. Facts with the same
subject, metric, scope, period (without one, the year of publication) and unit make a group; copies of one text count once.
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
      return compareCommand(args, { ...context, ...outOf(options), format });
    },
  },
];
