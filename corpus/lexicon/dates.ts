/** Words of dates and periods. Keys are Simplified, as `fold.ts` leaves them. Origin: our own lists, 2026-11. */

/** Traditional, full-width and variant characters of dates, each with the one it is read as; lengths never change. */
export const DATE_VARIANTS =
  "號号 週周 個个 後后 這这 兩两 禮礼 點点 農农 曆历 歷历 舊旧 陰阴 閏闰 臘腊 節节 國国 慶庆 間间 當当 時时 從从 過过 來来 內内 許许 財财 " +
  "開开 為为 與与 紀纪 陽阳 勞劳 動动 婦妇 兒儿 親亲 誕诞 聖圣 師师 黨党 軍军 園园 將将 擬拟 計计 畫划 劃划 規规 歲岁 臺台 幣币 該该 鐘钟 鍾钟 " +
  "種种 廠厂 縣县 鎮镇 樓楼 線线 機机 門门 館馆 數数 幾几 億亿 萬万 餘余 樹树 戀恋 愛爱 護护 記记 貳二 贰二 參三 叁三 壹一 柒七 捌八 玖九 東东 對对 學学 會会 議议 鄉乡 尋寻 聽听 穀谷 蟄蛰 滿满 處处 驚惊 雙双 復复 髮发 " +
  "○〇 Ｏ〇 ◯〇 ０0 １1 ２2 ３3 ４4 ５5 ６6 ７7 ８8 ９9 ：: ∶: ／/ ．. －- ‐- ‑- –- ―— ─— ～~ 〜~ ー- •· ・· ‧· （( ）)";

/** Years counted from the reference year. `text` ones count from the year the text speaks of, where it does. */
export const RELATIVE_YEARS: Readonly<
  Record<string, { readonly offset: number; readonly from: "reference" | "text" }>
> = {
  今年: { offset: 0, from: "reference" },
  本年: { offset: 0, from: "reference" },
  这一年: { offset: 0, from: "reference" },
  去年: { offset: -1, from: "reference" },
  前年: { offset: -2, from: "reference" },
  大前年: { offset: -3, from: "reference" },
  明年: { offset: 1, from: "reference" },
  下年: { offset: 1, from: "reference" },
  出年: { offset: 1, from: "reference" },
  来年: { offset: 1, from: "reference" },
  后年: { offset: 2, from: "reference" },
  大后年: { offset: 3, from: "reference" },
  下一年: { offset: 1, from: "reference" },
  上年: { offset: -1, from: "text" },
  前一年: { offset: -1, from: "text" },
  后一年: { offset: 1, from: "text" },
  上一年: { offset: -1, from: "text" },
  当年: { offset: 0, from: "text" },
  同年: { offset: 0, from: "text" },
  该年: { offset: 0, from: "text" },
  次年: { offset: 1, from: "text" },
  翌年: { offset: 1, from: "text" },
};

/** Days counted from the reference day, or from the day the text speaks of. */
export const RELATIVE_DAYS: Readonly<Record<string, { readonly offset: number; readonly from: "reference" | "text" }>> =
  {
    今天: { offset: 0, from: "reference" },
    今日: { offset: 0, from: "reference" },
    今儿: { offset: 0, from: "reference" },
    今早: { offset: 0, from: "reference" },
    今晨: { offset: 0, from: "reference" },
    今晚: { offset: 0, from: "reference" },
    今夜: { offset: 0, from: "reference" },
    寻日: { offset: -1, from: "reference" },
    琴日: { offset: -1, from: "reference" },
    听日: { offset: 1, from: "reference" },
    大前日: { offset: -3, from: "reference" },
    大后日: { offset: 3, from: "reference" },
    昨天: { offset: -1, from: "reference" },
    昨日: { offset: -1, from: "reference" },
    昨晚: { offset: -1, from: "reference" },
    昨夜: { offset: -1, from: "reference" },
    前天: { offset: -2, from: "reference" },
    前日: { offset: -2, from: "reference" },
    大前天: { offset: -3, from: "reference" },
    明天: { offset: 1, from: "reference" },
    明日: { offset: 1, from: "reference" },
    明早: { offset: 1, from: "reference" },
    明晨: { offset: 1, from: "reference" },
    明晚: { offset: 1, from: "reference" },
    后天: { offset: 2, from: "reference" },
    后日: { offset: 2, from: "reference" },
    大后天: { offset: 3, from: "reference" },
    当天: { offset: 0, from: "text" },
    当日: { offset: 0, from: "text" },
    同日: { offset: 0, from: "text" },
    次日: { offset: 1, from: "text" },
    翌日: { offset: 1, from: "text" },
  };

/** A day named for what is kept on it. */
export type Holiday =
  | { readonly kind: "solar" | "lunar"; readonly month: number; readonly day: number }
  /** Days before the first day of the lunar year. */
  | { readonly kind: "before-new-year"; readonly days: number }
  | { readonly kind: "weekday"; readonly month: number; readonly week: number; readonly weekday: number }
  /** The day on which the sun reaches a longitude, in degrees. */
  | { readonly kind: "term"; readonly degrees: number };

const solar = (month: number, day: number): Holiday => ({ kind: "solar", month, day });
const term = (degrees: number): Holiday => ({ kind: "term", degrees });
const lunar = (month: number, day: number): Holiday => ({ kind: "lunar", month, day });

export const HOLIDAYS: Readonly<Record<string, Holiday>> = {
  元旦: solar(1, 1),
  情人节: solar(2, 14),
  妇女节: solar(3, 8),
  植树节: solar(3, 12),
  愚人节: solar(4, 1),
  劳动节: solar(5, 1),
  青年节: solar(5, 4),
  护士节: solar(5, 12),
  儿童节: solar(6, 1),
  建党节: solar(7, 1),
  建军节: solar(8, 1),
  教师节: solar(9, 10),
  国庆节: solar(10, 1),
  国庆: solar(10, 1),
  记者节: solar(11, 8),
  光棍节: solar(11, 11),
  平安夜: solar(12, 24),
  圣诞节: solar(12, 25),
  春节: lunar(1, 1),
  大年初一: lunar(1, 1),
  元宵节: lunar(1, 15),
  端午节: lunar(5, 5),
  端午: lunar(5, 5),
  七夕: lunar(7, 7),
  七夕节: lunar(7, 7),
  中元节: lunar(7, 15),
  中秋节: lunar(8, 15),
  中秋: lunar(8, 15),
  重阳节: lunar(9, 9),
  除夕: { kind: "before-new-year", days: 1 },
  大年三十: { kind: "before-new-year", days: 1 },
  清明节: term(15),
  清明: term(15),
  冬至: term(270),
  夏至: term(90),
  立春: term(315),
  立夏: term(45),
  立秋: term(135),
  立冬: term(225),
  春分: term(0),
  秋分: term(180),
  惊蛰: term(345),
  谷雨: term(30),
  芒种: term(75),
  处暑: term(150),
  霜降: term(210),
  寒露: term(195),
  小暑: term(105),
  大暑: term(120),
  小寒: term(285),
  大寒: term(300),
  双十一: solar(11, 11),
  双11: solar(11, 11),
  双12: solar(12, 12),
  双十二: solar(12, 12),
  万圣节: solar(10, 31),
  消费者权益日: solar(3, 15),
  香港回归纪念日: solar(7, 1),
  国家公祭日: solar(12, 13),
  腊八节: lunar(12, 8),
  元宵: lunar(1, 15),
  重阳: lunar(9, 9),
  中元: lunar(7, 15),
  母亲节: { kind: "weekday", month: 5, week: 2, weekday: 7 },
  父亲节: { kind: "weekday", month: 6, week: 3, weekday: 7 },
  感恩节: { kind: "weekday", month: 11, week: 4, weekday: 4 },
};

/** Days that some call by month and day alone, where a word such as 节 or 假期 stands behind. */
export const NUMBERED_HOLIDAYS: Readonly<Record<string, Holiday>> = {
  三八: solar(3, 8),
  五一: solar(5, 1),
  五四: solar(5, 4),
  六一: solar(6, 1),
  七一: solar(7, 1),
  八一: solar(8, 1),
  十一: solar(10, 1),
};

/** Terms of the solar year whose names are common words: only behind a year or before 节气. */
export const AMBIGUOUS_TERMS: Readonly<Record<string, number>> = {
  小雪: 240,
  大雪: 255,
  白露: 165,
  小满: 60,
  雨水: 330,
};

/** First month of each season; winter runs into the next year. */
export const SEASONS: Readonly<Record<string, number>> = { 春: 3, 夏: 6, 秋: 9, 冬: 12 };

/** First years of China's five-year plans; from the third on they follow each other without a gap. */
export const FIRST_PLAN_YEARS = [1953, 1958, 1966] as const;

/** First year of the Republican calendar, minus one. */
export const MINGUO_EPOCH = 1911;
