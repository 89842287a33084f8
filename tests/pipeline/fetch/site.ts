import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from "node:net";
import { afterEach } from "@jest/globals";
import {
  Fetcher,
  type FetcherOptions,
  type FetchOptions,
  type FetchSettings,
} from "../../../pipeline/fetch/fetcher.ts";
import type { Lookup } from "../../../pipeline/fetch/guard.ts";
import { parseSettings } from "../../../schemas/settings.ts";

/** What is to be closed when the test ends. */
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

export const DEFAULTS: FetchSettings = parseSettings({});

/** Settings under which a test may reach its own servers, and no others. */
export const LOCAL: FetchSettings = { ...DEFAULTS, allowHosts: "127.0.0.1", robots: "ignore" };

export interface Site {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  readonly asked: readonly IncomingMessage[];
  /** Sockets that are still open. */
  readonly sockets: ReadonlySet<Socket>;
  /** The same site by a name, for a resolver that sends it here. */
  named(host: string): string;
}

/** A site of one's own on a free port. */
export async function site(listener: RequestListener): Promise<Site> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  return { asked, ...(await listening(server)) };
}

/** A server that says what it is told, whatever is asked. */
export async function rawSite(serve: (socket: Socket) => void): Promise<Site> {
  return { asked: [], ...(await listening(createTcpServer(serve))) };
}

export async function listening(server: Server | TcpServer, scheme = "http"): Promise<Omit<Site, "asked">> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${scheme}://127.0.0.1:${port}`, port, sockets, named: (host) => `${scheme}://${host}:${port}` };
}

export function fetcher(settings: Partial<FetchSettings> = {}, options: FetcherOptions = {}): Fetcher {
  const made = new Fetcher({ ...LOCAL, ...settings }, options);
  open.push(() => made.close());
  return made;
}

/** One fetch under {@link LOCAL} settings, but for those given. */
export const fetched = (url: string, settings: Partial<FetchSettings> = {}, options: FetchOptions = {}) =>
  fetcher(settings).fetch(url, options);

/** A resolver that knows these names only. */
export const names =
  (table: Readonly<Record<string, readonly string[]>>): Lookup =>
  async (name) => {
    const addresses = table[name];
    if (addresses === undefined) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: "ENOTFOUND" });
    return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  };

/** Waits for something that comes soon; the test's own time-out ends the wait. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
