import type { Run } from "./page-types.ts";
import { runText } from "./run.ts";

/** Units that normalisation leaves alone or that it drops; all others go the long way. */
const KEPT = 1;
const CAPITAL = 2;
const DROPPED = 3;
const KINDS = new Uint8Array(0x10000);
for (const [first, last, kind] of [
  [0x00, 0x2f, DROPPED],
  [0x30, 0x39, KEPT],
  [0x3a, 0x40, DROPPED],
  [0x41, 0x5a, CAPITAL],
  [0x5b, 0x60, DROPPED],
  [0x61, 0x7a, KEPT],
  [0x7b, 0x7f, DROPPED],
  [0x2010, 0x2015, DROPPED],
  [0x2018, 0x2027, DROPPED],
  [0x3000, 0x3003, DROPPED],
  [0x3008, 0x3011, DROPPED],
  [0x4e00, 0x9fa5, KEPT],
  [0xff01, 0xff0f, DROPPED],
  [0xff1a, 0xff20, DROPPED],
] as const) {
  KINDS.fill(kind, first, last + 1);
}

/** Letters and digits alone, of one width and case, so that headings compare equal whatever their quotes and spaces. */
export function lettersOf(text: string): string {
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === KEPT) continue;
    if (kind === 0) return normalised(text);
    out += text.slice(from, at);
    if (kind === CAPITAL) out += text.charAt(at).toLowerCase();
    from = at + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

const normalised = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

const keys = new WeakMap<Run, string>();

/** The letters of a run: several steps ask for those of one line. */
export function lettersOfRun(run: Run): string {
  let key = keys.get(run);
  if (key === undefined) {
    key = lettersOf(runText(run));
    keys.set(run, key);
  }
  return key;
}
