import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Keeps standard input in a file named for its content, so that jobs can refer to it.
 * @param folder the engine's folder
 * @param stop gives up waiting for input
 * @returns the file's path, the same for the same input; null when stopped
 */
export async function spool(input: Readable, folder: string, stop: AbortSignal): Promise<string | null> {
  const place = join(folder, "spool");
  await mkdir(place, { recursive: true, mode: 0o700 });
  const draft = join(place, `${randomUUID()}.part`);
  const hash = createHash("sha256");
  try {
    const hashing = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    };
    await pipeline(input, hashing, createWriteStream(draft, { mode: 0o600, flush: true }), { signal: stop });
    const path = join(place, hash.digest("hex"));
    await rename(draft, path);
    return path;
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
