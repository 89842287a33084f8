import { hasCue, type Item } from "../context/item.ts";
import { clauseStart } from "./clause.ts";
import type { Frame } from "./frame.ts";

/** How many frames may stand between the two sides. */
const REACH = 40;

/**
 * Joins the two sides of a contrast that spans clauses: 过去党政部门33个……现在党政部门减到22个 is one transition.
 * @param itemsOf the items of a sentence by its index
 */
export function joinContrasts(
  frames: readonly Frame[],
  itemsOf: (sentence: number) => readonly Item[],
  blockOf: (sentence: number) => number,
): Frame[] {
  const gone = new Set<Frame>();
  for (const [index, later] of frames.entries()) {
    const end = later.fields.get("after") ?? later.fields.get("value");
    if (end === undefined || later.fields.has("before") || !opensWith(later, itemsOf, "later")) continue;
    const sides = frames
      .slice(Math.max(0, index - REACH), index)
      .filter((one) => one !== later && !gone.has(one) && isEarlierSide(one, later, itemsOf, blockOf));
    const earlier = sides.findLast(({ label }) => label.endsWith(later.label)) ?? sides.at(-1);
    if (earlier === undefined) continue;
    const start = earlier.fields.get("value")!;
    earlier.fields.delete("value");
    earlier.fields.set("before", start);
    earlier.fields.set("after", end);
    for (const [field, value] of later.fields)
      if (field !== "value" && field !== "after" && !earlier.fields.has(field)) earlier.fields.set(field, value);
    earlier.comparison ??= later.comparison;
    if (earlier.sentence === later.sentence)
      earlier.span = { start: earlier.span.start, end: Math.max(earlier.span.end, later.span.end) };
    gone.add(later);
  }
  joinReversed(frames, gone, itemsOf);
  return frames.filter((frame) => !gone.has(frame));
}

/** 如今22个，改革前是36个: the later side said first. */
function joinReversed(
  frames: readonly Frame[],
  gone: Set<Frame>,
  itemsOf: (sentence: number) => readonly Item[],
): void {
  for (const [index, earlier] of frames.entries()) {
    const start = earlier.fields.get("value");
    if (gone.has(earlier) || start === undefined || earlier.fields.size > 1 || !opensWith(earlier, itemsOf, "earlier"))
      continue;
    const later = frames
      .slice(Math.max(0, index - REACH), index)
      .find(
        (one) =>
          one !== earlier &&
          !gone.has(one) &&
          one.sentence === earlier.sentence &&
          one.span.start < earlier.span.start &&
          one.metric === earlier.metric &&
          one.subject.name === earlier.subject.name &&
          one.scope === earlier.scope &&
          one.fields.has("value") &&
          !one.fields.has("before") &&
          opensWith(one, itemsOf, "later"),
      );
    if (later === undefined) continue;
    later.fields.set("after", later.fields.get("value")!);
    later.fields.delete("value");
    later.fields.set("before", start);
    later.comparison ??= "reform";
    later.span = { start: later.span.start, end: Math.max(later.span.end, earlier.span.end) };
    gone.add(earlier);
  }
}

function isEarlierSide(
  earlier: Frame,
  later: Frame,
  itemsOf: (sentence: number) => readonly Item[],
  blockOf: (sentence: number) => number,
): boolean {
  const merged = later.rule === "result" && /^agencies\./.test(earlier.metric) && /^agencies\./.test(later.metric);
  if (
    (earlier.metric !== later.metric && !merged) ||
    earlier.subject.name !== later.subject.name ||
    (!merged && earlier.scope !== later.scope)
  )
    return false;
  if (earlier.fields.size !== 1 || !earlier.fields.has("value")) return false;
  if (
    earlier.sentence > later.sentence ||
    blockOf(earlier.sentence) !== blockOf(later.sentence) ||
    later.sentence - earlier.sentence > 1
  )
    return false;
  return (
    (earlier.sentence < later.sentence || earlier.span.end < later.span.end) && opensWith(earlier, itemsOf, "earlier")
  );
}

/** 去年3.4个，今年1.9个: years contrast too. */
const saysYear = (item: Item, side: "earlier" | "later"): boolean =>
  item.type === "date" && (side === "earlier" ? /^(?:去年|上年)/ : /^今年/).test(item.text);

/** True when a word of that side stands before the frame, in its clause or the one it continues. */
function opensWith(frame: Frame, itemsOf: (sentence: number) => readonly Item[], side: "earlier" | "later"): boolean {
  const items = itemsOf(frame.sentence);
  const at = items.findIndex(({ end }) => end > frame.span.start);
  const other = side === "earlier" ? "later" : "earlier";
  const start = clauseStart(items, at);
  for (let i = items.findLastIndex(({ start: from }) => from < frame.span.end); i >= 0; i--) {
    if (hasCue(items[i], side) || saysYear(items[i]!, side)) return true;
    if (hasCue(items[i], other) || saysYear(items[i]!, other) || /^[。；;]$/.test(items[i]!.text)) return false;
    if (side === "later" && i < start - 8) return false;
  }
  return false;
}
