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
    const policy = request.routeOptions.url?.startsWith("/queues") ? BOARD_POLICY : POLICY;
    reply.headers({ ...HEADERS, "content-security-policy": policy.join("; ") });
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
}
