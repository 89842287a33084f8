import type { CharsetDecision, DecodedPage, RawPage } from "../schemas/document.ts";
import { BinaryInputError, BudgetExceededError, CharsetUndecidedError, EmptyInputError } from "../schemas/errors.ts";
import { byteOrderMark, headerLabel, metaLabel, nulPattern } from "./charset/evidence.ts";
import { binaryKind, latin1 } from "./charset/magic.ts";
import { textOf } from "./charset/text.ts";
import { bestTrial, tryCharset } from "./charset/trial.ts";

/** How much of a page is decoded to compare charsets; more would change no decision. */
const SAMPLE_BYTES = 200_000;
const CHINESE_CHARSETS = ["utf-8", "gb18030", "big5"];
/** Bytes in another charset can pass for UTF-8 by chance, but not for this many characters of it. */
const SURE_CHARACTERS = 8;

interface Label {
  readonly charset: string;
  readonly evidence: "header" | "meta";
}

/**
 * Bytes to text. A byte order mark decides, then what the bytes themselves show; labels only break ties.
 * @returns the text without its byte order mark, and how its charset was decided
 * @throws {EmptyInputError} when there is no byte
 * @throws {BudgetExceededError} when there are more than `maxBytes`
 * @throws {BinaryInputError} when the bytes are no text in any charset
 * @throws {CharsetUndecidedError} when no charset gives Chinese or plain text
 */
export function decode(page: RawPage, limits: { readonly maxBytes: number } = { maxBytes: Infinity }): DecodedPage {
  const { source, id, form, bytes, stated = {} } = page;
  if (bytes.length === 0) throw new EmptyInputError(source);
  if (bytes.length > limits.maxBytes)
    throw new BudgetExceededError(source, "bytes", bytes.length, limits.maxBytes, "JINGJIAN_MAX_BYTES");
  const wide = wideCharset(bytes);
  const kind = wide === null ? binaryKind(bytes) : null;
  if (kind !== null) throw new BinaryInputError(source, kind);
  const labels = labelsOf(page);
  const sure = wide === null ? strictUtf8(bytes) : null;
  if (sure !== null) return { source, id, form, text: sure, charset: utf8Decision(bytes, labels), stated };
  const charset = wide === null ? tryAll(page, labels) : decided(wide, byteOrderMark(bytes) ? "bom" : "trial", labels);
  const text = textOf(bytes, charset.charset);
  return { source, id, form, text, charset: { ...charset, replaced: countReplaced(text, bytes) }, stated };
}

/** UTF-16, by its byte order mark or by where its zero bytes stand. */
function wideCharset(bytes: Uint8Array): string | null {
  const mark = byteOrderMark(bytes);
  return mark === null ? nulPattern(bytes) : mark === "utf-8" ? null : mark;
}

/** The text, where all bytes are UTF-8 and that cannot be chance: plain ASCII, or many characters. */
function strictUtf8(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const continuation = bytes.length - text.length;
    return continuation === 0 || continuation > 2 * SURE_CHARACTERS || byteOrderMark(bytes) !== null ? text : null;
  } catch {
    return null; // no UTF-8: the other charsets are tried
  }
}

function utf8Decision(bytes: Uint8Array, labels: readonly Label[]): CharsetDecision {
  const named = labels.find(({ charset }) => charset === "utf-8");
  const evidence = byteOrderMark(bytes) === null ? (named?.evidence ?? "utf-8") : "bom";
  return { ...decided("utf-8", evidence, labels), replaced: 0 };
}

type Decided = Omit<CharsetDecision, "replaced">;

function tryAll({ bytes, source }: RawPage, labels: readonly Label[]): Decided {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const charsets = [...new Set([...labels.map(({ charset }) => charset), ...CHINESE_CHARSETS])];
  const trials = charsets.map((charset) => tryCharset(sample, charset, sample.length < bytes.length));
  const best = bestTrial(trials, new Set(labels.map(({ charset }) => charset)));
  if (best === null) throw new CharsetUndecidedError(source, charsets);
  const label = labels.find(({ charset }) => charset === best.charset);
  const evidence = label?.evidence ?? (best.charset === "utf-8" && best.strict ? "utf-8" : "trial");
  return decided(best.charset, evidence, labels);
}

function labelsOf({ bytes, contentType, form }: RawPage): Label[] {
  const header = headerLabel(contentType);
  const meta = form === "html" ? metaLabel(bytes) : null;
  return [
    ...(header === null ? [] : [{ charset: header, evidence: "header" as const }]),
    ...(meta === null ? [] : [{ charset: meta, evidence: "meta" as const }]),
  ];
}

function decided(charset: string, evidence: Decided["evidence"], labels: readonly Label[]): Decided {
  return { charset, evidence, overruled: labels.find((label) => label.charset !== charset)?.charset ?? null };
}

/** Characters shown as U+FFFD, without those that UTF-8 bytes spell out themselves. */
function countReplaced(text: string, bytes: Uint8Array): number {
  const shown = count(text, "\u{FFFD}");
  return shown === 0 ? 0 : Math.max(0, shown - count(latin1(bytes), "\u{EF}\u{BF}\u{BD}"));
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}
