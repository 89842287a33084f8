import { useEffect, useRef } from "preact/hooks";
import { go } from "../../address.ts";
import { t } from "./texts.ts";

interface PlotFrameProps {
  readonly parts: readonly SVGSVGElement[];
  /** What the picture is called. */
  readonly label: string;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/**
 * The drawn parts in the page. A mark is a link to its evidence; the Tab key stops at one of them, and arrow keys go from
 * mark to mark.
 */
export function PlotFrame({ parts, label }: PlotFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.replaceChildren(...parts);
    for (const part of parts) part.setAttribute("role", "presentation");
    linksIn(frame.current).forEach((link, at) => {
      link.setAttribute("tabindex", at === 0 ? "0" : "-1");
    });
  }, [parts]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const links = linksIn(frame.current);
    const at = links.indexOf(event.target as SVGAElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = links[step(at, links.length - 1)]!;
    links[at]!.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  };
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go({ view: "queue", fact: new URLSearchParams(hrefIn(link)).get("fact") });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: marks of a picture are no fields of a form
    <div
      ref={frame}
      class="plot-frame"
      role="group"
      aria-label={`${label}. ${t("link")}`}
      {...{ onKeyDown, onClick }}
    />
  );
}

const XLINK = "http://www.w3.org/1999/xlink";
const hrefIn = (link: Element): string => link.getAttributeNS(XLINK, "href") ?? link.getAttribute("href") ?? "";
const linksIn = (frame: Element | null): SVGAElement[] => [...(frame?.querySelectorAll<SVGAElement>("a") ?? [])];
