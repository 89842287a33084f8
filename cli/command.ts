import type { Settings } from "../schemas/settings.ts";
import type { Log } from "./log.ts";

/** What every command is given beside its arguments. */
export interface Context {
  readonly settings: Settings;
  readonly log: Log;
}

/** Values of a command's own options, by name; absent where neither given nor defaulted. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Arguments as commander writes them: `<input...>`. */
  readonly args: string;
  readonly options: readonly Option[];
  /** Settings that the command reads; each becomes a flag. */
  readonly settings: readonly (keyof Settings)[];
  readonly details: string;
  readonly examples: readonly string[];
  /** Loads the command's code, which nothing needs before it runs, and runs it. @returns exit code */
  readonly run: (args: readonly string[], options: Options, context: Context) => Promise<number>;
}

export interface Option {
  readonly flags: string;
  readonly doc: string;
  readonly choices?: readonly string[];
  readonly default?: string;
}

const pathOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Values of an option that may be given with several. */
export const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** What `review` and `serve` read and write beside the facts. */
export const reviewFilesOf = (options: Options) => ({
  inputs: listOf(options.in),
  decisions: pathOf(options.decisions),
  examples: pathOf(options.examples),
});
