import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { FACT_COLUMNS } from "../../review/facts/columns.ts";

/** `docs/columns.md` says what the columns are; `npm run docs` writes its table anew. */
const PAGE = join(import.meta.dirname, "../../docs/columns.md");
const rows = FACT_COLUMNS.map(({ name, type, doc }) => `| \`${name}\` | ${type} | ${doc} |`);
const head = ["| column | type | meaning |", "| :-- | :-- | :-- |"];
const table = `<!-- columns -->\n${[...head, ...rows].join("\n")}\n<!-- /columns -->`;

if (process.env.UPDATE_DOCS === "1")
  writeFileSync(
    PAGE,
    readFileSync(PAGE, "utf8").replace(/<!-- columns -->\n(?:.*\n)*?<!-- \/columns -->/, () => table),
  );

test("docs/columns.md tells every column, with its type and meaning", () => {
  expect(readFileSync(PAGE, "utf8")).toContain(table);
});

test.each(FACT_COLUMNS.map(({ name, doc }) => [name, doc] as const))("%s is told in one line", (_name, doc) => {
  expect(doc).toMatch(/^[^|\n]{5,100}$/);
});

test("names are those of SQL, each once", () => {
  const names = FACT_COLUMNS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
});
