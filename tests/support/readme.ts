import { COMMANDS } from "../../cli/commands.ts";
import { METRICS } from "../../schemas/metrics.ts";
import { environmentName, flagName, SETTINGS } from "../../schemas/settings.ts";
import { POLICIES } from "../../workers/retry.ts";

/** A bar within a cell would end it. */
const row = (...cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
const code = (text: string | number): string => `\`${text}\``;

/** The words that a pattern chooses from; other patterns are told by the setting's own text. */
const choicesOf = (pattern: RegExp): string =>
  /^\^\((.+)\)\$$/.exec(pattern.source)?.[1]?.split("|").map(code).join(" ") ?? "";

/** The README's tables that are written from the program's own, by the name of their mark. */
export const TABLES: Readonly<Record<string, readonly string[]>> = {
  commands: COMMANDS.map(({ name, args, summary }) =>
    row(code(`${name} ${args.replace(/[<>]/g, "").toUpperCase().replace("...", "…")}`.trim()), summary),
  ),
  settings: Object.entries(SETTINGS).map(([key, setting]) =>
    row(
      code(flagName(key)),
      code(environmentName(key)),
      code(setting.default),
      setting.kind === "integer" ? `${setting.min} – ${setting.max}` : choicesOf(setting.pattern),
      setting.doc,
    ),
  ),
  policies: Object.entries(POLICIES).map(([name, { doc }]) => row(code(name), doc)),
  metrics: METRICS.map(({ id, unit, doc, example: [text, field, value] }) =>
    row(code(id), unit, doc, `${text}: ${code(field)} ${value}`),
  ),
};

/** The README with every marked table written anew. */
export function withTables(readme: string): string {
  return Object.entries(TABLES).reduce((text, [name, rows]) => {
    const marked = new RegExp(`(<!-- ${name} -->\n)(?:.|\n)*?(<!-- /${name} -->)`);
    return text.replace(marked, (_all, open: string, close: string) => `${open}${rows.join("\n")}\n${close}`);
  }, readme);
}

/** A fenced block of commands, or of a program, and the output that stands in the fence after it. */
export interface Example {
  readonly language: "sh" | "js";
  readonly source: string;
  readonly output: string | null;
}

const FENCE = /```(sh|js)\n([\s\S]*?)```(?:\n\n```(?:text|json)\n([\s\S]*?)```)?/g;

export function examplesOf(readme: string): readonly Example[] {
  return [...readme.matchAll(FENCE)].map(([, language, source = "", output]) => ({
    language: language === "js" ? "js" : "sh",
    source,
    output: output ?? null,
  }));
}

/** The README with the output of one example written anew. */
export const withOutput = (readme: string, { source, output }: Example, found: string): string =>
  readme.replace(
    new RegExp(`(${escaped(source)}\`\`\`\n\n\`\`\`(?:text|json)\n)${escaped(output ?? "")}`),
    (_all, head) => head + found,
  );

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
