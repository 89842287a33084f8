import type { FastifyInstance } from "fastify";

const POLICY = [
  "default-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
];
/** bull-board sets sizes and colours as style attributes, and draws icons from data URLs; scripts stay its own files. */
const BOARD_POLICY = [...POLICY, "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:"];

/** The review page draws pictures and hands them out as files that it makes itself. */
const REVIEW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
];

/** TABLE of what a browser may load, by the first part of the route. */
const POLICIES: Readonly<Record<string, readonly string[]>> = { queues: BOARD_POLICY, review: REVIEW_POLICY };

const HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Tells browsers to load nothing from elsewhere, and to show the console in nobody's frame. */
export function secureHeaders(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply) => {
    reply.headers(headersFor(request.routeOptions.url ?? ""));
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
}

/** @param route as it is registered */
export const headersFor = (route: string): Readonly<Record<string, string>> => ({
  ...HEADERS,
  "content-security-policy": (POLICIES[route.split("/")[1] ?? ""] ?? POLICY).join("; "),
});
