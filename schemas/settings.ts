import { InvalidSettingError } from "./errors.ts";

/** One setting: its environment name is `JINGJIAN_` and its key in upper snake case; its flag is the key in kebab case. */
export interface IntegerSetting {
  readonly kind: "integer";
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly doc: string;
}
export interface TextSetting {
  readonly kind: "text";
  readonly default: string;
  readonly pattern: RegExp;
  readonly doc: string;
}
export type Setting = IntegerSetting | TextSetting;

const integer = (row: Omit<IntegerSetting, "kind">): IntegerSetting => ({ kind: "integer", ...row });
const text = (row: Omit<TextSetting, "kind">): TextSetting => ({ kind: "text", ...row });

/** TABLE of settings. Units stand in the names; the README's table is written from it. */
export const SETTINGS = {
  queue: text({
    default: "embedded:.jingjian",
    pattern: /^(?:embedded:.|postgres(?:ql)?:\/\/|rediss?:\/\/|rediss?\+(?:sentinel|cluster):\/\/)/,
    doc: "Queue engine: embedded:DIR, postgres://…, redis://…, rediss://…, redis+sentinel://…, redis+cluster://…",
  }),
  logLevel: text({
    default: "info",
    pattern: /^(fatal|error|warn|info|debug|trace|silent)$/,
    doc: "Least severe log line that is shown",
  }),
  maxBytes: integer({ default: 50_000_000, min: 1_000, max: 2_000_000_000, doc: "Size of one document, bytes" }),
  maxNodes: integer({ default: 500_000, min: 1_000, max: 50_000_000, doc: "Elements and texts of one page" }),
  maxDepth: integer({
    default: 2_000,
    min: 10,
    max: 100_000,
    doc: "Nesting of one page; deeper elements are flattened",
  }),
  maxChars: integer({
    default: 2_000_000,
    min: 1_000,
    max: 100_000_000,
    doc: "Clean text of one document, UTF-16 units",
  }),
  concurrency: integer({ default: 2, min: 1, max: 256, doc: "Jobs in work at once in one process" }),
  fetches: integer({ default: 16, min: 1, max: 1_000, doc: "Pages fetched at once in one process" }),
  stallMs: integer({
    default: 30_000,
    min: 500,
    max: 3_600_000,
    doc: "Time after which the jobs of a dead worker are taken up again, ms",
  }),
  threads: integer({
    default: 1,
    min: 0,
    max: 64,
    doc: "Threads that extract, about 260 MB each; 0 extracts in the main thread",
  }),
  lexicon: text({ default: "", pattern: /./, doc: "Lexicon with metrics and words of your own, a YAML file" }),
  archive: text({ default: ".jingjian/archive", pattern: /./, doc: "Folder that fetched pages are kept in, as WARC" }),
  contact: text({ default: "", pattern: /^[\x20-\x7e]*$/, doc: "Address or URL in the User-Agent, for site owners" }),
  robots: text({ default: "obey", pattern: /^(?:obey|ignore)$/, doc: "What to do about robots.txt: obey, ignore" }),
  allowHosts: text({
    default: "",
    pattern: /^[^\s]*$/,
    doc: "Hosts that may have private addresses, with commas between: intranet.example,10.0.0.0/8",
  }),
  hostDelayMs: integer({ default: 1_000, min: 0, max: 600_000, doc: "Time between two requests to one host, ms" }),
  hostConcurrency: integer({ default: 2, min: 1, max: 64, doc: "Requests to one host at once, over all workers" }),
  fetchTimeoutMs: integer({
    default: 30_000,
    min: 100,
    max: 600_000,
    doc: "Time for one page, redirects included, ms",
  }),
  maxWireBytes: integer({ default: 20_000_000, min: 1_000, max: 2_000_000_000, doc: "Size of a response as sent" }),
  maxRedirects: integer({ default: 10, min: 0, max: 50, doc: "Redirects that are followed" }),
  listen: text({
    default: "127.0.0.1:7070",
    pattern: /^(?:\[[0-9a-f:]+\]|[^:\s]+):\d{1,5}$/i,
    doc: "Address of the console: HOST:PORT",
  }),
  token: text({
    default: "",
    pattern: /^[\x21-\x7e]*$/,
    doc: "Token that the console asks for; needed beyond loopback",
  }),
  drainMs: integer({ default: 10_000, min: 0, max: 600_000, doc: "Time to finish work in flight after SIGTERM, ms" }),
} as const satisfies Record<string, Setting>;

export type Settings = {
  readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends IntegerSetting ? number : string;
};

export const environmentName = (key: string): string => `JINGJIAN_${key.replace(/[A-Z]/g, "_$&").toUpperCase()}`;
export const flagName = (key: string): string => `--${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

/**
 * Reads every setting once: a flag wins over the environment, which wins over the default.
 * @throws {InvalidSettingError} naming the setting, the value and its bounds
 */
export function parseSettings(
  environment: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Record<string, string | undefined>> = {},
): Settings {
  const parsed = Object.entries(SETTINGS).map(([key, setting]) => {
    const [name, given] =
      flags[key] !== undefined
        ? [flagName(key), flags[key]]
        : [environmentName(key), environment[environmentName(key)]];
    return [key, given === undefined || given === "" ? setting.default : parseOne(name, given, setting)];
  });
  return Object.fromEntries(parsed) as Settings;
}

function parseOne(name: string, given: string, setting: Setting): number | string {
  if (setting.kind === "text") {
    if (!setting.pattern.test(given))
      throw new InvalidSettingError(name, given, `must match ${setting.pattern.source}`);
    return given;
  }
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (!(number >= setting.min && number <= setting.max)) {
    throw new InvalidSettingError(name, given, `must be a whole number from ${setting.min} to ${setting.max}`);
  }
  return number;
}
