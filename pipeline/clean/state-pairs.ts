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
const NAMED = /["']?([A-Za-z_$][\w$-]{0,40})["']?\s*:\s*\[?\s*\{[^{}]{0,300}?["']?name["']?\s*:\s*"([^"\\\n]{1,40})"/g;
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
