import { mkdtempSync, readdirSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import readExcel from "read-excel-file/node";
import { aFact } from "../support/facts.ts";
import { type ReviewServer, serveReview } from "../support/review.ts";
import { linesOf } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const facts = ["a", "b", "c"].map((id) => aFact({ id, label: `=${id}`, doc: { ...aFact().doc, id } }));
/** Long enough that it is not sent at one go. */
const many = Array.from({ length: 20_000 }, (_, at) =>
  aFact({ id: `f${at}`, evidence: [{ start: 0, end: 2, text: "改革", sentence: `${at}`.repeat(200) }] }),
);
const servers: ReviewServer[] = [];
let server: ReviewServer;
let large: ReviewServer;

beforeAll(async () => {
  const place = (name: string) => join(mkdtempSync(join(folder, "s-")), name);
  server = await serveReview(folder, facts, { facts: place("事实 2025's.jsonl") });
  large = await serveReview(folder, many, { facts: place("many.jsonl") });
  servers.push(server, large);
  const form = { reviewer: "Ann", action: "reject", fact: "c", reason: "of another county" };
  expect((await server.post("decisions", form)).status).toBe(200);
});
afterAll(async () => {
  for (const one of servers) await one.close();
});

const exportOf = (query: string, of = server) => fetch(`${of.url}/api/review/export?${query}`);
const ours = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`jingjian-export-${process.pid}-`));

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; !what(); tries++) {
    if (tries > 400) throw new Error("it did not come about");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe("GET export", () => {
  test.each([
    ["to=csv", "text/csv; charset=utf-8", ".csv"],
    ["to=xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"],
    ["to=parquet", "application/vnd.apache.parquet", ".parquet"],
    ["to=jsonl", "application/jsonl; charset=utf-8", ".jsonl"],
    ["to=csv&wide=true", "text/csv; charset=utf-8", "-wide.csv"],
  ])("%s is a file to keep, with its name in any script", async (query, type, ending) => {
    const answer = await exportOf(query);
    const { headers } = answer;
    expect([answer.status, headers.get("content-type")]).toEqual([200, type]);
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="___2025_s${ending}"; filename*=UTF-8''%E4%BA%8B%E5%AE%9E%202025%27s${ending}`,
    );
    expect((await answer.arrayBuffer()).byteLength).toBe(Number(headers.get("content-length")));
  });

  test.each([
    ["to=csv", ["a", "b"]],
    ["to=csv&document=b", ["b"]],
    ["to=csv&document=b&document=a", ["a", "b"]],
    ["to=csv&status=rejected", ["c"]],
    ["to=csv&q=nothing", []],
  ])("%s holds what the filter lets through", async (query, ids) => {
    const rows = parse(await (await exportOf(query)).text(), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows.every(({ label }) => label!.startsWith("'="))).toBe(true);
  });

  test("bom=true starts with a byte-order mark", async () => {
    const bytes = new Uint8Array(await (await exportOf("to=csv&bom=true")).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test("a workbook opens", async () => {
    const [sheet] = await readExcel(Buffer.from(await (await exportOf("to=xlsx")).arrayBuffer()));
    expect(sheet!.data.length).toBe(3);
  });

  test("lines of JSONL are the facts", async () => {
    expect(await (await exportOf("to=jsonl")).text()).toBe(linesOf(facts.slice(0, 2)));
  });

  test.each(["", "to=exe", "to=csv&wide=maybe", `to=csv&q=${"x".repeat(501)}`])("?%.20s is refused", async (query) => {
    expect((await exportOf(query)).status).toBe(400);
  });

  test("several at once are all whole", async () => {
    const answers = await Promise.all(["csv", "jsonl", "parquet", "csv"].map((to) => exportOf(`to=${to}`, large)));
    const sizes = await Promise.all(answers.map(async (answer) => (await answer.arrayBuffer()).byteLength));
    expect(sizes).toEqual(answers.map(({ headers }) => Number(headers.get("content-length"))));
    expect(sizes[0]).toBe(sizes[3]);
    expect(sizes[1]).toBe(Buffer.byteLength(linesOf(many)));
  });

  test("nothing is left behind, and nothing failed", async () => {
    await until(() => ours().length === 0);
    expect(servers.flatMap(({ defects }) => defects)).toEqual([]);
  });
});

describe("a client that goes away", () => {
  const start = (query: string) => get(`${large.url}/api/review/export?${query}`);

  test("before the file is made", async () => {
    const request = start("to=xlsx").on("error", () => {});
    await until(() => ours().length > 0);
    request.destroy();
    await until(() => ours().length === 0);
    expect(large.defects).toEqual([]);
  });

  test("while it is sent", async () => {
    const request = start("to=jsonl").on("error", () => {});
    const answer = await new Promise<IncomingMessage>((resolve) => request.on("response", resolve));
    expect([answer.statusCode, ours().length]).toEqual([200, 1]);
    answer.on("error", () => {}).destroy();
    await until(() => ours().length === 0);
    expect(large.defects).toEqual([]);
    expect((await exportOf("to=csv", large)).status).toBe(200);
  });
});
