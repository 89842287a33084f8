import type { AddressInfo } from "node:net";
import fastifySwagger from "@fastify/swagger";
import Fastify, { type FastifyInstance } from "fastify";
import { collectDefaultMetrics, Registry } from "prom-client";
import { UsageError } from "../../schemas/errors.ts";
import { type Address, listenAddress, urlOf } from "./address.ts";
import { answerBrokenRequest, answerErrors } from "./answers.ts";
import { api } from "./api.ts";
import { board } from "./board.ts";
import type { ConsoleDeps, ConsoleOptions } from "./deps.ts";
import { guard } from "./guard.ts";
import { secureHeaders } from "./headers.ts";
import { watch } from "./watch.ts";

export interface Console {
  /** Where it listens, such as `http://127.0.0.1:7070`. */
  readonly url: string;
  /** Takes no new request, ends those under way, and lets go of the port; the engine is its owner's to close. */
  close(): Promise<void>;
}

const MAX_BODY = 1 << 20;
const REQUEST_MS = 30_000;
const HANDLER_MS = 60_000;
/** Time for answers under way when the server closes. */
const CLOSE_MS = 3_000;
const MIN_FREE_BYTES = 500_000_000;

/**
 * Starts the console.
 * @throws {UsageError} for an address beyond loopback without a token, and for one that cannot be had
 * @throws {InvalidSettingError} for a port that is none
 */
export async function openConsole(deps: ConsoleDeps, options: ConsoleOptions): Promise<Console> {
  const address = listenAddress(options.listen, options.token);
  const app = await build(deps, options, address);
  try {
    await app.listen(address);
  } catch (cause) {
    await app.close();
    const why = cause instanceof Error ? cause.message : String(cause);
    const remedy = "Choose another address with --listen, or stop the program that has it";
    throw new UsageError(`${options.listen} cannot be listened on (${why})`, remedy, { cause });
  }
  const { port } = app.server.address() as AddressInfo;
  return { url: urlOf({ host: address.host, port }), close: () => close(app) };
}

async function close(app: FastifyInstance): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), CLOSE_MS);
  await app.close().finally(() => clearTimeout(late));
}

async function build(deps: ConsoleDeps, options: ConsoleOptions, address: Address): Promise<FastifyInstance> {
  const readOnly = options.readOnly === true;
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
  secureHeaders(app);
  guard(app, { address, token: options.token, readOnly });
  answerErrors(app, deps.onDefect ?? (() => {}));
  await app.register(fastifySwagger, { openapi: description(options.token !== "") });
  await app.register(async (scope) => {
    watch(scope, deps, { readOnly, minFreeBytes: options.minFreeBytes ?? MIN_FREE_BYTES, process: processMetrics() });
  });
  await app.register(async (scope) => api(scope, deps, options.localFiles === true));
  board(app, deps, readOnly);
  await app.ready();
  return app;
}

function processMetrics(): Registry {
  const register = new Registry();
  collectDefaultMetrics({ register });
  return register;
}

const description = (wantsToken: boolean) => ({
  openapi: "3.1.0",
  info: { title: "jingjian", description: "The console's HTTP interface", version: "1" },
  ...(wantsToken
    ? {
        components: { securitySchemes: { token: { type: "http" as const, scheme: "bearer" } } },
        security: [{ token: [] }],
      }
    : {}),
});
