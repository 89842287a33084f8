/**
 * Units of measure. A row: canonical name, family, factor to the family's base, and the ways to write it (Simplified;
 * `extractors/quantities/fold.ts` matches Traditional and full-width forms too). Origin: our own list, 2026-11;
 * factors as legal metrology defines them (1 mu = 2000/3 m2, 1 jin = 0.5 kg, 1 mile = 1609.344 m).
 */
export interface UnitRow {
  readonly unit: string;
  readonly family: string;
  readonly factor: number;
  readonly words: string;
  /** How many units one word stands for: 季度 is three months. */
  readonly times?: number;
  /** May follow 个: 三个小时, 两个百分点. */
  readonly counted?: true;
}

const row = (unit: string, family: string, factor: number, words: string): UnitRow => ({ unit, family, factor, words });
const counted = (unit: string, family: string, factor: number, words: string): UnitRow => ({
  ...row(unit, family, factor, words),
  counted: true,
});

export const UNITS: readonly UnitRow[] = [
  row("nm", "length", 1e-9, "纳米 nm"),
  row("um", "length", 1e-6, "微米 μm"),
  row("mm", "length", 1e-3, "毫米 公厘 mm"),
  row("cm", "length", 1e-2, "厘米 公分 cm"),
  row("dm", "length", 0.1, "分米 dm"),
  row("m", "length", 1, "米 公尺 m"),
  row("km", "length", 1000, "公里 千米 km ㎞"),
  row("li", "length", 500, "华里 里地 里路"),
  row("zhang", "length", 10 / 3, "丈"),
  row("chi", "length", 1 / 3, "尺"),
  row("cun", "length", 1 / 30, "寸"),
  row("inch", "length", 0.0254, "英寸 英吋 吋"),
  row("foot", "length", 0.3048, "英尺 英呎 呎"),
  counted("mile", "length", 1609.344, "英里 哩"),
  row("nmi", "length", 1852, "海里 浬"),
  row("cm2", "area", 1e-4, "平方厘米 平方公分 cm² cm2"),
  row("m2", "area", 1, "平方米 平方公尺 平米 ㎡ m² m2"),
  row("km2", "area", 1e6, "平方公里 平方千米 km² km2 ㎢"),
  row("ha", "area", 1e4, "公顷 ha"),
  row("mu", "area", 2000 / 3, "亩 市亩"),
  row("qing", "area", 200_000 / 3, "顷"),
  row("acre", "area", 4046.856_422_4, "英亩"),
  row("ping", "area", 400 / 121, "坪"),
  row("ft2", "area", 0.092_903_04, "平方英尺 平方呎"),
  row("ug", "mass", 1e-9, "微克 μg"),
  row("mg", "mass", 1e-6, "毫克 mg"),
  row("g", "mass", 1e-3, "克 公克 g"),
  row("kg", "mass", 1, "公斤 千克 kg"),
  row("t", "mass", 1000, "吨 公吨 t"),
  row("jin", "mass", 0.5, "斤 市斤"),
  row("liang", "mass", 0.05, "两"),
  row("dan", "mass", 50, "担"),
  row("lb", "mass", 0.453_592_37, "磅"),
  row("oz", "mass", 0.028_349_523_125, "盎司"),
  row("mL", "volume", 1e-3, "毫升 ml mL"),
  row("L", "volume", 1, "升 公升 L l"),
  row("m3", "volume", 1000, "立方米 立方公尺 m³ m3"),
  counted("gal", "volume", 3.785_411_784, "加仑"),
  row("km/h", "speed", 1, "公里每小时 千米每小时 公里/小时 千米/小时 公里/时 km/h"),
  row("m/s", "speed", 3.6, "米每秒 米/秒 m/s"),
  row("ms", "time", 1e-3, "毫秒 ms"),
  row("second", "time", 1, "秒钟 秒 s"),
  counted("minute", "time", 60, "分钟 min"),
  { ...row("minute", "time", 60, "刻钟"), times: 15 },
  counted("hour", "time", 3600, "小时 钟头 h"),
  row("day", "time", 86_400, "天 日"),
  counted("week", "time", 604_800, "星期 礼拜"),
  row("week", "time", 604_800, "周"),
  row("month", "time", 2_592_000, "个月"),
  { ...row("month", "time", 2_592_000, "个季度"), times: 3 },
  row("year", "time", 31_536_000, "年 周年"),
  counted("workday", "workday", 1, "工作日"),
  row("age_day", "age", 1 / 365, "天大"),
  row("age_week", "age", 7 / 365, "周大 个星期大"),
  row("age_month", "age", 1 / 12, "个月大"),
  row("age_year", "age", 1, "岁 周岁"),
  row("degC", "degC", 1, "摄氏度 ℃ °C"),
  row("degF", "degF", 1, "华氏度 ℉ °F 华氏°"),
  row("deg", "deg", 1, "度 °"),
  row("bit", "data", 1, "比特"),
  row("kbit", "data", 1e3, "千比特"),
  row("Mbit", "data", 1e6, "兆比特"),
  row("B", "data", 8, "字节"),
  row("kB", "data", 8e3, "千字节 kB KB"),
  row("MB", "data", 8e6, "兆字节 MB"),
  row("GB", "data", 8e9, "吉字节 GB"),
  row("TB", "data", 8e12, "太字节 TB"),
  row("W", "power", 1, "瓦 瓦特"),
  row("kW", "power", 1e3, "千瓦 kW"),
  row("MW", "power", 1e6, "兆瓦 MW"),
  row("kWh", "energy", 1, "千瓦时 度电 kWh"),
  row("MWh", "energy", 1e3, "兆瓦时 MWh"),
  row("kcal", "energy", 1 / 860.420_650_095_602, "千卡 大卡 kcal"),
  row("Hz", "frequency", 1, "赫兹 赫 Hz"),
  row("kHz", "frequency", 1e3, "千赫 千赫兹 kHz"),
  row("MHz", "frequency", 1e6, "兆赫 兆赫兹 MHz"),
  row("GHz", "frequency", 1e9, "吉赫 千兆赫 GHz"),
  row("percent", "percent", 1, "%"),
  row("permille", "percent", 0.1, "‰"),
  counted("percentage_point", "point", 1, "百分点"),
  row("multiple", "multiple", 1, "倍"),
];

/** Words before a number that change what the unit after it means. */
export const LEADING_UNITS: readonly { readonly words: string; readonly makes: Readonly<Record<string, string>> }[] = [
  { words: "摄氏 摄氏温度 零上", makes: { deg: "degC" } },
  { words: "华氏 华氏温度", makes: { deg: "degF" } },
  { words: "每小时 时速 时速约 时速达", makes: { km: "km/h" } },
  { words: "每秒 每秒钟", makes: { m: "m/s" } },
];

/** Words that begin like a unit and are none: 三年级, 5升级, 一担任. */
export const NO_UNITS =
  "年级 年度 年代 年初 年末 年底 年报 年均 年产 日报 日本 日前 日常 日均 周边 周期 周末 周刊 周围 周转 周一 周二 周三 周四 周五 周六 周日 天然 天下 天津 天山 天河 天气 两者 两岸 两会 两地 两级 两委 " +
  "升级 升格 升学 升任 升为 升幅 丈夫 尺度 寸土 度假 度过 担任 担心 担保 担当 担负 度数 克服 克拉 米粉 米饭 瓦解 瓦房 倍增 倍数 倍受 斤斤 秒杀 顷刻 时代 时间 时期 时候";

/** Classifiers for people; every other classifier counts things. */
export const PERSON_CLASSIFIERS = "人 名 位 人口 人员";

/** Classifiers, and nouns that are counted without one (2镇7乡, 17个县). */
export const CLASSIFIERS =
  "个 大类 大项 家 项 件 份 次 支 条 场 所 户 只 座 部 辆 台 套 种 类 批 期 间 栋 幢 篇 本 张 页 票 轮 门 扇 道 处 层 宗 起 例 桶 瓶 盏 顶 根 把 碗 趟 遍 回 " +
  "代 组 队 班 节 桩 笔 颗 粒 株 棵 头 匹 口 架 艘 列 封 幅 枚 对 双 打 箱 盒 包 杯 片 段 句 章 卷 册 集 声 席 桌 床 具 串 束 堆 排 行 款 尊 " +
  "人次 户次 家次 件次 车次 场次 批次 班次 频次 户家 标段 倍次 个次 " +
  "镇 乡 县 村 市 省 区 旗 州 街道 社区 乡镇 部门 单位 机构 科室 股室 处室 局 委 院 校 馆 站 岗 职 员 学时 课时 题 块 股 注 则 胎 盘 宿 字 站点 辈";

/** Words that begin like a classifier and are none: 5个人所得税 is no matter, 3人民法院 and 两级联动 are. */
export const NO_CLASSIFIERS =
  "人民 人均 人大 人工 人事 人力 名单 名称 名义 名为 名列 位数 位于 位置 位列 次于 次年 次日 次要 项目部 条件 条例 场地 所有 所属 所辖 所得 户籍 户均 户口 支出 支付 支持 支援 支撑 份额 批准 批复 批示 级别 处理 处于 处置 处级 " +
  "起草 起来 起诉 起点 起步 例如 例外 头部 口头 口径 本市 本报 本次 本级 本县 本省 本身 本来 本地 本月 本年 回应 回到 回来 回升 回落 代表 代理 代替 代码 节约 节省 节目 节能 列入 列为 列席 对比 对应 对于 对口 对外 对接 对其 对此 对照 对象 " +
  "把关 台湾 台账 台州 套用 门口 门户 道路 道德 集中 集体 集团 集合 集约 集成 步行 步伐 组织 组成 组建 组团 队伍 层面 层级 轮流 轮换 间接 间隔 间的 部分 部署 部长 部级 部委 科技 科学 科级 班子 班车 章程 段落 片区 包括 包含 包干 包装 排名 排查 " +
  "行政 行动 行业 行为 市场 市民 市级 市长 市委 市直 县级 县直 县委 县长 省级 省委 省直 省长 区域 区级 区长 村民 村级 镇级 镇长 乡村 乡级 乡亲 局长 局面 局部 委员会 委托 国家 国际 国有 国务院 国道 州级 州长 院长 校长 站长 站在 职务 职工 职能 职责 职级 职数 员工 版权 题为 股份 股权 股东 注册 注重 则是 盘活 晚上 字样 字号 员额 类似 类别 类型 种植 种子 期间 期限 期末 期刊 声明 声音 席位 款项 具体 具有 具备 票据 页码 张家 张某 区划 委办 户外 站所 届全 户型 打造 打击 打破 打印 双方 双双 口岸 头条 串联 束缚 排放 排序 堆积 行使 行程 回顾 回复 回报 次数 人数 户数 件数 世纪 年代";
