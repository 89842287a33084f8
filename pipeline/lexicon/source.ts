import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { LexiconProblem } from "../../schemas/errors.ts";
import { tooDeepAt } from "./depth.ts";

export type Path = readonly (string | number)[];

/** Anchors may be used, but not to blow a short file up to a huge one. */
const MAX_ALIASES = 100;

/** A YAML or JSON text, and where in it everything stands. */
export class Source {
  readonly problems: LexiconProblem[] = [];
  private readonly document: Document | null;
  private readonly lines = new LineCounter();

  /**
   * @param path for messages
   * @param firstLine line of the file that the text begins on, from 1
   */
  constructor(
    private readonly text: string,
    readonly path: string,
    private readonly firstLine = 1,
  ) {
    this.document = this.parse();
    const errors = [...(this.document?.errors ?? []), ...(this.document?.warnings ?? [])];
    // What is said further of a line follows from the first mistake in it.
    const lineOf = ({ pos }: YAMLError) => this.lines.linePos(pos[0]).line;
    const first = new Map(errors.toReversed().map((error) => [lineOf(error), error]));
    for (const error of errors) if (first.get(lineOf(error)) === error) this.syntax(error);
  }

  /** The text as plain values; undefined, with a problem told, where it cannot be read. */
  value(): unknown {
    if (this.document === null || this.problems.length > 0) return undefined;
    const unknown = this.alias((alias, document) => alias.resolve(document) === undefined);
    if (unknown !== null) {
      this.add(startOf(unknown) ?? 0, `nothing is named &${unknown.source}`, "write the value out");
      return undefined;
    }
    try {
      return this.document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      this.add(
        startOf(this.alias(() => true)) ?? 0,
        `its anchors stand for more than ${MAX_ALIASES} copies`,
        "write the values out",
      );
      return undefined;
    }
  }

  /** Tells of a mistake in a value, or in the key that leads to it. */
  report(path: Path, problem: string, remedy: string, what: "key" | "value" = "value"): void {
    this.add(this.offsetOf(path, what), problem, remedy);
  }

  /** Where a value stands. */
  place(path: Path): Pick<LexiconProblem, "path" | "line" | "column"> {
    return this.at(this.offsetOf(path, "value"));
  }

  private parse(): Document | null {
    const deep = tooDeepAt(this.text);
    if (deep === null) return parseDocument(this.text, { lineCounter: this.lines, prettyErrors: false });
    for (let at = 0; at >= 0; at = this.text.indexOf("\n", at) + 1 || -1) this.lines.addNewLine(at);
    this.add(deep, "brackets stand in brackets too often", "take some of them away");
    return null;
  }

  private syntax({ code, message, pos }: YAMLError): void {
    const [problem, remedy] = SYNTAX[code] ?? [lowerFirst(firstLine(message)), "mend the brackets, quotes or blanks"];
    const line = this.lineAt(pos[0]);
    const hint = /^[^"'#:]*：/.test(line) ? "write : and a blank instead of ：" : remedy;
    this.add(pos[0], problem, hint);
  }

  private add(offset: number, problem: string, remedy: string): void {
    this.problems.push({ ...this.at(offset), problem, remedy });
  }

  private at(offset: number): Pick<LexiconProblem, "path" | "line" | "column"> {
    const { line, col } = this.lines.linePos(offset);
    return { path: this.path, line: Math.max(1, line) + this.firstLine - 1, column: Math.max(1, col) };
  }

  private lineAt(offset: number): string {
    const start = this.text.lastIndexOf("\n", offset - 1) + 1;
    const end = this.text.indexOf("\n", offset);
    return this.text.slice(start, end < 0 ? undefined : end);
  }

  /** Offset of the innermost part of a path that the text has. */
  private offsetOf(path: Path, what: "key" | "value"): number {
    const parent = path.length === 0 ? null : this.nodeAt(path.slice(0, -1));
    const pair = isMap(parent) ? parent.items.find(({ key }) => keyOf(key) === String(path.at(-1))) : undefined;
    const key = startOf(pair?.key);
    const value = startOf(this.nodeAt(path));
    const found = what === "key" || isEmpty(this.nodeAt(path)) ? (key ?? value) : (value ?? key);
    if (found !== null) return found;
    return path.length === 0 ? 0 : this.offsetOf(path.slice(0, -1), "value");
  }

  private nodeAt(path: Path): Node | null {
    const found = path.length === 0 ? this.document?.contents : this.document?.getIn(path, true);
    return isNode(found) ? found : null;
  }

  /** The first reference to an anchor of which something is so. */
  private alias(holds: (alias: Alias, document: Document) => boolean): Alias | null {
    const found: Alias[] = [];
    visit(this.document, {
      Alias: (_key, alias) => {
        if (!holds(alias, this.document!)) return undefined;
        found.push(alias);
        return visit.BREAK;
      },
    });
    return found[0] ?? null;
  }
}

const startOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null);
const keyOf = (key: unknown): string => String(isNode(key) && !isAlias(key) ? key.toJSON() : key);
const isEmpty = (node: Node | null): boolean => node !== null && node.range != null && node.range[0] === node.range[1];
const firstLine = (message: string): string => message.split("\n")[0] ?? message;
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Mistakes that people make, in words for people. */
const SYNTAX: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
  DUPLICATE_KEY: ["the same key stands here a second time", "join the two"],
  TAB_AS_INDENT: ["a tab stands where the line is set in", "use blanks"],
  MULTIPLE_DOCS: ["a second document begins with ---", "put each into a file of its own"],
  TAG_RESOLVE_FAILED: ["a word behind ! says what kind of value this is", "leave it out"],
  BAD_INDENT: ["the line is set in less or more than those it belongs to", "set them in alike, and close all brackets"],
  MISSING_CHAR: ["a bracket, quote or sign is missing", "close what is open above"],
};
