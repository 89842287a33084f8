import { metric } from "../vocabulary/metrics.ts";
import type { Item, NounItem } from "./item.ts";
import { hasCue } from "./item.ts";

/** Sections of a township are bodies of the township, whatever else they are called. */
const OF_TOWNSHIP = /(?:乡镇|镇|乡|街道|苏木)/;
const BODIES = new Set(["agencies.internal", "agencies.other", "agencies.institution", "agencies.party_gov"]);

/**
 * Joins nouns that stand together into one compound whose last noun counts: 事业单位|领导职数 are posts,
 * 乡镇|内设机构 bodies of townships. A scope word or 的 between them joins too.
 */
export function compound(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    if (extendsPeople(joined.at(-1), item)) {
      const head = joined.pop() as NounItem;
      joined.push({ ...head, end: item.end, text: head.text + item.text });
      continue;
    }
    joined.push(item);
    while (joinLast(joined));
  }
  return joined;
}

/** 编外窗口人员, 临聘辅助人员: what kind of people they are stands first, what they do after. */
const extendsPeople = (head: Item | undefined, item: Item): boolean =>
  head?.type === "noun" &&
  /^(?:编外|临聘|聘用|超编|在编)$/.test(head.text) &&
  item.type === "text" &&
  /^.{0,4}(?:人员|干部|教师)$/.test(item.text);

function joinLast(items: Item[]): boolean {
  const head = items.at(-1);
  if (head?.type !== "noun") return false;
  const link = items.at(-2)?.text === "的" ? 2 : 1;
  const before = items.at(-1 - link);
  if (before === undefined || !(before.type === "noun" || hasCue(before, "scope"))) return false;
  // 减少机构的人员经费 joins; 12个乡镇的干部 keeps its own count of towns.
  const counted = before.type === "noun" && items.at(-2 - link)?.type === "quantity";
  if (counted && link === 2) return false;
  items.splice(-1 - link, link + 1, joinedNoun(before, head));
  return true;
}

function joinedNoun(before: Item, head: NounItem): NounItem {
  const modifier =
    (before.type === "noun" ? before.modifier : "") +
    before.text.slice(before.type === "noun" ? before.modifier.length : 0) +
    head.modifier;
  return {
    type: "noun",
    start: before.start,
    end: head.end,
    text: before.text + head.text,
    metric: headMetric(modifier, head.metric),
    modifier,
  };
}

function headMetric(modifier: string, found: string): string {
  return BODIES.has(found) && OF_TOWNSHIP.test(modifier) && metric(found).unit === "count"
    ? "agencies.township"
    : found;
}
