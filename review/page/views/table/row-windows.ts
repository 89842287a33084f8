import { signal } from "@preact/signals";
import type { Filter, Row, Rows } from "../../../../schemas/review.ts";
import { get } from "../../api.ts";

/** Rows of one request. */
const SIZE = 100;
/** Windows that are kept: those looked at last. */
const KEPT = 40;
const AT_ONCE = 2;

interface Window {
  readonly rows: readonly Row[];
  /** Rows may have been decided on since. */
  readonly isStale: boolean;
}

/** The rows of one filter and order, read in windows as they are looked at. */
export class RowWindows {
  /** Null until the first answer. */
  readonly total = signal<number | null>(null);
  /** Grows with each answer. */
  readonly changes = signal(0);
  readonly error = signal<unknown>(null);
  /** Of the facts when the order of the rows was fixed; null until the first answer. */
  version: number | null = null;
  private readonly windows = new Map<number, Window>();
  private readonly asked = new Set<number>();
  private wanted: readonly number[] = [];
  private isLeft = false;

  constructor(
    readonly filter: Filter,
    readonly sort: string,
    private view: string | null = null,
  ) {}

  row(index: number): Row | undefined {
    return this.windows.get(Math.floor(index / SIZE))?.rows[index % SIZE];
  }

  /** Index of a fact among the rows at hand, or -1. */
  indexOf(fact: string): number {
    for (const [number, { rows }] of this.windows) {
      const at = rows.findIndex(({ id }) => id === fact);
      if (at >= 0) return number * SIZE + at;
    }
    return -1;
  }

  /** Reads what is missing of these rows; what was wanted before and is not read yet is forgotten. */
  want(first: number, last: number): void {
    const from = Math.floor(Math.max(0, first) / SIZE);
    const to = Math.floor(Math.max(0, last) / SIZE);
    this.wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    this.ask();
  }

  /** Ends when the row is at hand, when there is none, or when reading failed. */
  async loaded(index: number): Promise<void> {
    const isDone = () =>
      this.row(index) !== undefined ||
      this.error.value !== null ||
      (this.total.value !== null && index >= this.total.value);
    this.want(index, index);
    await new Promise<void>((resolve) => {
      const stop = this.changes.subscribe(() => {
        if (isDone()) queueMicrotask(() => resolve(stop()));
      });
    });
  }

  /** Reads rows again when they are next looked at. */
  expire(): void {
    for (const [number, { rows }] of this.windows) this.windows.set(number, { rows, isStale: true });
    this.ask();
  }

  /** After an error. */
  again(): void {
    this.error.value = null;
    this.ask();
  }

  leave(): void {
    this.isLeft = true;
  }

  private ask(): void {
    if (this.isLeft || this.error.value !== null) return;
    // The first answer names the view that the others must keep to.
    const most = this.view === null ? 1 : AT_ONCE;
    for (const number of this.wanted) {
      if (this.asked.size >= most) return;
      if (this.asked.has(number) || this.windows.get(number)?.isStale === false) continue;
      if (this.total.value !== null && number * SIZE >= this.total.value) continue;
      void this.read(number);
    }
  }

  private async read(number: number): Promise<void> {
    this.asked.add(number);
    const { filter, sort, view } = this;
    try {
      const answer = await get<Rows>("rows", { ...filter, sort, offset: number * SIZE, limit: SIZE, view });
      this.take(number, answer);
    } catch (error) {
      this.error.value = error;
    }
    this.asked.delete(number);
    if (this.isLeft) return;
    this.changes.value++;
    this.ask();
  }

  private take(number: number, { view, total, rows, version }: Rows): void {
    // A server that has forgotten the view gives another one: what was read of the former does not fit it.
    const isOther = this.view !== null && view !== this.view;
    if (isOther) this.windows.clear();
    if (isOther || this.version === null) this.version = version;
    this.view = view;
    this.total.value = total;
    this.windows.delete(number);
    this.windows.set(number, { rows, isStale: false });
    for (const old of this.windows.keys()) {
      if (this.windows.size <= KEPT) break;
      this.windows.delete(old);
    }
  }
}
