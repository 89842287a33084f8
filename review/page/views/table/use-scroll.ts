import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type ScrollPlace, ScrollScale } from "./scroll-scale.ts";

/** Rows drawn beyond what is seen, so that a step shows no gap. */
const BEYOND = 8;
/** After so long without a scroll the bar is put where the list stands. */
const IDLE_MS = 150;

/** A stretch of a long list, and how to move it. Heights are CSS pixels. */
export interface ScrolledRows {
  readonly box: RefObject<HTMLDivElement | null>;
  /** An element one row high. */
  readonly probe: RefObject<HTMLDivElement | null>;
  /** First row that is drawn, and the one after the last. */
  readonly first: number;
  readonly last: number;
  /** Rows that are wholly or partly seen. */
  readonly seen: { readonly first: number; readonly last: number };
  /** Height of what is not drawn before and after. */
  readonly before: number;
  readonly after: number;
  /** Part of the first seen row that is above the edge, in rows. */
  readonly fraction: number;
  /** Moves no more than is needed to see the whole row. */
  show(index: number): void;
  /** Puts the edge at a row, or at a fraction of one. */
  putAt(row: number): void;
}

interface Sizes {
  readonly row: number;
  readonly viewport: number;
}

export function useScroll(total: number): ScrolledRows {
  const box = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const sizes = useSizes(box, probe);
  const scale = useMemo(() => new ScrollScale(total * sizes.row, sizes.viewport), [total, sizes]);
  const [place, setPlace] = useState<ScrollPlace>({ scroll: 0, top: 0 });
  const last = useRef(place);
  const move = useCallback((next: ScrollPlace, withBar: boolean) => {
    last.current = next;
    if (withBar && box.current !== null) box.current.scrollTop = next.scroll;
    setPlace(next);
  }, []);
  useLayoutEffect(() => {
    // Fewer rows, or other heights: the same pixel of the list where there still is one.
    if (scale.clamp(last.current.top) !== last.current.top) move(scale.at(last.current.top), true);
  }, [scale, move]);
  useScrollEvents(box, scale, last, move);
  const putAt = (row: number) => move(scale.at(row * sizes.row), true);
  return { box, probe, putAt, ...stretch(place, scale, sizes, total), show: (index) => show(index) };

  function show(index: number): void {
    const { top } = last.current;
    const start = index * sizes.row;
    const end = start + sizes.row - scale.viewport;
    if (start < top) move(scale.at(start), true);
    else if (end > top) move(scale.at(end), true);
  }
}

function stretch({ scroll, top }: ScrollPlace, scale: ScrollScale, { row }: Sizes, total: number) {
  const seen = {
    first: Math.min(total, Math.floor(top / row)),
    last: Math.min(total, Math.ceil((top + scale.viewport) / row)),
  };
  const above = Math.max(0, seen.first - BEYOND);
  // Near the upper end of a scaled list there may be less room above than rows.
  const first = Math.max(above, Math.ceil((top - scroll) / row));
  const last = Math.min(total, seen.last + BEYOND);
  const before = Math.max(0, scroll - top + first * row);
  const after = Math.max(0, scale.height - before - (last - first) * row);
  return { first, last, seen, before, after, fraction: top / row - seen.first };
}

function useScrollEvents(
  box: RefObject<HTMLDivElement | null>,
  scale: ScrollScale,
  last: { readonly current: ScrollPlace },
  move: (next: ScrollPlace, withBar: boolean) => void,
): void {
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => scale.isScaled && move(scale.at(last.current.top), true);
    const onScroll = () => {
      const next = scale.after(last.current, element.scrollTop);
      move(next, false);
      clearTimeout(timer);
      const isAtEnd = next.scroll <= 0 || next.scroll >= scale.height - scale.viewport - 1;
      if (isAtEnd) settle();
      else timer = setTimeout(settle, IDLE_MS);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", onScroll);
    };
  }, [box, scale, last, move]);
}

/** The height of a row follows the size of the font, that of the list the window. */
function useSizes(box: RefObject<HTMLDivElement | null>, probe: RefObject<HTMLDivElement | null>): Sizes {
  const [sizes, setSizes] = useState<Sizes>({ row: 50, viewport: 600 });
  useLayoutEffect(() => {
    const [list, rowHigh] = [box.current, probe.current];
    if (list === null || rowHigh === null) return;
    const measure = () => {
      const head = list.querySelector("thead")?.getBoundingClientRect().height ?? 0;
      const next = { row: rowHigh.getBoundingClientRect().height || 50, viewport: list.clientHeight - head };
      setSizes((old) => (old.row === next.row && old.viewport === next.viewport ? old : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    observer.observe(rowHigh);
    measure();
    return () => observer.disconnect();
  }, [box, probe]);
  return sizes;
}
