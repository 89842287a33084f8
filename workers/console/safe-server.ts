import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import { UsageError } from "../../schemas/errors.ts";
import { listenAddress, urlOf } from "./address.ts";
import { answerBrokenRequest, answerErrors } from "./answers.ts";
import { guard } from "./guard.ts";
import { secureHeaders } from "./headers.ts";

export interface SafeServerOptions {
  /** HOST:PORT; port 0 takes any that is free. */
  readonly listen: string;
  /** What every request but for /healthz must bring, or empty on loopback. */
  readonly token: string;
  /** Refuses whatever changes something. */
  readonly readOnly: boolean;
  /** Told of each defect that a request met. */
  readonly onDefect: (error: unknown) => void;
}

export interface SafeServer {
  /** Where it listens, such as `http://127.0.0.1:7070`. */
  readonly url: string;
  /** Takes no new request, ends those under way, and lets go of the port; what the routes use is its owner's to close. */
  close(): Promise<void>;
}

/** Adds routes to a server; it may register plugins. */
export type Routes = (app: FastifyInstance) => void | Promise<void>;

const MAX_BODY = 1 << 20;
const REQUEST_MS = 30_000;
const HANDLER_MS = 60_000;
/** Time for answers under way when the server closes. */
const CLOSE_MS = 3_000;

/**
 * Starts a server whose routes, whatever they are, only those reach who may: by loopback or with the token, under its own
 * name, for changes from its own pages. Every error is answered in the form {@link ErrorAnswer}.
 * @throws {UsageError} for an address beyond loopback without a token, and for one that cannot be had
 * @throws {InvalidSettingError} for a port that is none
 */
export async function openSafeServer(options: SafeServerOptions, routes: Routes): Promise<SafeServer> {
  const { listen, token, readOnly, onDefect } = options;
  const address = listenAddress(listen, token);
  const app = bare();
  secureHeaders(app);
  guard(app, { address, token, readOnly });
  answerErrors(app, onDefect);
  await routes(app);
  await app.ready();
  try {
    await app.listen(address);
  } catch (cause) {
    await app.close();
    const why = cause instanceof Error ? cause.message : String(cause);
    const remedy = "Choose another address with --listen, or stop the program that has it";
    throw new UsageError(`${listen} cannot be listened on (${why})`, remedy, { cause });
  }
  const { port } = app.server.address() as AddressInfo;
  return { url: urlOf({ host: address.host, port }), close: () => close(app) };
}

async function close(app: FastifyInstance): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), CLOSE_MS);
  await app.close().finally(() => clearTimeout(late));
}

function bare(): FastifyInstance {
  const app = Fastify({
    bodyLimit: MAX_BODY,
    requestTimeout: REQUEST_MS,
    handlerTimeout: HANDLER_MS,
    // A reader that keeps a connection open must not keep the process alive.
    forceCloseConnections: "idle",
    frameworkErrors: answerBrokenRequest,
    // A query's numbers are texts by nature; beyond that, what is not of the documented form is refused.
    ajv: { customOptions: { coerceTypes: true, removeAdditional: false } },
    routerOptions: { maxParamLength: 1_000 },
  });
  app.removeContentTypeParser("text/plain");
  return app;
}
