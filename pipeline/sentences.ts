const ENDS = /[。｡！？!?]+|[\r\n]+/gu;
/** A full stop of the quoted words and the closing marks after it belong to the sentence. */
const CLOSING = /[。｡！？!?”’」』）)】》〉\]]*/uy;
/** What follows shows that the sentence goes on: `“改什么？”的问题`. */
const GOES_ON = /[，、；：,;:的地]/u;
/** Quoted words that are part of a sentence are no longer than this, in UTF-16 units. */
const MAX_QUOTED = 60;
const OPEN_QUOTE = /[“「『《（][^”」』》）]*$/u;
const CLOSE_QUOTE = /^[^“「『《（”」』》）]*[”」』》）]+(.?)/u;
const WORD = /[A-Za-z0-9]/;

/**
 * Where the sentences of a block end: offsets after 。！？ with their closing marks, and line ends; the last is the
 * block's own end. A mark inside a bracket or a web address ends nothing.
 */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  const quotes = new QuoteCounter(text);
  for (const match of text.matchAll(ENDS)) {
    const end = closed(text, match.index + match[0].length, quotes);
    if (isEnd(text, match, end) && end > (ends.at(-1) ?? 0)) ends.push(end);
  }
  if (text.length > (ends.at(-1) ?? 0)) ends.push(text.length);
  return ends;
}

/** Straight quotes of a line up to an offset; offsets are asked for in ascending order. */
class QuoteCounter {
  private at = 0;
  private count = 0;

  constructor(private readonly text: string) {}

  isOpen(offset: number): boolean {
    for (; this.at < offset; this.at++) {
      if (this.text[this.at] === '"') this.count++;
      else if (this.text[this.at] === "\n") this.count = 0;
    }
    return this.count % 2 === 1;
  }
}

function closed(text: string, from: number, quotes: QuoteCounter): number {
  CLOSING.lastIndex = from;
  const end = CLOSING.test(text) ? CLOSING.lastIndex : from;
  return text[end] === '"' && quotes.isOpen(end) ? end + 1 : end;
}

function isEnd(text: string, match: RegExpExecArray, end: number): boolean {
  const mark = match[0][0]!;
  if (mark === "\n" || mark === "\r") return true;
  const next = text[end] ?? "";
  if (mark === "!" || mark === "?") return !(WORD.test(text[match.index - 1] ?? "") && WORD.test(next));
  return !GOES_ON.test(next) && !isInsideQuoted(text, match.index, end);
}

/** Between a quotation mark and its partner, after which the sentence goes on: `“改什么？怎么改？”的问题`. */
function isInsideQuoted(text: string, mark: number, end: number): boolean {
  if (!OPEN_QUOTE.test(text.slice(Math.max(0, mark - MAX_QUOTED), end))) return false;
  const next = CLOSE_QUOTE.exec(text.slice(end, end + MAX_QUOTED))?.[1];
  return next !== undefined && GOES_ON.test(next);
}
