/** A part of a chapter that can be run, in the chapter's order. */
export type Part =
  | { readonly kind: "commands"; readonly source: string; readonly output: string | null }
  | { readonly kind: "file"; readonly name: string; readonly text: string }
  | { readonly kind: "picture"; readonly file: string }
  | { readonly kind: "keys"; readonly rows: readonly KeyRow[] };

export interface KeyRow {
  readonly steps: readonly Step[];
  /** What the page says then, or an empty text. */
  readonly says: string;
}
/** A key or a text to type; with `into`, the field whose label that is. */
export interface Step {
  readonly text: string;
  readonly into: string | null;
}

const PARTS =
  /```sh\n(?<source>[\s\S]*?)```(?:\n\n```text\n(?<output>[\s\S]*?)```)?|```yaml (?<name>\S+)\n(?<text>[\s\S]*?)```|!\[[^\]]*\]\((?<file>[^)]+)\)|(?<table>\| keys \|.*\n\|[- |]+\n(?:\|.*\n)+)/g;

/** What a reader of a chapter does: commands, files, pictures, and tables of keys. */
export function partsOf(markdown: string): readonly Part[] {
  return [...markdown.matchAll(PARTS)].map(({ groups = {} }): Part => {
    const { source, output, name, text, file, table } = groups;
    if (source !== undefined) return { kind: "commands", source, output: output ?? null };
    if (name !== undefined) return { kind: "file", name, text: text ?? "" };
    if (file !== undefined) return { kind: "picture", file };
    return { kind: "keys", rows: (table ?? "").trim().split("\n").slice(2).map(rowOf) };
  });
}

function rowOf(line: string): KeyRow {
  const [keys = "", , says = ""] = line.split("|").slice(1, -1);
  let into: string | null = null;
  const steps: Step[] = [];
  for (const [, label, text] of keys.matchAll(/\*([^*]+)\*|`([^`]+)`/g)) {
    if (label !== undefined) into = label;
    else {
      steps.push({ text: text!, into });
      into = null;
    }
  }
  return { steps, says: says.trim() };
}

/** A name of `KeyboardEvent.key`, or a sign of the keyboard; anything else is typed. */
export const isKey = (text: string): boolean => /^(?:[!-~]|Enter|Escape|(?:Control|Shift)\+\w+)$/.test(text);
