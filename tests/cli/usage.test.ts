import { describe, expect, test } from "@jest/globals";
import { COMMANDS } from "../../cli/commands.ts";
import { flagName } from "../../schemas/settings.ts";
import { jingjian } from "../support/cli.ts";

describe("wrong usage ends with 2, says why, and writes no data:", () => {
  test.each<[string, readonly string[], RegExp]>([
    ["no command", [], /Usage: jingjian/],
    ["an unknown command", ["extrct"], /unknown command 'extrct'/],
    ["no input", ["extract"], /missing required argument/],
    ["no text", ["explain"], /missing required argument/],
    ["an empty text", ["explain", " "], /no text to explain/],
    ["an unknown option", ["extract", "a.txt", "--fast"], /unknown option '--fast'/],
    ["an option without its value", ["extract", "a.txt", "--out"], /argument missing/],
    ["an unknown format", ["extract", "a.txt", "--format", "xml"], /Allowed choices are jsonl, csv, table/],
    ["an argument too many", ["quantities", "36个"], /too many arguments/],
    ["a setting below its bounds", ["clean", "a.txt", "--max-bytes", "1"], /--max-bytes=1: .*from 1000/],
    ["a setting that is no number", ["clean", "a.txt", "--max-depth", "1e3"], /--max-depth=1e3/],
    ["an unknown log level", ["clean", "a.txt", "--log-level", "loud"], /--log-level=loud/],
    ["a date that is none", ["explain", "36个", "--published", "yesterday"], /--published yesterday is no date/],
  ])("%s", async (_name, args, why) => {
    const { code, stdout, stderr } = await jingjian(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(why);
  });

  test("a setting of the environment", async () => {
    const { code, stderr } = await jingjian(["clean", "a.txt"], { env: { JINGJIAN_MAX_NODES: "many" } });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("JINGJIAN_MAX_NODES=many") });
  });
});

test("a flag wins over the environment", async () => {
  const env = { JINGJIAN_LOG_LEVEL: "loud" };
  const { code } = await jingjian(["quantities", "--log-level", "error"], { env });
  expect(code).toBe(0);
});

describe("--help", () => {
  test("lists every command and the exit codes", async () => {
    const { code, stdout } = await jingjian(["--help"]);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
    expect(stdout).toContain("Exit codes: 0 done, 1 some documents failed, 2 wrong usage");
  });

  test.each(COMMANDS.map((command) => [command.name, command] as const))("of %s", async (name, command) => {
    const { code, stdout } = await jingjian([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\n.*jingjian ${name}`));
    for (const key of command.settings) expect(stdout).toContain(flagName(key));
    for (const { flags } of command.options) expect(stdout).toContain(flags);
  });
});

test("--version is the package's", async () => {
  expect(await jingjian(["--version"])).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: "",
  });
});
