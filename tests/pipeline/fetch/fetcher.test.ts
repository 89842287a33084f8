import { getEventListeners } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { HttpBusyError } from "../../../schemas/errors.ts";
import { encoded } from "../../support/charsets.ts";
import { fetched, fetcher, LOCAL, names, rawSite, site, until } from "./site.ts";

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8")) as {
  readonly version: string;
};

describe("a page", () => {
  test("comes with its way, its headers and its bytes", async () => {
    const { url } = await site((_request, response) => {
      response.writeHead(200, [
        ["Content-Type", "text/html; charset=gbk"],
        ["ETag", '"36"'],
        ["X-Twice", "a"],
        ["x-TWICE", "b"],
        ["Date", "Sat, 01 Jan 2022 00:00:00 GMT"],
        ["Content-Length", "2"],
      ] as never);
      response.end("ok");
    });
    const page = await fetched(`${url}/a/../b?utm_source=x&q=1#part`);
    expect(page).toMatchObject({
      requested: `${url}/b?q=1`,
      url: `${url}/b?q=1`,
      status: 200,
      contentType: "text/html; charset=gbk",
      headers: { etag: '"36"', "x-twice": "a, b" },
      bytes: Buffer.from("ok"),
      notModified: false,
      robots: "ignored",
    });
    expect(page.exchanges).toHaveLength(1);
    expect(page.exchanges[0]).toMatchObject({ url: `${url}/b?q=1`, address: "127.0.0.1", status: 200 });
    expect(page.exchanges[0]!.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(page.exchanges[0]!.responseHead).toBe(
      'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\nETag: "36"\r\nX-Twice: a\r\nx-TWICE: b\r\n' +
        "Date: Sat, 01 Jan 2022 00:00:00 GMT\r\nContent-Length: 2\r\nConnection: close\r\n",
    );
  });

  test.each([
    ["", `jingjian/${version}`],
    ["https://example.org/robot", `jingjian/${version} (+https://example.org/robot)`],
  ])("is asked for as the archive will say (contact: %s)", async (contact, agent) => {
    let head = "";
    const { url } = await rawSite((socket) =>
      socket.on("data", (chunk) => {
        head += chunk;
        if (head.endsWith("\r\n\r\n")) socket.end("HTTP/1.1 204 No Content\r\nX-Bytes: \xe4\xb8\xad\r\n\r\n", "latin1");
      }),
    );
    const validators = { etag: 'W/"36"', lastModified: "Sat, 01 Jan 2022 00:00:00 GMT" };
    const page = await fetched(`${url}/a?b`, { contact }, { validators });
    expect(`${page.exchanges[0]!.requestHead}\r\n`).toBe(head);
    expect(head.split("\r\n")).toEqual([
      "GET /a?b HTTP/1.1",
      `host: ${new URL(url).host}`,
      "connection: close",
      `user-agent: ${agent}`,
      expect.stringMatching(/^accept: text\/html.*atom\+xml.*xml;q=0\.9/),
      expect.stringMatching(/^accept-language: zh-CN,zh;q=0\.9/),
      expect.stringMatching(/^accept-encoding: gzip, deflate, br(?:, zstd)?$/),
      'if-none-match: W/"36"',
      "if-modified-since: Sat, 01 Jan 2022 00:00:00 GMT",
      "",
      "",
    ]);
    expect(page.status).toBe(204);
    expect(page.bytes).toHaveLength(0);
    expect(page.exchanges[0]!.responseHead).toBe("HTTP/1.1 204 No Content\r\nX-Bytes: \xe4\xb8\xad\r\n");
  });

  test("sends no cookie back", async () => {
    const { url, asked } = await site((_request, response) => response.setHeader("Set-Cookie", "a=b").end());
    const client = fetcher();
    await client.fetch(url);
    await client.fetch(url);
    expect(asked.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
  });

  test("is reached at whichever checked address answers", async () => {
    const { named } = await site((_request, response) => response.end("ok"));
    const lookup = names({ "both.example": ["127.0.0.2", "127.0.0.1"] });
    const page = await fetcher({ allowHosts: "127.0.0.0/8" }, { lookup }).fetch(named("both.example"));
    expect(page.exchanges[0]!.address).toBe("127.0.0.1");
  });
});

describe("validators", () => {
  const answering = () =>
    site((request, response) => {
      response.statusCode = request.headers["if-none-match"] === '"36"' ? 304 : 200;
      response.setHeader("ETag", '"36"').end(response.statusCode === 304 ? undefined : "page");
    });

  test("that still hold give 304 and no bytes", async () => {
    const { url } = await answering();
    const page = await fetched(url, {}, { validators: { etag: '"36"', lastModified: null } });
    expect(page).toMatchObject({ status: 304, notModified: true, bytes: new Uint8Array(), headers: { etag: '"36"' } });
  });

  test.each([
    ["hold no more", { etag: '"22"', lastModified: null }],
    ["are none", { etag: null, lastModified: null }],
    ["could not have been headers", { etag: '"36"\r\nX-Injected: 1', lastModified: "中" }],
  ])("that %s give the page", async (_what, validators) => {
    const { url, asked } = await answering();
    expect(await fetched(url, {}, { validators })).toMatchObject({ status: 200, notModified: false });
    expect(asked[0]!.headers).not.toHaveProperty("x-injected");
  });

  test("that were not sent can give no 304", async () => {
    const { url } = await site((_request, response) => response.writeHead(304).end());
    await expect(fetched(url)).rejects.toMatchObject({ code: "NETWORK" });
  });
});

describe("a status", () => {
  test.each([
    [400, "HTTP_REFUSED", "never"],
    [401, "HTTP_REFUSED", "never"],
    [403, "HTTP_REFUSED", "never"],
    [404, "HTTP_REFUSED", "never"],
    [410, "HTTP_REFUSED", "never"],
    [451, "HTTP_REFUSED", "never"],
    [408, "HTTP_BUSY", "wait"],
    [425, "HTTP_BUSY", "wait"],
    [429, "HTTP_BUSY", "wait"],
    [500, "HTTP_BUSY", "wait"],
    [503, "HTTP_BUSY", "wait"],
    [599, "HTTP_BUSY", "wait"],
    [300, "REDIRECT_REFUSED", "never"],
    [302, "REDIRECT_REFUSED", "never"],
    [305, "REDIRECT_REFUSED", "never"],
  ])("of %d is %s", async (status, code, retry) => {
    const { url } = await site((_request, response) => response.writeHead(status).end("why"));
    await expect(fetched(url)).rejects.toMatchObject({ code, retry });
  });

  test.each([
    ["120", 120_000],
    ["0", 0],
    [" 5 ", 5_000],
    ["99999999999999999999", 86_400_000],
    ["Sat, 01 Jan 2000 00:00:00 GMT", 0],
    ["Friday, 31-Dec-99 23:59:59 GMT", 0],
    ["Fri Dec 31 23:59:59 1999", 0],
    ["Sat, 01 Jan 2135 00:00:00 GMT", 86_400_000],
    ["-1", null],
    ["1.5", null],
    ["soon", null],
    ["2000", 2_000_000],
    ["2000-01-01", null],
    ["Sat, 99 Foo 2000 00:00:00 GMT", null],
    [undefined, null],
  ])("of 503 with Retry-After %s waits %s ms", async (header, expected) => {
    const { url } = await site((_request, response) => {
      response.writeHead(503, header === undefined ? {} : { "Retry-After": header }).end();
    });
    const error = await fetched(url).catch((thrown: unknown) => thrown);
    expect((error as HttpBusyError).retryAfterMs).toBe(expected);
  });

  test("of an error needs no body, however long", async () => {
    const { url, sockets } = await site((_request, response) => {
      response.writeHead(404).write("for ever");
    });
    await expect(fetched(url)).rejects.toMatchObject({ status: 404 });
    await until(() => sockets.size === 0);
  });
});

describe("a redirect", () => {
  const GBK = Buffer.from(encoded("精简", "gb18030")).toString("latin1");
  const UTF8 = Buffer.from("精简").toString("latin1");

  test.each([
    ["/there", "/there"],
    ["there?q=1#part", "/a/there?q=1"],
    ["../there", "/there"],
    ["?page=2", "/a/b?page=2"],
    ["", null],
    [`/${UTF8}`, "/%E7%B2%BE%E7%AE%80"],
    [`/?q=${GBK}`, "/?q=%BE%AB%BC%F2"],
    [`/${GBK}/x y`, "/%BE%AB%BC%F2/x%20y"],
    ["/there;jsessionid=1?utm_source=x", "/there;jsessionid=1?utm_source=x"],
    ["\\there", "/there"],
    ["http://[bad/", "UNFIT_URL"],
    [`/${"x".repeat(9_000)}`, null],
  ])("to %j leads to %s", async (location, expected) => {
    const { url, asked } = await rawAndAsked(location);
    const work = fetched(`${url}/a/b`);
    if (expected?.startsWith("/")) {
      expect((await work).url).toBe(url + expected);
      expect(asked).toEqual(["/a/b", expected]);
    } else await expect(work).rejects.toMatchObject({ code: expected ?? "REDIRECT_REFUSED" });
  });

  /** Node's own server would not send such headers. */
  async function rawAndAsked(location: string) {
    const asked: string[] = [];
    const served = await rawSite((socket) =>
      socket.once("data", (head) => {
        asked.push(head.toString("latin1").split(" ")[1] ?? "");
        const answer =
          asked.length === 1
            ? `HTTP/1.1 302 Found\r\nLocation: ${location}\r\n\r\nmoved`
            : "HTTP/1.1 200 OK\r\n\r\nhere";
        socket.end(answer, "latin1");
      }),
    );
    return { url: served.url, asked };
  }

  test.each([301, 302, 303, 307, 308])("of %d is kept hop by hop", async (status) => {
    const { url } = await site((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step < 3) response.writeHead(status, { Location: `/${step + 1}`, "Content-Encoding": "gzip" }).end("no gzip");
      else response.end("page");
    });
    const page = await fetched(`${url}/1`);
    expect(page).toMatchObject({ requested: `${url}/1`, url: `${url}/3`, status: 200, bytes: Buffer.from("page") });
    expect(page.exchanges.map((hop) => [hop.url, hop.status, Buffer.from(hop.body).toString()])).toEqual([
      [`${url}/1`, status, "no gzip"],
      [`${url}/2`, status, "no gzip"],
      [`${url}/3`, 200, "page"],
    ]);
  });

  test.each([
    [0, 0, "fetched"],
    [1, 0, "REDIRECT_REFUSED"],
    [3, 3, "fetched"],
    [4, 3, "REDIRECT_REFUSED"],
  ])("%d times, with %d allowed: %s", async (times, maxRedirects, expected) => {
    const { url } = await site((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step < times) response.writeHead(302, { Location: `/${step + 1}` });
      response.end();
    });
    const code = await fetched(`${url}/0`, { maxRedirects }).then(
      () => "fetched",
      (error) => error.code,
    );
    expect(code).toBe(expected);
  });

  test("in a circle ends at once", async () => {
    const { url, asked } = await site((request, response) => {
      response.writeHead(302, { Location: request.url === "/a" ? "/b" : "/a#again" }).end();
    });
    await expect(fetched(`${url}/a`)).rejects.toThrow(/redirects in a circle/);
    expect(asked).toHaveLength(2);
  });

  test("with a body without end is broken off", async () => {
    const { url } = await site((_request, response) => {
      response.writeHead(302, { Location: "/b" });
      const more = (): void => void (response.destroyed || response.write(Buffer.alloc(10_000), more));
      more();
    });
    await expect(fetched(`${url}/a`, { maxWireBytes: 50_000 })).rejects.toMatchObject({ code: "BUDGET_EXCEEDED" });
  });
});

describe("time", () => {
  const SOON = { fetchTimeoutMs: 300 };

  test.each([
    ["no answer", () => {}],
    ["half a head", (write: (text: string) => void) => write("HTTP/1.1 200 OK\r\nX-")],
    ["a head that drips", (write: (text: string) => void) => drip(write, "HTTP/1.1 200 OK\r\n", "X-A: b\r\n")],
    ["a body that drips", (write: (text: string) => void) => drip(write, "HTTP/1.1 200 OK\r\n\r\n", "x")],
  ])("runs out with %s", async (_what, serve) => {
    const { url, sockets } = await rawSite((socket) =>
      socket.once("data", () => serve((text) => void (socket.destroyed || socket.write(text)))),
    );
    await expect(fetched(url, SOON)).rejects.toMatchObject({ code: "FETCH_TIMEOUT", retry: "backoff" });
    await until(() => sockets.size === 0);
  });

  function drip(write: (text: string) => void, first: string, then: string): void {
    write(first);
    setInterval(() => write(then), 20).unref();
  }

  test("runs out over all hops together", async () => {
    const { url } = await site((request, response) => {
      const next = Number(request.url?.slice(1)) + 1;
      setTimeout(() => response.writeHead(302, { Location: `/${next}` }).end(), 100);
    });
    await expect(fetched(`${url}/1`, { ...SOON, maxRedirects: 50 })).rejects.toMatchObject({ code: "FETCH_TIMEOUT" });
  });

  test("runs out with a name that is never resolved", async () => {
    const client = fetcher(SOON, { lookup: () => new Promise(() => {}) });
    await expect(client.fetch("http://slow.example/")).rejects.toMatchObject({ code: "FETCH_TIMEOUT" });
  });

  const REASON = new Error("called off");

  test("is cut by a signal, before or meanwhile", async () => {
    const { url, sockets, asked } = await site((_request, response) => void response.writeHead(200).write("x"));
    await expect(fetched(url, {}, { signal: AbortSignal.abort(REASON) })).rejects.toBe(REASON);
    expect(asked).toHaveLength(0);
    const controller = new AbortController();
    const work = fetched(url, {}, { signal: controller.signal });
    await until(() => asked.length === 1);
    controller.abort(REASON);
    await expect(work).rejects.toBe(REASON);
    await until(() => sockets.size === 0);
  });

  test("leaves nothing behind at a signal that many fetches share", async () => {
    const { url } = await site((request, response) => response.writeHead(request.url === "/1" ? 404 : 200).end());
    const { signal } = new AbortController();
    const client = fetcher({ robots: "obey" });
    await Promise.allSettled(Array.from({ length: 20 }, (_, i) => client.fetch(`${url}/${i}`, { signal })));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("is cut by the fetcher's end", async () => {
    const { url, asked, sockets } = await site(() => {});
    const client = fetcher();
    const works = Array.from({ length: 20 }, (_, i) => client.fetch(`${url}/${i}`));
    const ended = Promise.all(works.map((work) => expect(work).rejects.toMatchObject({ name: "AbortError" })));
    await until(() => asked.length === 20);
    await client.close();
    await ended;
    await until(() => sockets.size === 0);
    await expect(client.fetch(url)).rejects.toMatchObject({ name: "AbortError" });
  });
});

test("a port where nobody listens is a network error", async () => {
  const { port } = await site(() => {});
  const closed = await fetched(`http://127.0.0.1:${port === 1 ? 2 : 1}/`).catch((error: unknown) => error);
  expect(closed).toMatchObject({ code: "NETWORK", message: expect.stringContaining("ECONNREFUSED") });
});

test.each(["no url", "file:///etc/passwd", "http://a:b@example.org/"])("%s is not fetched", async (url) => {
  await expect(fetched(url, LOCAL)).rejects.toMatchObject({ code: "UNFIT_URL" });
});
