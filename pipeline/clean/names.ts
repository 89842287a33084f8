import {
  ALIEN_NAMES,
  CAPTION_NAMES,
  CONTENT_NAMES,
  HIDDEN_NAMES,
  SMALL_NAMES,
  TALK_NAMES,
  TITLE_NAMES,
} from "../../corpus/lexicon/boilerplate.ts";
import type { PageElement } from "./page-types.ts";

/** What an element's class and id say of it. */
export interface NameHints {
  readonly content: boolean;
  readonly alien: boolean;
  readonly talk: boolean;
  readonly small: boolean;
  readonly hidden: boolean;
  readonly caption: boolean;
  readonly title: boolean;
}

const NO_HINTS: NameHints = {
  content: false,
  alien: false,
  talk: false,
  small: false,
  hidden: false,
  caption: false,
  title: false,
};

/** Reads names once each: pages repeat the same few classes thousands of times. */
export class NameReader {
  private readonly seen = new Map<string, NameHints>([["", NO_HINTS]]);

  read(element: PageElement): NameHints {
    const known = this.seen.get(element.names);
    if (known !== undefined) return known;
    const hints = readNames(element.names.slice(0, 400));
    this.seen.set(element.names, hints);
    return hints;
  }
}

function readNames(names: string): NameHints {
  const kebab = kebabCase(names);
  return {
    content: CONTENT_NAMES.test(kebab),
    alien: ALIEN_NAMES.test(kebab),
    talk: TALK_NAMES.test(kebab),
    small: SMALL_NAMES.test(kebab),
    hidden: names.split(/\s+/).some((name) => HIDDEN_NAMES.test(name)),
    caption: CAPTION_NAMES.test(kebab),
    title: TITLE_NAMES.test(kebab),
  };
}

export const kebabCase = (names: string): string =>
  names
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/_+/g, "-")
    .toLowerCase();
