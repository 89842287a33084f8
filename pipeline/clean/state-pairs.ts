import { parseJson } from "./head-data.ts";
import type { ScriptText } from "./script-texts.ts";

/** A key of a script's data with its value, a string or a number, and where it stands in the script's text. */
export interface Pair {
  readonly key: string;
  readonly value: string;
  readonly at: number;
}

/** UTF-16 units read on each side of the body: data of one article stands together. */
const REACH = 200_000;
const PAIR =
  /(?<![\w$])["']?([A-Za-z_$][\w$-]{0,40})["']?\s*[:=]\s*(?:"((?:[^"\\\n]|\\.){0,120})"|'((?:[^'\\\n]|\\.){0,120})'|(\d{10}|\d{13})(?!\d)|([A-Za-z_$][\w$]{0,3})(?=[,}\]]))/g;
/** `"author":{"name":"…"}`, `"authors":[{"id":1,"name":"…"}]`: what the inner name names. */
const NAMED =
  /["']?([A-Za-z_$][\w$-]{0,40})["']?\s{0,40}:\s{0,40}\[?\s{0,40}\{[^{}]{0,300}?["']?name["']?\s{0,40}:\s{0,40}"([^"\\\n]{1,40})"/g;
/** Minified states pass their values as arguments: `(function(a,b){return {title:a}}("…",1))`. */
const PARAMETERS = /\(function\(([\w$,\s]{1,20000})\)\s*\{/;

/** The keys and values around a place of a script, the nearest first. */
export function pairsAround({ text, start, end }: ScriptText, at: number): Pair[] {
  const from = Math.max(start, at - REACH);
  const part = text.slice(from, Math.min(end, at + REACH));
  const passed = argumentsOf(text.slice(start, end));
  const pairs: Pair[] = [];
  for (const match of part.matchAll(PAIR)) {
    const [, key, double, single, digits, name] = match;
    const value = double ?? single ?? digits ?? passed.get(name!);
    if (value !== undefined) pairs.push({ key: key!, value: unescaped(value), at: from + match.index });
  }
  for (const match of part.matchAll(NAMED)) {
    pairs.push({ key: match[1]!, value: match[2]!, at: from + match.index });
  }
  return pairs.sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at));
}

/**
 * The keys and values of a state that is one flat array, its objects naming the places of their values:
 * `[{"title":1},"…"]`, as several front ends write it. Those of the object with the longest text come first.
 */
export function flatPairs({ text, start, end }: ScriptText): Pair[] {
  if (!/^\s*\[/.test(text.slice(start, start + 20)) || end - start > REACH) return [];
  const values = parseJson(text.slice(start, end));
  if (!Array.isArray(values)) return [];
  const objects = values.filter((value): value is Record<string, unknown> => isObject(value) && !Array.isArray(value));
  const pairs = objects.slice(0, 2_000).map((object) => {
    const named = Object.entries(object).map(([key, place]) => [key, valueAt(values, place)] as const);
    return named.flatMap(([key, value]) => (value === null ? [] : [{ key, value, at: start }]));
  });
  const longest = (row: readonly Pair[]): number => Math.max(0, ...row.map(({ value }) => value.length));
  return pairs.sort((a, b) => longest(b) - longest(a)).flat();
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** A text or number at a place, or the name of the object there. */
function valueAt(values: readonly unknown[], place: unknown): string | null {
  const value = typeof place === "number" ? values[place] : null;
  if (typeof value === "string" || typeof value === "number") return String(value);
  const name = isObject(value) && typeof value.name === "number" ? values[value.name] : null;
  return typeof name === "string" ? name : null;
}

const unescaped = (value: string): string =>
  value.replace(/\\u([\da-f]{4})|\\(.)/gi, (_, hex: string | undefined, letter: string) =>
    hex === undefined ? letter : String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** The values of a minified state's parameters, by name. */
function argumentsOf(script: string): ReadonlyMap<string, string> {
  const parameters = PARAMETERS.exec(script.slice(0, 60_000));
  const call = parameters === null ? -1 : script.lastIndexOf("}(");
  if (call < 0) return new Map();
  const values =
    script.slice(call + 2).match(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[^,"'()\s]+(?:\([^()]*\))?/g) ?? [];
  const names = parameters![1]!.split(",").map((name) => name.trim());
  return new Map(
    names.flatMap((name, i) => {
      const value = values[i];
      return value === undefined ? [] : [[name, value.replace(/^(["'])(.*)\1$/s, "$2")] as const];
    }),
  );
}
