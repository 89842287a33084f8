import { ANALYST_COMMANDS } from "./analyst-commands.ts";
import { ARCHIVE_COMMANDS } from "./archive-commands.ts";
import type { Command, Option } from "./command.ts";
import { LEXICON_COMMANDS } from "./lexicon-command.ts";
import { OPERATOR_COMMANDS, RUN_SETTINGS } from "./operator-commands.ts";

export type { Command, Context, Options } from "./command.ts";

const BUDGETS = ["maxBytes", "maxNodes", "maxDepth", "maxChars", "logLevel"] as const;
const OUT: Option = { flags: "--out <file>", doc: "write here instead of to standard output" };
const INPUTS = `INPUT is a file, a folder, a glob in quotes, or - for standard input (a document, or documents JSONL).
Read are HTML pages, Markdown with front matter, plain text, documents JSONL and web archives (.warc, .warc.gz), in any
Chinese charset.`;

const outOf = (options: Readonly<Record<string, unknown>>) =>
  typeof options.out === "string" ? { out: options.out } : {};

/** TABLE of commands. */
export const COMMANDS: readonly Command[] = [
  {
    name: "extract",
    summary: "files in, facts out",
    args: "<input...>",
    options: [
      {
        flags: "--format <format>",
        doc: "how facts are written",
        choices: ["jsonl", "csv", "table"],
        default: "jsonl",
      },
      OUT,
    ],
    settings: ["lexicon", ...BUDGETS],
    details: INPUTS,
    examples: [
      "jingjian extract corpus/articles --format table",
      "jingjian extract notice.html --out facts.jsonl",
      "cat documents.jsonl | jingjian extract -",
    ],
    run: async (args, options, context) => {
      const { extractCommand } = await import("./extract.ts");
      const format = options.format as "jsonl" | "csv" | "table";
      return extractCommand(args, { ...context, ...outOf(options), format });
    },
  },
  {
    name: "run",
    summary: "the same through a queue on disk, which goes on where it was killed",
    args: "<source...>",
    options: [
      { flags: "--out <file>", doc: "the facts, as JSONL", default: "facts.jsonl" },
      { flags: "--again", doc: "also what is in --out already, with the rules of today" },
    ],
    settings: [...RUN_SETTINGS, ...BUDGETS],
    details: `SOURCE is what \`enqueue\` takes: URLs, feeds, sitemaps, and files as below.
${INPUTS}
Documents are enqueued, worked until none is left, and written to --out; then a summary is printed. Killed at any moment
and started again, it completes with no fact lost or doubled. Ctrl-C finishes what is in work; a second one ends at once.`,
    examples: [
      "jingjian run corpus/articles",
      "jingjian run archive/ --out archive.jsonl --queue embedded:.archive-queue",
    ],
    run: async (args, options, context) => {
      const { runCommand } = await import("./run.ts");
      return runCommand(args, { ...context, out: String(options.out), again: options.again === true });
    },
  },
  {
    name: "clean",
    summary: "the main text and metadata of each document, one JSON object a line",
    args: "<input...>",
    options: [OUT],
    settings: BUDGETS,
    details: `${INPUTS}\nA line holds source, id, title, published, publisher, author, lang and text.`,
    examples: ["jingjian clean corpus/articles", "jingjian clean 'pages/**/*.html' --out clean.jsonl"],
    run: async (args, options, context) => {
      const { cleanCommand } = await import("./clean.ts");
      return cleanCommand(args, { ...context, ...outOf(options) });
    },
  },
  {
    name: "quantities",
    summary: "numbers, quantities and dates in the texts on standard input",
    args: "",
    options: [OUT],
    settings: ["logLevel"],
    details: `Reads {"id", "input", "reference"?} a line and writes {"id", "found": [{"text", "start", "end", "kind",
"value" | "low", "high", "unit"}]}. Offsets are UTF-16, the end exclusive; reference is the date that 去年 counts from.`,
    examples: [`echo '{"id": 1, "input": "節省5000餘萬元"}' | jingjian quantities`],
    run: async (_args, options, context) => {
      const { quantitiesCommand } = await import("./quantities.ts");
      return quantitiesCommand({ ...context, ...outOf(options) });
    },
  },
  {
    name: "explain",
    summary: "why a text gives the facts it gives",
    args: "<text>",
    options: [
      { flags: "--published <date>", doc: "date of the text, from which 去年 and 9日 count" },
      { flags: "--json", doc: "the whole explanation as one JSON object" },
    ],
    settings: ["lexicon", "maxChars", "logLevel"],
    details: `Shows words, quantities, dates, nouns, places, the rules that fired, and for each quantity that became no fact
the reason. TEXT is a sentence or more, or - for standard input.`,
    examples: ["jingjian explain 河曲县36个党政机构精简为22个"],
    run: async ([text = "-"], options, context) => {
      const { explainCommand } = await import("./explain.ts");
      const published = typeof options.published === "string" ? { published: options.published } : {};
      return explainCommand(text, { ...context, ...published, json: options.json === true });
    },
  },
  ...OPERATOR_COMMANDS,
  ...ARCHIVE_COMMANDS,
  ...ANALYST_COMMANDS,
  ...LEXICON_COMMANDS,
];
