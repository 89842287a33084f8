#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command, CommanderError, Option } from "commander";
import { InvalidLexiconError, InvalidSettingError, UsageError } from "../schemas/errors.ts";
import { environmentName, flagName, parseSettings, SETTINGS } from "../schemas/settings.ts";
import { COMMANDS, type Command as CommandRow, type Options } from "./commands.ts";

/** Exit codes: done, some documents failed, wrong usage. */
const [DONE, FAILED, USAGE] = [0, 1, 2];

const { version } = createRequire(import.meta.url)("../../package.json") as { readonly version: string };

function program(done: (code: number) => void): Command {
  const root = new Command("jingjian")
    .description("Reads Chinese news and notices about administrative reform into evidence-backed numeric facts.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("(jingjian --help lists the commands; add --help to a command for its options)")
    .addHelpText("after", "\nExit codes: 0 done, 1 some documents failed, 2 wrong usage.");
  for (const row of COMMANDS) register(root, row, done);
  return root;
}

function register(root: Command, row: CommandRow, done: (code: number) => void): void {
  const command = root
    .command(`${row.name} ${row.args}`.trim())
    .summary(row.summary)
    .description(`${row.summary}\n\n${row.details}`)
    .allowExcessArguments(false);
  for (const { flags, doc, choices, default: value } of row.options) {
    const option = new Option(flags, doc);
    if (choices !== undefined) option.choices([...choices]);
    command.addOption(value === undefined ? option : option.default(value));
  }
  for (const key of row.settings) {
    const { kind, doc, default: value } = SETTINGS[key];
    const flags = `${flagName(key)} <${kind === "integer" ? "number" : "value"}>`;
    command.addOption(new Option(flags, `${doc} (default: ${value}, env: ${environmentName(key)})`));
  }
  command.addHelpText("after", `\nExamples:\n${row.examples.map((example) => `  ${example}`).join("\n")}`);
  command.action(async () => done(await run(row, command.args, command.opts<Options>())));
}

async function run(row: CommandRow, args: readonly string[], options: Options): Promise<number> {
  const flags = Object.fromEntries(row.settings.map((key) => [key, options[key] as string | undefined]));
  const settings = parseSettings(process.env, flags);
  const { logFailure, openLog } = await import("./log.ts");
  const log = await openLog(settings.logLevel);
  try {
    if (row.settings.includes("lexicon") && settings.lexicon !== "") await takeUp(settings.lexicon);
    return await row.run(args, options, { settings, log });
  } catch (error) {
    if (isUsage(error)) throw error;
    logFailure(log, null, error);
    return FAILED;
  }
}

/** Reads a lexicon before anything else is read. */
async function takeUp(path: string): Promise<void> {
  const { loadLexicon, useLexicon } = await import("../pipeline/lexicon/index.ts");
  useLexicon(loadLexicon(path));
}

const isUsage = (error: unknown): error is UsageError | InvalidSettingError | InvalidLexiconError =>
  error instanceof UsageError || error instanceof InvalidSettingError || error instanceof InvalidLexiconError;

async function main(): Promise<number> {
  let code = DONE;
  try {
    await program((result) => {
      code = result;
    }).parseAsync();
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : USAGE;
    if (!isUsage(error)) throw error;
    // Each mistake of a lexicon on a line that begins with its place, for editors and for `grep`.
    const lexicon = error instanceof InvalidLexiconError ? error : null;
    if (lexicon !== null) process.stderr.write(`${lexicon.problem}\n`);
    process.stderr.write(`error: ${lexicon === null ? error.message : lexicon.summary}\n`);
    return USAGE;
  }
}

// A reader that has seen enough (`| head`) is no failure; and nobody reading the logs is no reason to stop.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(DONE);
});
process.stderr.on("error", () => {});

// Ends the process also where standard input is still open.
process.exit(await main());
