import { batch, signal } from "@preact/signals";
import type { Role } from "../../../../../schemas/decision.ts";
import type { ArticleView, FactDetail, Filter, Position, Row, Rows } from "../../../../../schemas/review.ts";
import { address, go } from "../../../address.ts";
import { ApiError, get } from "../../../api.ts";
import { complain } from "../../../messages.ts";
import { reviewer } from "../../../session.ts";
import { Kept } from "./kept.ts";
import { Order } from "./order.ts";

export interface QueueView {
  readonly filter: Filter;
  readonly sort: string;
  readonly role: Role;
}

/** What is looked at. `index` is null for a fact outside of the view; what is still loading is null. */
export interface Shown {
  readonly id: string;
  readonly index: number | null;
  readonly detail: FactDetail | null;
  readonly article: ArticleView | null;
}

const details = new Kept<FactDetail>((id) => get("fact", { id }), 60);
const articles = new Kept<ArticleView>((doc) => get("article", { doc }), 12);

export { articles, details };

/** A walk through the facts of one view, in its order. */
export class Queue {
  readonly shown = signal<Shown | null>(null);
  /** `opening` until the first fact is found; `empty` where the view holds none, `done` where none is left to decide. */
  readonly state = signal<"opening" | "walking" | "empty" | "done">("opening");
  readonly total = signal(0);
  /** Facts of the view that the reviewer has decided on. */
  readonly decided = signal(0);
  /** What changed since the rows were read: whether the reviewer holds a decision on a fact. */
  private readonly mine = new Map<string, boolean>();
  private order: Order;
  private at = -1;

  constructor(readonly view: QueueView) {
    this.order = this.newOrder();
  }

  /** Shows the fact of the address, or the first that is not decided. */
  async open(fact: string | null): Promise<void> {
    try {
      await this.order.row(0);
      this.total.value = this.order.total;
      void this.countDecided();
      if (fact !== null) await this.jump(fact);
      else await this.showOpen(0);
    } catch (error) {
      complain(error);
    }
  }

  /** Goes to a fact by its id, wherever it stands. */
  async jump(fact: string): Promise<void> {
    if (this.shown.value?.id === fact) {
      this.state.value = "walking";
      return;
    }
    const { view } = this.order;
    const { index } = await get<Position>("position", { ...this.question(), fact, view });
    if (index !== null) this.at = index;
    this.show(fact, index);
  }

  async step(by: 1 | -1): Promise<void> {
    // From the end back to the fact that was shown last.
    const target = this.state.value === "done" ? this.at : this.at + by;
    if (this.state.value === "done" && by === 1) return;
    const row = this.order.known(target) ?? (await this.order.row(target));
    if (row !== null) this.showRow(row, target);
    else if (by === 1 && target >= this.total.value) this.state.value = "done";
  }

  /** Goes on to the next fact that is not decided; from the end back to those that were passed over. */
  async advance(): Promise<void> {
    await this.showOpen(this.at + 1);
  }

  /** Takes an answer of the server on a fact. */
  took(id: string, detail: FactDetail | null): void {
    if (detail === null) details.forget(id);
    else details.set(id, detail);
    const holds = detail?.verdicts.some((verdict) => verdict.reviewer === reviewer.value) ?? false;
    const held = this.mine.get(id) ?? this.isMine(this.rowOf(id));
    if (held !== holds && detail !== null && detail.extracted !== null) this.decided.value += holds ? 1 : -1;
    this.mine.set(id, holds);
    const shown = this.shown.value;
    if (shown?.id === id && detail !== null) this.shown.value = { ...shown, detail };
  }

  /** Reads anew what others decided on. */
  async refresh(ids: readonly string[]): Promise<FactDetail | null> {
    const shown = this.shown.value;
    for (const id of ids) details.forget(id);
    if (shown === null || !ids.includes(shown.id)) return null;
    const detail = await details.get(shown.id);
    if (this.shown.value?.id === shown.id) this.shown.value = { ...this.shown.value, detail };
    return detail;
  }

  async refreshArticle(doc: string): Promise<void> {
    articles.forget(doc);
    const article = await articles.get(doc);
    const shown = this.shown.value;
    if (shown?.detail?.fact.doc.id === doc) this.shown.value = { ...shown, article };
  }

  /** The file has grown: how many facts the view would hold now. */
  async recount(): Promise<void> {
    const { total } = await get<Rows>("rows", { ...this.question(), limit: 1 });
    this.total.value = Math.max(total, this.order.total);
    if (total > 0 && this.state.value === "empty") await this.renew();
  }

  /** Looks through the view as it is now, from its beginning. */
  async renew(): Promise<void> {
    this.order = this.newOrder();
    this.at = -1;
    await this.order.row(0);
    this.total.value = this.order.total;
    await this.showOpen(0);
  }

  async restart(): Promise<void> {
    const row = await this.order.row(0);
    if (row !== null) this.showRow(row, 0);
  }

  private question() {
    return { ...this.view.filter, sort: this.view.sort };
  }

  private newOrder(): Order {
    return new Order((page) => get<Rows>("rows", { ...this.question(), ...page }));
  }

  private readonly isOpen = (row: Row): boolean => {
    if (this.view.role === "adjudicator") return row.status === "disputed" && !this.mine.has(row.id);
    return !(this.mine.get(row.id) ?? this.isMine(row));
  };

  private isMine(row: Row | undefined): boolean {
    return row?.reviewers.includes(reviewer.value) ?? false;
  }

  private rowOf(id: string): Row | undefined {
    const row = this.order.known(this.at);
    return row?.id === id ? row : undefined;
  }

  private async showOpen(from: number): Promise<void> {
    const before = this.order;
    let index = await this.order.find(from, 1, this.isOpen);
    if (index === null) {
      // What came while the order stood, and what was passed over.
      this.order = this.newOrder();
      index = await this.order.find(0, 1, this.isOpen);
      this.total.value = Math.max(this.order.total, before.total);
    }
    if (index !== null) return this.showRow((await this.order.row(index))!, index);
    this.order = before;
    this.state.value = this.total.value === 0 ? "empty" : "done";
  }

  private showRow(row: Row, index: number): void {
    this.at = index;
    this.show(row.id, index, row.doc.id);
  }

  /** At once where all is here; what is not follows. */
  private show(id: string, index: number | null, doc = details.known(id)?.fact.doc.id): void {
    const detail = details.known(id) ?? null;
    const article = (doc === undefined ? undefined : articles.known(doc)) ?? null;
    batch(() => {
      this.shown.value = { id, index, detail, article };
      this.state.value = "walking";
      if (address.value.fact !== id) go({ fact: id }, { replace: true });
    });
    if (detail === null || article === null) this.load(id, doc).catch((error) => this.missed(id, error));
    void this.loadAhead().catch(() => {});
  }

  private async load(id: string, doc: string | undefined): Promise<void> {
    const early = doc === undefined ? undefined : articles.get(doc);
    early?.catch(() => {}); // told below
    const detail = await details.get(id);
    this.put(id, { detail });
    this.put(id, { article: await (early ?? articles.get(detail.fact.doc.id)) });
  }

  /** An address may name a fact that is gone. */
  private missed(id: string, error: unknown): void {
    complain(error);
    const isGone = error instanceof ApiError && error.status === 404 && this.shown.value?.detail === null;
    if (isGone && this.shown.value?.id === id) this.showOpen(0).catch(complain);
  }

  private put(id: string, part: Partial<Shown>): void {
    const shown = this.shown.value;
    if (shown?.id === id) this.shown.value = { ...shown, ...part };
  }

  /** The next two by either way on, so that they are here when they are wanted. */
  private async loadAhead(): Promise<void> {
    const wanted = new Set([this.at + 1, this.at + 2]);
    const first = await this.order.find(this.at + 1, 1, this.isOpen);
    const second = first === null ? null : await this.order.find(first + 1, 1, this.isOpen);
    for (const index of [first, second]) if (index !== null) wanted.add(index);
    for (const index of wanted) {
      const row = await this.order.row(index);
      if (row !== null) await Promise.all([details.get(row.id), articles.get(row.doc.id)]);
    }
  }

  /** Counts what the reviewer decided on before; once their name is known. */
  async countDecided(): Promise<void> {
    const { filter } = this.view;
    if (reviewer.value === "" || filter.reviewer !== undefined) return;
    const { total } = await get<Rows>("rows", { ...filter, reviewer: [reviewer.value], limit: 1 });
    this.decided.value += total;
  }
}
