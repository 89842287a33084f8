const LINE_FEED = 0x0a;

/** Reads a stream of bytes piece by piece, holding one chunk of it. */
export class ByteReader {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private chunk: Uint8Array = new Uint8Array();

  /** @param offset what the first byte counts as */
  constructor(
    chunks: AsyncIterable<Uint8Array>,
    public offset = 0,
  ) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** The bytes at hand, at least one; null at the end. */
  async peek(): Promise<Uint8Array | null> {
    while (this.chunk.length === 0) {
      const { value, done } = await this.chunks.next();
      if (done) return null;
      this.chunk = value;
    }
    return this.chunk;
  }

  /** Passes over bytes that are at hand. */
  advance(length: number): void {
    this.chunk = this.chunk.subarray(length);
    this.offset += length;
  }

  /** The next bytes; fewer at the end. A copy, which keeps no chunk alive. */
  async take(length: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0) {
      const chunk = await this.peek();
      if (chunk === null) break;
      const part = chunk.subarray(0, missing);
      parts.push(Buffer.from(part));
      missing -= part.length;
      this.advance(part.length);
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  /** @returns how many bytes there were to pass over */
  async skip(length: number): Promise<number> {
    let skipped = 0;
    while (skipped < length) {
      const chunk = await this.peek();
      if (chunk === null) break;
      const step = Math.min(chunk.length, length - skipped);
      skipped += step;
      this.advance(step);
    }
    return skipped;
  }

  /** The next line with its line feed; without one where `limit` bytes or the end came first. Empty at the end. */
  async line(limit: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < limit) {
      const chunk = await this.peek();
      if (chunk === null) break;
      const found = chunk.indexOf(LINE_FEED);
      const part = chunk.subarray(0, Math.min(found < 0 ? chunk.length : found + 1, limit - length));
      parts.push(Buffer.from(part));
      length += part.length;
      this.advance(part.length);
      if (part.at(-1) === LINE_FEED) break;
    }
    return Buffer.concat(parts);
  }

  async close(): Promise<void> {
    await this.chunks.return?.();
  }
}
