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

/** UTF-16 units of class and id that are read. */
const MAX_NAMES = 400;

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

/** Kept over pages, since those of one site share their classes; bounded, since some sites number them. */
const MAX_KEPT = 5_000;
const kept = new Map<string, NameHints>();

/** Reads names once each: pages repeat the same few classes thousands of times. */
export class NameReader {
  read({ names }: PageElement): NameHints {
    if (names === "") return NO_HINTS;
    const known = kept.get(names);
    if (known !== undefined) return known;
    const hints = readNames(names.slice(0, MAX_NAMES));
    if (kept.size >= MAX_KEPT) kept.clear();
    if (names.length <= MAX_NAMES) kept.set(names, hints);
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
