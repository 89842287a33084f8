import { type QuoteType, Tokenizer } from "htmlparser2";
import { BudgetExceededError } from "../../schemas/errors.ts";
import type { CleanLimits } from "./cleaned.ts";
import { BARRIERS, BLOCKS, IGNORED, IMPLIED_CLOSE, KEPT_ATTRIBUTES, STASHES, VOID } from "./html-elements.ts";
import { newElement } from "./page-element.ts";
import type { Chunk, Head, PageElement, PageTree, Run } from "./page-types.ts";
import { closeRun } from "./run.ts";

/**
 * Reads a page into elements and runs of text, in one pass and without recursion. Nothing is executed.
 * The tokenizer is that of htmlparser2; building our own light tree keeps every offset and costs a fraction of a DOM.
 * @throws {BudgetExceededError} past `maxNodes`
 */
export function readPage(html: string, limits: CleanLimits): PageTree {
  const builder = new TreeBuilder(html, limits);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, builder);
  tokenizer.write(html);
  tokenizer.end();
  return builder.finish();
}

/** Receives the tokenizer's events; the stack is kept by name, so that no close tag has to search it. */
class TreeBuilder {
  private readonly elements: PageElement[] = [];
  private readonly runs: Run[] = [];
  private readonly head: Head = { metas: [], links: [], scripts: [], stashes: [], title: [] };
  private readonly stack: PageElement[] = [];
  private readonly openAt = new Map<string, number[]>();
  private readonly barriers: number[] = [];
  private chunks: Chunk[] = [];
  private overflow = 0;
  /** Where the outermost open stash starts; -1 outside of one. */
  private stashFrom = -1;
  private nodes = 0;
  private imageBefore = false;
  private isPage = false;
  private tag = "";
  private attribute = "";
  private value = "";
  private attributes: Record<string, string> | null = null;
  private valueAt: Record<string, number> | null = null;

  constructor(
    private readonly html: string,
    private readonly limits: CleanLimits,
  ) {
    this.push(newElement("#root", null, null, 0));
  }

  finish(): PageTree {
    while (this.stack.length > 0) this.pop();
    return { html: this.html, elements: this.elements, runs: this.runs, head: this.head, isPage: this.isPage };
  }

  ontext(start: number, end: number): void {
    this.text(this.html.slice(start, end), start, end);
  }

  ontextentity(codePoint: number, end: number): void {
    const data = String.fromCodePoint(codePoint);
    const last = this.chunks[this.chunks.length - 1];
    // A few entities stand for two characters and come as two events with one place.
    if (last !== undefined && last.end === end)
      this.chunks[this.chunks.length - 1] = { ...last, data: last.data + data };
    else this.text(data, this.html.lastIndexOf("&", end - 1), end);
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, end).toLowerCase();
    this.attributes = null;
    this.valueAt = null;
  }

  onattribname(start: number, end: number): void {
    const name = this.html.slice(start, end);
    this.attribute = KEPT_ATTRIBUTES.has(name) ? name : name.toLowerCase();
    this.value = "";
  }

  onattribdata(start: number, end: number): void {
    if (!KEPT_ATTRIBUTES.has(this.attribute)) return;
    this.valueAt ??= {};
    this.valueAt[this.attribute] ??= start;
    this.value += this.html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.value += String.fromCodePoint(codePoint);
  }

  onattribend(_quote: QuoteType, _end: number): void {
    if (!KEPT_ATTRIBUTES.has(this.attribute)) return;
    this.attributes ??= {};
    this.attributes[this.attribute] ??= this.value;
  }

  onopentagend(end: number): void {
    this.open(this.tag, end);
  }

  onselfclosingtag(end: number): void {
    this.open(this.tag, end);
    // `<svg/>` and `<path/>` are empty; `<div/>` is an open tag in HTML.
    if (this.top().unread && !VOID.has(this.tag)) this.close(this.tag);
  }

  onclosetag(start: number, end: number): void {
    const tag = this.html.slice(start, end).toLowerCase();
    if (STASHES.has(tag) && this.stashFrom >= 0) {
      this.head.stashes.push({ start: this.stashFrom, end: start - 2 });
      this.stashFrom = -1;
    }
    if (tag === "br") this.open("br", end);
    else this.close(tag);
  }

  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private top(): PageElement {
    return this.stack[this.stack.length - 1]!;
  }

  private text(data: string, start: number, end: number): void {
    const element = this.top();
    this.count();
    if (element.tag === "title" && element.parent?.unread !== true) this.head.title.push({ data, start, end, element });
    else if (element.tag === "script") this.head.scripts.push({ type: element.attributes?.type ?? "", start, end });
    if (!element.unread) this.chunks.push({ data, start, end, element });
  }

  private open(tag: string, end: number): void {
    this.count();
    if (IGNORED.has(tag)) {
      this.isPage = true;
      return;
    }
    if (tag === "meta") this.head.metas.push({ ...this.attributes, at: this.valueAt?.content ?? end });
    else if (tag === "link") this.head.links.push({ ...this.attributes });
    else if (tag === "img") this.imageBefore = true;
    else if (tag === "br" || tag === "hr") this.lineBreak();
    if (VOID.has(tag)) return;
    if (tag === "title") this.isPage = true;
    else if (STASHES.has(tag) && this.stashFrom < 0) this.stashFrom = end + 1;
    this.enter(tag);
  }

  /** A line break ends a run, save where the line goes on in the reader's eye: in headings and table cells. */
  private lineBreak(): void {
    const element = this.top();
    if (!/^(?:h[1-6]|t[dh])$/.test(element.block.tag)) this.endRun();
    else {
      const last = this.chunks[this.chunks.length - 1];
      const end = last?.end;
      // Two in a row part paragraphs: old pages keep whole articles in a cell.
      if (last !== undefined && last.data === " " && last.start === end && element.block.tag.startsWith("t"))
        this.endRun();
      else if (end !== undefined) this.chunks.push({ data: " ", start: end, end, element });
    }
  }

  private enter(tag: string): void {
    const implied = IMPLIED_CLOSE.get(tag);
    while (implied?.has(this.top().tag) === true) this.pop();
    if (BLOCKS.has(tag)) this.endRun();
    if (this.stack.length > this.limits.maxDepth) this.overflow += 1;
    else this.push(newElement(tag, this.top(), this.attributes, this.runs.length));
  }

  private close(tag: string): void {
    if (BLOCKS.has(tag)) this.endRun();
    if (this.overflow > 0) {
      this.overflow -= 1;
      return;
    }
    const depths = this.openAt.get(tag);
    const depth = depths?.[depths.length - 1];
    const barrier = BARRIERS.has(tag) ? 0 : (this.barriers[this.barriers.length - 1] ?? 0);
    if (depth === undefined || depth < barrier) return;
    while (this.stack.length > depth) this.pop();
  }

  private push(element: PageElement): void {
    const depths = this.openAt.get(element.tag);
    if (depths === undefined) this.openAt.set(element.tag, [this.stack.length]);
    else depths.push(this.stack.length);
    if (element.tag === "td" || element.tag === "th") this.barriers.push(this.stack.length);
    this.stack.push(element);
    this.elements.push(element);
  }

  private pop(): void {
    const element = this.top();
    if (element.block === element) this.endRun();
    element.endRun = this.runs.length + (this.chunks.length > 0 ? 1 : 0);
    this.stack.pop();
    this.openAt.get(element.tag)!.pop();
    if (element.tag === "td" || element.tag === "th") this.barriers.pop();
  }

  private endRun(): void {
    if (this.chunks.length === 0) return;
    const run = closeRun(this.runs.length, this.chunks, this.imageBefore);
    this.chunks = [];
    if (run === null) return;
    this.imageBefore = false;
    this.runs.push(run);
  }

  private count(): void {
    this.nodes += 1;
    if (this.nodes > this.limits.maxNodes) {
      throw new BudgetExceededError(
        this.limits.source,
        "nodes",
        this.nodes,
        this.limits.maxNodes,
        "JINGJIAN_MAX_NODES",
      );
    }
  }
}
