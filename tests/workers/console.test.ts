import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { DeadLetter } from "../../schemas/job.ts";
import { bury } from "../../workers/dead-letters.ts";
import type { QueueSet } from "../../workers/queues.ts";
import { type Answer, ask, codeOf, pageJob, placeUnderTest, send, statusAndCode } from "../support/console.ts";

const place = placeUnderTest();
let queues: QueueSet;

beforeAll(() => {
  queues = place.queues("main");
});

const get = (path: string): Promise<Answer> => ask(place.base, path);
const post = (path: string, body: unknown): Promise<Answer> => send(place.base, path, body);
const json = async (answer: Promise<Answer>) => JSON.parse((await answer).text);

const letter = (url: string, code: string): DeadLetter => ({
  failure: { source: url, code, message: `${url} failed`, remedy: "Wait", attempts: 6, at: "2025-11-20T08:00:00.000Z" },
  document: null,
  page: pageJob(url),
});

const LETTERS = [
  letter("https://a.example/1", "NETWORK"),
  letter("https://a.example/2", "HTTP_REFUSED"),
  letter("https://b.example/<script>alert(1)</script>", "NETWORK"),
];

describe("POST /api/enqueue", () => {
  test("queues each URL once, in whatever spelling", async () => {
    const sources = ["https://a.example/page#top", "HTTPS://A.example:443/page", "http://例え.example/新闻"];
    expect(await json(post("/api/enqueue", { sources }))).toMatchObject({ failed: 0, skipped: 0 });
    expect((await post("/api/enqueue", { sources })).status).toBe(202);
    expect(await queues.pages.getJobCountByTypes("waiting", "prioritized", "delayed")).toBe(2);
  });

  test.each([
    ["/etc/passwd"],
    ["notice.html"],
    ["-"],
    ["."],
    ["file:///etc/passwd"],
    ["FILE:///etc/passwd"],
    ["ftp://a.example/"],
    ["data:text/html,a"],
    ["javascript:alert(1)"],
    ["http://"],
    ["https://user:secret@a.example/"],
    [" "],
  ])("does not take %j, nor anything beside it", async (source) => {
    const before = await queues.pages.getJobCounts();
    const answer = await post("/api/enqueue", { sources: ["https://a.example/beside", source] });
    expect(statusAndCode(answer)).toEqual([400, "UNFIT_URL"]);
    expect(answer.text).not.toContain("secret");
    expect(await queues.pages.getJobCounts()).toEqual(before);
    expect(await queues.documents.getJobCountByTypes("waiting")).toBe(0);
  });

  test.each([
    ["no JSON", "{", 400, "INVALID_REQUEST"],
    ["nothing", "", 400, "INVALID_REQUEST"],
    ["null", "null", 400, "INVALID_REQUEST"],
    ["a list", "[]", 400, "INVALID_REQUEST"],
    ["no sources", "{}", 400, "INVALID_REQUEST"],
    ["an empty list", '{"sources": []}', 400, "INVALID_REQUEST"],
    ["one text", '{"sources": "https://a.example/"}', 400, "INVALID_REQUEST"],
    ["something more", '{"sources": ["https://a.example/"], "again": true}', 400, "INVALID_REQUEST"],
    ["a list of lists", '{"sources": [["https://a.example/"]]}', 400, "INVALID_REQUEST"],
    ["a prototype", '{"__proto__": {"sources": []}}', 400, "INVALID_REQUEST"],
    ["a long URL", JSON.stringify({ sources: [`https://a.example/${"a".repeat(9_000)}`] }), 400, "INVALID_REQUEST"],
    ["many URLs", JSON.stringify({ sources: Array(10_001).fill("https://a.example/") }), 400, "INVALID_REQUEST"],
    ["a mebibyte", JSON.stringify({ sources: ["a".repeat(1 << 20)] }), 413, "TOO_LARGE"],
  ])("refuses %s", async (_name, body, status, code) => {
    const answer = await post("/api/enqueue", body);
    expect(statusAndCode(answer)).toEqual([status, code]);
  });
});

describe("what failed", () => {
  beforeAll(() => bury(queues.deadLetters, LETTERS));

  test.each([
    ["", 3, false],
    ["?code=NETWORK", 2, false],
    ["?host=a.example", 2, false],
    ["?code=NETWORK&host=a.example", 1, false],
    ["?code=TLS", 0, false],
    ["?limit=2", 2, true],
    ["?limit=3", 3, false],
  ])("GET /api/failed%s lists %d", async (query, count, more) => {
    const found = await json(get(`/api/failed${query}`));
    expect([found.failed.length, found.more]).toEqual([count, more]);
  });

  test("says all there is to know of each", async () => {
    const { failed } = await json(get("/api/failed?code=HTTP_REFUSED"));
    expect(failed).toEqual([
      {
        id: expect.any(String),
        collection: "main",
        url: "https://a.example/2",
        document: null,
        failure: LETTERS[1]!.failure,
      },
    ]);
  });

  test.each([
    "?limit=0",
    "?limit=10001",
    "?limit=x",
    "?limit=1.5",
    "?code=a-b",
    "?nothing=1",
    "?host=",
    "?limit=1&limit=2",
  ])("GET /api/failed%s is refused", async (query) => {
    const answer = await get(`/api/failed${query}`);
    expect(statusAndCode(answer)).toEqual([400, "INVALID_REQUEST"]);
  });

  test.each(["{}", '{"all": false}', '{"ids": []}', '{"code": 1.5}', '{"all": true, "more": 1}', '{"ids": "a"}'])(
    "POST /api/retry refuses %s",
    async (body) => {
      expect(codeOf(await post("/api/retry", body))).toBe("INVALID_REQUEST");
    },
  );

  test("the page shows it, with nothing a page could smuggle in", async () => {
    const { status, text } = await get("/");
    expect(status).toBe(200);
    expect(text).toContain("<td>NETWORK</td>");
    expect(text).not.toMatch(/<script|\son[a-z]+=|style="|(?:src|href)="(?:https?:)?\/\//);
  });

  test("GET /api/find tells of it", async () => {
    const { found } = await json(get(`/api/find?q=${encodeURIComponent("https://a.example/2")}`));
    expect(found).toMatchObject([{ collection: "main", failures: [{ code: "HTTP_REFUSED" }] }]);
    expect(await json(get("/api/find?q=nothing"))).toEqual({ found: [] });
    expect(codeOf(await get("/api/find"))).toBe("INVALID_REQUEST");
  });

  test("POST /api/retry puts it back, and its letter goes", async () => {
    expect(await json(post("/api/retry", { code: "NETWORK", host: "a.example" }))).toEqual({ retried: 1, kept: 0 });
    const { failed } = await json(get("/api/failed?code=NETWORK"));
    expect(failed.map(({ url }: { url: string }) => url)).toEqual([LETTERS[2]!.failure.source]);
    const ids = failed.map(({ id }: { id: string }) => id);
    expect(await json(post("/api/retry", { ids }))).toEqual({ retried: 1, kept: 0 });
    expect(await json(post("/api/retry", { ids }))).toEqual({ retried: 0, kept: 0 });
  });
});

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly responses: Readonly<Record<string, Response>>;
}
interface Response {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: object }>>;
}

describe("/openapi.json", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const ROUTES = [
    ["get", "/healthz", ""],
    ["get", "/readyz", ""],
    ["get", "/metrics", ""],
    ["get", "/api/status", ""],
    ["get", "/api/failed", ""],
    ["get", "/api/find", "?q=https://a.example/2"],
    ["post", "/api/enqueue", { sources: ["https://a.example/openapi"] }],
    ["post", "/api/retry", { code: "NETWORK" }],
  ] as const;

  test("names these routes and no others", async () => {
    const { openapi, paths } = await json(get("/openapi.json"));
    expect(openapi).toBe("3.1.0");
    const named = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(named.sort()).toEqual(ROUTES.map(([method, path]) => `${method} ${path}`).sort());
  });

  test("gives each an id, and every answer a form and a meaning", async () => {
    const { paths } = await json(get("/openapi.json"));
    const operations = Object.values<Record<string, Operation>>(paths).flatMap((methods) => Object.values(methods));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(ROUTES.length);
    for (const { responses, summary } of operations) {
      expect(summary).toMatch(/^[A-Z]/);
      for (const { content, description } of Object.values(responses)) {
        expect(description).not.toBe("Default Response");
        for (const { schema } of Object.values(content)) expect(() => ajv.compile(schema)).not.toThrow();
      }
    }
  });

  test.each(ROUTES)("%s %s answers as it says", async (method, path, with_) => {
    const { paths } = await json(get("/openapi.json"));
    const answer = typeof with_ === "string" ? await get(path + with_) : await post(path, with_);
    const { responses } = paths[path][method];
    const { content } = responses[String(answer.status)] ?? responses[`${String(answer.status)[0]}XX`];
    const type = String(answer.headers["content-type"]).split(";")[0]!;
    expect(Object.keys(content)).toEqual([type]);
    const body = type === "application/json" ? JSON.parse(answer.text) : answer.text;
    const valid = ajv.compile(content[type].schema);
    expect([valid(body), valid.errors]).toEqual([true, null]);
    if (typeof with_ === "string") return;
    expect(ajv.compile(paths[path][method].requestBody.content["application/json"].schema)(with_)).toBe(true);
  });

  test("says that it wants the token where it does", async () => {
    const locked = await place.console({ token: "token" });
    const answer = await ask(locked.url, "/openapi.json", { headers: { authorization: "Bearer token" } });
    expect(JSON.parse(answer.text)).toMatchObject({ security: [{ token: [] }] });
  });
});

test("takes files where the operator said so", async () => {
  const local = await place.console({ localFiles: true });
  const answer = await send(local.url, "/api/enqueue", { sources: [join(place.folder, "nothing-here.html")] });
  expect([answer.status, JSON.parse(answer.text)]).toEqual([202, { queued: 0, skipped: 0, failed: 1 }]);
});

describe("errors have one form", () => {
  test.each([
    ["GET", "/nothing", 404, "NOT_FOUND"],
    ["GET", "/api/nothing", 404, "NOT_FOUND"],
    ["GET", "/%zz", 400, "INVALID_REQUEST"],
    ["GET", "/../../etc/passwd", 404, "NOT_FOUND"],
    ["DELETE", "/api/status", 415, "JSON_WANTED"],
    ["PROPFIND", "/", 415, "JSON_WANTED"],
  ])("%s %s gives %d %s", async (method, path, status, code) => {
    const answer = await ask(place.base, path, { method });
    expect(statusAndCode(answer)).toEqual([status, code]);
  });

  test("nothing above was a defect", () => {
    expect(place.defects).toEqual([]);
  });
});
