import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";

/** Undoes one encoding. */
export type Decoder = (source: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;
type Opener = (head: Buffer) => Transform;

// Node 20 has no zstd; its types do not know it.
const { createZstdDecompress } = zlib as { readonly createZstdDecompress?: () => Transform };

/** RFC 1950: `deflate` should have a zlib header, and from some servers has none. */
const hasZlibHeader = (head: Buffer): boolean =>
  (head[0]! & 0x0f) === 8 && ((head[0]! << 8) | (head[1] ?? 0)) % 31 === 0;

const gunzip: Opener = () => zlib.createGunzip();
const OPENERS: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ["gzip", gunzip],
  ["x-gzip", gunzip],
  ["deflate", (head) => (hasZlibHeader(head) ? zlib.createInflate() : zlib.createInflateRaw())],
  ["br", () => zlib.createBrotliDecompress()],
  ...(createZstdDecompress ? ([["zstd", () => createZstdDecompress()]] as const) : []),
]);
/** Encodings that exist and that we do not read, and do not ask for. */
const UNREAD: ReadonlySet<string> = new Set(["compress", "x-compress", "zstd", "dcb", "dcz", "exi", "pack200-gzip"]);
/** More layers than any server means; each is a bomb's multiplier. */
const MAX_LAYERS = 4;

/** Value of `Accept-Encoding`. */
export const ACCEPTED_ENCODINGS = [...OPENERS.keys()].filter((name) => !name.startsWith("x-")).join(", ");

/**
 * What undoes a `Content-Encoding`, in the order to apply. A name that is no encoding (`utf-8`, `none`) is passed over,
 * as browsers do.
 * @returns a reason in words when it cannot be undone
 */
export function decodersFor(header: string | undefined): readonly Decoder[] | string {
  const names = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const unread = names.find((name) => UNREAD.has(name) && !OPENERS.has(name));
  if (unread !== undefined) return `its encoding ${unread} is not one that was asked for`;
  const openers = names.flatMap((name) => OPENERS.get(name) ?? []);
  if (openers.length > MAX_LAYERS) return `it is encoded ${openers.length} times over`;
  return openers.reverse().map(decoder);
}

/**
 * Opens its decoder at the first two bytes: an empty body has no header to read, and `deflate` has one of two. An end
 * to the reading, or an error on either side, ends the other side too.
 */
const decoder = (open: Opener): Decoder =>
  async function* (source) {
    const chunks = source[Symbol.asyncIterator]();
    let head: Buffer = Buffer.alloc(0);
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      head = Buffer.concat([head, next.value]);
      if (head.length >= 2) break;
    }
    if (head.length === 0) return;
    const inner = open(head);
    // The same error comes out of `inner`.
    pipeline(whole(head, chunks), inner).catch(() => {});
    yield* inner;
  };

async function* whole(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}
