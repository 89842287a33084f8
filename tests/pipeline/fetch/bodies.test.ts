import * as zlib from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { fetched, rawSite, site, until } from "./site.ts";

const TEXT = "河口县把三十四个党政机构精简为二十三个。".repeat(500);
const RAW = Buffer.from(TEXT);

const { zstdCompressSync } = zlib as { readonly zstdCompressSync?: (data: Buffer) => Buffer };

const served = (body: Buffer, encoding?: string) =>
  site((_request, response) => {
    if (encoding !== undefined) response.setHeader("Content-Encoding", encoding);
    response.end(body);
  });

test.each<readonly [string | undefined, Buffer]>([
  [undefined, RAW],
  ["identity", RAW],
  ["", RAW],
  ["UTF-8", RAW],
  ["gzip", zlib.gzipSync(RAW)],
  ["GZIP", zlib.gzipSync(RAW)],
  ["x-gzip", zlib.gzipSync(RAW)],
  ["br", zlib.brotliCompressSync(RAW)],
  ["deflate", zlib.deflateSync(RAW)],
  ["deflate", zlib.deflateRawSync(RAW)],
  ["deflate, gzip", zlib.gzipSync(zlib.deflateRawSync(RAW))],
  ["gzip, br", zlib.brotliCompressSync(zlib.gzipSync(RAW))],
  ["gzip,identity , gzip", zlib.gzipSync(zlib.gzipSync(RAW))],
  ["gzip", Buffer.concat([zlib.gzipSync(RAW.subarray(0, 99)), zlib.gzipSync(RAW.subarray(99))])],
  ...(zstdCompressSync ? ([["zstd", zstdCompressSync(RAW)]] as const) : []),
])("a body encoded as %s is decoded, and kept as sent", async (encoding, body) => {
  const { url } = await served(body, encoding);
  const page = await fetched(url);
  expect(Buffer.from(page.bytes).toString()).toBe(TEXT);
  expect(Buffer.from(page.exchanges[0]!.body).equals(body)).toBe(true);
});

test.each(["gzip", "deflate", "br", "gzip, br"])(
  "an empty body is empty, though its header says %s",
  async (encoding) => {
    const { url } = await served(Buffer.alloc(0), encoding);
    expect((await fetched(url)).bytes).toHaveLength(0);
  },
);

test.each([
  ["gzip", zlib.gzipSync(RAW).subarray(0, 60)],
  ["gzip", zlib.gzipSync(RAW).subarray(0, 1)],
  ["gzip", zlib.gzipSync(RAW).subarray(0, -4)],
  ["br", zlib.brotliCompressSync(RAW).subarray(0, 40)],
  ["deflate", zlib.deflateSync(RAW).subarray(0, 40)],
  ["deflate", zlib.deflateRawSync(RAW).subarray(0, 40)],
  ["gzip", RAW],
  ["br", Buffer.alloc(100, 0xff)],
  ["deflate, gzip", zlib.gzipSync(zlib.deflateSync(RAW).subarray(0, 40))],
  ["compress", RAW],
  ["gzip, gzip, gzip, gzip, gzip", RAW],
])("a body that is not whole %s is a network error", async (encoding, body) => {
  const { url } = await served(body, encoding);
  await expect(fetched(url)).rejects.toMatchObject({
    code: "NETWORK",
    message: expect.stringMatching(/its body is damaged|its encoding compress|encoded 5 times over/),
  });
});

test.each([
  ["a connection that ends early", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"],
  ["chunks without their end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"],
  ["no HTTP at all", "SSH-2.0-OpenSSH_9.2\r\n"],
  ["nothing", ""],
  ["more headers than are read", `HTTP/1.1 200 OK\r\nX-Long: ${"x".repeat(100_000)}\r\n\r\n`],
  ["many headers", `HTTP/1.1 200 OK\r\n${"X-Many: 0123456789\r\n".repeat(10_000)}\r\n`],
  ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"],
  ["lengths that differ", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nshort!"],
])("%s is a network error", async (_what, answer) => {
  const { url } = await rawSite((socket) => socket.once("data", () => socket.end(answer)));
  await expect(fetched(url)).rejects.toMatchObject({ code: "NETWORK" });
});

test.each([
  ["a body that ends with its connection", "HTTP/1.0 200 OK\r\n\r\nwhole", "whole"],
  [
    "early hints",
    "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole",
    "whole",
  ],
  ["204", "HTTP/1.1 204 No Content\r\n\r\n", ""],
])("%s is read", async (_what, answer, expected) => {
  const { url } = await rawSite((socket) => socket.once("data", () => socket.end(answer)));
  expect(Buffer.from((await fetched(url)).bytes).toString()).toBe(expected);
});

describe("a body past its limit is broken off:", () => {
  const LIMITS = { maxWireBytes: 100_000, maxBytes: 1_000_000 };
  const zeros = (bytes: number): Buffer => zlib.gzipSync(Buffer.alloc(bytes));

  test.each([
    [
      "stated length",
      undefined,
      RAW,
      { maxWireBytes: 1_000 },
      /bytes sent, over the limit of 1000.*JINGJIAN_MAX_WIRE_BYTES/,
    ],
    ["decoded size", undefined, RAW, { maxBytes: 1_000 }, /JINGJIAN_MAX_BYTES/],
    ["bomb", "gzip", zeros(50_000_000), LIMITS, /over the limit of 1000000.*JINGJIAN_MAX_BYTES/],
    ["bomb in a bomb", "gzip, gzip", zlib.gzipSync(zeros(50_000_000)), LIMITS, /JINGJIAN_MAX_BYTES/],
    ["bomb of Brotli", "br", zlib.brotliCompressSync(Buffer.alloc(50_000_000)), LIMITS, /JINGJIAN_MAX_BYTES/],
  ] as const)("%s", async (_what, encoding, body, limits, message) => {
    const { url, sockets } = await served(body, encoding);
    await expect(fetched(url, limits)).rejects.toMatchObject({
      code: "BUDGET_EXCEEDED",
      message: expect.stringMatching(message),
    });
    await until(() => sockets.size === 0);
  });

  test.each([undefined, "gzip"])("a body without end (encoded: %s)", async (encoding) => {
    const { url, sockets } = await site((_request, response) => {
      if (encoding === "gzip") response.setHeader("Content-Encoding", "gzip");
      const chunk = encoding === "gzip" ? zeros(1_000_000) : Buffer.alloc(10_000);
      const more = (): void => void (response.destroyed || response.write(chunk, more));
      more();
    });
    await expect(fetched(url, LIMITS)).rejects.toMatchObject({ code: "BUDGET_EXCEEDED" });
    await until(() => sockets.size === 0);
  });

  test("a body of just the limit is whole", async () => {
    const { url } = await served(Buffer.alloc(100_000));
    expect((await fetched(url, { maxWireBytes: 100_000, maxBytes: 100_000 })).bytes).toHaveLength(100_000);
  });
});
