import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { fetcher, listening, names, rawSite, site, until } from "./site.ts";

/** Made for these tests: openssl req -x509 -newkey ec … -subj /CN=secure.example -addext subjectAltName=DNS:secure.example */
const pem = (what: "cert" | "key"): string =>
  readFileSync(join(import.meta.dirname, `self-signed.${what}.pem`), "utf8");
const cert = pem("cert");
const lookup = names({ "secure.example": ["127.0.0.1"], "other.example": ["127.0.0.1"] });

const secureSite = (location?: string) =>
  listening(
    createServer({ cert, key: pem("key") }, (_request, response) => {
      if (location !== undefined) response.writeHead(302, { Location: location });
      response.end("secret");
    }),
    "https",
  );

test("a certificate that nobody vouches for is refused", async () => {
  const { named } = await secureSite();
  await expect(fetcher({}, { lookup }).fetch(named("secure.example"))).rejects.toMatchObject({
    code: "TLS",
    retry: "never",
    message: expect.stringMatching(/self.signed/),
  });
});

test("a certificate for another name is refused", async () => {
  const { named, url } = await secureSite();
  const client = fetcher({}, { lookup, ca: cert });
  await expect(client.fetch(named("other.example"))).rejects.toMatchObject({ code: "TLS" });
  await expect(client.fetch(url)).rejects.toMatchObject({ code: "TLS" });
});

test("a trusted certificate is taken, over the pinned address", async () => {
  const { named } = await secureSite();
  const page = await fetcher({}, { lookup, ca: cert }).fetch(named("secure.example"));
  expect(Buffer.from(page.bytes).toString()).toBe("secret");
  expect(page.exchanges[0]!.address).toBe("127.0.0.1");
});

test("robots.txt behind a bad certificate is refused in the same way", async () => {
  const { named } = await secureSite();
  const client = fetcher({ robots: "obey" }, { lookup });
  await expect(client.fetch(named("secure.example"))).rejects.toMatchObject({ code: "TLS" });
});

test("from https down to http is followed, and told by the hops", async () => {
  const plain = await site((_request, response) => response.end("plain"));
  const { named } = await secureSite(plain.named("other.example"));
  const page = await fetcher({}, { lookup, ca: cert }).fetch(named("secure.example"));
  expect(page.exchanges.map(({ url }) => new URL(url).protocol)).toEqual(["https:", "http:"]);
});

test.each([
  ["plain HTTP", "HTTP/1.1 400 Bad Request\r\n\r\n", "TLS"],
  ["a cut handshake", "", "NETWORK"],
])("%s behind https: %j is %s", async (_what, answer, code) => {
  const { named } = await rawSite((socket) => socket.once("data", () => socket.end(answer)));
  const url = named("secure.example").replace("http:", "https:");
  await expect(fetcher({}, { lookup }).fetch(url)).rejects.toMatchObject({ code });
});

test("a handshake that never ends runs out of time", async () => {
  const { named, sockets } = await rawSite((socket) => void socket.resume());
  const url = named("secure.example").replace("http:", "https:");
  await expect(fetcher({ fetchTimeoutMs: 200 }, { lookup }).fetch(url)).rejects.toMatchObject({
    code: "FETCH_TIMEOUT",
  });
  await until(() => sockets.size === 0);
});
