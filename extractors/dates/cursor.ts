/** A place in folded text, moved on by sticky patterns. Every pattern is bounded, so a step costs constant time. */
export class Cursor {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  /** The match at the cursor, which then stands behind it; null leaves the cursor. */
  eat(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  /** Runs a parser and takes the cursor back where it finds nothing. */
  attempt<T>(parse: () => T | null): T | null {
    const at = this.at;
    const result = parse();
    if (result === null) this.at = at;
    return result;
  }

  /** The characters before the cursor, at most `count`. */
  before(count: number): string {
    return this.text.slice(Math.max(0, this.at - count), this.at);
  }
}

/** A sticky pattern, as {@link Cursor.eat} needs it. */
export const sticky = (source: string): RegExp => new RegExp(source, "y");

/** Between two ends of a range. */
export const TO = "[ \\t]{0,2}(?:至|到|-{1,2}|—{1,2}|~)[ \\t]{0,2}";
/** Space that loose typing leaves inside a date. */
export const GAP = "[ \\t]{0,2}";
/** What may stand behind a number that lost its 日: nothing that could make it a quantity. */
export const LOOSE_END = '(?=$|[,，](?!\\d)|[.](?!\\d)|[\\s;；。、!?！？()"”』」]|[起出到至前后在于]|-)';
