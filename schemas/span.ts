/** A half-open interval of UTF-16 code units: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One run of an {@link OffsetMap}: `length` units of the output stand for source units [`from`, `to`).
 * A run whose lengths agree is verbatim, and offsets inside it map one to one, unless it says it is `atomic`: then,
 * as where the lengths differ, each part of it stands for all of its source. `from` = `to` is text without a source.
 */
export interface Run {
  readonly length: number;
  readonly from: number;
  readonly to: number;
  readonly atomic?: boolean;
}

/**
 * The way back from a stage's output to its input, exact to the UTF-16 unit.
 * Maps compose, so that evidence in the simplified text leads back to the decoded page.
 */
export class OffsetMap {
  /**
   * @param starts output offset where each run starts, ascending; one more entry than runs, the last the output's length
   * @param from source offset where each run starts
   * @param to source offset where each run ends
   * @param linear whether the run is verbatim
   * @param ascending whether no run goes back behind the one before it
   */
  private constructor(
    private readonly starts: readonly number[],
    private readonly from: readonly number[],
    private readonly to: readonly number[],
    private readonly linear: readonly boolean[],
    private readonly ascending: boolean,
  ) {}

  /** A map for text that a stage left as it was. */
  static identity(length: number): OffsetMap {
    return OffsetMap.of([{ length, from: 0, to: length }]);
  }

  /**
   * @param runs in output order, gapless in the output; gaps in the source are dropped text. Runs empty in the output
   *   are passed over. Source ranges may go back only where a stage moved text; spans across the move then cover both.
   * @throws {RangeError} when a run has a negative length or ends before it starts
   */
  static of(runs: Iterable<Run>): OffsetMap {
    const starts = [0];
    const [from, to, linear]: [number[], number[], boolean[]] = [[], [], []];
    let ascending = true;
    for (const run of runs) {
      if (run.length < 0 || run.from < 0 || run.to < run.from)
        throw new RangeError(`not a run: ${JSON.stringify(run)}`);
      if (run.length === 0) continue;
      const last = from.length - 1;
      const isLinear = verbatim(run);
      if (last >= 0 && isLinear && linear[last] && to[last] === run.from) {
        to[last] = run.to;
        starts[last + 1]! += run.length;
      } else {
        if (last >= 0 && (run.from < from[last]! || run.to < to[last]!)) ascending = false;
        from.push(run.from);
        to.push(run.to);
        linear.push(isLinear);
        starts.push(starts[last + 1]! + run.length);
      }
    }
    return new OffsetMap(starts, from, to, linear, ascending);
  }

  /** Length of the output in UTF-16 units. */
  get length(): number {
    return this.starts[this.starts.length - 1]!;
  }

  /**
   * The smallest source span that holds all that produced the output span. An empty span gives an empty one, at the
   * source of the unit after it.
   * @throws {RangeError} when the span leaves the output
   */
  toSource(span: Span): Span {
    if (!(span.start >= 0 && span.end >= span.start && span.end <= this.length)) {
      throw new RangeError(`span ${span.start}-${span.end} is not in 0-${this.length}`);
    }
    if (this.from.length === 0) return { start: 0, end: 0 };
    const first = this.runAt(span.start);
    if (span.start === span.end) {
      const start = span.start === this.length ? this.to[first]! : this.edge(first, span.start, this.from);
      return { start, end: start };
    }
    const last = this.runAt(span.end - 1);
    if (!this.ascending) return this.hull(span, first, last);
    return { start: this.edge(first, span.start, this.from), end: this.edge(last, span.end, this.to) };
  }

  /** This map after `inner`: from this map's output to the source of `inner`, whose output is this map's source. */
  compose(inner: OffsetMap): OffsetMap {
    return OffsetMap.of(this.composed(inner));
  }

  /**
   * The way forward: from the source to this map's output. Dropped source text leads to an empty span.
   * @param sourceLength length of the source in UTF-16 units
   * @throws {RangeError} when a stage moved text, or when the source is shorter than the map knows it
   */
  inverse(sourceLength: number): OffsetMap {
    return OffsetMap.of(this.inverted(sourceLength));
  }

  private *inverted(sourceLength: number): Generator<Run> {
    let at = 0;
    for (let i = 0; i < this.from.length; i++) {
      const [from, to, start, end] = [this.from[i]!, this.to[i]!, this.starts[i]!, this.starts[i + 1]!];
      if (from < at) throw new RangeError("a map that moves or shares text has no inverse");
      yield { length: from - at, from: start, to: start, atomic: true };
      yield { length: to - from, from: start, to: end, atomic: !this.linear[i] };
      at = to;
    }
    if (sourceLength < at) throw new RangeError(`source of ${sourceLength} units, but the map reaches ${at}`);
    yield { length: sourceLength - at, from: this.length, to: this.length, atomic: true };
  }

  /** The runs in output order: `OffsetMap.of` makes the same map of them. */
  runs(): Iterable<Run> {
    return this.runsIn(0, this.length);
  }

  private *composed(inner: OffsetMap): Generator<Run> {
    for (let i = 0; i < this.from.length; i++) {
      const [start, end] = [this.from[i]!, this.to[i]!];
      if (this.linear[i]) {
        yield* inner.runsIn(start, end);
      } else {
        const source = inner.toSource({ start, end });
        yield { length: this.starts[i + 1]! - this.starts[i]!, from: source.start, to: source.end, atomic: true };
      }
    }
  }

  /** The runs that cover output offsets [`start`, `end`), cut to them. */
  private *runsIn(start: number, end: number): Generator<Run> {
    if (end > this.length) throw new RangeError(`offset ${end} is past ${this.length}`);
    for (let i = this.runAt(start); i < this.from.length && this.starts[i]! < end; i++) {
      const [a, b] = [Math.max(start, this.starts[i]!), Math.min(end, this.starts[i + 1]!)];
      const from = this.edge(i, a, this.from);
      yield { length: b - a, from, to: this.linear[i] ? from + (b - a) : this.to[i]!, atomic: !this.linear[i] };
    }
  }

  /** Source offset of an output offset in run `i`: inside a verbatim run exact, else the given edge of the run. */
  private edge(i: number, offset: number, edges: readonly number[]): number {
    return this.linear[i] ? this.from[i]! + (offset - this.starts[i]!) : edges[i]!;
  }

  /** Where a stage moved text, every run of the span counts. */
  private hull(span: Span, first: number, last: number): Span {
    let [start, end] = [Number.POSITIVE_INFINITY, 0];
    for (let i = first; i <= last; i++) {
      start = Math.min(start, this.edge(i, Math.max(span.start, this.starts[i]!), this.from));
      end = Math.max(end, this.edge(i, Math.min(span.end, this.starts[i + 1]!), this.to));
    }
    return { start, end };
  }

  /** Index of the run that holds the unit at an output offset; the last run for the end of the output. */
  private runAt(offset: number): number {
    let low = 0;
    let high = this.from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const verbatim = (run: Run): boolean => !run.atomic && run.to - run.from === run.length;

/** True when two spans share at least one unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** True when `outer` holds all of `inner`. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
