import { MINGUO_EPOCH, RELATIVE_YEARS } from "../../corpus/lexicon/dates.ts";
import { anchorFor, statedYear } from "./context.ts";
import { continuing, GAP, sticky, TO } from "./cursor.ts";
import { partsOf } from "./day.ts";
import type { Head } from "./head.ts";
import { type Closed, STATED, yearOf, yearReading } from "./reading.ts";
import { DIGIT, readSmall, SMALL } from "./small-number.ts";

const YEAR_END = "年(?!级|轮|头|代|来|的?历史|以上|多|余)(?:度|份)?(?:财政年度)?";
const SECOND_YEAR = `(?=(?:${TO}|、)(?:\\d{2}|\\d{4}|${DIGIT}{2}|${DIGIT}{4})${GAP}年)`;

const FULL_YEAR = sticky(
  `(?:公元)?(\\d{4}|${DIGIT}{4})${GAP}(?:${YEAR_END}|财政?年(?:度)?|${SECOND_YEAR}|(?=Q[1-4](?![\\dA-Za-z])|H[12](?![\\dA-Za-z])))`,
);
export const fullYear: Head = (cursor) => {
  if (cursor.before(3) === "公元前") return null;
  const match = cursor.eat(FULL_YEAR);
  const year = match ? readSmall(match[1]!) : null;
  return year === null || year < 1000 || year > 2999 ? null : yearReading(year, STATED);
};

const BEFORE_CHRIST = sticky(`公元前(?:\\d{1,4}|[一二三四五六七八九十百千零〇]{1,7})年`);
/** 公元前221年: a year that neither ISO form nor any reference can hold; its span still keeps numbers out. */
export const yearBeforeChrist: Head = (cursor) =>
  cursor.eat(BEFORE_CHRIST) ? { ...yearReading(1, STATED), low: null, high: null, aside: true } : null;

/** Years below 1000 need 公元 or a month behind them; anything else of three figures is a length. */
const EARLY_YEAR = sticky(`(?:公元(\\d{1,3}|${DIGIT}{1,3})年|(${DIGIT}{3})年(?=${GAP}${SMALL}月))`);
export const earlyYear: Head = (cursor) => {
  const match = cursor.eat(EARLY_YEAR);
  const year = match ? readSmall(match[1] ?? match[2]!) : null;
  return year ? yearReading(year, STATED) : null;
};

const SHORT_YEAR = sticky(
  `(\\d{2}|${DIGIT}{2})${GAP}年(?:度|份)?(?=${GAP}(?:(?:[公西阳新农阴旧]历)?(?:正|腊|冬|${SMALL})${GAP}月|前[一二三四五六七八九十两\\d]{1,2}个|[上下]半年|第?[一二三四1-4]季度))`,
);
/** 15年3月, 零五年, 八五年: two figures, of this century up to 49. Alone, 15年 and 七八年 are lengths. */
export const shortYear: Head = (cursor, context) => {
  const match =
    cursor.eat(SHORT_YEAR) ?? cursor.eat(BARE_SHORT_YEAR) ?? (context.second ? cursor.eat(SECOND_SHORT) : null);
  const number = match ? readSmall(match[1]!) : null;
  if (number === null) return null;
  if (context.minguo && number >= 80) return yearReading(MINGUO_EPOCH + number, STATED);
  return yearReading(number + (number < 50 ? 2000 : 1900), STATED);
};

const APPROXIMATE_PAIRS = "(?!五六|六七|七八|八九)";
const BARE_SHORT_YEAR = sticky(
  `([零〇0]${DIGIT}|0\\d|${APPROXIMATE_PAIRS}[五六七八九]${DIGIT})年(?![级内前后来间以之多])`,
);
const SECOND_SHORT = continuing(`(\\d{2}|${DIGIT}{2})年(?![级内前后来间以之多])`);

const MINGUO = sticky(`(?:中华)?民国(元|\\d{1,3}|[一二三四五六七八九十百零〇]{1,5})${GAP}年(?:度)?`);
const MINGUO_MARKED = sticky(`(1\\d\\d|9\\d)${GAP}年度`);
const MINGUO_DATED = sticky(`(1[0-3]\\d)${GAP}年(?:度|(?=${GAP}${SMALL}${GAP}月)|(?=[初底末]))`);
/** 100 to 139 in figures or words. */
const MINGUO_NUMBER = `1[0-3]\\d|一[〇零一二三]${DIGIT}|一百(?:零[一二三四五六七八九]|[一二三]?十[一二三四五六七八九]?)?`;
const MINGUO_BARE = sticky(`(${MINGUO_NUMBER})${GAP}年度?(?![历来以内前后间]|之[前后内]|[多余])`);
/** 民國八十七年 in any text; 115年度 and 114年5月, which nothing else is; 114年 alone only in Taiwan's text. */
export const minguoYear: Head = (cursor, context) => {
  const match =
    cursor.eat(MINGUO) ??
    (context.minguo
      ? (cursor.eat(MINGUO_MARKED) ?? cursor.eat(MINGUO_BARE) ?? cursor.eat(MINGUO_SHORT))
      : cursor.eat(MINGUO_DATED));
  const number = match ? (match[1] === "元" ? 1 : readSmall(match[1]!)) : null;
  return number === null ? null : yearReading(MINGUO_EPOCH + number, STATED);
};

const NAMES = Object.keys(RELATIVE_YEARS).sort((a, b) => b.length - a.length);
const RELATIVE = sticky(`(${NAMES.join("|")}|上年(?=度)|这年)(?![纪龄轻货味幼糕])(?:度(?!假|日)|份)?(?:同期)?`);
const POINTERS = /[同该次翌]年/;
const ASIDE_BEFORE = /[比较与和]$/;
export const relativeYear: Head = (cursor, context) => {
  const before = cursor.before(1);
  if (/[近历多以之往百千马]/.test(before)) return null;
  const match = cursor.eat(RELATIVE);
  if (!match) return null;
  const { offset, from } = RELATIVE_YEARS[match[1]!] ?? { offset: 0, from: "reference" as const };
  const nearby = from === "text" ? anchorFor(cursor, context) : null;
  const pointer = POINTERS.test(match[1]!) ? statedYear(cursor, context) : null;
  const usable = nearby?.yearStated ? nearby : pointer;
  const year = usable ? yearOf(usable) : partsOf(context.today).year;
  const origin = usable && usable.origin !== "reference" ? "anchor" : "reference";
  const reading: Closed = yearReading(year + offset, { origin, yearStated: true });
  // 当年 without a year before it is as often an idiom: no fact can stand in it.
  if (match[1] === "当年" && !usable) return { ...reading, aside: true, iso: [null, null] };
  const aside = (from === "text" && offset !== 0) || match[0].endsWith("同期") || ASIDE_BEFORE.test(before);
  return aside ? { ...reading, aside } : reading;
};

const MINGUO_SHORT = sticky(`(\\d{2}|[二三四五六七八九]?十[一二三四五六七八九]?)${GAP}年(?=${GAP}${SMALL}${GAP}月)`);

const SEXAGENARY = sticky("([甲乙丙丁戊己庚辛壬癸])([子丑寅卯辰巳午未申酉戌亥])年");
/** 甲辰年: the nearest year of that name. */
const sexagenaryYear: Head = (cursor, context) => {
  const match = cursor.eat(SEXAGENARY);
  if (!match) return null;
  const [stem, branch] = ["甲乙丙丁戊己庚辛壬癸".indexOf(match[1]!), "子丑寅卯辰巳午未申酉戌亥".indexOf(match[2]!)];
  // 1984 began a cycle of ten stems and twelve branches.
  const inCycle = (((stem * 6 - branch * 5) % 60) + 60) % 60;
  const { year } = partsOf(context.today);
  const cycles = Math.round((year - 1984 - inCycle) / 60);
  if ((stem - branch) % 2 !== 0) return null;
  return yearReading(1984 + inCycle + cycles * 60, { origin: "reference", yearStated: true });
};

const WHOLE_YEAR = sticky("全年(?!龄|级|度假)");
/** 全年: all of the year that the sentence speaks of. */
const wholeYear: Head = (cursor, context) => {
  const anchor = cursor.eat(WHOLE_YEAR) ? anchorFor(cursor, context) : null;
  if (!anchor?.yearStated) return null;
  return yearReading(yearOf(anchor), {
    origin: anchor.origin === "reference" ? "reference" : "anchor",
    yearStated: true,
  });
};

const DURING_YEAR = sticky("年内(?=[,，。、]|$|[将要再已前完实基拟计])");
/** 年内: within this year. */
export const thisYear: Head = (cursor, context) =>
  /[\d一二三四五六七八九十百两几多]/.test(cursor.before(1)) || !cursor.eat(DURING_YEAR)
    ? null
    : yearReading(partsOf(context.today).year, { origin: "reference", yearStated: false });

/** Years that start with a figure. */
export const FIGURE_YEARS: readonly Head[] = [fullYear, minguoYear, earlyYear, shortYear];
/** Years that start with a word: 公元, 民国, 今年. */
export const YEAR_HEADS: readonly Head[] = [
  yearBeforeChrist,
  fullYear,
  minguoYear,
  earlyYear,
  sexagenaryYear,
  relativeYear,
  wholeYear,
  thisYear,
];
