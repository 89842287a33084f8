/** Characters of Chinese numerals in both scripts and in financial forms. Origin: our own list, 2026-11. */

/** Digits in everyday writing. 两 and 幺 are digits only where `numeral.ts` says so. */
export const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  兩: 2,
  幺: 1,
  俩: 2,
  倆: 2,
  仨: 3,
};

/** Digits of cheques and contracts. */
export const FINANCIAL_DIGITS: Readonly<Record<string, number>> = {
  壹: 1,
  壱: 1,
  贰: 2,
  貳: 2,
  弍: 2,
  叁: 3,
  叄: 3,
  參: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};

/** Financial characters that are common words too (大陆, 队伍, 收拾, 放肆, 參加): numerals only beside another one. */
export const WEAK_CHARACTERS = "陆陸伍肆拾參";

/** Exponents of ten that build a section below 10,000. */
export const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 };

/** Exponents of ten that close a section. */
export const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8, 兆: 12 };

/** Digit and ten in one character. */
export const TENS: Readonly<Record<string, number>> = { 廿: 2, 卄: 2, 卅: 3, 卌: 4 };

/** An unknown digit: 十几, 数百. */
export const UNKNOWN_DIGITS = "几幾数數";

/** What follows a round number and says that there is more: 五百余万, 三十多亿; 来 says about. */
export const SURPLUS = "余餘多来來";

export const POINTS = "点點";
export const NEGATIVE_SIGNS = "负負-－−";

/** 千 before these is a part of the unit (12千米), not of the numeral. */
export const AFTER_KILO = "米克瓦卡赫伏帕焦";

/** 兆 before these is a part of the unit (50兆字节). */
export const AFTER_MEGA = "字赫瓦比位欧歐帕焦";

/** 数 after these is a noun (人数十二万, 总数百余), not an unknown digit. */
export const BEFORE_NUMBER_OF = "人总總件户戶次倍指岁歲系位名多少半参參常分整实實基职職票字";
