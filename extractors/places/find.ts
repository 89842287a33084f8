import type { Span } from "../../schemas/span.ts";
import { childrenOf, type Division, isWithin } from "./division.ts";
import { foreignLength, soundsForeign } from "./foreign.ts";
import { isCommonWord, isWordStem, type Name, namesAt, type PlaceForm } from "./lexicon.ts";

/** A name of a division as it stands in a text. */
export interface PlaceMention extends Span {
  readonly text: string;
  /** What it may mean: several where counties share a name. Never empty; today's divisions before former ones. */
  readonly entries: readonly Division[];
  readonly form: PlaceForm;
  /** The characters are often something else: count it only where `resolvePlace` finds the document's word for it. */
  readonly risky: boolean;
  /** True when the mention directly before, without a gap, holds this one (山西省|忻州市|河曲县). */
  readonly chained: boolean;
}

/**
 * Finds names of divisions in Simplified text, in order, without overlaps; time grows with the length of the text only.
 * At each place the longest name wins; a bare name yields to a full one that starts inside it.
 */
export function findPlaces(text: string): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let at = 0; at < text.length - 1; ) {
    const previous = found.at(-1);
    const mention = mentionAt(text, at, previous?.end === at ? previous : undefined);
    const foreign = foreignLength(text, at);
    if (mention === undefined || mention.end - at < foreign) {
      at += Math.max(1, foreign);
      continue;
    }
    found.push(mention);
    at = mention.end;
  }
  return found;
}

function mentionAt(text: string, at: number, before: PlaceMention | undefined): PlaceMention | undefined {
  for (const name of namesAt(text.slice(at, at + 2))) {
    if (!text.startsWith(name.text, at)) continue;
    const cut = beforeMiddleDistrict(text, at, name);
    const inside = before
      ? name.divisions.filter((inner) => before.entries.some((outer) => isWithin(inner, outer)))
      : [];
    const verdict = inside.length > 0 ? chainedVerdict(text, at, name) : standingVerdict(text, at, name);
    if (verdict === "no") continue;
    const end = at + name.text.length - (cut ? 1 : 0);
    return {
      start: at,
      end,
      text: text.slice(at, end),
      entries: inside.length > 0 ? inside : name.divisions,
      form: cut ? "bare" : name.form,
      risky: verdict === "risky",
      chained: inside.length > 0,
    };
  }
  return undefined;
}

type Verdict = "yes" | "risky" | "no";

/** 济南市中区 is 济南's 市中区, not 济南市 and 中区. */
function beforeMiddleDistrict(text: string, at: number, name: Name): boolean {
  const end = at + name.text.length;
  if (name.form !== "official" || !text.startsWith("市中区", end - 1)) return false;
  return name.divisions.some((division) => childrenOf(division).some((child) => child.name === "市中区"));
}

/** After the name of what holds it a name can hardly be a word, unless a longer word goes on behind it. */
function chainedVerdict(text: string, at: number, name: Name): Verdict {
  if (goesOn(text, at, name)) return "no";
  return name.word ? "risky" : "yes";
}

function standingVerdict(text: string, at: number, name: Name): Verdict {
  if (goesOn(text, at, name)) return "no";
  // 密苏|里兰州, 贝克|斯县: the end of a longer foreign name.
  if (/[州县市]$/.test(name.text) && name.stem < 3 && name.text.length < 3 && soundsForeign(text, at)) return "no";
  if (name.form === "bare") return bareVerdict(text, at, name);
  if (name.stem === 1 && !name.risky) return shortStemVerdict(text, at);
  const before = text[at - 1];
  // 各镇|原有
  if (/[各每]/.test(before ?? "") && /^[镇乡县市]/.test(name.text)) return "no";
  const left = isHan(before) && isCommonWord(before + text[at]!);
  // 主城区 is no 城区, wherever the document is.
  const everywhere = name.risky && (name.text.length === 2 || name.text.includes("城"));
  if (everywhere && isHan(before) && !/[和与及在到的对辖]/.test(before)) return "no";
  // 建成|都市 is not 成都市, nor 大同|城区 同城区.
  const split = left && (name.text.endsWith("区") || (name.stem === 2 && isCommonWord(name.text.slice(1, 3))));
  return name.risky || split ? "risky" : "yes";
}

/** 示范县, 提高县级 and 市和县 are not 范县, 高县 and 和县. */
function shortStemVerdict(text: string, at: number): Verdict {
  const before = text[at - 1];
  // 富县强民 and 兴县富民 are slogans.
  if (!isHan(before)) return /^[富兴]县[富强兴民裕之]/.test(text.slice(at, at + 3)) ? "no" : "yes";
  const year = before === "年" && /[\d〇零一二三四五六七八九]/.test(text[at - 2] ?? "");
  if (year || /[在到对以把据从由经给赴于将为]/.test(before)) return "yes";
  if (isCommonWord(before + text[at]!)) return "no";
  return isWordStem(text[at]!) ? "risky" : "yes";
}

function bareVerdict(text: string, at: number, name: Name): Verdict {
  const end = at + name.text.length;
  const [before, after] = [text[at - 1], text[end]];
  if (isHan(after) && /^[镇乡村路街桥屯寨](?![村镇])/.test(text.slice(end, end + 2))) return "no";
  if (/[江河湖溪水海川洮湟沅]$/.test(name.text) && WATER.test(text.slice(end, end + 3))) return "no";
  // 嫩|江西|岸
  if (/[东南西北]$/.test(name.text) && /[岸畔]/.test(text[end] ?? "")) return "no";
  if (yieldsToFullName(text, at, end) || isPersonal(text, at, end)) return "no";
  if (name.text.length > 2) return name.risky ? "risky" : "yes";
  const left = isHan(before) && isCommonWord(before + text[at]!);
  // 民政|和|人力资源: a last character that is a conjunction belongs to what follows.
  const right = isHan(after) && (text[end - 1] === "和" || isCommonWord(text[end - 1]! + after));
  if (left && (right || name.risky || isRiverBank(text, end))) return "no";
  if (right && name.risky) return "no";
  return name.risky ? "risky" : "yes";
}

/** 嫩江西岸, 清江流域: the river, not the city named after it. */
const WATER =
  /^(?:[东南西北左右两沿][岸畔]|[岸畔滨]|流域|[上中下]游|干流|支流|特?大桥|水系|沿线|水域|河段|河道|航道|航运|水电|水库|堤|大堤|水质|源头|入海)/;

/** 镇长吴永康, 张安康说: a title and a family name before it, or a family name that opens a clause and a word of speech after. */
const isPersonal = (text: string, at: number, end: number): boolean =>
  PERSON.test(text.slice(Math.max(0, at - 3), at)) ||
  (SPEAKS.test(text.slice(end, end + 2)) && SPEAKER.test(text.slice(Math.max(0, at - 2), at)));

const SPEAKS = /^(?:称|说|表示|指出|介绍|认为|强调|坦言|透露|补充|解释|回应|答复|指|笑)/;
const FAMILY =
  "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙史陶贺毛郝顾龚邵万覃武钱戚]$";
const PERSON = new RegExp(`(?:长|书记|主任|记者|通讯员|委员|主席|代表|队员|先生|编辑|言人|责人)${FAMILY}`);
const SPEAKER = new RegExp(`(?:^|[。，；：\\s“”])${FAMILY}`);

/** 黄河北岸 and 长江西部 speak of a river. */
const isRiverBank = (text: string, end: number): boolean =>
  /[东南西北]/.test(text[end - 1]!) && /[岸部麓侧段端坡面缘]/.test(text[end] ?? "");

/** True when a full or short name starts inside [`at`, `end`) and ends behind it. */
function yieldsToFullName(text: string, at: number, end: number): boolean {
  for (let inner = at + 1; inner < end; inner++) {
    for (const name of namesAt(text.slice(inner, inner + 2))) {
      if (name.form === "bare" || inner + name.text.length <= end || !text.startsWith(name.text, inner)) continue;
      if (name.stem > 1 && !goesOn(text, inner, name)) return true;
    }
  }
  return false;
}

/** True when the kind of division is the start of another word: 吉林市场, 沿海区域, 贫困县级. */
function goesOn(text: string, at: number, name: Name): boolean {
  const after = text[at + name.text.length];
  if (after === undefined || name.form === "bare") return false;
  const last = name.text.at(-1)!;
  if (last === "市") return /[场值盈价]/.test(after);
  if (last === "区") return /[域间位块]/.test(after);
  if (last === "旗") return /[帜舰]/.test(after);
  return last === "县" && after === "级" && (name.stem === 1 || isCommonWord(name.text.slice(0, 2)));
}

const isHan = (char: string | undefined): char is string => char !== undefined && /\p{Script=Han}/u.test(char);
