import { types } from "node:util";
import { BudgetExceededError, NetworkError } from "../../schemas/errors.ts";
import { environmentName, type Settings } from "../../schemas/settings.ts";
import { decodersFor } from "./content-encoding.ts";

export interface Body {
  /** As sent. */
  readonly wire: Uint8Array;
  /** Decoded. */
  readonly bytes: Uint8Array;
}

export interface BodyLimits extends Pick<Settings, "maxWireBytes" | "maxBytes"> {
  /** What to do with a body that is longer: refuse it, or take its beginning. */
  readonly over: "refuse" | "cut";
}

/** Thrown to ourselves where a beginning is enough. */
class Enough extends Error {}

/**
 * Reads a body as it comes, counting what was sent and what it unfolds to: past a limit nothing more is read, and the
 * connection that `stream` stands for is broken off.
 * @param encoding value of `Content-Encoding`; undefined reads the body as it is
 * @throws {BudgetExceededError} past a limit
 * @throws {NetworkError} for a body that is cut short, or not encoded as it says
 */
export async function readBody(
  source: string,
  stream: AsyncIterable<Buffer>,
  encoding: string | undefined,
  limits: BodyLimits,
): Promise<Body> {
  const decoders = decodersFor(encoding);
  if (typeof decoders === "string") throw new NetworkError(source, decoders);
  const wire: Buffer[] = [];
  const decoded: Buffer[] = [];
  let content = metered(source, stream, wire, "maxWireBytes", limits);
  for (const decode of decoders) content = decode(content) as typeof content;
  content = metered(source, content, decoded, "maxBytes", limits);
  try {
    for await (const _ of content);
  } catch (error) {
    if (isDamage(error)) throw new NetworkError(source, `its body is damaged (${error.message})`, { cause: error });
    if (!(error instanceof Enough)) throw error;
  }
  const sent = Buffer.concat(wire);
  return { wire: sent, bytes: decoders.length > 0 ? Buffer.concat(decoded) : sent };
}

async function* metered(
  source: string,
  stream: AsyncIterable<Buffer>,
  kept: Buffer[],
  setting: "maxWireBytes" | "maxBytes",
  limits: BodyLimits,
): AsyncGenerator<Buffer> {
  let size = 0;
  const limit = limits[setting];
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= limit) {
      kept.push(chunk);
      yield chunk;
      continue;
    }
    if (limits.over === "refuse") throw overLimit(source, setting, size, limit);
    kept.push(chunk.subarray(0, chunk.length - (size - limit)));
    throw new Enough();
  }
}

/** @returns the error for a body of `size` bytes, `size` being what is known so far */
export const overLimit = (
  source: string,
  setting: "maxWireBytes" | "maxBytes",
  size: number,
  limit: number,
): BudgetExceededError => {
  const what = setting === "maxWireBytes" ? "bytes sent" : "bytes";
  return new BudgetExceededError(source, what, size, limit, environmentName(setting));
};

/** Errors of zlib: `Z_DATA_ERROR`, `ERR__ERROR_FORMAT_…` of Brotli, `ZSTD_error_…`. */
const isDamage = (error: unknown): error is Error =>
  types.isNativeError(error) && /^(?:Z_|ERR__|ERR_BROTLI|ZSTD_)/.test((error as NodeJS.ErrnoException).code ?? "");
