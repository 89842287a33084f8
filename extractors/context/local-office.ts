import type { Division } from "../places/index.ts";
import type { OrganisationMention } from "../places/organisations.ts";
import { lineage } from "./lineage.ts";
import type { Named } from "./named.ts";
import type { SettledPlace } from "./survey.ts";

/** Offices that speak and act for their whole county: what they tell is not their own. */
const FOR_ALL =
  /编办|编制|财政|组织|人社|人力资源|人事|公务员|统计|审计|发展|发改|改革|机关事务|办公室|办公厅|委员会|宣传|督查|政务服务|行政审批|大数据|国有资产|国资/;
/** How far back a name is looked for, in places. */
const NEAR = 60;

/** 县教育局 by its full name: 会昌县教育局 in news of that county. Empty where it acts for all, or whose it is stays open. */
export function localOffice(
  { start, end, name }: OrganisationMention,
  places: readonly SettledPlace[],
  focus: Division | null,
): Named[] {
  if (FOR_ALL.test(name)) return [];
  const holder = holderOf(name[0]!, start, places) ?? (focus && lineage(focus).find((one) => fits(one, name[0]!)));
  if (!holder) return [];
  const full = { name: holder.name + name.slice(1), code: null, level: "organisation" } as const;
  return [{ start, end, division: null, name: full, holder }];
}

function holderOf(kind: string, at: number, places: readonly SettledPlace[]): Division | null {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= Math.max(0, low - NEAR); i--) {
    const found = lineage(places[i]!.division).find((one) => fits(one, kind));
    if (found) return found;
  }
  return null;
}

const LEVELS: Readonly<Record<string, Division["level"]>> = {
  省: "province",
  州: "prefecture",
  县: "county",
  旗: "county",
};

function fits({ level, name }: Division, kind: string): boolean {
  if (kind === "区") return name.endsWith("区") && level !== "prefecture" && level !== "nation";
  if (kind === "市") return name.endsWith("市");
  return LEVELS[kind] === level;
}
