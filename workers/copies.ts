import { distance, NEAR_COPY_BITS } from "../pipeline/identity/simhash.ts";
import type { ExtractionStory } from "../schemas/job.ts";

/** Hex digits of one band. Hashes that share no band are not compared: of those ten bits apart that is one in twenty. */
const BAND_DIGITS = 2;
/** Texts shorter than this look alike without being copies. */
const LEAST_CHARS = 80;

/** Finds near-copies among the documents that one process has seen. */
export class Copies {
  private readonly bands = new Map<string, { readonly id: string; readonly hash: string }[]>();

  /** The first document that this one nearly copies, or null; from then on this one is known too. */
  nearest(id: string, { simhash, chars }: Pick<ExtractionStory, "simhash" | "chars">): string | null {
    if (chars < LEAST_CHARS) return null;
    let found: string | null = null;
    for (let at = 0; at < simhash.length; at += BAND_DIGITS) {
      const band = `${at}:${simhash.slice(at, at + BAND_DIGITS)}`;
      const known = this.bands.get(band) ?? [];
      found ??= known.find((one) => one.id !== id && distance(one.hash, simhash) <= NEAR_COPY_BITS)?.id ?? null;
      this.bands.set(band, known);
      // One entry for each group of copies keeps the lists short.
      if (known.length < MAX_BAND) known.push({ id, hash: simhash });
    }
    return found;
  }
}

const MAX_BAND = 512;
