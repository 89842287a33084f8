import { ANYTHING, either, lookedAt, NOTHING, oneOf, optional, type Prefix, then } from "./prefix.ts";

const DIGITS = [..."0123456789"].map((digit) => digit.charCodeAt(0));
const CONTROLS: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r" };
const QUANTIFIER = /(?:[?*+]|\{(\d+),?\d*\})\??/y;
const OTHER_LOOKS = ["?!", "?<=", "?<!"];

/**
 * How the matches of a regular expression can start, read from its source. A look-ahead counts like text that follows;
 * other look-arounds count as met.
 * @param source a pattern without flags: literals, classes, groups, look-arounds and quantifiers
 */
export const prefixOf = (source: string): Prefix => new PatternReader(source).alternatives();

class PatternReader {
  private at = 0;
  constructor(private readonly source: string) {}

  alternatives(): Prefix {
    let found = this.sequence();
    while (this.take("|")) found = either(found, this.sequence());
    return found;
  }

  private sequence(): Prefix {
    let found = NOTHING;
    while (this.at < this.source.length && !"|)".includes(this.source[this.at]!)) {
      found = then(found, this.repeated(this.atom()));
    }
    return found;
  }

  private atom(): Prefix {
    const character = this.source[this.at++]!;
    if (character === "(") return this.group();
    if (character === "[") return this.characterClass();
    if (character === "\\") return listed(this.escape());
    if (character === "^") return NOTHING;
    // Past the end of a text stands the code NaN.
    if (character === "$") return oneOf([Number.NaN]);
    return character === "." ? ANYTHING : oneOf([character.charCodeAt(0)]);
  }

  private repeated(atom: Prefix): Prefix {
    QUANTIFIER.lastIndex = this.at;
    const mark = QUANTIFIER.exec(this.source);
    if (mark === null) return atom;
    this.at = QUANTIFIER.lastIndex;
    const least = mark[1] === undefined ? (mark[0].startsWith("+") ? 1 : 0) : Number(mark[1]);
    const once = mark[0].startsWith("?") ? atom : then(atom, least > 1 ? atom : optional(atom));
    return least === 0 ? optional(once) : once;
  }

  private group(): Prefix {
    const ahead = this.take("?=");
    const other = !ahead && OTHER_LOOKS.some((mark) => this.take(mark));
    if (!ahead && !other && !this.take("?:") && this.take("?<")) this.at = this.source.indexOf(">", this.at) + 1;
    const inside = this.alternatives();
    this.at++;
    return ahead ? lookedAt(inside) : other ? NOTHING : inside;
  }

  private characterClass(): Prefix {
    const negated = this.take("^");
    const codes: number[] = [];
    let isListed = !negated;
    while (!this.take("]")) {
      const low = this.classMember();
      if (low === null) isListed = false;
      else if (this.source[this.at] === "-" && this.source[this.at + 1] !== "]") {
        this.at++;
        const high = this.classMember()![0]!;
        for (let code = low[0]!; code <= high; code++) codes.push(code);
      } else codes.push(...low);
    }
    return listed(isListed ? codes : null);
  }

  private classMember(): readonly number[] | null {
    const character = this.source[this.at++]!;
    return character === "\\" ? this.escape() : [character.charCodeAt(0)];
  }

  /** Null for classes that are too large to list (\s, \w, \p). */
  private escape(): readonly number[] | null {
    const character = this.source[this.at++]!;
    if (character === "d") return DIGITS;
    const control = CONTROLS[character];
    if (control !== undefined) return [control.charCodeAt(0)];
    return /[A-Za-z]/.test(character) ? null : [character.charCodeAt(0)];
  }

  private take(mark: string): boolean {
    if (!this.source.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }
}

const listed = (codes: readonly number[] | null): Prefix => (codes === null ? ANYTHING : oneOf(codes));
