import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import readExcel from "read-excel-file/node";
import { builtCli } from "../support/build.ts";
import { jingjian } from "../support/cli.ts";
import { aDecision, lineOf } from "../support/decisions.ts";
import { aFact } from "../support/facts.ts";
import { linesOf } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const root = tempFolder();
const facts = ["a1", "a2", "b1"].map((id) => aFact({ id, doc: { ...aFact().doc, id: id[0]! } }));
const [, rejected] = facts;
const decisions = lineOf(aDecision("reject", { before: rejected!, fact: "a2", doc: "a" }));

/** A folder with a file of facts, and the command line in it. */
function place(files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(root, "p-"));
  for (const [name, text] of Object.entries({ "facts.jsonl": linesOf(facts), ...files }))
    writeFileSync(join(folder, name), text);
  return {
    run: (...args: string[]) => jingjian(args, { cwd: folder, env: { TMPDIR: folder, JINGJIAN_LOG_LEVEL: "warn" } }),
    read: (name: string) => readFileSync(join(folder, name)),
    names: () => readdirSync(folder).sort(),
    folder,
  };
}

const idsOf = (csv: string | Buffer): string[] =>
  (parse(csv, { columns: true, bom: true }) as { id: string }[]).map(({ id }) => id);

describe("jingjian export", () => {
  test("writes CSV to standard output, and leaves nothing behind", async () => {
    const { run, names } = place();
    const { code, stdout, stderr } = await run("export", "facts.jsonl");
    expect([code, idsOf(stdout), stderr]).toEqual([0, ["a1", "a2", "b1"], ""]);
    expect(names()).toEqual(["facts.jsonl"]);
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[], readonly string[]]>([
    ["the decisions beside the facts", { "facts.decisions.jsonl": decisions }, [], ["a1", "b1"]],
    ["those that are named", { "other.jsonl": decisions }, ["--decisions", "other.jsonl"], ["a1", "b1"]],
    ["a filter", {}, ["--filter", "document=b"], ["b1"]],
    ["a filter on what was rejected", { "facts.decisions.jsonl": decisions }, ["--filter", "status=rejected"], ["a2"]],
  ])("applies %s", async (_what, files, flags, ids) => {
    const { code, stdout } = await place(files).run("export", "facts.jsonl", ...flags);
    expect([code, idsOf(stdout)]).toEqual([0, ids]);
  });

  test("writes each format to a file, and says so on standard error alone", async () => {
    const { run, read, names } = place();
    for (const to of ["csv", "xlsx", "parquet", "jsonl"])
      expect(await run("export", "facts.jsonl", "--to", to, "--out", `out.${to}`)).toMatchObject({
        code: 0,
        stdout: "",
      });
    expect(names()).toEqual(["facts.jsonl", "out.csv", "out.jsonl", "out.parquet", "out.xlsx"]);
    expect(read("out.jsonl").toString()).toBe(linesOf(facts));
    expect(read("out.parquet").subarray(0, 4).toString()).toBe("PAR1");
    expect((await readExcel(read("out.xlsx")))[0]!.data.length).toBe(4);
  });

  test("writes a workbook into a pipe", async () => {
    const { folder } = place();
    const command = `"${process.execPath}" "${builtCli()}" export facts.jsonl --to xlsx | cat > piped.xlsx`;
    await promisify(execFile)("bash", ["-euo", "pipefail", "-c", command], { cwd: folder });
    expect((await readExcel(join(folder, "piped.xlsx")))[0]!.data.length).toBe(4);
  });

  test("a line that is no decision is told, and counts for nothing", async () => {
    const { code, stdout, stderr } = await place({ "facts.decisions.jsonl": `${decisions}nonsense\n` }).run(
      "export",
      "facts.jsonl",
    );
    expect([code, idsOf(stdout)]).toEqual([0, ["a1", "b1"]]);
    expect(stderr).toContain("facts.decisions.jsonl#2");
  });

  test.each<[string, readonly string[], number, RegExp]>([
    ["a matrix as JSONL", ["--wide", "--to", "jsonl"], 2, /--wide gives a matrix.*Choose --to csv/],
    ["an unknown name in a filter", ["--filter", "metrics=a"], 2, /--filter names metrics/],
    ["a format there is none of", ["--to", "ods"], 2, /Allowed choices are csv, xlsx, parquet, jsonl/],
    ["the facts as their own output", ["--out", "facts.jsonl"], 2, /never changed/],
    ["a folder that is not there", ["--out", "none/out.csv"], 1, /OUTPUT_FAILED/],
    ["a folder as output", ["--out", "."], 1, /OUTPUT_FAILED.*no regular file/],
    ["decisions that are not there", ["--decisions", "none.jsonl"], 1, /UNREADABLE_INPUT/],
  ])("refuses %s", async (_what, flags, code, message) => {
    const { run, names } = place();
    const result = await run("export", "facts.jsonl", ...flags);
    expect([result.code, result.stdout, names()]).toEqual([code, "", ["facts.jsonl"]]);
    expect(result.stderr).toMatch(message);
  });

  test("a broken file is refused with its line, and what stood in --out stays", async () => {
    const { run, read } = place({ "bad.jsonl": `${linesOf(facts)}{"id":1}\n`, "out.csv": "old" });
    const { code, stderr } = await run("export", "bad.jsonl", "--out", "out.csv");
    expect([code, read("out.csv").toString()]).toEqual([1, "old"]);
    expect(stderr).toMatch(/INVALID_FACT.*bad\.jsonl#4/s);
  });

  test("a file that is not there is refused", async () => {
    expect(await place().run("export", "none.jsonl")).toMatchObject({ code: 1, stdout: "" });
  });
});

describe("jingjian query", () => {
  test.each([
    ["table", "n  status\n2  extracted\n"],
    ["csv", "n,status\n2,extracted\n"],
    ["json", '[\n{"n":2,"status":"extracted"}\n]\n'],
  ])("as %s, with decisions applied", async (format, text) => {
    const sql = "SELECT count(*) AS n, status FROM facts GROUP BY status";
    const { run, names } = place({ "facts.decisions.jsonl": decisions });
    const { code, stdout } = await run("query", "facts.jsonl", sql, "--format", format);
    expect([code, stdout]).toEqual([0, text]);
    expect(names()).toEqual(["facts.decisions.jsonl", "facts.jsonl"]);
  });

  test("writes to a file", async () => {
    const { run, read } = place();
    expect(await run("query", "facts.jsonl", "SELECT 1 AS n", "--out", "n.txt")).toMatchObject({ code: 0, stdout: "" });
    expect(read("n.txt").toString()).toBe("n\n1\n");
  });

  test.each([
    [
      "SQL that is wrong, with its place",
      "SELECT foo FROM facts",
      /Referenced column "foo"[\s\S]*LINE 1: SELECT foo FROM facts\n {15}\^/,
    ],
    ["what would write", "COPY facts TO 'copy.csv'", /Permission Error/],
  ])("refuses %s", async (_what, sql, message) => {
    const { run, names } = place({ "out.txt": "old" });
    const result = await run("query", "facts.jsonl", sql, "--out", "out.txt");
    expect([result.code, result.stdout, names()]).toEqual([2, "", ["facts.jsonl", "out.txt"]]);
    expect(result.stderr).toMatch(message);
  });

  test("a reader that has seen enough ends it, and nothing is left behind", async () => {
    const { folder, names } = place();
    const command = `"${process.execPath}" "${builtCli()}" query facts.jsonl "SELECT * FROM facts, range(1000000)" --format csv | head -n 2`;
    const { stdout } = await promisify(execFile)("bash", ["-c", command], {
      cwd: folder,
      env: { ...process.env, TMPDIR: folder },
    });
    expect(stdout.split("\n").length).toBe(3);
    expect(names()).toEqual(["facts.jsonl"]);
  });
});
