/** Other names of divisions, and what keeps short names from being taken where they do not stand. Our own lists, 2026-11. */
export const ALIASES_ORIGIN = {
  package: "none",
  version: "-",
  licence: "MIT",
  source: "our own list; the ethnic groups are the 56 recognised ones",
  date: "2026-11",
} as const;

/** Names of ethnic groups as they stand in names of autonomous divisions. Longer names first where one ends another. */
export const ETHNIC_GROUPS: readonly string[] =
  "柯尔克孜 达斡尔族 哈萨克族 维吾尔族 鄂温克族 鄂伦春族 乌孜别克族 塔吉克族 俄罗斯族 哈萨克 维吾尔 塔吉克 蒙古族 蒙古 锡伯族 锡伯 回族 藏族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 土族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 阿昌族 普米族 怒族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 门巴族 珞巴族 基诺族 各族".split(
    " ",
  );

/** Abbreviations of provinces, safe in compounds only (`晋北`, `川渝`); never looked for on their own. */
export const PROVINCE_ABBREVIATIONS: Readonly<Record<string, string>> = {
  京: "110000",
  津: "120000",
  冀: "130000",
  晋: "140000",
  蒙: "150000",
  辽: "210000",
  吉: "220000",
  黑: "230000",
  沪: "310000",
  苏: "320000",
  浙: "330000",
  皖: "340000",
  闽: "350000",
  赣: "360000",
  鲁: "370000",
  豫: "410000",
  鄂: "420000",
  湘: "430000",
  粤: "440000",
  桂: "450000",
  琼: "460000",
  渝: "500000",
  川: "510000",
  蜀: "510000",
  黔: "520000",
  贵: "520000",
  滇: "530000",
  藏: "540000",
  陕: "610000",
  秦: "610000",
  甘: "620000",
  陇: "620000",
  青: "630000",
  宁: "640000",
  新: "650000",
  台: "710000",
  港: "810000",
  澳: "820000",
};

/** Names that no rule yields: alias, then the official full name and, where several divisions share it, the code. */
export const ALIASES: readonly (readonly [alias: string, official: string])[] = [
  ["广西自治区", "广西壮族自治区"],
  ["宁夏自治区", "宁夏回族自治区"],
  ["新疆自治区", "新疆维吾尔自治区"],
  ["内蒙", "内蒙古自治区"],
  ["版纳州", "西双版纳傣族自治州"],
  ["西双版纳", "西双版纳傣族自治州"],
  ["博州", "博尔塔拉蒙古自治州"],
  ["克州", "克孜勒苏柯尔克孜自治州"],
  ["巴音郭楞州", "巴音郭楞蒙古自治州"],
  ["锡盟", "锡林郭勒盟"],
  ["阿盟", "阿拉善盟"],
  ["前郭县", "前郭尔罗斯蒙古族自治县"],
  ["阜蒙县", "阜新蒙古族自治县"],
  ["喀左县", "喀喇沁左翼蒙古族自治县"],
  ["杜蒙县", "杜尔伯特蒙古族自治县"],
  ["察县", "察布查尔锡伯自治县"],
  ["塔县", "塔什库尔干塔吉克自治县"],
  ["莫旗", "莫力达瓦达斡尔族自治旗"],
  ["达茂旗", "达尔罕茂明安联合旗"],
  ["东乌旗", "东乌珠穆沁旗"],
  ["西乌旗", "西乌珠穆沁旗"],
  ["陈旗", "陈巴尔虎旗"],
  ["阿鲁旗", "阿鲁科尔沁旗"],
  ["克旗", "克什克腾旗"],
  ["香港特区", "香港特别行政区"],
  ["港府", "香港特别行政区"],
  ["澳门特区", "澳门特别行政区"],
  ["澳府", "澳门特别行政区"],
  ["特区政府", "香港特别行政区"],
  ["特区政府", "澳门特别行政区"],
  ["台湾地区", "台湾省"],
  ["台湾当局", "台湾省"],
  ["中国大陆", "中华人民共和国"],
];

/**
 * Official names that are also plain words (`主城区`, `市中区`): they name a division only right after one that holds
 * them, or where the document does so elsewhere.
 */
export const GENERIC_NAMES: ReadonlySet<string> = new Set(
  "城区 矿区 郊区 市中区 老城区 新城区 新市区 解放区 港口区 海港区 东区 西区 南区 北区 中区 城东区 城西区 城南区 城北区 城中区 老边区 离岛区".split(
    " ",
  ),
);

/** Stems of one character that are also verbs, conjunctions or plain adjectives: 和县, 富县, 应县. */
export const WORD_STEMS = "和富兴应达成古单高索";

/** Bare names that mostly mean something else: a mountain range, a lake, a cloth, a family name. */
export const RISKY_BARE_NAMES: ReadonlySet<string> = new Set(
  "大新 大兴安岭 太湖 洪湖 黄山 泰山 中山 东方 金沙 红河 怒江 澜沧 元江 大方 大关 万年 万全 平安 平和 同心 正定 平定 海西 海东 东乡 西乡 东海 南海 北海 共和 通道 合作 互助 朝阳 长安 太平 大城 新城 新丰 南山 东山 西山 和平 永安 青山 东风 金山 宝山 吉安 回民 江北 江东".split(
    " ",
  ),
);
