import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

const [LEAST, MOST] = [320, 960];

/** Width of an element in px, as far as a picture makes use of it. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(MOST);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => setWidth(Math.max(LEAST, Math.min(MOST, Math.floor(current.clientWidth))));
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
