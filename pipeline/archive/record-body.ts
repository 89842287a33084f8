import type { ByteReader } from "./byte-reader.ts";

/** A record's block, which is read at most once and never past its end. */
export class RecordBody {
  /** @param remaining bytes of the block that were not read yet */
  constructor(
    private readonly reader: ByteReader,
    public remaining: number,
  ) {}

  async line(limit: number): Promise<Buffer> {
    const line = await this.reader.line(Math.min(limit, this.remaining));
    this.remaining -= line.length;
    return line;
  }

  /** All that is left; the caller has looked at `remaining`. */
  async rest(): Promise<Buffer> {
    const bytes = await this.reader.take(this.remaining);
    this.remaining -= bytes.length;
    return bytes;
  }

  /** @returns whether the block was there to its end */
  async pass(): Promise<boolean> {
    this.remaining -= await this.reader.skip(this.remaining);
    return this.remaining === 0;
  }
}
