import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { QUERY_FORMATS, type QueryFormat } from "../../cli/query-formats.ts";
import type { FactState, FactStore } from "../../review/facts/fact-store.ts";
import { openWholeFile } from "../../review/facts/open-fact-store.ts";
import { queryFacts } from "../../review/query/index.ts";
import { UsageError } from "../../schemas/errors.ts";
import { aFact } from "../support/facts.ts";
import { linesOf } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const stores: FactStore[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const facts = [
  aFact({ id: "a1", label: "党政机构" }),
  aFact({ id: "a2", metric: "staff.quota", unit: "person", before: null, after: null, change: null, value: 5_000.5 }),
  aFact({ id: "a3", label: "=1+1\u202e" }),
];
const states: readonly FactState[] = [{ fact: "a3", status: "rejected", reviewers: ["li"], current: null }];

async function storeOf(decided: readonly FactState[] = []): Promise<FactStore> {
  const path = join(folder, "facts.jsonl");
  writeFileSync(path, linesOf(facts));
  const store = await openWholeFile(path, decided);
  stores.push(store);
  return store;
}

async function asked(sql: string, format: QueryFormat = "json", decided: readonly FactState[] = []): Promise<string> {
  return queryFacts(await storeOf(decided), sql, undefined, async (answer) => {
    let text = "";
    for await (const piece of QUERY_FORMATS[format](answer)) text += piece;
    return text;
  });
}

describe("a query", () => {
  test.each([
    [
      "sees the columns of an export",
      "SELECT id, subject_name, after FROM facts WHERE id = 'a1'",
      [{ id: "a1", subject_name: "河曲县", after: 22 }],
    ],
    [
      "counts in numbers",
      "SELECT unit, count(*) AS n FROM facts GROUP BY ALL ORDER BY n DESC",
      [
        { unit: "count", n: 2 },
        { unit: "person", n: 1 },
      ],
    ],
    ["may begin with FROM", "FROM facts SELECT value WHERE value > 1;", [{ value: 5_000.5 }]],
    ["may have comments and line breaks", "-- all\nSELECT count(*) AS n -- of them\nFROM facts -- end", [{ n: 3 }]],
    [
      "may pivot, which the engine takes for several statements",
      "PIVOT facts ON unit USING count(*) GROUP BY subject_name",
      [{ subject_name: "河曲县", count: 2, person: 1 }],
    ],
    ["may have semicolons in its texts", "SELECT ';' AS text", [{ text: ";" }]],
    ["may find nothing", "SELECT id FROM facts WHERE false", []],
    ["tells columns of one name apart", "SELECT 1 AS a, 2 AS a", [{ a: 1, "a:1": 2 }]],
  ])("%s", async (_what, sql, rows) => {
    expect(JSON.parse(await asked(sql))).toEqual(rows);
  });

  test("sees decisions applied, and no rejected fact", async () => {
    const sql = "SELECT id, status, reviewers FROM facts ORDER BY id";
    expect(JSON.parse(await asked(sql, "json", states))).toEqual([
      { id: "a1", status: "extracted", reviewers: null },
      { id: "a2", status: "extracted", reviewers: null },
    ]);
  });

  test("of a million rows comes in pieces", async () => {
    await queryFacts(await storeOf(), "SELECT range AS n FROM range(1000000)", undefined, async ({ rows }) => {
      let [pieces, most, sum] = [0, 0, 0n];
      for await (const piece of rows) {
        pieces++;
        most = Math.max(most, piece.length);
        for (const [n] of piece) sum += n as bigint;
      }
      expect(sum).toBe(499_999_500_000n);
      expect([pieces > 100, most <= 10_000]).toEqual([true, true]);
    });
  });
});

describe("refused, with what to do:", () => {
  test.each([
    ["SELEC 1", /Parser Error: syntax error at or near "SELEC"[\s\S]*LINE 1: SELEC 1\n {8}\^/],
    [
      "SELECT foo FROM facts",
      /Binder Error: Referenced column "foo" not found[\s\S]*LINE 1: SELECT foo FROM facts\n {15}\^/,
    ],
    ["SELECT id FROM fact", /Table with name fact does not exist/],
    ["SELECT 1/'x' FROM facts", /Conversion Error: .*'x'/],
    ["SELECT error('no ' || id) FROM facts", /Invalid Input Error: no a1/],
    ["SELECT * FROM facts WHERE id = $1", /Values were not provided/],
    ["", /The query is empty/],
    [" ;\n", /The query is empty/],
    ["-- nothing", /holds no statement/],
    ["SELECT 1; SELECT 2", /more than one statement/],
    ["SELECT 1; DROP TABLE facts", /more than one statement/],
    ["CREATE TEMP TABLE t AS SELECT 1; FROM t", /more than one statement/],
    ["COPY facts TO 'out.csv'", /Permission Error: Cannot access file "out.csv"/],
    ["COPY (SELECT 1) TO '/dev/stdout'", /Permission Error/],
    ["EXPORT DATABASE 'out'", /Permission Error/],
    ["ATTACH 'other.duckdb'", /ATTACH is no query/],
    ["SELECT * FROM read_csv('/etc/passwd')", /Permission Error: Cannot access file "\/etc\/passwd"/],
    ["SELECT * FROM read_text('package.json')", /Permission Error/],
    ["SELECT * FROM read_json('https://example.com/a.json')", /Permission Error/],
    ["FROM 'package.json'", /Permission Error/],
    ["FROM '/etc/passwd'", /does not exist/],
    ["SELECT * FROM glob('/*')", /Permission Error/],
    ["INSTALL httpfs", /LOAD is no query/],
    ["LOAD 'evil.duckdb_extension'", /LOAD is no query/],
    ["PRAGMA memory_limit = '64GB'", /SET is no query/],
    ["SET enable_external_access = true", /SET is no query/],
    ["SELECT * FROM query('SELECT * FROM read_csv(''/etc/passwd'')')", /Permission Error/],
    ["CREATE TABLE t AS SELECT 1", /CREATE is no query/],
    ["EXPLAIN ANALYZE CREATE TABLE t AS SELECT 1", /read-only/],
    ["INSERT INTO facts SELECT * FROM facts", /facts is not an? table/],
    ["INSERT INTO memory.main.hidden VALUES (0)", /INSERT is no query/],
    ["UPDATE memory.main.hidden SET row = 0", /UPDATE is no query/],
    ["DELETE FROM memory.main.hidden", /DELETE is no query/],
    ["DELETE FROM memory.main.facts", /Can only delete from base table/],
    ["DROP VIEW facts", /DROP is no query/],
    ["CALL pragma_version()", /CALL is no query/],
    ["PREPARE p AS SELECT 1", /PREPARE is no query/],
    ["ROLLBACK", /TRANSACTION is no query/],
    ["CHECKPOINT", /is no query/],
  ])("%s", async (sql, message) => {
    const error = await asked(sql).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(message);
  });
});

test("the folder of the store is no way out, and takes nothing in", async () => {
  const [{ value }] = JSON.parse(
    await asked("SELECT value FROM duckdb_settings() WHERE name = 'allowed_directories'"),
  ) as [{ readonly value: string }];
  const [place] = /\/[^'\]]+/.exec(value)!;
  await expect(asked(`SELECT * FROM read_text('${place}/../../etc/hostname')`)).rejects.toThrow(/Permission Error/);
  // Each question has a store of its own, so that this folder is another one's.
  await expect(asked(`SELECT * FROM read_text('${place}/chunk.jsonl')`)).rejects.toThrow(/Permission Error/);
  const store = await storeOf();
  const [row] = await store.query("SELECT value FROM duckdb_settings() WHERE name = 'allowed_directories'");
  const [own] = /\/[^'\]]+/.exec(String(row!.value))!;
  await expect(queryFacts(store, `COPY (SELECT 1) TO '${own}/x.csv'`, undefined, async () => {})).rejects.toThrow(
    /COPY is no query/,
  );
});

const VALUES = `SELECT 9007199254740993 AS big, 1.50::DECIMAL(9,2) AS exact, 0.5 AS half, 'NaN'::DOUBLE AS nan,
  DATE '2025-07-10' AS day, TIMESTAMP '2025-07-10 08:30:00' AS moment, INTERVAL 3 DAYS AS span, TRUE AS yes,
  ['a', NULL] AS list, {'n': 1, 't': '引"'} AS struct, MAP {'k': 2.50} AS map, NULL AS none, '' AS empty, '=1+1' AS formula,
  -1 AS less, 'a,b' || chr(10) || 'c' AS lines`;

describe("values are written as what they are:", () => {
  test("JSON keeps every digit", async () => {
    expect(await asked(VALUES, "json")).toBe(
      `[\n{"big":9007199254740993,"exact":1.50,"half":0.5,"nan":"NaN","day":"2025-07-10","moment":"2025-07-10 08:30:00",` +
        `"span":"3 days","yes":true,"list":["a",null],"struct":{"n":1,"t":"引\\""},"map":{"k":2.50},"none":null,"empty":"",` +
        `"formula":"=1+1","less":-1,"lines":"a,b\\nc"}\n]\n`,
    );
  });

  test("CSV is safe to open, and its numbers are numbers", async () => {
    expect(await asked(VALUES, "csv")).toBe(
      "big,exact,half,nan,day,moment,span,yes,list,struct,map,none,empty,formula,less,lines\n" +
        `9007199254740993,1.50,0.5,NaN,2025-07-10,2025-07-10 08:30:00,3 days,true,"[""a"",null]","{""n"":1,""t"":""引\\""""}",` +
        `"{""k"":2.50}",,"",'=1+1,-1,"a,b\nc"\n`,
    );
  });

  test.each<[string, string, string]>([
    [
      "aligned, Chinese characters taking two places and numbers at the right",
      "SELECT * FROM (VALUES ('河曲县', 36, 'a'), ('x', 5, '精简')) AS t(name, n, last)",
      "name     n  last\n河曲县  36  a\nx        5  精简\n",
    ],
    ["on one line, without what steers a terminal", "SELECT 'a' || chr(10) || chr(27) || '[2J' AS t", "t\na [2J\n"],
    ["with a head where nothing is found", "SELECT 1 AS n WHERE false", "n\n"],
    [
      "cut where they are long, but not the last",
      `SELECT repeat('改', 40) AS a, repeat('革', 40) AS b`,
      `a${" ".repeat(59)}  b\n${"改".repeat(29)}…  ${"革".repeat(40)}\n`,
    ],
    ["with lists and structs as JSON", "SELECT [1, 2] AS l, {'a': 1} AS s", 'l      s\n[1,2]  {"a":1}\n'],
  ])("in a table: %s", async (_what, sql, text) => {
    expect(await asked(sql, "table")).toBe(text);
  });

  test("a table of many rows keeps its columns", async () => {
    const lines = (await asked("SELECT range AS n, 'x' AS t FROM range(5000)", "table")).split("\n");
    expect(lines.length).toBe(5_002);
    expect([lines[0], lines[1], lines[1_001], lines[5_000]]).toEqual(["   n  t", "   0  x", "1000  x", "4999  x"]);
  });
});
