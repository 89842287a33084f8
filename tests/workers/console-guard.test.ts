import { beforeAll, describe, expect, test } from "@jest/globals";
import { hostOf, isLoopback, listenAddress, urlOf } from "../../workers/console/address.ts";
import type { Console } from "../../workers/console/server.ts";
import { ask, codeOf, JSON_TYPE, placeUnderTest, statusAndCode } from "../support/console.ts";

const TOKEN = "correct-horse-battery-staple";
const place = placeUnderTest();
let locked: Console;
let readOnly: Console;

beforeAll(async () => {
  locked = await place.console({ token: TOKEN });
  readOnly = await place.console({ readOnly: true });
});

describe("the address to listen on", () => {
  test.each([
    ["127.0.0.1:7070", { host: "127.0.0.1", port: 7070 }],
    ["localhost:0", { host: "localhost", port: 0 }],
    ["LOCALHOST:80", { host: "LOCALHOST", port: 80 }],
    ["127.9.9.9:1", { host: "127.9.9.9", port: 1 }],
    ["[::1]:7070", { host: "::1", port: 7070 }],
  ])("%s needs no token", (listen, address) => {
    expect(listenAddress(listen, "")).toEqual(address);
  });

  test.each(["0.0.0.0:7070", "[::]:7070", "10.0.0.5:7070", "console.example:80", "127.evil.example:80", "127.1:80"])(
    "%s is refused without a token",
    (listen) => {
      expect(() => listenAddress(listen, "")).toThrow(expect.objectContaining({ code: "USAGE" }));
      expect(listenAddress(listen, TOKEN).port).toBe(Number(listen.split(":").at(-1)));
    },
  );

  test("port 65536 is none", () => {
    expect(() => listenAddress("127.0.0.1:65536", "")).toThrow(expect.objectContaining({ code: "INVALID_SETTING" }));
  });

  test("the server does not start without a token, nor where another listens", async () => {
    await expect(place.console({ listen: "0.0.0.0:0" })).rejects.toMatchObject({ code: "USAGE" });
    await expect(place.console({ listen: new URL(place.base).host })).rejects.toMatchObject({
      code: "USAGE",
      problem: expect.stringContaining("EADDRINUSE"),
    });
  });

  test.each([
    [{ host: "0.0.0.0", port: 80 }, "http://127.0.0.1:80"],
    [{ host: "::", port: 80 }, "http://127.0.0.1:80"],
    [{ host: "::1", port: 80 }, "http://[::1]:80"],
    [{ host: "a.example", port: 80 }, "http://a.example:80"],
  ])("%j is reached at %s", (address, url) => {
    expect(urlOf(address)).toBe(url);
  });

  test.each([
    ["a.example:80", "a.example"],
    ["A.Example", "a.example"],
    ["[::1]:70", "::1"],
    ["localhost", "localhost"],
    ["", null],
    ["a b", null],
    ["user@localhost", null],
    ["localhost:70:70", null],
    ["localhost/evil.example", null],
    ["localhost:port", null],
  ])("the host of %j is %j", (authority, host) => {
    expect(hostOf(authority)).toBe(host);
  });

  test.each([
    ["localhost", true],
    ["127.0.0.1", true],
    ["::1", true],
    ["localhost.evil.example", false],
    ["127.0.0.1.nip.io", false],
    ["0.0.0.0", false],
    ["", false],
  ])("%j is loopback: %j", (host, loopback) => {
    expect(isLoopback(host)).toBe(loopback);
  });
});

describe("the Host header", () => {
  test.each([
    ["localhost", 200],
    ["localhost:9999", 200],
    ["127.0.0.1", 200],
    ["[::1]:7070", 200],
    ["LOCALHOST", 200],
    ["evil.example", 403],
    ["evil.example:7070", 403],
    ["127.0.0.1.nip.io", 403],
    ["localhost.", 403],
    ["localhost@evil.example", 403],
    ["169.254.169.254", 403],
  ])("%s gets %d", async (host, status) => {
    const answer = await ask(place.base, "/api/status", { headers: { host } });
    expect([answer.status, status === 200 ? null : codeOf(answer)]).toEqual([
      status,
      status === 200 ? null : "HOST_REFUSED",
    ]);
  });

  test("may be anything for /healthz, and on a wildcard address, where the token stands alone", async () => {
    expect((await ask(place.base, "/healthz", { headers: { host: "10.1.2.3:80" } })).status).toBe(200);
    const wide = await place.console({ listen: "0.0.0.0:0", token: TOKEN });
    const headers = { host: "console.example", authorization: `Bearer ${TOKEN}` };
    expect((await ask(wide.url, "/api/status", { headers })).status).toBe(200);
    expect((await ask(wide.url, "/api/status", { headers: { host: "console.example" } })).status).toBe(401);
  });
});

const ROUTES = [
  ["GET", "/"],
  ["GET", "/console.css"],
  ["GET", "/readyz"],
  ["GET", "/metrics"],
  ["GET", "/openapi.json"],
  ["GET", "/api/status"],
  ["GET", "/api/failed"],
  ["GET", "/api/find?q=a"],
  ["POST", "/api/enqueue"],
  ["POST", "/api/retry"],
  ["GET", "/queues"],
  ["GET", "/queues/api/queues"],
  ["PUT", "/queues/api/queues/pause"],
  ["GET", "/queues/static/favicon.ico"],
  ["HEAD", "/"],
  ["OPTIONS", "/api/status"],
  ["GET", "/nothing"],
  ["GET", "/healthz/"],
  ["GET", "//healthz"],
] as const;

describe("with a token", () => {
  test.each(ROUTES)("%s %s wants it", async (method, path) => {
    const answer = await ask(locked.url, path, { method });
    expect([answer.status, answer.headers["www-authenticate"]]).toEqual([401, "Bearer"]);
    if (method !== "HEAD") expect(codeOf(answer)).toBe("TOKEN_WANTED");
  });

  test("/healthz does not", async () => {
    expect((await ask(locked.url, "/healthz")).status).toBe(200);
  });

  test.each([
    ["Bearer correct-horse-battery-staple", 200],
    ["bearer correct-horse-battery-staple", 200],
    ["Bearer correct-horse-battery-stapl", 401],
    ["Bearer correct-horse-battery-staple2", 401],
    ["Bearer", 401],
    ["Bearer ", 401],
    ["Basic correct-horse-battery-staple", 401],
    ["correct-horse-battery-staple", 401],
  ])("%j gets %d", async (authorization, status) => {
    expect((await ask(locked.url, "/api/status", { headers: { authorization } })).status).toBe(status);
  });

  test("one visit with it in the address gives a browser its cookie, which is not the token", async () => {
    const visit = await ask(locked.url, `/?token=${TOKEN}`);
    const [cookie = ""] = visit.headers["set-cookie"] ?? [];
    expect(visit.status).toBe(200);
    expect(visit.text).toContain('content="0;url=/"');
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie + visit.text).not.toContain(TOKEN);
    const pair = cookie.split(";")[0]!;
    for (const [header, status] of [
      [pair, 200],
      [`other=1; ${pair}; more=2`, 200],
      [`${pair}x`, 401],
      [`${pair.split("=")[0]}=${TOKEN}`, 401],
      [`${pair.split("=")[0]}=`, 401],
    ] as const) {
      expect([header, (await ask(locked.url, "/", { headers: { cookie: header } })).status]).toEqual([header, status]);
    }
  });

  test.each(["/?token=wrong", "/?token=", `/?token=${TOKEN}&token=${TOKEN}`, `/api/status?token=${TOKEN}`])(
    "%s gives none",
    async (path) => {
      const answer = await ask(locked.url, path);
      expect([answer.status, answer.headers["set-cookie"]]).toEqual([401, undefined]);
    },
  );

  test("the token does not stand in for the right host", async () => {
    const headers = { host: "evil.example", authorization: `Bearer ${TOKEN}` };
    expect(codeOf(await ask(locked.url, "/api/status", { headers }))).toBe("HOST_REFUSED");
  });
});

describe("what changes something", () => {
  const post = (headers: Record<string, string>, body = '{"all": true}') =>
    ask(place.base, "/api/retry", { method: "POST", headers, body });

  test.each<[string, Record<string, string>, number, string | null]>([
    ["a program", {}, 200, null],
    ["our own page", { "sec-fetch-site": "same-origin" }, 200, null],
    ["a person at the address bar", { "sec-fetch-site": "none" }, 200, null],
    ["another site", { "sec-fetch-site": "cross-site" }, 403, "CROSS_SITE"],
    ["another port of this machine", { "sec-fetch-site": "same-site" }, 403, "CROSS_SITE"],
    ["an old browser on another site", { origin: "https://evil.example" }, 403, "CROSS_SITE"],
    ["a sandboxed frame", { origin: "null" }, 403, "CROSS_SITE"],
    ["another port, old browser", { origin: "http://127.0.0.1:1" }, 403, "CROSS_SITE"],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415, "JSON_WANTED"],
    ["a form with files", { "content-type": "multipart/form-data; boundary=a" }, 415, "JSON_WANTED"],
    ["a form sent as text", { "content-type": "text/plain" }, 415, "JSON_WANTED"],
    ["text that calls itself JSON", { "content-type": "text/plain; application/json" }, 415, "JSON_WANTED"],
    ["JSON with a charset", { "content-type": "application/json; charset=utf-8" }, 200, null],
  ])("asked for by %s", async (_name, headers, status, code) => {
    const answer = await post({ ...JSON_TYPE, ...headers });
    expect(statusAndCode(answer)).toEqual([status, code]);
  });

  test("needs a content type", async () => {
    expect(codeOf(await post({}))).toBe("JSON_WANTED");
  });

  test("is taken from our own origin", async () => {
    expect((await post({ ...JSON_TYPE, origin: place.base })).status).toBe(200);
  });

  test("is never allowed to other sites that ask first", async () => {
    const headers = { origin: "https://evil.example", "access-control-request-method": "POST" };
    const answer = await ask(place.base, "/api/retry", { method: "OPTIONS", headers });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test.each([
    ["POST", "/api/enqueue", '{"sources": ["https://a.example/"]}'],
    ["POST", "/api/retry", '{"all": true}'],
    ["PUT", "/queues/api/queues/pause", undefined],
    ["PUT", "/queues/api/queues/page-main/obliterate", "{}"],
    ["PATCH", "/queues/api/queues/page-main/1/update-data", "{}"],
    ["DELETE", "/api/status", undefined],
  ])("%s %s is refused in read-only mode", async (method, path, body) => {
    const headers: Record<string, string> = body === undefined ? {} : JSON_TYPE;
    const answer = await ask(readOnly.url, path, { method, headers, ...(body === undefined ? {} : { body }) });
    expect(statusAndCode(answer)).toEqual([403, "READ_ONLY"]);
  });
});

test.each(["/", "/api/status", "/nothing", "/queues", "/queues/api/queues", "/queues/static/favicon.ico", "/healthz"])(
  "%s carries the headers that keep it to itself",
  async (path) => {
    const { headers } = await ask(place.base, path);
    expect(headers).toMatchObject({
      "content-security-policy": expect.stringMatching(/^default-src 'self';.*frame-ancestors 'none'/),
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["content-security-policy"]).not.toMatch(/script-src|unsafe-eval|https?:/);
  },
);

test("a refusal carries them too", async () => {
  const { headers } = await ask(locked.url, "/");
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
});
