import { describe, expect, test } from "@jest/globals";
import { readQuantities } from "../../../extractors/quantities/index.ts";
import type { Quantity } from "../../../schemas/mention.ts";

/** `text=value unit/classifier bound`, with `low..high` for a range. */
function told({ text, value, range, unit, classifier, bound }: Quantity): string {
  const level = range === null ? String(value) : `${range[0]}..${range[1]}`;
  const said = [unit, classifier].filter(Boolean).join("/");
  return [`${text}=${level}`, said, bound === "exact" ? "" : bound].filter(Boolean).join(" ");
}
const read = (text: string): string[] => readQuantities(text).map(told);

describe("counts, with bounds on both sides", () => {
  test.each([
    ["精简为22个", "22个=22 count/个"],
    ["１１個", "１１個=11 count/个"],
    ["核减为659名", "659名=659 person/名"],
    ["收回近300名", "近300名=300 person/名 lt"],
    ["净减逾200名", "逾200名=200 person/名 gt"],
    ["增至1630余人", "1630余人=1630 person/人 gt"],
    ["一千二百多個", "一千二百多個=1200 count/个 gt"],
    ["22萬1,600餘人", "22萬1,600餘人=221600 person/人 gt"],
    ["約17萬8千個", "約17萬8千個=178000 count/个 approx"],
    ["1万5,７７０人", "1万5,７７０人=15770 person/人"],
    ["不得超过23个", "不得超过23个=23 count/个 le"],
    ["120个以内", "120个以内=120 count/个 le"],
    ["20个左右", "20个左右=20 count/个 approx"],
    ["最多2名", "最多2名=2 person/名 le"],
    ["至少有10次", "至少有10次=10 count/次 ge"],
    ["不到四百名", "不到四百名=400 person/名 lt"],
    ["同比减少逾千份", "逾千份=1000 count/份 gt"],
    ["近百个", "近百个=100 count/个 lt"],
    ["上百人", "上百人=100 person/人 ge"],
    ["二千多人", "二千多人=2000 person/人 gt"],
    ["十来个", "十来个=10 count/个 approx"],
    ["三萬多人口", "三萬多人口=30000 person/人口 gt"],
    ["1 860人", "1 860人=1860 person/人"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));
});

describe("vague numerals and ranges", () => {
  test.each([
    ["十几个", "十几个=11..19 count/个"],
    ["数十名", "数十名=20..90 person/名"],
    ["几十个", "几十个=20..90 count/个"],
    ["六七个", "六七个=6..7 count/个"],
    ["三四百人", "三四百人=300..400 person/人"],
    ["三、四百人", "三、四百人=300..400 person/人"],
    ["3至5人", "3至5人=3..5 person/人"],
    ["30—40人", "30—40人=30..40 person/人"],
    ["3~5个", "3~5个=3..5 count/个"],
    ["3万至5万元", "3万至5万元=30000..50000 CNY/元"],
    ["1万元--5万元", "1万元--5万元=10000..50000 CNY/元"],
    ["八到九百亿", "八到九百亿=80000000000..90000000000"],
    ["七千到九千亿元", "七千到九千亿元=700000000000..900000000000 CNY/元"],
    ["十八至三十万日元", "十八至三十万日元=180000..300000 JPY/日元"],
    ["20%-30%", "20%-30%=20..30 percent/%"],
    ["5-20%", "5-20%=5..20 percent/%"],
    ["两至三成", "两至三成=20..30 percent/成"],
    ["3年以上7年以下", "3年以上7年以下=3..7 year/年"],
    ["500米至2公里", "500米至2公里=0.5..2 km/公里"],
    ["10000与20000之间", "10000与20000之间=10000..20000"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));
});

describe("shares, multiples and ratios", () => {
  test.each([
    ["下降37.1%", "37.1%=37.1 percent/%"],
    ["百分之三十七点一", "百分之三十七点一=37.1 percent/百分之三十七点一"],
    ["减少超四分之一", "超四分之一=25 percent gt"],
    ["近一半", "近一半=50 percent/一半 lt"],
    ["佔近半、", "近半=50 percent/半 lt"],
    ["少开三成", "三成=30 percent/成"],
    ["八成二可以", "八成二=82 percent/成"],
    ["下降一成多", "一成多=10 percent/成 gt"],
    ["占支出的八成以上", "八成以上=80 percent/成 ge"],
    ["约占支出的七成", "七成=70 percent/成 approx"],
    ["最多可裁并一成", "一成=10 percent/成 le"],
    ["不得逾職員總數5%", "5%=5 percent/% le"],
    ["打9.9折", "9.9折=99 percent/折"],
    ["翻了一番", "翻了一番=100 percent/翻了一番"],
    ["翻两番", "翻两番=300 percent/翻两番"],
    ["增加1.2倍", "1.2倍=1.2 multiple/倍"],
    ["回落4.6个百分点", "4.6个百分点=4.6 percentage_point/个百分点"],
    ["5‰", "5‰=5 permille/‰"],
    ["约为15:1", "约为15:1=15 ratio approx"],
    ["達到1∶14", "1∶14=14 ratio"],
    ["变成十二比一", "十二比一=12 ratio"],
    ["則為二十點六比一", "二十點六比一=20.6 ratio"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));
});

describe("money and measures", () => {
  test.each([
    ["节约1500万元", "1500万元=15000000 CNY/元"],
    ["超1,150万元", "超1,150万元=11500000 CNY/元 gt"],
    ["128億8,371萬餘元", "128億8,371萬餘元=12883710000 CNY/元 gt"],
    ["3兆349億元", "3兆349億元=3034900000000 CNY/元"],
    ["8000万元以上", "8000万元以上=80000000 CNY/元 ge"],
    ["十二块五毛", "十二块五毛=12.5 CNY/块"],
    ["人民币壹角整", "人民币壹角整=0.1 CNY/角"],
    ["新台币177.1亿元", "新台币177.1亿元=17710000000 TWD/元"],
    ["HK$500万", "HK$500万=5000000 HKD"],
    ["US$1.2亿", "US$1.2亿=120000000 USD"],
    ["五百萬澳門元", "五百萬澳門元=5000000 MOP/澳门元"],
    ["不宜超过300平方公里", "不宜超过300平方公里=300 km2/平方公里 le"],
    ["约0.9公頃", "约0.9公頃=0.9 ha/公顷 approx"],
    ["3000万亩", "3000万亩=30000000 mu/亩"],
    ["二百多公里", "二百多公里=200 km/公里 gt"],
    ["4,000米以上", "4,000米以上=4000 m/米 ge"],
    ["1小时40分钟", "1小时40分钟=100 minute/分钟"],
    ["4分15秒", "4分15秒=255 second/秒"],
    ["两年零三个月", "两年零三个月=27 month/个月"],
    ["一个半小时", "一个半小时=1.5 hour/个小时"],
    ["九個多小時", "九個多小時=9 hour/个小时 gt"],
    ["20多年", "20多年=20 year/年 gt"],
    ["60岁以上", "60岁以上=60 age_year/岁 ge"],
    ["负二十三摄氏度", "负二十三摄氏度=-23 degC/摄氏度"],
    ["三米九", "三米九=3.9 m/米"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));
});

describe("neighbours do not fuse", () => {
  test.each([
    ["12个、9个", ["12个=12 count/个", "9个=9 count/个"]],
    ["其中事业单位58家300名", ["58家=58 count/家", "300名=300 person/名"]],
    ["辖2镇7乡", ["2镇=2 count/镇", "7乡=7 count/乡"]],
    ["从210名到420名", ["210名=210 person/名", "420名=420 person/名"]],
    ["由36个减至22个", ["36个=36 count/个", "22个=22 count/个"]],
    ["党委机构（个）\t11\t8", ["11=11", "8=8"]],
    ["31票對4票", ["31票=31 count/票", "4票=4 count/票"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("no quantities", () => {
  test.each([
    "一把手",
    "三重一大",
    "十四五",
    "统一",
    "七台河",
    "三明市",
    "第二批",
    "12345热线",
    "2020年12月",
    "9日",
    "8:30",
    "第36次会议",
    "〔2024〕17号",
    "第3号",
    "SF031",
    "FCR(2025-26)18",
    "G312",
    "0994-4823110",
    "電話(02)2397-9298轉310",
    "3919 3129",
    "一些",
    "一样",
    "一起",
    "一直",
    "一旦",
    "一定",
    "一般",
    "一致",
    "同一",
    "唯一",
    "万一",
    "千万不要",
    "老百姓",
    "千方百计",
    "三农",
    "四川",
    "五一",
    "九寨沟",
    "十堰",
    "十分清楚",
    "大陆",
    "队伍",
    "❶",
    "一、",
    "（三）",
    "1.",
    "https://a.cn/20",
    "a1@b.cn",
    "80后",
    "三年级",
    "66号",
    "315国道",
    "附件2",
    "3/7页码：3/7".slice(3),
  ])("%s", (text) => expect(read(`${text}。`)).toEqual([]));
});

test("spans that are excluded start nothing", () => {
  expect(readQuantities("2019年撤并12个", [{ start: 0, end: 5 }]).map(told)).toEqual(["12个=12 count/个"]);
});

describe("hostile text", () => {
  const units = [
    "1",
    "千",
    "1,",
    "1至",
    "百分之",
    "半",
    "1/",
    "1:",
    "(1)",
    "a1",
    "一天",
    "1块",
    "￥",
    "最多",
    "\ud840",
  ];
  test.each(units)("a hundred thousand of %j", (unit) => {
    const text = unit.repeat(100_000);
    for (const { start, end } of readQuantities(text).slice(0, 10)) expect(end - start).toBeLessThan(100);
  });

  test("a million digits beside a quantity", () => {
    expect(read(`${"7".repeat(1_000_000)}，减少12个`)).toEqual(["12个=12 count/个"]);
  });
});
