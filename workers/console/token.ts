import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * What a browser keeps in place of the token. Cookies go to every port of a host, so that the token itself must not be
 * in one: from this value nobody finds it.
 */
const sessionOf = (token: string): string =>
  createHmac("sha256", token).update("jingjian console session").digest("base64url");

/** Two consoles on one machine keep their cookies apart. */
const cookieName = (request: FastifyRequest): string => `jingjian-${request.socket.localPort ?? 0}`;

/** True where the request brings the token, in its header or as the cookie of an earlier visit. */
export function bringsToken(request: FastifyRequest, token: string): boolean {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? "")?.[1];
  if (bearer !== undefined) return same(bearer, token);
  const cookie = cookiesOf(request.headers.cookie ?? "").get(cookieName(request));
  return cookie !== undefined && same(cookie, sessionOf(token));
}

/** True where the query names the token: `/?token=…`. */
export const namesToken = (given: unknown, token: string): boolean => typeof given === "string" && same(given, token);

/**
 * Answers a visit of `/?token=…`: sets the cookie and goes on to the page without it.
 * A redirect would not do: after a link from another site the browser sends a strict cookie only with a later request.
 */
export function beginSession(request: FastifyRequest, reply: FastifyReply, token: string): FastifyReply {
  const cookie = `${cookieName(request)}=${sessionOf(token)}; Path=/; HttpOnly; SameSite=Strict`;
  return reply
    .header("set-cookie", cookie)
    .type("text/html; charset=utf-8")
    .send(
      '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>jingjian</title>\n',
    );
}

function cookiesOf(header: string): Map<string, string> {
  const pairs = header.split(";").map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, Math.max(0, at)).trim(), pair.slice(at + 1).trim()];
  });
  return new Map(pairs);
}

/** Hashes make both sides equally long, as a comparison in constant time wants. */
const same = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
