/** A half-open interval of UTF-16 code units: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One run of an {@link OffsetMap}: `length` units of the output stand for source units [`from`, `to`).
 * When both lengths are equal the run is verbatim and offsets inside it map one to one; otherwise it is atomic.
 */
export interface Run {
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The way back from a stage's output to its input, exact to the UTF-16 unit.
 * Maps compose, so that evidence in the simplified text leads back to the decoded page.
 */
export class OffsetMap {
  /** Output offset where each run starts, ascending; one more entry than runs, the last being the output's length. */
  private constructor(
    private readonly starts: readonly number[],
    private readonly from: readonly number[],
    private readonly to: readonly number[],
  ) {}

  /** A map for text that a stage left as it was. */
  static identity(length: number): OffsetMap {
    return OffsetMap.of([{ length, from: 0, to: length }]);
  }

  /**
   * @param runs in output order, gapless in the output; source ranges ascend but may leave gaps (dropped text)
   * @throws {RangeError} when a run is empty in the output or source ranges go backwards
   */
  static of(runs: Iterable<Run>): OffsetMap {
    const starts = [0];
    const from: number[] = [];
    const to: number[] = [];
    for (const run of runs) {
      if (run.length === 0) continue;
      if (run.length < 0 || run.to < run.from) throw new RangeError(`not a run: ${JSON.stringify(run)}`);
      const last = from.length - 1;
      const joins =
        last >= 0 &&
        to[last] === run.from &&
        verbatim(run) &&
        to[last]! - from[last]! === starts[last + 1]! - starts[last]!;
      if (joins) {
        to[last] = run.to;
        starts[last + 1] = starts[last + 1]! + run.length;
      } else {
        from.push(run.from);
        to.push(run.to);
        starts.push(starts[starts.length - 1]! + run.length);
      }
    }
    return new OffsetMap(starts, from, to);
  }

  /** Length of the output in UTF-16 units. */
  get length(): number {
    return this.starts[this.starts.length - 1]!;
  }

  /**
   * The smallest source span that produced the output span.
   * @throws {RangeError} when the span leaves the output
   */
  toSource(span: Span): Span {
    if (span.start < 0 || span.end < span.start || span.end > this.length) {
      throw new RangeError(`span ${span.start}-${span.end} is not in 0-${this.length}`);
    }
    if (this.from.length === 0) return { start: 0, end: 0 };
    const start = this.edge(span.start, false);
    return { start, end: span.end === span.start ? start : this.edge(span.end, true) };
  }

  /** This map after `inner`: from this map's output to the source of `inner`, whose output is this map's source. */
  compose(inner: OffsetMap): OffsetMap {
    const runs: Run[] = [];
    for (let i = 0; i < this.from.length; i++) {
      const length = this.starts[i + 1]! - this.starts[i]!;
      const [from, to] = [this.from[i]!, this.to[i]!];
      if (to - from !== length) {
        const source = inner.toSource({ start: from, end: to });
        runs.push({ length, from: source.start, to: source.end });
      } else {
        runs.push(...inner.runsIn(from, to));
      }
    }
    return OffsetMap.of(runs);
  }

  /** The runs that cover output offsets [`start`, `end`), cut to them. */
  private runsIn(start: number, end: number): Run[] {
    const runs: Run[] = [];
    for (let i = this.runAt(start, false); i < this.from.length && this.starts[i]! < end; i++) {
      const [a, b] = [Math.max(start, this.starts[i]!), Math.min(end, this.starts[i + 1]!)];
      const linear = this.to[i]! - this.from[i]! === this.starts[i + 1]! - this.starts[i]!;
      const from = linear ? this.from[i]! + (a - this.starts[i]!) : this.from[i]!;
      runs.push({ length: b - a, from, to: linear ? from + (b - a) : this.to[i]! });
    }
    return runs;
  }

  private edge(offset: number, isEnd: boolean): number {
    const i = this.runAt(offset, isEnd);
    const inside = offset - this.starts[i]!;
    const length = this.starts[i + 1]! - this.starts[i]!;
    if (this.to[i]! - this.from[i]! === length) return this.from[i]! + inside;
    return isEnd ? this.to[i]! : inside === length ? this.to[i]! : this.from[i]!;
  }

  /** Index of the run an offset falls in; an end belongs to the run before it. */
  private runAt(offset: number, isEnd: boolean): number {
    let low = 0;
    let high = this.from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const start = this.starts[middle]!;
      if (isEnd ? start < offset : start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const verbatim = (run: Run): boolean => run.to - run.from === run.length;

/** True when two spans share at least one unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** True when `outer` holds all of `inner`. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
