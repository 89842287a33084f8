import type { Script } from "../../schemas/document.ts";
import { lazily } from "../lazily.ts";

const SIMPLIFIED_ONLY = 1;
const TRADITIONAL_ONLY = 2;
const GB2312 = { charset: "gb18030", lead: [0xb0, 0xf7], trail: [[0xa1, 0xfe]] } as const;
const BIG5 = {
  charset: "big5",
  lead: [0xa4, 0xf9],
  trail: [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ],
} as const;

/**
 * The script of a text, by counting characters that only one script has. A Simplified text may quote Traditional, and
 * the other way round: the larger part decides. A text without such characters counts as Simplified.
 */
export function detectScript(text: string): Script {
  const classes = characterClasses();
  let [simplified, traditional] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const kind = classes[text.charCodeAt(i)];
    if (kind === SIMPLIFIED_ONLY) simplified++;
    else if (kind === TRADITIONAL_ONLY) traditional++;
  }
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

/**
 * For each UTF-16 unit, which script alone has it. The national character sets say so themselves: GB 2312 was made
 * for Simplified Chinese, Big5 for Traditional; what stands in both decides nothing.
 */
const characterClasses = lazily((): Uint8Array => {
  const classes = new Uint8Array(0x10000);
  for (const unit of members(GB2312)) classes[unit] = SIMPLIFIED_ONLY;
  for (const unit of members(BIG5)) classes[unit] = classes[unit] === SIMPLIFIED_ONLY ? 0 : TRADITIONAL_ONLY;
  return classes;
});

function* members({ charset, lead, trail }: typeof GB2312 | typeof BIG5): Generator<number> {
  const bytes: number[] = [];
  for (let first: number = lead[0]; first <= lead[1]; first++)
    for (const [low, high] of trail) for (let second: number = low; second <= high; second++) bytes.push(first, second);
  const text = new TextDecoder(charset).decode(Uint8Array.from(bytes));
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x4e00 && unit <= 0x9fff) yield unit;
  }
}
