import { ETHNIC_GROUPS } from "../../corpus/gazetteer/aliases.ts";

/** How a text may name a division beside its official name. */
export interface ShortForms {
  /** Forms that still say what kind of division it is: 漾濞县, 昌吉州, 科左中旗. */
  readonly short: readonly string[];
  /** The name alone (漾濞, 长治), two characters or more; null where there is none. */
  readonly bare: string | null;
}

const KINDS = /(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|矿区|新区|特区|联合旗|省|市|县|区|旗|盟)$/;
const WING_BANNER = /^(.).+([左右])翼([左右前后中])旗$/;
const SIDE_BANNER = /^(.).+([左右前后中])旗$/;
/** 左旗 and 前旗 are parts of a name: without 旗 nothing is left to say. */
const WING = /[左右前后中]旗$/;

/**
 * Short forms by rule: the kind of division and the names of ethnic groups fall away.
 * @param name official full name
 */
export function shortForms(name: string): ShortForms {
  const kind = KINDS.exec(name)?.[1] ?? "";
  const whole = name.slice(0, name.length - kind.length);
  const stem = kind.startsWith("自治") || whole.endsWith("族") ? withoutEthnicGroups(whole) : whole;
  const short = new Set<string>();
  const plain = plainKind(kind);
  if (plain && (stem !== whole || plain !== kind)) short.add(stem + plain);
  for (const banner of bannerForms(name)) short.add(banner);
  short.delete(name);
  return { short: [...short], bare: stem.length >= 2 && kind !== "矿区" && !WING.test(name) ? stem : null };
}

/** 自治县 is said 县, 自治州 州, 自治旗 旗; other kinds stay, and an autonomous region has none of its own. */
function plainKind(kind: string): string | null {
  if (kind === "自治县") return "县";
  if (kind === "自治州") return "州";
  if (kind === "自治旗" || kind === "联合旗") return "旗";
  return kind === "区" || kind === "旗" ? kind : null;
}

function withoutEthnicGroups(stem: string): string {
  const group = ETHNIC_GROUPS.find((name) => stem.endsWith(name));
  if (group === undefined) return stem;
  // 东乡族自治县 and 鄂伦春自治旗 are named for the group alone.
  const rest = stem.slice(0, stem.length - group.length);
  return rest === "" ? stem.replace(/族$/, "") : withoutEthnicGroups(rest);
}

/** 土默特左旗 is said 土左旗; 科尔沁左翼中旗 科左中旗; 察哈尔右翼前旗 察右前旗. */
function bannerForms(name: string): string[] {
  if (!WING.test(name)) return [];
  const wing = WING_BANNER.exec(name);
  if (wing) return [`${wing[1]}${wing[2]}${wing[3]}旗`];
  const side = SIDE_BANNER.exec(name);
  return side ? [`${side[1]}${side[2]}旗`] : [];
}
