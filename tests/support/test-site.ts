import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { reformText } from "./reform-texts.ts";

/** What becomes of a page of the site. */
export type Outcome =
  | "facts"
  | "HTTP_REFUSED"
  | "HTTP_BUSY"
  | "REDIRECT_REFUSED"
  | "ADDRESS_REFUSED"
  | "BUDGET_EXCEEDED"
  | "ROBOTS_DISALLOWED";

export interface SitePage {
  readonly url: string;
  readonly kind: Kind;
  readonly outcome: Outcome;
}

export interface Hit {
  readonly host: string;
  readonly path: string;
  /** Milliseconds since the site started. */
  readonly at: number;
  /** Requests of the host that were under way when this one came, itself included. */
  readonly open: number;
}

export interface TestSite {
  readonly pages: readonly SitePage[];
  /** Every request, in order. */
  readonly hits: readonly Hit[];
  close(): Promise<void>;
}

const HOSTS = 20;
/** The members of the site, by how often one in a hundred is of the kind. */
const SHARES = {
  plain: 60,
  slow: 5,
  gzip: 6,
  brotli: 4,
  "wrong-charset": 5,
  redirect: 4,
  flaky: 3,
  failing: 2,
  missing: 3,
  loop: 2,
  private: 2,
  huge: 2,
  disallowed: 2,
} as const;
type Kind = keyof typeof SHARES;

const OUTCOMES: Partial<Record<Kind, Outcome>> = {
  failing: "HTTP_BUSY",
  missing: "HTTP_REFUSED",
  loop: "REDIRECT_REFUSED",
  private: "ADDRESS_REFUSED",
  huge: "BUDGET_EXCEEDED",
  disallowed: "ROBOTS_DISALLOWED",
};
const HUGE_BYTES = 3_000_000;

/** A news page whose facts no other page has. */
export function newsPage(number: number): string {
  const [title = "", ...rest] = reformText(number * 10).split("\n");
  const paragraphs = rest.filter((line) => line !== "").map((line) => `<p>${line}</p>`);
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
<p>2025-03-01 来源：${number}号日报</p><div class="article">${paragraphs.join("\n")}</div></body></html>`;
}

/** A server on the host names 127.0.0.1 to 127.0.0.20, with members that are slow, broken, closed or hostile. */
export async function startTestSite(count: number): Promise<TestSite> {
  const hits: Hit[] = [];
  const open = new Map<string, number>();
  const flakyAsked = new Set<string>();
  const start = performance.now();
  const server = createServer(async (request, response) => {
    const host = request.headers.host ?? "";
    open.set(host, (open.get(host) ?? 0) + 1);
    hits.push({ host, path: request.url ?? "", at: performance.now() - start, open: open.get(host)! });
    response.on("close", () => open.set(host, open.get(host)! - 1));
    await answer(request, response, flakyAsked);
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const { port } = server.address() as AddressInfo;
  return { pages: pagesOf(count, port), hits, close: () => closed(server) };
}

function pagesOf(count: number, port: number): SitePage[] {
  const kinds = Object.entries(SHARES).flatMap(([kind, share]) => Array<Kind>(share).fill(kind as Kind));
  return Array.from({ length: count }, (_, number) => {
    const kind = kinds[(number * 37) % kinds.length]!;
    const url = `http://127.0.0.${1 + (number % HOSTS)}:${port}/${kind}/${number}.html`;
    return { url, kind, outcome: OUTCOMES[kind] ?? "facts" };
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, asked: Set<string>): Promise<void> {
  const path = request.url ?? "";
  if (path === "/robots.txt") return void response.end("User-agent: *\nDisallow: /disallowed/\n");
  const [, kind = "", number = "0"] = /^\/([a-z-]+)\/(\d+)/.exec(path) ?? [];
  const page = newsPage(Number(number));
  const html = { "content-type": "text/html; charset=utf-8" };
  const redirect = (location: string) => response.writeHead(302, { location }).end();
  const replies: Partial<Record<string, () => unknown>> = {
    slow: async () => {
      await sleep(300);
      response.writeHead(200, html).end(page);
    },
    gzip: () => response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(page)),
    brotli: () => response.writeHead(200, { ...html, "content-encoding": "br" }).end(brotliCompressSync(page)),
    "wrong-charset": () => response.writeHead(200, html).end(iconv.encode(page, "gb18030")),
    redirect: () => redirect(`/plain/${number}.html?moved`),
    flaky: () => {
      if (asked.has(path)) return response.writeHead(200, html).end(page);
      asked.add(path);
      return response.writeHead(503, { "retry-after": "1" }).end();
    },
    failing: () => response.writeHead(503, { "retry-after": "0" }).end(),
    missing: () => response.writeHead(404).end("gone"),
    loop: () => redirect(path),
    private: () => redirect("http://10.0.0.1/"),
    huge: () => response.writeHead(200, html).end(page + " ".repeat(HUGE_BYTES)),
  };
  await (replies[kind] ?? (() => response.writeHead(200, html).end(page)))();
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
