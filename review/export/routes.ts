import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { FastifyInstance } from "fastify";
import Type from "typebox";
import { inTurn } from "../../pipeline/in-turn.ts";
import { type Filter, FilterForm } from "../../schemas/review.ts";
import type { ReviewDeps } from "../server/deps.ts";
import { filterOf } from "../server/fact-routes.ts";
import { type ExportFormat, exportFacts, FORMATS } from "./index.ts";
import { temporaryFile } from "./temporary-file.ts";

const ExportQuery = Type.Object({
  ...FilterForm.properties,
  to: Type.Enum(Object.keys(FORMATS) as ExportFormat[]),
  wide: Type.Optional(Type.Boolean({ default: false })),
  bom: Type.Optional(Type.Boolean({ default: false })),
});
/** A million facts as a workbook take minutes, and their way to the browser may, too. */
const LONGEST_MS = 3_600_000;

type ExportQuery = Filter & { readonly to: ExportFormat; readonly wide: boolean; readonly bom: boolean };

/** What the filter lets through, as a file to keep. Files are made one after the other, as each takes much of the engine. */
export function exportRoutes(app: FastifyInstance, { store }: ReviewDeps): void {
  const turn = inTurn();
  app.get<{ Querystring: ExportQuery }>(
    "/export",
    { schema: { querystring: ExportQuery }, exposeHeadRoute: false, handlerTimeout: LONGEST_MS },
    async ({ query }, reply) => {
      const { to, bom } = query;
      const wide = query.wide && to !== "jsonl";
      const gone = new AbortController();
      reply.raw.once("close", () => gone.abort());
      const file = await temporaryFile(`facts.${to}`);
      const request = { to, wide, bom, filter: filterOf(query), made: new Date(), signal: gone.signal };
      try {
        await turn(() => exportFacts(store, request, file.path));
        const { size } = await stat(file.path);
        reply.headers({ "content-type": FORMATS[to], "content-length": size });
        reply.header("content-disposition", attachment(`${stem(store.path)}${wide ? "-wide" : ""}.${to}`));
        const content = createReadStream(file.path).once("close", () => file.remove());
        return reply.send(content);
      } catch (error) {
        await file.remove();
        if (gone.signal.aborted) return reply.hijack();
        throw error;
      }
    },
  );
}

const stem = (path: string): string => basename(path).replace(/\.jsonl$/, "");

/** RFC 6266: a plain name for old programs, and the real one. */
function attachment(name: string): string {
  const escaped = encodeURIComponent(name.replace(/\p{Cs}/gu, "_")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${escaped}`;
}
