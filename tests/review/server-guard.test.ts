import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Answer, ask, codeOf, JSON_TYPE } from "../support/console.ts";
import { aFact } from "../support/facts.ts";
import { type ReviewServer, serveReview } from "../support/review.ts";
import { tempFolder } from "../support/temp.ts";

const TOKEN = "correct-horse-battery-staple";
const folder = tempFolder();
const facts = [aFact()];
let open: ReviewServer;
let locked: ReviewServer;
let readOnly: ReviewServer;

beforeAll(async () => {
  const serve = (options = {}) => serveReview(mkdtempSync(join(folder, "s-")), facts, options);
  [open, locked, readOnly] = [await serve(), await serve({ token: TOKEN }), await serve({ readOnly: true })];
});
afterAll(() => Promise.all([open, locked, readOnly].map((server) => server.close())));

const ACCEPT = JSON.stringify({ action: "accept", fact: "f1", reviewer: "Ann" });
const post = (headers: Record<string, string>, body = ACCEPT, server = open): Promise<Answer> =>
  ask(server.url, "/api/review/decisions", { method: "POST", headers, body });

describe("who may ask", () => {
  test.each<[what: string, headers: (url: string) => Record<string, string>, status: number, code: string]>([
    ["another name for this machine", () => ({ ...JSON_TYPE, host: "evil.example" }), 403, "HOST_REFUSED"],
    ["another site", () => ({ ...JSON_TYPE, origin: "https://evil.example" }), 403, "CROSS_SITE"],
    ["a frame of nobody", () => ({ ...JSON_TYPE, origin: "null" }), 403, "CROSS_SITE"],
    ["another port", () => ({ ...JSON_TYPE, origin: "http://127.0.0.1:1" }), 403, "CROSS_SITE"],
    ["what a browser calls cross-site", () => ({ ...JSON_TYPE, "sec-fetch-site": "cross-site" }), 403, "CROSS_SITE"],
    ["a neighbour's page", () => ({ ...JSON_TYPE, "sec-fetch-site": "same-site" }), 403, "CROSS_SITE"],
    ["a form", () => ({ "content-type": "application/x-www-form-urlencoded" }), 415, "JSON_WANTED"],
    ["a form of plain text", () => ({ "content-type": "text/plain" }), 415, "JSON_WANTED"],
    ["no type", () => ({}), 415, "JSON_WANTED"],
  ])("%s may not decide", async (_what, headers, status, code) => {
    const answer = await post(headers(open.url));
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(open.review.decisions.states()).toEqual([]);
  });

  test.each([
    "/review/",
    "/api/review/session",
    "/api/review/events",
    "/api/review/rows",
    "/review/assets/none.js",
    "/x",
  ])("without the token %s is closed", async (path) => {
    const answer = await ask(locked.url, path);
    expect([answer.status, codeOf(answer)]).toEqual([401, "TOKEN_WANTED"]);
  });

  test("with it, in a header or once in the address, all is open", async () => {
    const bearer = { authorization: `Bearer ${TOKEN}` };
    expect((await ask(locked.url, "/api/review/session", { headers: bearer })).status).toBe(200);
    const visit = await ask(locked.url, `/?token=${TOKEN}`);
    const cookie = String(visit.headers["set-cookie"]).split(";")[0]!;
    expect((await ask(locked.url, "/review/", { headers: { cookie } })).status).toBe(200);
    expect((await post({ ...JSON_TYPE, cookie }, ACCEPT, locked)).status).toBe(200);
    // A page of another site that the browser sends the cookie for is still another site.
    const forged = await post({ ...JSON_TYPE, cookie, origin: "https://evil.example" }, ACCEPT, locked);
    expect(codeOf(forged)).toBe("CROSS_SITE");
  });
});

test.each<[route: string, body: object, code: string | null]>([
  ["decisions", { action: "accept", fact: "f1", reviewer: "Ann" }, "READ_ONLY"],
  ["examples", { fact: "f1", kind: "gives", reviewer: "Ann" }, "READ_ONLY"],
  // A question that is too long for an address keeps nothing.
  ["draft", { doc: "d1", start: 0, end: 4, metric: "economy.gdp" }, "DRAFT_REFUSED"],
])("read-only, POST %s %j answers %s", async (route, body, code) => {
  const answer = await readOnly.post<{ readonly code: string }>(route, body);
  expect(answer.body.code).toBe(code);
  expect((await readOnly.get("session")).body).toMatchObject({ readOnly: true });
});

describe("the page", () => {
  test.each(["/", "/review", "/review?view=table"])("%s leads to it", async (path) => {
    const answer = await ask(open.url, path);
    expect([Math.floor(answer.status / 100), answer.headers.location]).toEqual([
      3,
      path.replace(/^\/(?:review)?/, "/review/"),
    ]);
  });

  test("it loads nothing from elsewhere, holds no script of its own, and is asked for each time", async () => {
    const { status, headers, text } = await ask(open.url, "/review/?view=table&metric=a&fact=f1");
    expect([status, headers["cache-control"], headers["x-content-type-options"]]).toEqual([200, "no-store", "nosniff"]);
    expect(headers["content-type"]).toMatch(/^text\/html; charset=utf-8/i);
    const policy = String(headers["content-security-policy"]).split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"],
        ...["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"],
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|(?:src|href)="(?:https?:)?\/\//i);
  });

  test("its parts may be kept for good: their names change with them", async () => {
    const { text } = await ask(open.url, "/review/");
    const parts = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      const { status, headers } = await ask(open.url, part);
      expect([part, status, headers["cache-control"]]).toEqual([part, 200, "public, max-age=31536000, immutable"]);
    }
  });

  test.each([
    "/review/../package.json",
    "/review/..%2f..%2fpackage.json",
    "/review/%2e%2e/%2e%2e/package.json",
    "/review/assets/..%5c..%5cindex.html",
    "/review//etc/passwd",
    "/review/.hidden",
    "/review/assets/",
    "/review/nothing.js",
  ])("%s is nowhere", async (path) => {
    const { status, text } = await ask(open.url, path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/"dependencies"|root:/);
  });
});
