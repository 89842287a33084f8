import { randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { deserialize, serialize } from "node:v8";
import type { PgQueryResult } from "bullmq";
import { Agent, request } from "undici";
import { within } from "./engine.ts";
import type { SqlSession } from "./pglite-pool.ts";
import { SessionListeners } from "./session-listeners.ts";

/** Where the process that holds an embedded engine answers others; only the folder's owner can read it. */
interface Card {
  readonly port: number;
  readonly token: string;
}

const cardOf = (folder: string): string => join(folder, "interface.json");
/** A statement is small; more than this is none of ours. */
const MAX_BYTES = 64 << 20;
const LAST_ANSWERS_MS = 2_000;
/** A holder that does not answer for this long does not answer at all. */
const JOIN_MS = 3_000;

/** The holder's side: lets other processes of the same user into the database. */
export async function shareSession(folder: string, session: SqlSession): Promise<{ close(): Promise<void> }> {
  const token = randomBytes(32).toString("hex");
  const listeners = new Set<ServerResponse>();
  const unsubscribe = session.onNotification((channel, payload) => {
    const line = `${JSON.stringify({ channel, payload })}\n`;
    for (const response of listeners) response.write(line);
  });
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(({ message, code, detail }) => {
      // BullMQ reads the code and detail of what its functions raise.
      if (!response.headersSent) response.writeHead(500).end(serialize({ message: String(message), code, detail }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It serves whoever holds the folder, and must not keep the process alive by itself.
  server.unref();
  const card: Card = { port: (server.address() as AddressInfo).port, token };
  writeFileSync(cardOf(folder), JSON.stringify(card), { mode: 0o600 });
  return {
    close: async () => {
      unsubscribe();
      rmSync(cardOf(folder), { force: true });
      for (const response of listeners) response.end();
      await closed(server);
    },
  };

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isToken(incoming.headers.authorization, token)) return void response.writeHead(401).end();
    if (incoming.method === "GET") {
      response.writeHead(200, { "content-type": "application/x-ndjson" }).flushHeaders();
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      return;
    }
    const { text, params } = deserialize(await bodyOf(incoming)) as { text: string; params: unknown[] };
    // The session is the holder's too: what one process stops to listen to, others may still want to hear.
    const result = /^\s*UNLISTEN/i.test(text) ? { rows: [], rowCount: 0 } : await session.query(text, params);
    response.writeHead(200).end(serialize(result));
  }
}

const isToken = (given: string | undefined, token: string): boolean => {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(`Bearer ${token}`)];
  return a.length === b.length && timingSafeEqual(a, b);
};

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_BYTES) throw new Error("The statement is too large");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Statements under way are answered first: who asked would else not know whether they were done. */
const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/** A session with the database of a folder: as its holder, or through the process that holds it. */
export interface Seat extends SqlSession {
  close(): Promise<void>;
}

/** The process that held the folder has ended, or holds it no longer. */
export class HolderGoneError extends Error {}

/**
 * The other side: a session in the process that holds the folder.
 * @returns null where that process cannot be reached
 */
export async function joinSession(folder: string): Promise<Seat | null> {
  let session: HeldSession | null = null;
  try {
    const { port, token } = JSON.parse(readFileSync(cardOf(folder), "utf8")) as Card;
    session = new HeldSession(`http://127.0.0.1:${port}/`, token);
    await within(JOIN_MS, session.listen(), () => new Error("No answer"));
    return session;
  } catch {
    await session?.close();
    return null; // it may be starting, or ending: the caller decides how long to try
  }
}

class HeldSession extends SessionListeners implements Seat {
  private readonly agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {
    super();
  }

  async query<Row>(text: string, params: readonly unknown[]): Promise<PgQueryResult<Row>> {
    const { status, bytes } = await this.ask(serialize({ text, params: [...params] }));
    const value = deserialize(bytes) as PgQueryResult<Row> & { message?: string };
    if (status !== 200) throw Object.assign(new Error(value.message), value);
    return value;
  }

  /** Hears what the holder hears, until the session is closed or the holder ends. */
  async listen(): Promise<void> {
    const { statusCode, body } = await this.request("GET");
    if (statusCode !== 200) throw new HolderGoneError(`The holder answered ${statusCode}`);
    const lost = () => {
      if (!this.closed) this.lose(new HolderGoneError("The holder ended"));
    };
    void this.read(body).then(lost, lost);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.agent.destroy();
  }

  private async read(body: AsyncIterable<Buffer>): Promise<void> {
    const decoder = new StringDecoder("utf8");
    let rest = "";
    for await (const chunk of body) {
      const lines = (rest + decoder.write(chunk)).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const { channel, payload } = JSON.parse(line) as { channel: string; payload: string };
        this.notify(channel, payload);
      }
    }
  }

  /** @throws {HolderGoneError} where nobody answers, or somebody else who got the port since */
  private async ask(statement: Buffer): Promise<{ status: number; bytes: Buffer }> {
    try {
      const { statusCode: status, body } = await this.request("POST", statement);
      const bytes = Buffer.from(await body.arrayBuffer());
      if (status === 200 || status === 500) return { status, bytes };
      throw new Error(`The holder answered ${status}`);
    } catch (cause) {
      throw new HolderGoneError("The process that holds the folder does not answer", { cause });
    }
  }

  private request(method: "GET" | "POST", body: Buffer | null = null) {
    const headers = { authorization: `Bearer ${this.token}` };
    return request(this.url, { method, headers, body, dispatcher: this.agent });
  }
}
