/** Browsers cut elements off that are much taller: Firefox at 17.9 million pixels, Chromium at 33.5 million. */
export const TALLEST = 8_000_000;

/** Where a list stands: `scroll` as the browser counts, `top` in pixels of the whole list. */
export interface ScrollPlace {
  readonly scroll: number;
  readonly top: number;
}

/** Maps the scroll bar of an element of bounded height to a list of any height. All in CSS pixels. */
export class ScrollScale {
  /** Of the scrolled element. */
  readonly height: number;
  private readonly furthestScroll: number;
  private readonly furthestTop: number;

  /** @param viewport height of what is seen of the list */
  constructor(
    readonly whole: number,
    readonly viewport: number,
  ) {
    this.height = Math.min(whole, TALLEST);
    this.furthestScroll = Math.max(0, this.height - viewport);
    this.furthestTop = Math.max(0, whole - viewport);
  }

  get isScaled(): boolean {
    return this.whole > this.height;
  }

  clamp(top: number): number {
    return Math.min(Math.max(0, top), this.furthestTop);
  }

  /** The place that shows the pixel `top` first, where the scroll bar then stands. */
  at(top: number): ScrollPlace {
    const clamped = this.clamp(top);
    const scroll = this.furthestTop === 0 ? 0 : (clamped / this.furthestTop) * this.furthestScroll;
    return { scroll: this.isScaled ? scroll : clamped, top: clamped };
  }

  /**
   * Where a scroll leads to. Steps of a wheel or key move a scaled list by as many pixels as any other; longer ones, of
   * the scroll bar, go to the part of the list that they point to.
   */
  after(from: ScrollPlace, scroll: number): ScrollPlace {
    if (!this.isScaled) return { scroll, top: this.clamp(scroll) };
    const step = scroll - from.scroll;
    if (Math.abs(step) <= 2 * this.viewport) return { scroll, top: this.clamp(from.top + step) };
    return { scroll, top: this.clamp((scroll / this.furthestScroll) * this.furthestTop) };
  }
}
