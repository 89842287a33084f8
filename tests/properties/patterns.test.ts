import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseSync } from "@swc/core";
import { analyse } from "scslre";

const ROOT = join(import.meta.dirname, "../..");

/** Files whose patterns may go over a text again and again, as it is short wherever they are used. */
const SHORT_TEXTS: Readonly<Record<string, string>> = {
  "corpus/gazetteer/organisations.ts": "reads the table itself",
  "corpus/lexicon/boilerplate.ts": "the last 80 characters of a line",
  "corpus/lexicon/tables.ts": "cells and heads: a row has 1,000 characters at most",
  "extractors/dates/pattern-prefix.ts": "reads our own patterns",
  "extractors/linking/subject.ts": "codes of six digits",
  "extractors/tables/cells.ts": "cells",
  "extractors/tables/grid.ts": "cells",
  "extractors/tables/heading.ts": "cells and captions",
  "extractors/tables/subject.ts": "cells",
  "extractors/tables/unit.ts": "cells and captions",
  "extractors/tables/reading.ts": "cells",
  "pipeline/clean/byline-fields.ts": "lines of eight characters",
  "pipeline/clean/byline-names.ts": "names: 60 characters at most",
  "pipeline/clean/published.ts": "eight characters behind a date",
  "pipeline/clean/signature.ts": "200 characters of a line",
  "pipeline/clean/tables.ts": "lines of 1,000 characters",
  "pipeline/clean/title.ts": "titles: 300 characters at most",
  "pipeline/identity/canonical-url.ts": "URLs: 8,192 characters at most",
  "pipeline/inputs/form.ts": "the first 2,048 bytes",
  "pipeline/sentences.ts": "60 characters around a stop",
  "workers/redis.ts": "the operator's own setting",
};

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that our sources write out. */
function literals(): Pattern[] {
  const folders = ["schemas", "corpus", "extractors", "pipeline", "workers", "cli", "review"];
  const present = folders.filter((folder) => existsSync(join(ROOT, folder)));
  const files = present.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
      .map((name) => `${folder}/${name}`),
  );
  return files.flatMap((file) => {
    const tree = parseSync(readFileSync(join(ROOT, file), "utf8"), { syntax: "typescript", target: "es2022" });
    return literalsIn(tree).map((found) => ({ file, ...found }));
  });
}

function literalsIn(node: unknown): Omit<Pattern, "file">[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, pattern, flags } = node as Readonly<Record<string, unknown>>;
  if (type === "RegExpLiteral") return [{ source: String(pattern), flags: String(flags) }];
  return Object.values(node).flatMap(literalsIn);
}

/** Those that our modules make at run time from tables and parts. */
async function made(): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const { RegExp: original } = globalThis;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [source, flags = ""]: [string | RegExp, string?]) {
      const regex = new target(source, flags);
      const [file] = new Error().stack?.split(`${ROOT}/`).slice(2) ?? [];
      found.push({ file: file?.replace(/:\d.*/s, "") ?? "", source: regex.source, flags: regex.flags });
      return regex;
    },
  });
  try {
    await Promise.all(["extractors/quantities/found.ts", "pipeline/index.ts"].map((file) => import(`../../${file}`)));
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}

/** The quantifier that makes a search go over the same characters again, or null. */
function weakness({ source, flags }: Pattern): string | null {
  const [report] = analyse({ source, flags }).reports;
  return report === undefined
    ? null
    : `${report.exponential ? "exponential" : "polynomial"}, repeating ${report.character.literal.source}`;
}

test("no regular expression goes over a long text again and again", async () => {
  const patterns = [...literals(), ...(await made())];
  expect(patterns.length).toBeGreaterThan(800);
  // Bound the quantifier ({0,20}), or the text before, and say in the table why it is short.
  const weak = patterns
    .map((pattern) => ({ ...pattern, weakness: weakness(pattern) }))
    .filter(({ file, weakness }) => weakness !== null && !(file in SHORT_TEXTS && !weakness.startsWith("exponential")));
  expect(weak.map(({ file, source, flags, weakness }) => `${file}: /${source}/${flags} is ${weakness}`)).toEqual([]);
});

test("the analysis sees what it should", () => {
  expect(weakness({ file: "", source: "\\s+$", flags: "" })).toMatch("polynomial");
  expect(weakness({ file: "", source: "(?:a+)+b", flags: "" })).toMatch("exponential");
  expect(weakness({ file: "", source: "[ ]{0,20}b", flags: "" })).toBeNull();
});
