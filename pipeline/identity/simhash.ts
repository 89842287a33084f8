import { lazily } from "../lazily.ts";

/** Characters of one shingle: with two, articles on one topic come close; with four, one changed sentence weighs more. */
const SHINGLE = 3;
const { imul } = Math;
/** Enough for 2^30 shingles; texts end long before. */
const PLANES = 30;

/**
 * Articles whose hashes differ in no more bits than this are near-copies: syndicated ones, with another title, byline or
 * ending. Measured on the texts of corpus/articles and altered copies of them. At their own length, 130 to 800
 * characters, within 10 bits are 96 in 100 copies with another byline, 89 with another title, 68 with another sentence
 * and 46 with a new byline, sentence and ending at once; joined to 1,500 characters or more, all of them. Different
 * articles there are 31 bits apart on average and 19 at least, so that more bits would soon join what is not the same in
 * a larger collection. Texts of less than about 100 characters are too short to be compared.
 */
export const NEAR_COPY_BITS = 10;

/**
 * Charikar's similarity hash of a text, 64 bits: texts that share most runs of three characters differ in few bits.
 * Only letters and digits count, full-width or not, so white space and punctuation make no difference.
 * @param text Simplified clean text, so that both scripts give the same
 * @returns 16 hexadecimal digits in lower case; 16 zeros for a text without letters and digits
 */
export function simhash(text: string): string {
  const units = lettersOf(text);
  const shingles = Math.max(units.length - SHINGLE + 1, Math.min(units.length, 1));
  const [high, low] = [new Int32Array(PLANES), new Int32Array(PLANES)];
  for (let start = 0; start < shingles; start++) {
    // Two hashes of one shingle, each begun and mixed in its own way: FNV-1a's step, then a finalizer.
    let [a, b] = [0x2f0b4c47, 0x6d25e1a3];
    for (let at = start; at < start + SHINGLE; at++) {
      const unit = units[at] ?? 0;
      a = imul(a ^ unit, 0x01000193);
      a ^= a >>> 15;
      b = imul(b ^ unit, 0x5bd1e995);
      b ^= b >>> 13;
    }
    addBits(high, mixed(a, 0x85ebca6b, 0xc2b2ae35));
    addBits(low, mixed(b, 0x7feb352d, 0x846ca68b));
  }
  return `${hex(majority(high, shingles))}${hex(majority(low, shingles))}`;
}

/**
 * How many of the 64 bits differ.
 * @param a as `simhash` gives it
 * @param b the same
 */
export const distance = (a: string, b: string): number =>
  bits(Number.parseInt(a.slice(0, 8), 16) ^ Number.parseInt(b.slice(0, 8), 16)) +
  bits(Number.parseInt(a.slice(8), 16) ^ Number.parseInt(b.slice(8), 16));

/** UTF-16 units of letters and digits, full-width forms and capitals folded. */
function lettersOf(text: string): Uint16Array {
  const isLetter = letterTable();
  const folded = text.normalize("NFKC").toLowerCase();
  const units = new Uint16Array(folded.length);
  let length = 0;
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (isLetter[unit] === 1) units[length++] = unit;
  }
  return units.subarray(0, length);
}

/** Surrogates count as letters: they are those of rare characters in names. */
const letterTable = lazily(() =>
  Uint8Array.from({ length: 0x10000 }, (_, unit) => Number(/[\p{L}\p{N}\p{Cs}]/u.test(String.fromCharCode(unit)))),
);

/** Finalizers of MurmurHash3 and of Chris Wellons' search for low-bias ones. */
function mixed(hash: number, first: number, second: number): number {
  const once = imul(hash ^ (hash >>> 16), first);
  const twice = imul(once ^ (once >>> 13), second);
  return twice ^ (twice >>> 16);
}

/**
 * Adds 1 to the counter of every set bit. The 32 counters stand upright: plane n holds bit n of each, so that one
 * addition goes through all of them at once and mostly ends after a few planes.
 */
function addBits(planes: Int32Array, word: number): void {
  let carry = word;
  for (let plane = 0; carry !== 0; plane++) {
    const held = planes[plane]!;
    planes[plane] = held ^ carry;
    carry &= held;
  }
}

/** A word with the bits set that were set in more than half of `total`. */
function majority(planes: Int32Array, total: number): number {
  let word = 0;
  for (let bit = 0; bit < 32; bit++) {
    let count = 0;
    for (let plane = 0; plane < PLANES; plane++) count += ((planes[plane]! >>> bit) & 1) * 2 ** plane;
    if (2 * count > total) word |= 1 << bit;
  }
  return word;
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");

function bits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
