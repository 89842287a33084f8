import type { Row, Rows } from "../../../../../schemas/review.ts";

export type AskRows = (page: {
  readonly offset: number;
  readonly limit: number;
  readonly view?: string;
}) => Promise<Rows>;

const PAGE = 200;

/** The facts of a view in its order, which stays while they are decided; read by page when they are wanted. */
export class Order {
  /** Facts of the view; 0 until the first answer. */
  total = 0;
  view: string | undefined;
  private readonly pages = new Map<number, Promise<readonly Row[]>>();
  private readonly rows = new Map<number, Row>();

  constructor(private readonly ask: AskRows) {}

  /** The row if it is here already. */
  known(index: number): Row | undefined {
    return this.rows.get(index);
  }

  /** Null behind the end. @throws {ApiError} */
  async row(index: number): Promise<Row | null> {
    if (index < 0) return null;
    return this.rows.get(index) ?? (await this.page(Math.floor(index / PAGE)))[index % PAGE] ?? null;
  }

  /**
   * The nearest row from `from` on that `wanted` lets through, in steps of `step`.
   * @returns its index, or null where there is none up to that end
   */
  async find(from: number, step: 1 | -1, wanted: (row: Row) => boolean): Promise<number | null> {
    for (let index = from; ; index += step) {
      const row = await this.row(index);
      if (row === null) return null;
      if (wanted(row)) return index;
    }
  }

  private page(number: number): Promise<readonly Row[]> {
    const asked = this.pages.get(number);
    if (asked !== undefined) return asked;
    const page = this.load(number);
    this.pages.set(number, page);
    page.catch(() => this.pages.delete(number));
    return page;
  }

  private async load(number: number): Promise<readonly Row[]> {
    const offset = number * PAGE;
    const answer = await this.ask({
      offset,
      limit: PAGE,
      ...(this.view === undefined ? {} : { view: this.view }),
    });
    this.view = answer.view;
    this.total = answer.total;
    for (const [i, row] of answer.rows.entries()) this.rows.set(offset + i, row);
    return answer.rows;
  }
}
