import type { LookupFunction, Socket } from "node:net";
import { rootCertificates } from "node:tls";
import { buildConnector, Client, type Dispatcher } from "undici";
import type { Exchange } from "../../schemas/fetch.ts";
import { type Body, type BodyLimits, overLimit, readBody } from "./body.ts";
import { unlessAborted, whenAborted } from "./deadline.ts";
import { failureFor } from "./failures.ts";
import type { Pinned } from "./guard.ts";
import { type HeaderList, headerRecord, requestHead, responseHead } from "./heads.ts";

export interface Request {
  readonly url: URL;
  /** Checked addresses of the URL's host; no other is connected to. */
  readonly pinned: Pinned;
  readonly headers: HeaderList;
  readonly limits: BodyLimits;
  readonly signal: AbortSignal;
  /** What to do with the body of an answer of this status. */
  readonly body: (status: number) => "decode" | "keep" | "drop";
  /** Certificate in PEM that is trusted beside Node's own. */
  readonly ca?: string;
}

export interface Answer {
  readonly exchange: Exchange;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Body, decoded where that was asked for. */
  readonly bytes: Uint8Array;
}

/** Heads of answers that are read at most, bytes. */
const MAX_HEAD_BYTES = 65_536;
/** As long as a page may take at most: its own deadline comes first. */
const CONNECT_MS = 600_000;
const NO_BODY: Body = { wire: new Uint8Array(), bytes: new Uint8Array() };

/**
 * Sends one GET over a connection of its own, so that an address that was checked for one request never serves another,
 * and a connection that misbehaves spoils nothing else. Follows no redirect, judges no status.
 * @throws {BudgetExceededError} for a body past its limits
 * @throws {TlsError} for a certificate that does not hold
 * @throws {NetworkError} for everything else that goes wrong
 * @throws the signal's reason
 */
export async function get(request: Request): Promise<Answer> {
  const { url, signal } = request;
  signal.throwIfAborted();
  const connection: Connection = { socket: null, address: null };
  const client = clientFor(request, connection);
  // The signal of a single request is heard only once there is a connection.
  const release = whenAborted(signal, () => {
    // Without an error the client would go on waiting for a connection that is still being made.
    connection.socket?.destroy(new Error("called off"));
    void client.destroy(null);
  });
  try {
    const answer = await unlessAborted(exchange(client, request, connection), signal);
    // A body without a stated length ends where its connection does, also where we ended it.
    signal.throwIfAborted();
    return answer;
  } catch (error) {
    signal.throwIfAborted();
    throw failureFor(url.href, error);
  } finally {
    release();
    void client.destroy();
  }
}

interface Connection {
  socket: Socket | null;
  /** Which of the checked addresses answered. */
  address: string | null;
}

function clientFor({ url, pinned, ca }: Request, connection: Connection): Client {
  const connect = buildConnector({
    lookup: lookupOf(pinned),
    timeout: CONNECT_MS,
    ...(ca !== undefined && { ca: [...rootCertificates, ca] }),
  }) as (...given: Parameters<buildConnector.connector>) => Socket;
  return new Client(url.origin, {
    pipelining: 0,
    maxHeaderSize: MAX_HEAD_BYTES,
    // The deadline of the whole page stands in for these.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (options, callback) => {
      connection.socket = connect(options, (...result) => {
        connection.address = result[1]?.remoteAddress ?? null;
        callback(...result);
      });
    },
  });
}

/** A look-up that knows the checked addresses only. It is not asked about IP literals, which are checked as they are. */
const lookupOf =
  (pinned: Pinned): LookupFunction =>
  (_name, options, callback) => {
    if (options.all) callback(null, [...pinned]);
    else callback(null, pinned[0]!.address, pinned[0]!.family);
  };

async function exchange(client: Client, request: Request, connection: Connection): Promise<Answer> {
  const { url, headers } = request;
  const date = new Date().toISOString();
  const response = await client.request({
    method: "GET",
    path: `${url.pathname}${url.search}`,
    headers: headers.flat(),
    responseHeaders: "raw",
  });
  const received = pairs(response.headers as unknown as readonly string[]);
  const record = headerRecord(received);
  const { wire, bytes } = await bodyOf(request, response, record);
  return {
    headers: record,
    bytes,
    exchange: {
      url: url.href,
      address: connection.address,
      date,
      requestHead: requestHead(url, headers),
      responseHead: responseHead(response.statusCode, response.statusText, received),
      status: response.statusCode,
      body: wire,
    },
  };
}

const pairs = (raw: readonly string[]): HeaderList =>
  raw.flatMap((name, i) => (i % 2 === 0 ? [[name, raw[i + 1] ?? ""] as const] : []));

async function bodyOf(
  { url, limits, body }: Request,
  response: Dispatcher.ResponseData,
  headers: Readonly<Record<string, string>>,
): Promise<Body> {
  const how = body(response.statusCode);
  if (how === "drop") return NO_BODY;
  const stated = Number(headers["content-length"]);
  if (limits.over === "refuse" && stated > limits.maxWireBytes)
    throw overLimit(url.href, "maxWireBytes", stated, limits.maxWireBytes);
  return readBody(url.href, response.body, how === "decode" ? headers["content-encoding"] : undefined, limits);
}
