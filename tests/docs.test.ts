import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { COMMANDS } from "../cli/commands.ts";
import { METRICS } from "../schemas/metrics.ts";
import { environmentName, flagName, SETTINGS } from "../schemas/settings.ts";
import { builtCli } from "./support/build.ts";
import { type Example, examplesOf, TABLES, withOutput, withTables } from "./support/readme.ts";

const ROOT = join(import.meta.dirname, "..");
const README = join(ROOT, "README.md");
const readme = (): string => readFileSync(README, "utf8");
/** `npm run docs` writes what these tests would find missing. */
const update = process.env.UPDATE_DOCS === "1";

if (update) writeFileSync(README, withTables(readme()));

test.each(Object.keys(TABLES))("the README's table of %s is complete", (name) => {
  expect(readme()).toContain(`<!-- ${name} -->\n${TABLES[name]?.join("\n")}\n<!-- /${name} -->`);
});

describe("documented in the README:", () => {
  const sources = ["errors", "fetch-errors", "review-errors"]
    .map((name) => readFileSync(join(ROOT, `schemas/${name}.ts`), "utf8"))
    .join("");
  const codes = sources.matchAll(/readonly code = "([A-Z_]+)"/g);
  test.each([...codes].map((match) => match[1]))("error %s", (code) => {
    expect(readme()).toContain(`| \`${code}\` | `);
  });

  const errors = readme().split("### Errors")[1]?.split("\n## ")[0] ?? "";
  test.each([...errors.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]))("%s is an error", (code) => {
    expect(sources).toContain(`readonly code = "${code}"`);
  });

  test.each(Object.keys(SETTINGS))("setting %s", (key) => {
    expect(readme()).toContain(`| \`${flagName(key)}\` | \`${environmentName(key)}\` | `);
  });

  test.each(METRICS.map(({ id }) => id))("metric %s", (id) => {
    expect(readme()).toContain(`| \`${id}\` | `);
  });

  test.each(COMMANDS.map(({ name }) => name))("command %s, with an example that is run", (name) => {
    expect(readme()).toMatch(new RegExp(`^(?:.*\\| )?jingjian ${name}\\b`, "m"));
  });

  const { properties } = JSON.parse(readFileSync(join(ROOT, "schemas/fact.schema.json"), "utf8")) as {
    readonly properties: object;
  };
  const record = ["id", "doc", "label", "rule", "confidence"]; // explained by their names, and in the schema
  test.each(Object.keys(properties).filter((field) => !record.includes(field)))("field %s", (field) => {
    expect(readme()).toMatch(new RegExp(`^\\| [^|]*\`${field}\``, "m"));
  });
});

describe("CONTRIBUTING says what each package is for:", () => {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
    readFileSync(join(ROOT, "package.json"), "utf8"),
  ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  const contributing = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
  test.each(names.filter((name) => !name.startsWith("@types/")))("%s", (name) => {
    expect(contributing).toContain(`\`${name}\``);
  });
});

describe("every example of the README runs:", () => {
  const place = mkdtempSync(join(tmpdir(), "jingjian-readme-"));
  const bin = join(place, "bin");

  beforeAll(() => {
    mkdirSync(bin);
    writeFileSync(join(bin, "jingjian"), `#!/bin/sh\nexec "${process.execPath}" "${builtCli()}" "$@"\n`, {
      mode: 0o755,
    });
    for (const name of ["corpus", "dist", "node_modules", "package.json", "schemas"]) {
      symlinkSync(join(ROOT, name), join(place, name));
    }
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const start = (file: string, args: readonly string[]) =>
    promisify(execFile)(file, [...args], { cwd: place, env: environment, maxBuffer: 1 << 26 });

  /** @returns standard output of one example; fails where a command fails */
  async function run({ language, source }: Example): Promise<string> {
    if (language === "js") {
      writeFileSync(join(place, "example.mjs"), source);
      return (await start(process.execPath, ["example.mjs"])).stdout;
    }
    // Installing and testing from inside a test would never end.
    const commands = source.replace(/^npm ci( && |$)/gm, "").replace(/^npm test$/gm, "");
    return (await start("bash", ["-euo", "pipefail", "-c", commands])).stdout;
  }

  const lexicons = readFileSync(join(ROOT, "docs/lexicon.md"), "utf8");
  test.each(
    [...examplesOf(readme()), ...examplesOf(lexicons)].map(
      (example) => [example.source.trim().replaceAll("\n", "; "), example] as const,
    ),
  )("%s", async (_name, example) => {
    const found = await run(example);
    if (update && example.output !== null) writeFileSync(README, withOutput(readme(), example, found));
    else if (example.output !== null) expect(found).toBe(example.output);
  });
});
