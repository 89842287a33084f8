import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { covers, OffsetMap, overlaps, type Run, type Span } from "../../schemas/span.ts";

/** `&lt;` and a dropped tag before `b`, then a line feed without a source. */
const EXAMPLE = OffsetMap.of([
  { length: 2, from: 0, to: 2 },
  { length: 1, from: 2, to: 6 },
  { length: 3, from: 9, to: 12 },
  { length: 1, from: 12, to: 12 },
  { length: 4, from: 12, to: 14 },
]);

describe("OffsetMap.toSource", () => {
  test.each<[string, Span, Span]>([
    ["inside a verbatim run", { start: 0, end: 1 }, { start: 0, end: 1 }],
    ["the whole of an entity", { start: 2, end: 3 }, { start: 2, end: 6 }],
    ["across a dropped tag", { start: 1, end: 4 }, { start: 1, end: 10 }],
    ["up to a dropped tag, not over it", { start: 0, end: 3 }, { start: 0, end: 6 }],
    ["text without a source", { start: 6, end: 7 }, { start: 12, end: 12 }],
    ["a part of an atomic run", { start: 8, end: 9 }, { start: 12, end: 14 }],
    ["everything", { start: 0, end: 11 }, { start: 0, end: 14 }],
    ["nothing at the start", { start: 0, end: 0 }, { start: 0, end: 0 }],
    ["nothing behind a dropped tag", { start: 3, end: 3 }, { start: 9, end: 9 }],
    ["nothing at the end", { start: 11, end: 11 }, { start: 14, end: 14 }],
  ])("%s", (_name, span, source) => expect(EXAMPLE.toSource(span)).toEqual(source));

  test.each([
    { start: -1, end: 0 },
    { start: 3, end: 2 },
    { start: 0, end: 12 },
    { start: Number.NaN, end: 1 },
  ])("refuses %j", (span) => expect(() => EXAMPLE.toSource(span)).toThrow(RangeError));

  test("an empty map leads to the empty beginning", () => {
    expect(OffsetMap.of([]).toSource({ start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
    expect(OffsetMap.identity(0).length).toBe(0);
  });

  test("moved text: the span over all that produced it", () => {
    const moved = OffsetMap.of([
      { length: 3, from: 10, to: 13 },
      { length: 5, from: 0, to: 5 },
    ]);
    expect(moved.toSource({ start: 2, end: 4 })).toEqual({ start: 0, end: 13 });
    expect(moved.toSource({ start: 0, end: 2 })).toEqual({ start: 10, end: 12 });
    expect(moved.toSource({ start: 4, end: 6 })).toEqual({ start: 1, end: 3 });
  });
});

describe("OffsetMap.of", () => {
  test.each<[string, Run]>([
    ["negative length", { length: -1, from: 0, to: 0 }],
    ["negative source", { length: 1, from: -1, to: 0 }],
    ["source backwards", { length: 1, from: 2, to: 1 }],
  ])("refuses a %s", (_name, run) => expect(() => OffsetMap.of([run])).toThrow(RangeError));

  test("joins verbatim runs, and never atomic ones", () => {
    const runs = [
      ...OffsetMap.of([verbatim(0, 2), verbatim(2, 5), { length: 2, from: 5, to: 7, atomic: true }]).runs(),
    ];
    expect(runs).toEqual([
      { length: 5, from: 0, to: 5, atomic: false },
      { length: 2, from: 5, to: 7, atomic: true },
    ]);
  });

  test("a million runs", () => {
    const runs = Array.from({ length: 1_000_000 }, (_, i) => ({ length: 1, from: 2 * i, to: 2 * i + 1 }));
    const map = OffsetMap.of(runs).compose(OffsetMap.identity(2_000_000));
    expect(map.toSource({ start: 999_999, end: 1_000_000 })).toEqual({ start: 1_999_998, end: 1_999_999 });
  });
});

describe("OffsetMap.compose", () => {
  test("part of an atomic run stays atomic, also where its length happens to agree", () => {
    const inner = OffsetMap.of([{ length: 4, from: 0, to: 2 }]);
    const outer = OffsetMap.of([verbatim(0, 2)]);
    expect(outer.compose(inner).toSource({ start: 0, end: 1 })).toEqual({ start: 0, end: 2 });
  });

  test("refuses an inner map that is too short", () => {
    expect(() => OffsetMap.identity(5).compose(OffsetMap.identity(4))).toThrow(RangeError);
  });
});

test("inverse leads forward; dropped text leads to nothing", () => {
  const forward = EXAMPLE.inverse(20);
  expect(forward.length).toBe(20);
  expect(forward.toSource({ start: 1, end: 10 })).toEqual({ start: 1, end: 4 });
  expect(forward.toSource({ start: 7, end: 8 })).toEqual({ start: 3, end: 3 });
  expect(forward.toSource({ start: 15, end: 20 })).toEqual({ start: 11, end: 11 });
  expect(() => EXAMPLE.inverse(13)).toThrow(RangeError);
});

describe("properties", () => {
  test("toSource gives the hull of what each unit came from", () => {
    fc.assert(
      fc.property(ascendingRuns, fc.nat(), fc.nat(), (runs, a, b) => {
        const map = OffsetMap.of(runs);
        const units = unitsOf(runs);
        expect(map.length).toBe(units.length);
        const [start, end] = [a % (units.length + 1), b % (units.length + 1)].sort((x, y) => x - y) as [number, number];
        if (start < end) expect(map.toSource({ start, end })).toEqual(hull(units.slice(start, end)));
      }),
    );
  });

  test("compose is one map after the other", () => {
    fc.assert(
      fc.property(ascendingRuns, fc.array(fc.tuple(fc.nat(9), fc.nat(9))), fc.nat(), fc.nat(), (runs, cuts, a, b) => {
        const inner = OffsetMap.of(runs);
        const outer = OffsetMap.of(cutsOf(cuts, inner.length));
        const both = outer.compose(inner);
        expect(both.length).toBe(outer.length);
        const [start, end] = [a % (outer.length + 1), b % (outer.length + 1)].sort((x, y) => x - y) as [number, number];
        if (start < end) expect(both.toSource({ start, end })).toEqual(inner.toSource(outer.toSource({ start, end })));
      }),
    );
  });

  test("identity changes nothing on either side", () => {
    fc.assert(
      fc.property(ascendingRuns, (runs) => {
        const map = OffsetMap.of(runs);
        const sourceLength = Math.max(0, ...runs.map(({ to }) => to));
        expect([...map.compose(OffsetMap.identity(sourceLength)).runs()]).toEqual([...map.runs()]);
        expect([...OffsetMap.identity(map.length).compose(map).runs()]).toEqual([...map.runs()]);
      }),
    );
  });
});

test.each([
  [{ start: 0, end: 2 }, { start: 1, end: 3 }, true, false],
  [{ start: 0, end: 2 }, { start: 2, end: 3 }, false, false],
  [{ start: 0, end: 5 }, { start: 1, end: 3 }, true, true],
])("%j and %j: overlap %s, cover %s", (a, b, isOverlap, isCover) => {
  expect(overlaps(a, b)).toBe(isOverlap);
  expect(covers(a, b)).toBe(isCover);
});

function verbatim(from: number, to: number): Run {
  return { length: to - from, from, to };
}

/** Runs as stages make them: [gap, output length, source length, atomic]. */
const ascendingRuns = fc
  .array(fc.tuple(fc.nat(4), fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 30 })
  .map((rows) => {
    let at = 0;
    return rows.map(([gap, length, size, atomic]): Run => {
      const from = at + gap;
      at = from + (length > 0 ? Math.max(1, size) : size);
      return { length, from, to: at, atomic };
    });
  });

function unitsOf(runs: readonly Run[]): Span[] {
  return runs.flatMap(({ length, from, to, atomic }) =>
    Array.from({ length }, (_, i) =>
      !atomic && to - from === length ? { start: from + i, end: from + i + 1 } : { start: from, end: to },
    ),
  );
}

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

/** Verbatim runs over a source of `length` units: [gap, size]. */
function cutsOf(cuts: readonly (readonly [number, number])[], length: number): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const [gap, size] of cuts) {
    const from = Math.min(length, at + gap);
    const to = Math.min(length, from + size);
    if (to > from) runs.push(verbatim(from, to));
    at = to;
  }
  return runs;
}
