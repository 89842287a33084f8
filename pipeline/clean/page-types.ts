/** A piece of text as it stands in one place of the page: verbatim, or an entity's meaning. */
export interface Chunk {
  readonly data: string;
  /** UTF-16 offsets into the page; `data` is verbatim where the lengths agree, else one atomic entity. */
  readonly start: number;
  readonly end: number;
  readonly element: PageElement;
}

/** Text between two block boundaries or line breaks: what a reader sees as a line or paragraph. */
export interface Run {
  readonly index: number;
  readonly block: PageElement;
  readonly chunks: readonly Chunk[];
  /** Characters that are no white space; those of them inside links; those in bold. */
  readonly size: number;
  readonly linked: number;
  readonly bold: number;
  /** Marks of punctuation that prose has: 。，、；：！？“” and their half-width forms. */
  readonly marks: number;
  /** An image stands between this run and the one before. */
  readonly afterImage: boolean;
}

/** Hidden; navigation, comments and the like; small print, which may still name source and author. */
export type Drop = "" | "hidden" | "alien" | "small";

/** An element with what the scoring pass gathers on it. */
export interface PageElement {
  readonly tag: string;
  readonly parent: PageElement | null;
  /** Itself or the nearest ancestor that starts a line. */
  block: PageElement;
  /** The table row it stands in and the number of its column there, from 0. */
  row: PageElement | null;
  cell: number;
  /** Of a row: cells so far; false once it turns out to lay out the page instead of holding data. */
  cells: number;
  isData: boolean;
  /** Of a row: the next free column. Of a table: how many more rows its cells take in each column; null where none does. */
  column: number;
  spans: number[] | null;
  /** Class and id, as written. */
  readonly names: string;
  readonly attributes: Readonly<Record<string, string>> | null;
  readonly firstRun: number;
  endRun: number;
  /** Its text is no reading matter: scripts, controls, players. */
  readonly unread: boolean;
  readonly link: boolean;
  readonly bold: boolean;
  /** Why it is left out of the body, for itself or for an ancestor; "" where it is not. */
  dropped: Drop;
  /** Prose inside, in characters; all characters inside; the score as the article's container. */
  prose: number;
  size: number;
  value: number;
}

export interface Meta {
  readonly name?: string;
  readonly property?: string;
  readonly itemprop?: string;
  readonly content?: string;
  /** Where the content starts in the page. */
  readonly at: number;
}

export interface Script {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Markup that the page holds unshown for a script to place: a `<template>`, `<textarea>` or `<noscript>`. */
export interface Stash {
  readonly start: number;
  readonly end: number;
}

export interface Head {
  readonly metas: Meta[];
  readonly links: Readonly<Record<string, string>>[];
  readonly scripts: Script[];
  readonly stashes: Stash[];
  readonly title: Chunk[];
}

/** A page read: elements in document order (a parent comes before its children) and runs of text. */
export interface PageTree {
  readonly html: string;
  readonly elements: readonly PageElement[];
  readonly runs: readonly Run[];
  readonly head: Head;
  /** It has a head, a body or a title; a fragment has none. */
  readonly isPage: boolean;
}
