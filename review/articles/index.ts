import { draftFact } from "../../extractors/draft.ts";
import { metricsInUse } from "../../extractors/vocabulary/metrics.ts";
import { type Captures, capturesIn, provingCapture } from "../../pipeline/archive/proving-capture.ts";
import { prepare } from "../../pipeline/prepare.ts";
import { segment } from "../../pipeline/segment.ts";
import { DraftRefusedError } from "../../schemas/errors.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { ArticleView, Draft, DraftForm } from "../../schemas/review.ts";
import type { Settings } from "../../schemas/settings.ts";
import type { StoredFact } from "../facts/fact-store.ts";
import { articleView, blocksTouched, type ReadArticle } from "./article-view.ts";
import type { Articles } from "./articles.ts";
import { InputIndex } from "./input-index.ts";
import { sentencesView } from "./sentences-view.ts";

export type { Articles } from "./articles.ts";

export interface ArticlesOptions {
  /** Where the documents are read from, as for `extract`; without any, from the archive. */
  readonly inputs: readonly string[];
  readonly settings: Settings;
  /** Told of each document that cannot be read. */
  readonly onFailure: (source: string, error: unknown) => void;
}

/** Articles kept prepared: a reviewer goes back and forth between few. */
const KEPT = 8;
/** What was fetched or written meanwhile is found after this time. */
const FRESH_MS = 30_000;

export const openArticles = (options: ArticlesOptions): Articles => new FoundArticles(options);

interface Kept {
  readonly at: number;
  readonly read: Promise<ReadArticle | null>;
}

class FoundArticles implements Articles {
  /** The article used last stands last. */
  private readonly kept = new Map<string, Kept>();
  private readonly index: InputIndex | null;
  private captures: { readonly at: number; readonly found: Promise<Captures> } | null = null;

  constructor(private readonly options: ArticlesOptions) {
    const { inputs, settings, onFailure } = options;
    this.index = inputs.length === 0 ? null : new InputIndex(inputs, settings, onFailure);
  }

  async view(doc: Fact["doc"], facts: readonly StoredFact[]): Promise<ArticleView> {
    const read = await this.read(doc, facts);
    if (read === null) return sentencesView(doc, facts);
    const view = articleView(doc, read, facts);
    // A page that does not hold the evidence is an earlier one, or another: it is looked for again in a while.
    if (view.unproved.length > 0) this.forgetStale(doc.id);
    return view;
  }

  async draft(doc: Fact["doc"], facts: readonly StoredFact[], form: DraftForm): Promise<Draft> {
    if (!metricsInUse().some(({ id }) => id === form.metric))
      throw new DraftRefusedError(`There is no metric ${form.metric}`, "Choose one of the session's metrics");
    const read = await this.read(doc, facts);
    if (read === null)
      throw new DraftRefusedError(
        `The text of ${doc.id} is not at hand`,
        "Start `jingjian review` with --in and the files that the facts come from, or with --archive",
      );
    const selection = selectionOf(form, read);
    const { text } = read.article;
    const document = { ...segment(read.article), id: doc.id, published: doc.published };
    const drafted = draftFact(document, read.toSimplified.toSource(selection), form.metric, commonSubject(facts));
    if (drafted === null) throw new DraftRefusedError("The selection holds no sentence", "Select words of the article");
    const [evidence] = drafted.fact.evidence;
    const words = { ...selection, text: text.slice(selection.start, selection.end) };
    const fact = { ...drafted.fact, doc, evidence: [{ ...evidence!, ...words }] };
    const known = facts.some(({ fact: { id } }) => id === fact.id);
    const warnings = known ? [...drafted.warnings, "The document gives this fact already"] : drafted.warnings;
    return { fact, warnings };
  }

  private read(doc: Fact["doc"], facts: readonly StoredFact[]): Promise<ReadArticle | null> {
    const known = this.kept.get(doc.id);
    this.kept.delete(doc.id);
    const kept = known ?? { at: Date.now(), read: this.find(doc, facts) };
    this.kept.set(doc.id, kept);
    for (const [id] of this.kept) if (this.kept.size > KEPT) this.kept.delete(id);
    kept.read.then(
      (found) => found ?? this.forget(doc.id, kept),
      () => this.forget(doc.id, kept),
    );
    return kept.read;
  }

  private forget(id: string, kept: Kept): void {
    if (this.kept.get(id) === kept) this.kept.delete(id);
  }

  private forgetStale(id: string): void {
    const kept = this.kept.get(id);
    if (kept !== undefined && Date.now() - kept.at > FRESH_MS) this.kept.delete(id);
  }

  /** From the inputs, or else from the archive; null where neither holds it. */
  private async find(doc: Fact["doc"], facts: readonly StoredFact[]): Promise<ReadArticle | null> {
    const { settings, onFailure } = this.options;
    try {
      const page = (await this.index?.page(doc.id)) ?? null;
      if (page !== null) return readArticle("input", prepare(page, settings));
    } catch (error) {
      onFailure(doc.id, error);
    }
    if (doc.url === null) return null;
    try {
      const extracted = facts.map(({ fact }) => fact);
      const proved = await provingCapture(extracted, await this.freshCaptures(), settings, onFailure);
      return proved === null ? null : readArticle("archive", proved.article);
    } catch (error) {
      onFailure(settings.archive, error);
      return null;
    }
  }

  private freshCaptures(): Promise<Captures> {
    if (this.captures === null || Date.now() - this.captures.at > FRESH_MS)
      this.captures = { at: Date.now(), found: capturesIn(this.options.settings.archive) };
    return this.captures.found;
  }
}

function readArticle(source: ReadArticle["source"], article: ReadArticle["article"]): ReadArticle {
  return { source, article, toSimplified: article.toOriginal.inverse(article.text.length) };
}

/** The words selected, without the white space around them. */
function selectionOf({ start, end }: DraftForm, { article: { text, blocks } }: ReadArticle) {
  const slice = start < end && end <= text.length ? text.slice(start, end) : "";
  const words = slice.trim();
  if (words === "")
    throw new DraftRefusedError(`From ${start} to ${end} the text holds no words`, "Select words of the article");
  const from = start + slice.indexOf(words);
  const selection = { start: from, end: from + words.length };
  if (blocksTouched(blocks, selection).length !== 1)
    throw new DraftRefusedError("The selection goes over several paragraphs", "Select the words of one paragraph");
  return selection;
}

/** Whom most facts of the document are about. */
function commonSubject(facts: readonly StoredFact[]): Fact["subject"] | null {
  const counts = new Map<string, { readonly subject: Fact["subject"]; count: number }>();
  for (const {
    fact: { subject },
  } of facts) {
    const known = counts.get(subject.name);
    if (known === undefined) counts.set(subject.name, { subject, count: 1 });
    else known.count++;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.subject ?? null;
}
