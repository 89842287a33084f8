import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Address, hostOf, isLoopback, isWildcard } from "./address.ts";
import { REFUSALS, refuse } from "./answers.ts";
import { beginSession, bringsToken, namesToken } from "./token.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Set on a route that is asked by POST only because the question is long: read-only mode lets it pass. */
    keepsNothing?: boolean;
  }
}

export interface GuardOptions {
  readonly address: Address;
  readonly token: string;
  readonly readOnly: boolean;
}

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
/** Under here lies bull-board, whose page sends PUT without a body. */
const BOARD = "/queues/";

/**
 * Stands before every route, also those that do not exist. In this order: the Host header, the token, and for what
 * changes something read-only mode, the site that asks, and the form of the request.
 */
export function guard(app: FastifyInstance, options: GuardOptions): void {
  app.addHook("onRequest", async (request, reply) => {
    // Whoever watches the process may do so by any name and without the token: the answer says nothing else.
    if (request.routeOptions.url === "/healthz") return;
    if (!hostIsOurs(request, options.address)) return refuse(reply, REFUSALS.host);
    if (options.token !== "") {
      const answered = checkToken(request, reply, options.token);
      if (answered !== null) return answered;
    }
    if (READING.has(request.method)) return;
    if (options.readOnly && request.routeOptions.config?.keepsNothing !== true) return refuse(reply, REFUSALS.readOnly);
    if (!isSameSite(request)) return refuse(reply, REFUSALS.site);
    if (!isJson(request)) return refuse(reply, REFUSALS.json);
  });
}

/**
 * A name that an attacker's DNS points to this machine makes a browser ask us; it then says that name here.
 * On a wildcard address any name may be ours, and the token, which such a browser does not have, stands alone.
 */
function hostIsOurs(request: FastifyRequest, { host }: Address): boolean {
  const asked = hostOf(request.headers.host ?? "");
  return asked !== null && (isLoopback(asked) || asked === host.toLowerCase() || isWildcard(host));
}

function checkToken(request: FastifyRequest, reply: FastifyReply, token: string): FastifyReply | null {
  const given = (request.query as { readonly token?: unknown }).token;
  if (request.method === "GET" && request.routeOptions.url === "/" && namesToken(given, token)) {
    return beginSession(request, reply, token);
  }
  if (bringsToken(request, token)) return null;
  return refuse(reply.header("www-authenticate", "Bearer"), REFUSALS.token);
}

/** Browsers say which site a request comes from; other programs say nothing, and hold no cookies of ours. */
function isSameSite({ headers }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (headers.origin === undefined) return true;
  // Behind a proxy the scheme is not known here; host and port are.
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host?.toLowerCase();
}

/** A form of another site cannot send JSON without asking first, and is never told yes. Nor can it send a PUT. */
function isJson(request: FastifyRequest): boolean {
  const type = request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
  if (type === "application/json") return true;
  const empty =
    request.headers["transfer-encoding"] === undefined && Number(request.headers["content-length"] ?? 0) === 0;
  return (
    type === undefined && empty && request.method !== "POST" && request.routeOptions.url?.startsWith(BOARD) === true
  );
}
