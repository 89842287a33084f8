import type { Item } from "../context/item.ts";
import type { PlaceName } from "../context/place-name.ts";
import { isOwner } from "../context/topic.ts";
import { clauseStart } from "./clause.ts";

/** Metrics that a bureau, a town or a company can have of its own. */
const OWN = /^(?:staff\.|budget\.|agencies\.(?:internal|other|enforcement|institution|gov)|paperwork\.|approval\.)/;
const TOWNSHIP_TOO = /^(?:area\.|population\.|division\.(?:village|natural_village|community))/;

/**
 * The nearest place before item `at` that a number of this metric can be about; null where the sentence names none.
 * Who tells the news is passed over, and so is an office that does not open the clause of the number.
 */
export function namedSubject(items: readonly Item[], at: number, metricId: string): PlaceName | null {
  const start = clauseStart(items, at);
  for (let i = at; i >= 0; i--) {
    const item = items[i]!;
    if (item.type !== "place") continue;
    if (item.reporting) {
      // 宁陕县委编办负责人说，…: who speaks for a county speaks of it.
      if (item.holder !== undefined && item.holder.level === "county") return item.holder;
      continue;
    }
    // 州级财政安排两县补助: the several are whom it goes to, where the clause opened with another.
    if (
      item.places.length > 1 &&
      i >= start &&
      !opens(items, i) &&
      items.slice(start, i).some((one, k) => one.type === "place" && !one.reporting && opens(items, start + k))
    )
      continue;
    const [place] = item.places;
    const reaches = i >= start || i === 0 || isActing(items, i, at) || isTopic(items, i, at);
    if (place === undefined || !canOwn(place, metricId, reaches)) continue;
    if (isOwnPart(item.text) && item.pointing) {
      // 前者把旗直党政机构…: whose own they are, the clause has said.
      const owner = items
        .slice(start, i)
        .findLast((one, k) => one.type === "place" && !one.reporting && opens(items, start + k));
      if (owner?.type === "place" && owner.places[0]?.level === place.level) continue;
    }
    if (isGiver(items, i, metricId)) continue;
    if (isAside(items, i) || (i < start && !opens(items, i)) || holdsTopic(items, i)) continue;
    return item.places.length === 1 ? place : together(item.places);
  }
  return null;
}

const isOwnPart = (text: string): boolean => /^[县旗市区州省](?:直|本级|级)/.test(text);

/**
 * 经济部将把9个办公室缩减为6个，内部处室由38个减至33个: a body that did something in an earlier clause goes on doing it, unless
 * its work is the staff and money of others.
 */
function isActing(items: readonly Item[], found: number, at: number): boolean {
  const item = items[found]!;
  if (item.type !== "place" || item.places[0] === undefined || !opens(items, found)) return false;
  // 宜川把水务局、黄河管理站并到一起: what is done with is not who acts.
  if (!isOwner(item.places[0]) || /[把将使让]$/.test(items[found - 1]?.text ?? "")) return false;
  const between = items.slice(found + 1, at);
  return (
    between.some(({ type }) => type === "quantity") &&
    between.every(({ type, text }) => type !== "place" && !/^[；;。]$/.test(text))
  );
}

/** 老叶所在的三都乡，村由22个并成13个: a clause that only names it. */
const isTopic = (items: readonly Item[], found: number, at: number): boolean =>
  items[found - 1]?.text === "的" &&
  /^[，,]$/.test(items[found + 1]?.text ?? "") &&
  modifierOnly(items, found - 1) &&
  items.slice(found + 1, at).every(({ type, text }) => type !== "place" && !/^[；;。]$/.test(text));

/** 落实中央和省级转移支付14.7亿元: who gives stands right before what is given. */
function isGiver(items: readonly Item[], at: number, metricId: string): boolean {
  const next = items[at + 1];
  return metricId === "budget.transfer" && next?.type === "noun" && next.metric === metricId && !opens(items, at);
}

/** True for what a bureau, a town or a company can have of its own. */
export const canHave = (place: PlaceName, metricId: string): boolean => canOwn(place, metricId, true);

/** 英国内阁办公室宣布，两年内撤减岗位2100个: who tells the news is who does it, where nobody else is spoken of. */
export function announcer(items: readonly Item[], at: number, metricId: string): PlaceName | null {
  if (!OWN.test(metricId)) return null;
  const found = items.slice(0, at + 1).findLast((item) => item.type === "place" && item.reporting);
  return found?.type === "place" ? (found.places[0] ?? null) : null;
}

function canOwn({ level, name }: PlaceName, metricId: string, sameClause: boolean): boolean {
  if (level === "township") return sameClause && (OWN.test(metricId) || TOWNSHIP_TOO.test(metricId));
  // A bureau has sections and institutions of its own, but no departments.
  if (level === "organisation")
    return (
      sameClause &&
      OWN.test(metricId) &&
      !(metricId.startsWith("approval.") && /审批|政务/.test(name)) &&
      (metricId !== "agencies.gov" || /院$/.test(name))
    );
  return true;
}

/** 距大理市29公里, 赴浮山县参加培训, 山西南部, 山西日报: on the way, not spoken of. */
function isAside(items: readonly Item[], at: number): boolean {
  const [before, after] = [items[at - 1], items[at + 1]];
  if (before?.type === "text" && ASIDE_BEFORE.test(before.text)) return true;
  const found = items[at];
  if (found?.type === "place" && found.pointing && after?.type === "text" && RANKED.test(after.text)) return true;
  // 中央和省里给的转移支付: both give.
  if (/^[和、]$/.test(after?.text ?? "") && items[at + 2]?.type === "place")
    return isAside(items, at + 2) && isGiving(items[at + 3]);
  return (after?.type === "text" && ASIDE_AFTER.test(after.text)) || isGiving(after);
}

/** 省里给的, 上级下达的. */
const isGiving = (after: Item | undefined): boolean => /^(?:给|下达|拨付|下拨|拨)(?:的|$)/.test(after?.text ?? "");

const ASIDE_BEFORE =
  /(?:距离?|离|赴|前往|毗邻|紧邻|学习|借鉴|来自|途经|邻近|对标|考察|相比|位于|地处|处于|隶属|隶属于|属于?|报|报经|呈报|接壤|连接|通往|驻|位处|安排|支持|下达给|给|向)$/;
/** 在全省算偏少的: what it is compared with. */
const RANKED = /^(?:算|排名|排第|位居|居|名列|前列|最|平均|属)/;
const ASIDE_AFTER =
  /^(?:日报|晚报|早报|晨报|新闻网|大学|籍|人民出版|东|西|南|北|中部|境内|盆地|腹地|高原|山区|边境|交界|接壤|相邻|审批|批准|同意)/;

/** True where a place opens a clause: then later clauses speak of it. */
function opens(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  if (before === undefined) return true;
  if (before.text === "的") return modifierOnly(items, at - 1);
  if (before.type === "text") return OPENERS.test(before.text);
  return before.type !== "noun" && before.type !== "verb" && before.type !== "quantity";
}

/** 一山之隔的云和县: words that lead into the name and nothing else. */
const modifierOnly = (items: readonly Item[], at: number): boolean =>
  items.slice(clauseStart(items, at), at).every(({ type }) => type === "text" || type === "place" || type === "cue");

const OPENERS =
  /^(?:在|把|使|令|让|以|而|则|如|对|由|为|和|与|从|是|\s)$|(?:作为|例如|比如|隔壁的|以及|所以|因此|包括|来看|其中的|此后|随后|之后|同样|另外|此外|不过|目前|如今|按照|根据|依据|相邻的|邻近的|毗邻的|一山之隔的|一河之隔的|与|同)$/;

/** 石楼县……吕梁市: a wider place named in passing, where the sentence opened with one inside it. */
function holdsTopic(items: readonly Item[], at: number): boolean {
  const found = items[at];
  if (found?.type !== "place" || found.pointing || opens(items, at)) return false;
  const outer = found.places[0]?.code;
  return items
    .slice(0, at)
    .some(
      (item, i) => item.type === "place" && !item.reporting && opens(items, i) && isInside(item.places[0]?.code, outer),
    );
}

/** GB/T 2260: a unit's code begins with that of the unit that holds it. */
function isInside(inner: string | null | undefined, outer: string | null | undefined): boolean {
  if (inner == null || outer == null || inner === outer) return false;
  return inner.startsWith(outer.replace(/(?:00)+$/, ""));
}

const together = (places: readonly PlaceName[]): PlaceName => ({
  name: places.map(({ name }) => name).join("、"),
  code: null,
  level: places[0]!.level,
});
