import type { Command, Option } from "./command.ts";

const OUT: Option = { flags: "--out <file>", doc: "write here instead of to standard output" };
const BUDGETS = ["maxBytes", "maxNodes", "maxDepth", "maxChars", "logLevel"] as const;

const outOf = (options: Readonly<Record<string, unknown>>) =>
  typeof options.out === "string" ? { out: options.out } : {};

/** TABLE of the commands that read archives against what was written before. */
export const ARCHIVE_COMMANDS: readonly Command[] = [
  {
    name: "replay",
    summary: "archived pages again with today's rules, and what changed",
    args: "<archive...>",
    options: [
      { flags: "--facts <file>", doc: "the output to compare with", default: "facts.jsonl" },
      { flags: "--format <format>", doc: "how changes are written", choices: ["jsonl", "table"], default: "table" },
      OUT,
    ],
    settings: ["lexicon", ...BUDGETS],
    details: `ARCHIVE is a WARC file, a folder of them, or a glob in quotes; of a page that was kept more than once, the latest
counts. Shows the facts that are new, gone, or changed (the same subject, metric and words with other numbers or fields).
A line of --format jsonl is {"how": "added" | "removed" | "changed", "source", "url", "fields"?, "before", "after"}.`,
    examples: [
      "jingjian replay .jingjian/archive",
      "jingjian replay 'archive/*.warc.gz' --facts old.jsonl --format jsonl",
    ],
    run: async (args, options, context) => {
      const { replayCommand } = await import("./replay.ts");
      const format = options.format as "jsonl" | "table";
      return replayCommand(args, { ...context, ...outOf(options), facts: String(options.facts), format });
    },
  },
  {
    name: "verify",
    summary: "each fact's evidence read again in its document",
    args: "<facts>",
    options: [
      { flags: "--in <path...>", doc: "read the documents here, as extract does, and not in the archive" },
      OUT,
    ],
    settings: ["archive", ...BUDGETS],
    details: `Writes what is not proved, one JSON object a line: {"fact", "doc", "url", "start", "end", "text", "found"}, where
found is what stands there now, or null where the document cannot be had; then the exit code is 1.`,
    examples: ["jingjian verify facts.jsonl", "jingjian verify facts.jsonl --in corpus/articles"],
    run: async ([facts = ""], options, context) => {
      const { verifyCommand } = await import("./verify.ts");
      const given: unknown = options.in;
      const inputs = Array.isArray(given) ? given.map(String) : [];
      return verifyCommand(facts, { ...context, ...outOf(options), inputs });
    },
  },
];
