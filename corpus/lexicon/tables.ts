import type { Modality } from "../../schemas/fact.ts";

/**
 * How tables speak: heads of columns, labels of rows, units.
 * Origin: our own reading of tables in notices, accounts and communiqués, 2026-11.
 */

/** What a reform does, before 前 and 后: 改革前, 清理后. */
const REFORM =
  "(?:改革|机改|机构改革|调整|精简|优化|整合|合并|撤并|归并|核定|重新核定|清理|清退|压减|压缩|消化|下放|划转|重组|实施|规范|撤销|核减|瘦身)";

/** Columns and rows that say nothing of a level or a change: shares of a whole, ranks, averages, remarks. */
export const NO_NUMBERS =
  /占|比重|为预算|为调整预算|完成(?:年初|年度|全年|调整)?(?:预算|目标|计划)|完成率|执行率|进度|排名|位次|名次|序号|编号|备注|说明|电话|人均|户均|均价|每人|得分|评分|满意|缺编|空编|密度/;

/** A rate of change: the sign stands in the cell unless the words say which way. */
export const RATE_COLUMN =
  /(?:[增减升降变±]|精简|压缩|同比|环比|[比较](?:上|去|前)[年期月]|[比较]20\d\d年).*(?:[%％率幅]|比例|百分比)|增幅|降幅|减幅|增速|幅度|[±＋+]\s*[-−–—]?\s*[%％]/;

export const BEFORE_COLUMN = new RegExp(`${REFORM}(?:之|以)?前|^原(?:有|数|来|编|机构|核|设|$)|原有|原数|此前`);
export const AFTER_COLUMN = new RegExp(`${REFORM}(?:之|以)?后|现设`);
/** Beside a column of what was, the present is what became of it; alone it is a level. */
export const PRESENT_COLUMN = /^(?:现有|现|目前|保留|现行|现存|实际保留)/;

/** A number that went or came, by its words: 撤销, 新设; 增减 leaves the sign to the cell. */
export const CHANGE_COLUMNS: readonly (readonly [sign: -1 | 0 | 1, words: RegExp])[] = [
  [0, /增减|增\s*[（(]?[+＋]|变化|变动|升降|增\/减|增、减|差额|净变/],
  [
    -1,
    /减少|精简(?!后|前)|压减(?!后|前)|核减(?!后|前)|净减|撤销(?!后|前)|撤并(?!后|前)|取消|裁撤|核销|收回|注销|下降|清退(?!后|前)|辞退|^减/,
  ],
  [1, /增加|新增|新设|净增|增长|^增/],
  [0, /同比|环比|[比较](?:上|去)[年期月]|[比较]20\d\d年/],
];

/** A change named without an amount (同比, 比上年增长): a rate, where no unit says otherwise. */
export const BARE_RATE = /(?:同比|环比|[比较](?:上|去)[年期月])(?:增长|增减|下降|升降|±)?$|^增长$/;

/** Heads of a plain amount: what it is the row says. */
export const LEVEL_COLUMN =
  /^(?:数量|数|数目|数额|金额|数值|数据|合计|总计|总数|总量|现有|实有|指标值|绝对[值数]|总额|累计|规模|全年|本年|核定数?|(?:年初|年度|调整)?预算数?|(?:累计)?(?:决算|执行|完成|实际|支出)数?|编制数|实有数|机构数|个数|人数|本期数?|本期末|期末数?|收入数?)$/;

/** Heads too general to overrule the noun of a row of their kind: 人数 beside 编外人员. */
export const GENERAL_NOUN =
  /^(?:机构|单位|部门|编制|核定|人员|经费|支出|收入|事项)?(?:数|数量|个数|人数|总数|数额|金额)?$/;

/** Nouns that only tables use so; those of staff and accounts count where the table speaks of such. */
export const TABLE_NOUNS: readonly (readonly [metric: string, words: RegExp, only: "staff" | "fiscal" | null])[] = [
  ["staff.quota.administrative", /编制.*(?:行政|公务员)|(?:行政|公务员).*编制/, null],
  ["staff.quota.institution", /编制.*事业|事业.*编制/, null],
  ["staff.over_quota", /^超编(?:数|人数|情况)?$|^超编/, null],
  [
    "staff.headcount",
    /^(?:实有|在编|在岗|实际在编|实际在岗|现有|实际)(?:在编|在岗|在职)?(?:人员|人数|数|人员数)?(?:\s+(?:行政|事业|参公|工勤).*)?$/,
    "staff",
  ],
  ["staff.quota", /^(?:核定|应配|总)?编制(?:数|总数|人数|总量|数量)?$|^(?:核定数|编制员额)$/, null],
  ["budget.revenue", /^(?:地方|本级|财政|总)*收入(?:额|合计|总额|完成)?$/, "fiscal"],
  ["budget.expenditure", /^(?:地方|本级|财政|总)*支出(?:额|合计|总额|完成)?$/, "fiscal"],
  ["agencies.other", /^(?:机构|单位|部门)(?:数|个数|数量|总数)$/, null],
];

/** What makes a table one of posts and people. */
export const OF_STAFF = /编制|编外|超编|职数|在编|员额|人员/;

/** What makes a table one of public accounts: there 收入 alone is revenue. */
export const OF_ACCOUNTS = /财政(?:收|支|运行|预算|决算)|一般公共预算|公共财政/;

/** Captions of accounts that are plans: 预算表, and not 一般公共预算支出. */
export const PLANNED = /(?<!公共|基金|资本经营)预算(?!内|外|单位|执行)/;

/** Heads that say of which year without its number, beside the year that the table is of. */
export const RELATIVE_YEARS: readonly (readonly [years: -1 | 0, words: RegExp])[] = [
  [-1, /^(?:上年|去年|上期|上一年|上年度|上年同期|去年同期)(?![增减升降])/],
  [0, /^(?:本年|今年|当年|本期|本年度)/],
];

/** Words of accounts that say how sure an amount is. */
export const COLUMN_MODALITY: readonly (readonly [Modality, RegExp])[] = [
  ["actual", /决算|执行|完成|实际|实绩|实有/],
  ["planned", /(?<!公共|基金|资本经营)预算(?!内|外|单位)|计划|目标|拟|规划/],
  ["estimated", /预计|预测|测算/],
];

/** Words around the noun of a head or label that are no part of it. */
export const AROUND_NOUN = new RegExp(
  [
    `${REFORM}(?:之|以)?[前后]`,
    "(?:与|同|和)?[比较](?:上|去|前)?(?:一)?[年期月].*$",
    "同比.*$|环比.*$",
    "(?:增减|增长|减少|下降|精简|压减|变化)(?:率|幅度?|数|量|额|比例|情况|[%％±]).*$",
    "(?:增减|增长|减少|下降|变化|变动|增加)$",
    "[±%％].*$",
    "\\d{4}年(?:度|末|底|初)?(?:\\d{1,2}\\s*[-—–至~～]\\s*\\d{1,2}月)?",
    "^(?:其中|另有|含|包括)[:：]?",
    "^(?:年初|年度|调整|本年|全年|上年)?(?:预算|决算|执行|实际)数?",
    "(?:年初|年度|调整|本年|全年|上年)?(?:预算|决算|执行|完成)数?$",
    "^(?:年末|期末|现有|原有|现|原|目前|保留|核定|下辖|所辖|辖(?!区)|全县|全市|全区|全州|全旗|县级|实有(?!人员)|年底|总计|合计)",
    "(?:合计|总计|小计|共计|情况)$",
  ].join("|"),
  "g",
);

/** What may follow the noun in a head or label: 党政机构数. */
export const AFTER_NOUN = /^(?:数量|总数|总量|个数|人数|总额|数额|金额|规模|数|额|支出|收入|经费|合计|总计)*$/;

/** Rows that add up the others. */
export const TOTAL_ROW = /^(?:合计|总计|小计|共计|全县|全市|全省|全州|全区|全旗|总数)(?:数)?$/;
/** Of a group, where the table has several. */
export const SUBTOTAL_ROW = /^小计$/;

/** Heads of the column that names whose numbers a row holds. */
export const SUBJECT_HEAD = /部门|单位|机关|机构名称|机构$|乡镇|镇|街道|县|市|区|旗|名称|地区|局/;
export const TOWN_HEAD = /乡|镇|街道|苏木/;
/** Last words of an office's name. */
export const OFFICE_END = /(?:局|委员会|办公室|委|部|中心|署|院|厅|队|办|所|社|会|处|室|馆|站)$/;

/** Columns that only count the rows. */
export const INDEX_HEAD = /^(?:序号|编号|No\.?|#|项次|序)$/i;
export const UNIT_HEAD = /^(?:计量)?单位$|^计算单位$/;

/** △ is a minus in accounts; ▲ is one where a note says so. */
export const FALLS_NOTE = /[▲△]\s*(?:为|表示|代表|指)?\s*(?:减|下降|负|降)/;
export const NO_NUMBER_CELL = /^(?:[-−–—－/／\\*·…]+|无|持平|空|不详|暂缺)?$/;

/** Units that stand in a header, a row label or a line above the table: what one number there is worth. */
export const TABLE_UNITS: readonly (readonly [word: string, unit: string, factor: number])[] = [
  ["万亿元", "CNY", 1e12],
  ["亿元", "CNY", 1e8],
  ["千万元", "CNY", 1e7],
  ["百万元", "CNY", 1e6],
  ["万元", "CNY", 1e4],
  ["千元", "CNY", 1e3],
  ["元", "CNY", 1],
  ["人民币万元", "CNY", 1e4],
  ["亿元人民币", "CNY", 1e8],
  ["万元人民币", "CNY", 1e4],
  ["亿港元", "HKD", 1e8],
  ["百万港元", "HKD", 1e6],
  ["万港元", "HKD", 1e4],
  ["港元", "HKD", 1],
  ["亿澳门元", "MOP", 1e8],
  ["百万澳门元", "MOP", 1e6],
  ["澳门元", "MOP", 1],
  ["亿新台币", "TWD", 1e8],
  ["新台币千元", "TWD", 1e3],
  ["新台币万元", "TWD", 1e4],
  ["新台币元", "TWD", 1],
  ["亿美元", "USD", 1e8],
  ["万美元", "USD", 1e4],
  ["美元", "USD", 1],
  ["万人", "count", 1e4],
  ["万个", "count", 1e4],
  ["千人", "count", 1e3],
  ["万平方公里", "km2", 1e4],
  ["平方公里", "km2", 1],
  ["平方千米", "km2", 1],
  ["km²", "km2", 1],
  ["个", "count", 1],
  ["家", "count", 1],
  ["名", "count", 1],
  ["人", "count", 1],
  ["项", "count", 1],
  ["件", "count", 1],
  ["份", "count", 1],
  ["次", "count", 1],
  ["场", "count", 1],
  ["支", "count", 1],
  ["所", "count", 1],
  ["位", "count", 1],
  ["条", "count", 1],
  ["%", "percent", 1],
  ["％", "percent", 1],
];

/** Units of what is no metric: a column that states one has no fact. */
export const OTHER_UNITS =
  /[/／每]|^(?:‰|户|辆|台|套|亩|公顷|公里|千米|米|里|吨|万吨|公斤|千克|斤|克|升|度|千瓦时?|平方米|立方米|万亩|床|张|岁|年|月|天|日|小时|分|秒|倍|点|册|头|只|羽|株|棵|人次|万人次|元[/／].*|℃|毫米)$/;
