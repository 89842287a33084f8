import { prefixOf } from "./pattern-prefix.ts";
import { canMatch, either, NOTHING, type Prefix } from "./prefix.ts";

/** A pattern that matches at the cursor only, with what its matches can start with. */
export interface StickyPattern {
  readonly regex: RegExp;
  readonly prefix: Prefix;
}

/** A place in folded text, moved on by sticky patterns. Every pattern is bounded, so a step costs constant time. */
export class Cursor {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  /** The match at the cursor, which then stands behind it; null leaves the cursor. */
  eat({ regex, prefix }: StickyPattern): RegExpExecArray | null {
    // Most patterns fail at their first characters: a look at them costs far less than to start the engine.
    if (!canMatch(prefix, this.text, this.at)) return null;
    regex.lastIndex = this.at;
    const match = regex.exec(this.text);
    if (match) this.at = regex.lastIndex;
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

/** A sticky pattern that only goes on with a date: none starts with it. */
export const continuing = (source: string): StickyPattern => ({
  regex: new RegExp(source, "y"),
  prefix: prefixOf(source),
});

let openings: Prefix = { ...NOTHING, empty: false };

/** A sticky pattern, as {@link Cursor.eat} needs it, that a date may start with. */
export function sticky(source: string): StickyPattern {
  const pattern = continuing(source);
  // A pattern that may match nothing opens no date by itself: what is read behind it does.
  openings = { ...either(openings, pattern.prefix), empty: false };
  return pattern;
}

/** False where none of the patterns that a date may start with can match. */
export const canOpen = (text: string, at: number): boolean => canMatch(openings, text, at);

/** Between two ends of a range. */
export const TO = "[ \\t]{0,2}(?:至|到|-{1,2}|—{1,2}|~)[ \\t]{0,2}";
/** Space that loose typing leaves inside a date. */
export const GAP = "[ \\t]{0,2}";
/** What may stand behind a number that lost its 日: nothing that could make it a quantity. */
export const LOOSE_END = '(?=$|[,，](?!\\d)|[.](?!\\d)|[\\s;；。、!?！？()"”』」]|[起出到至前后在于]|-)';
