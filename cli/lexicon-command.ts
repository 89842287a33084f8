import type { Command } from "./command.ts";

/** TABLE of the commands about lexicons. */
export const LEXICON_COMMANDS: readonly Command[] = [
  {
    name: "lexicon",
    summary: "checks a lexicon and runs its examples, or prints its JSON Schema",
    args: "<check|schema> [file...]",
    options: [],
    settings: ["maxChars", "logLevel"],
    details: `\`check\` takes one lexicon (.yaml, .yml), any number of examples files (.jsonl), or both. Every mistake is told with its
line and column. Then each example is run: \`gives\` and \`silent\` have to hold; a \`knownMiss\` may miss, and it is said when
it does no more. Exit code 1 where an example does not hold, 2 where a file is wrong.
\`schema\` prints the JSON Schema by which editors help to write a lexicon. docs/lexicon.md describes the format.`,
    examples: [
      "jingjian lexicon check corpus/lexicon-example/service-windows.yaml",
      "jingjian lexicon schema",
      "jingjian extract corpus/articles --lexicon corpus/lexicon-example/service-windows.yaml --format table",
    ],
    run: async ([action = "", ...files], _options, context) => {
      const { lexiconCommand } = await import("./lexicon.ts");
      return lexiconCommand(action, files, context);
    },
  },
];
