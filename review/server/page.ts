import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { UnreadableInputError } from "../../schemas/errors.ts";

const YEAR_MS = 31_536_000_000;

/** Where Vite puts the page: beside this file once that is compiled. */
export const BUILT_PAGE = import.meta.filename.endsWith(".ts")
  ? join(import.meta.dirname, "../../dist/review/page")
  : join(import.meta.dirname, "../page");

/**
 * Serves the page under `/review/`. Names of assets hold a hash of what is in them, so that browsers may keep them; the page
 * itself is asked for each time.
 * @throws {UnreadableInputError} where the page was not built
 */
export async function pageRoutes(app: FastifyInstance, root = BUILT_PAGE): Promise<void> {
  if (!existsSync(join(root, "index.html")))
    throw new UnreadableInputError(root, { cause: new Error("the page is not built: run `npm run build`") });
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root,
      prefix: "/review",
      redirect: true,
      cacheControl: false,
      dotfiles: "deny",
      setHeaders: (reply, path) =>
        reply.setHeader("cache-control", isHashed(path) ? `public, max-age=${YEAR_MS / 1_000}, immutable` : "no-store"),
    });
  });
}

const isHashed = (path: string): boolean => /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+$/.test(path);
