/** What a metric's numbers are counted or measured in. `money` takes its ISO 4217 code from the text. */
export type MetricUnit = "count" | "person" | "money" | "km2" | "ratio";

/** What is counted or measured, of the table or of a lexicon. */
export interface MetricDefinition {
  readonly id: string;
  /** A {@link MetricUnit}; in a lexicon also a unit of `corpus/lexicon/units.ts`, such as `t` or `workday`. */
  readonly unit: string;
  readonly doc: string;
  /** First characters of the classifiers that can count it, simplified; empty for all that is not counted. */
  readonly classifiers: string;
  /** Words that name it, simplified. The last noun of a compound decides: 事业单位领导职数 are posts. */
  readonly nouns: readonly string[];
  /** What people call it, where that is not the first of the nouns. */
  readonly label?: string;
}

export interface Metric extends MetricDefinition {
  readonly unit: MetricUnit;
  /** A phrase and the number in it; tests read it. */
  readonly example: readonly [text: string, field: string, value: number];
}

const row = (
  id: string,
  unit: MetricUnit,
  doc: string,
  classifiers: string,
  nouns: string,
  example: readonly [string, string, number],
): Metric => ({ id, unit, doc, classifiers, nouns: nouns.split(/\s+/).filter(Boolean), example });

const BODIES = "个家所";
const PEOPLE = "名人个位员";

/** TABLE of metrics: contract facts.md, section 3. Adding a metric is adding a row. */
export const METRICS: readonly Metric[] = [
  row(
    "agencies.party_gov",
    "count",
    "party and government bodies together",
    BODIES,
    "党政机构 党政部门 党政机关 党政工作部门 党政工作机构 县直党政机构 县直机关 县直部门 县直单位 市直部门 市直机关 县级机关 市级机关 县级部门 党政群机构 党政群机关 县级党政机构 党和国家机构 部门机构 区直机关 区直部门 旗直机关 旗直部门",
    ["党政机构由36个精简为22个", "after", 22],
  ),
  row(
    "agencies.party",
    "count",
    "party bodies",
    BODIES,
    "党委机构 党委部门 县委机关 县委机构 县委部门 市委机构 市委部门 区委部门 区委机构 旗委部门 党委工作机关 党委工作部门 党委工作机构 县委工作机关 县委工作部门 县委工作机构 党的机构 党的工作机关 党群部门 党群机构 党务部门",
    ["党委机构8个", "value", 8],
  ),
  row(
    "agencies.gov",
    "count",
    "government departments",
    `${BODIES}部局`,
    "政府部门 政府工作部门 政府机构 政府组成部门 行政机构 行政部门 行政机关 部会 部委 内阁部门 决策局 厅处会局 厅局处会 局处 一级机关 二级机关 三级机关 四级机关 中央二级机关 中央机关 所属机关 联邦机构 政策局 局级部门 国务院部门 国务院组成部门 组成部门 工作部门 市政府部门 县政府部门 县政府工作部门 市政府工作部门 直属机构 联邦机关 政府职能部门 职能部门 政府序列部门 政府序列机构",
    ["政府工作部门由24个减到16个", "before", 24],
  ),
  row(
    "agencies.institution",
    "count",
    "public institutions",
    BODIES,
    "事业单位 事业机构 事业法人 公益事业单位 公益类事业单位 行政法人 直属事业单位",
    ["撤销事业单位58家", "change", -58],
  ),
  row(
    "agencies.internal",
    "count",
    "internal sections",
    BODIES,
    "内设机构 内部机构 内设科室 内设股室 股室 科室 处室 股级机构 科级机构 处级机构 司局 内设处室 内设部门 机关处室 中层机构 内设司局 内设科 组室 组别 科组 课室 厅级单位 处级单位 科级单位 厅级部门 处级部门 科级部门 课组 机关科室 业务科室 业务股室 处级及以上附属单位 厅级附属单位 处级附属单位 厅处级附属单位 厅、处级附属单位 下属厅处",
    ["股室从187个压缩到120个以内", "after", 120],
  ),
  row(
    "agencies.coordinating",
    "count",
    "deliberative and coordinating bodies",
    `${BODIES}块`,
    "议事协调机构 领导小组 议事机构 协调机构 议事协调组织 委员会和领导小组 临时机构 指挥部 专班 工作专班 咨询委员会 咨询组织 咨询机构 领导机构和议事协调机构 咨询及法定组织 法定及咨询组织 法定和咨询组织 咨询和法定组织 咨询会 任务编组",
    ["十几个领导小组并成6个", "after", 6],
  ),
  row(
    "agencies.enforcement",
    "count",
    "enforcement bodies",
    "支个家所",
    "执法队伍 执法机构 执法队 执法大队 综合行政执法队 综合行政执法队伍 综合执法队伍 综合执法队 行政执法队伍 执法支队 执法中队 执法主体 综合行政执法机构",
    ["综合行政执法队伍由9支压缩为3支", "after", 3],
  ),
  row(
    "agencies.township",
    "count",
    "bodies of townships and streets",
    BODIES,
    "乡镇机构 乡镇内设机构 街道机构 街道内设机构 乡镇站所 站所 乡镇事业单位 乡镇事业站所 镇街机构 镇街内设机构 乡镇(街道)内设机构 乡镇（街道）内设机构 乡镇街道内设机构 乡镇党政机构 乡镇党政内设机构 乡镇机关 七站八所 乡镇(街道)机构 乡镇（街道）机构 苏木镇机构 镇内设机构 乡内设机构 镇机构",
    ["乡镇机构减少48个", "change", -48],
  ),
  row(
    "agencies.other",
    "count",
    "bodies whose kind the text leaves open",
    BODIES,
    "机构 单位 部门 管理机构 机关 分支机构 派出机构 办事处 公营机构 法定机构 附属机构 附属单位 驻外机构 管委会 管理委员会 园区管委会 驻外办事处 国有企业 直属单位 区域办公室 地区办公室 区域办事处 分区办事处 区办事处 三级机构 所属机构 附属机关 附属基金",
    ["减少管理机构7个", "change", -7],
  ),
  row(
    "staff.quota",
    "person",
    "posts of an establishment, kind not said",
    PEOPLE,
    "编制 员额 编制总数 编制员额 预算员额 人员编制 总员额 编制数 机构编制 职员 编制总量 总编制 法定员额 乡镇编制 机关编制 空编 教职工编制 政法编制 公务员岗位 公职岗位 政府岗位 编制内员额 编制名额 编制员额数 预算员额数 员额总数 公务员额 员额编制 正式员额 核定员额 总员额数 编制职位 常额职位",
    ["编制总数从7,350名压减至6,900多名", "before", 7350],
  ),
  row(
    "staff.quota.administrative",
    "person",
    "administrative establishment",
    PEOPLE,
    "行政编制 公务员编制 公务员职位 行政编制数 机关行政编制 公务员编制职位 公务员常额职位 公务员职位编制",
    ["行政编制维持386名不变", "value", 386],
  ),
  row(
    "staff.quota.institution",
    "person",
    "public-institution establishment",
    PEOPLE,
    "事业编制 事业单位编制 事业编制数 事业人员编制 全额事业编制 财政拨款事业编制 事业单位人员编制 事业编",
    ["1964名事业编制核减为659名", "before", 1964],
  ),
  row(
    "staff.posts.leadership",
    "person",
    "leadership posts",
    PEOPLE,
    "领导职数 职数 领导职位 领导岗位 首长级职位 领导及主管职位 主管职位 领导干部职数 领导班子职数 班子职数 领导和主管职位 首长级职数 首长级常额职位 主管人员 领导及主管官职 领导及主管职务 领导官职 主管官职",
    ["135名领导职数精简为114名", "before", 135],
  ),
  row(
    "staff.posts.section",
    "person",
    "section-level posts",
    PEOPLE,
    "科级职数 科级领导职数 科级领导职位 科级干部职数 正科级职数 副科级职数 正科级领导职数 副科级领导职数 科级岗位 乡科级职数 乡科级领导职数 科级职位 科级领导岗位 正科级 副科级 股级职数 股级领导职数 股级干部职数 股级职位",
    ["减少科级职数75个", "change", -75],
  ),
  row(
    "staff.posts.division",
    "person",
    "division-level and higher posts",
    PEOPLE,
    "处级职数 处级领导职数 县处级职数 县处级领导职数 县处级 厅级职数 厅局级职数 处级职位 厅级职位 处级领导职位 县处级职位 处级岗位 厅局级领导职数",
    ["处级职数还是三十二个", "value", 32],
  ),
  row(
    "staff.headcount",
    "person",
    "people employed",
    PEOPLE,
    "工作人员 村干部 实际在职 干部 在编人员 公务员 在岗人员 公务人员 员工 职工 公职人员 机关人员 在职人员 雇员 干部职工 公务员人数 在编在岗人员 机关干部 在编干部 机关工作人员 事业人员 行政人员 公仆 文职人员 联邦雇员 政府雇员 教职工 人手 公务员总数 政府人员 编内人员 在编职工 工勤人员 乡镇干部 实有人员 在职职工 综合执法人员 执法人员 执法干部 公共部门雇员 公共雇员 军公教人员 公教人员 实际员额 人员数目 人手数目 员工数目 雇员数目 编制内及合同人员 编制内及合同工作人员 确定委任人员 定期委任人员 临时委任人员 公共部门人员 公共行政人员 公共行政工作人员 现职人员 现职公务员 正式人员 正式职员 课员 公务员实际员额 公务人员数目 在职公务员",
    ["机关工作人员1120名", "value", 1120],
  ),
  row(
    "staff.fiscal_supported",
    "person",
    "people paid from the public purse",
    PEOPLE,
    "财政供养人员 财政供养人口 财政供养人数 供养人员 财政供养 吃财政饭的人 吃财政饭的 吃财政饭 吃财政饭人员 财政供给人员 吃皇粮的人 吃公家饭的人",
    ["财政供养人员全年减少143人", "change", -143],
  ),
  row(
    "staff.fiscal_ratio",
    "ratio",
    "residents per person paid from the public purse",
    "",
    "财政供养比 财政供养比例 供养比 财政供养系数 官民比 财政供养率",
    ["财政供养比约为15:1", "value", 15],
  ),
  row(
    "staff.over_quota",
    "person",
    "people above the establishment",
    PEOPLE,
    "超编人员 超编 超职数配备干部 超配干部 超编制人员 超员",
    ["903名事业人员超编", "value", 903],
  ),
  row(
    "staff.reassigned",
    "person",
    "people moved, merged or placed",
    PEOPLE,
    "分流人员 转隶人员 划转人员 安置人员 富余人员 转岗人员 分流安置人员 转任人员",
    ["转隶工作人员218名", "value", 218],
  ),
  row(
    "staff.layoff",
    "person",
    "people dismissed, or posts to be cut by dismissal",
    PEOPLE,
    "被裁人员 清退人员 裁员人数 被裁员工 裁员",
    ["清退编外人员120人", "value", 120],
  ),
  row(
    "staff.contract",
    "person",
    "people outside the establishment",
    PEOPLE,
    "编外人员 临聘人员 劳务派遣 劳务派遣人员 编外用工 编外聘用人员 临时人员 临时聘用人员 聘用人员 约聘人员 聘用及约雇人员 约雇人员 聘雇人员 约聘雇人员 非公务员合约雇员 合约雇员 合同制人员 政府购买服务人员 临时工 辅助人员 合同工 编外 非在编人员 外聘人员 公益性岗位人员 编外用工人员 编外员额 编外控制数 编外用工控制数 散位合同人员 个人劳动合同人员 雇用人员 取得劳务方式聘用的人员 以取得劳务方式聘用的人员 劳务方式聘用的人员 取得劳务人员 包工合同人员 包工合同聘用的人员 劳务承揽人员 派遣人员 派遣劳工 约聘雇 行政合同人员 合约人员 合约员工 非公务员合约员工 合约制雇员 个人劳动合同制人员",
    ["编外人员净减逾200名", "change", -200],
  ),
  row(
    "budget.operating_cost",
    "money",
    "cost of running administration",
    "",
    "运行成本 行政成本 运转经费 运行经费 行政运行成本 行政运行经费 机关运行经费 单位运行成本 机关运转经费 行政开支 行政经费 行政支出 运转成本 运行费用 行政费用 机关运行成本 日常运转经费 行政管理费 行政管理费用 营运开支 行政管理支出 行政费 日常运作开支 运作开支 运作经费 日常运作费用 日常运作经费 运作费用 行政业务费 部门营运开支 部门开支",
    ["单位运行成本降低5000万元", "change", -50000000],
  ),
  row(
    "budget.personnel",
    "money",
    "pay and benefits",
    "",
    "人员经费 发工资 发放工资 工资福利支出 工资福利 人事费 薪酬开支 人员开支 人员支出 工资支出 薪资 薪资支出 薪俸开支 薪金开支 人头费 人员费用 工资性支出 薪酬支出 人事经费 人事开支 人员费 公务员薪酬 薪酬 用人费用 工资总额 人员工资 人事费用 薪俸 公务员薪酬开支 公务员薪酬相关开支 公务员薪酬及相关开支 公务员薪酬福利 薪酬及津贴 人员薪酬 人员报酬 退休抚恤支出",
    ["人员经费减少680万元", "change", -6800000],
  ),
  row(
    "budget.public_expense",
    "money",
    "non-personnel office spending",
    "",
    "公用经费 办公经费 公用经费支出 日常公用经费 办公费 办公费用 公用支出 日常公用支出 办公开支 公用经费定额 业务费",
    ["公用经费下降9.8%", "change_pct", -9.8],
  ),
  row(
    "budget.three_public",
    "money",
    "travel, vehicles, receptions",
    "",
    '三公经费 三公支出 “三公”经费 "三公"经费 “三公经费” 「三公」经费 公务接待费 公车运行维护费 三公消费 “三公”支出 “三公”费用 “三公”消费 因公出国经费 因公出国（境）费 因公出国(境)费 因公出国（境）费用 因公出国(境)费用 因公出国（境）经费 公务用车购置及运行费 公务用车购置及运行维护费 公务用车运行维护费 公务用车费 公车购置及运行费 “三公”',
    ["“三公”经费压减12%", "change_pct", -12],
  ),
  row(
    "budget.savings",
    "money",
    "money saved, kind not said",
    "",
    "节约资金 节省资金 节支 节约财政资金 节省财政资金 节约财政支出 节省财政支出 节省预算 节约经费 节省经费 节省公帑 节余资金 节约支出 节约开支 节省开支 节约预算 节约成本 节省成本 节约行政成本 节约费用 节省费用 节省支出 节约财力 省下资金 腾出资金 腾出财力 盘活资金",
    ["节省财政资金超1,150万元", "value", 11500000],
  ),
  row(
    "budget.revenue",
    "money",
    "fiscal revenue",
    "",
    "财政收入 一般公共预算收入 公共预算收入 地方财政收入 财政总收入 岁入 预算收入 财政一般预算收入 地方一般公共预算收入 公共财政预算收入 政府收入 税收收入 地方一般预算收入 公共财政收入 岁入总额 岁入预算 政府总收入 公共财政总收入 财政经常收入",
    ["一般公共预算收入7,412万元", "value", 74120000],
  ),
  row(
    "budget.expenditure",
    "money",
    "fiscal spending",
    "",
    "财政支出 一般公共预算支出 公共预算支出 地方财政支出 财政总支出 岁出 年度岁出 预算支出 经营开支 政府开支 公共开支 政府经常开支 总预算案岁出 公共支出 民生支出 政府支出 总开支 经常开支 财政开支 公共财政支出 岁出总额 总预算岁出 公共财政开支 政府总支出 政府财政开支 政府一般开支 公共财政总开支 总预算案岁出总额 岁出预算 岁出规模 政府经营开支 整体开支",
    ["一般公共预算支出14.05亿元", "value", 1405000000],
  ),
  row(
    "budget.transfer",
    "money",
    "transfer payments",
    "",
    "转移支付 转移支付资金 补助资金 补助 上级转移支付 一般性转移支付 专项转移支付 财力补助 奖补资金 补助款 统筹分配税款 补助经费 上级补助 奖励资金 均衡性转移支付 专项补助 一次性补助 财政补助 财力性转移支付 上级补助资金 一般性补助款 一次性奖补资金 以奖代补资金",
    ["下达补助资金2.1亿元", "value", 210000000],
  ),
  row(
    "economy.gdp",
    "money",
    "gross regional or domestic product",
    "",
    "地区生产总值 国内生产总值 生产总值 GDP 本地生产总值 经济总量 本地区生产总值",
    ["地区生产总值达到13.86亿元", "value", 1386000000],
  ),
  row(
    "approval.items",
    "count",
    "items under approval or of public service",
    "项条个件类",
    "行政审批事项 审批事项 许可事项 行政许可事项 政务服务事项 权责清单 权责事项 行政许可 行政确认 服务事项 办事事项 行政权力事项 权力事项 审批服务事项 行政权力 依申请政务服务事项 公共服务事项 行政处罚事项 执法事项 权力清单 行政职权 赋权事项 审批权限 审批项目 行政审批项目 职权事项 执法事项清单 证明事项 一件事 清单事项 管理权限 县级权限 责任清单 履职事项 职责清单 行政执法事项 县级审批事项 高频事项 事项 行政许可及公共服务 牌照及许可证 牌照和许可证 牌照、许可证和批准 牌照、许可证及批准 牌照及许可 牌照申请服务 政府服务项目 公共服务项目 对外服务 行政许可项目",
    ["取消许可事项31项", "change", -31],
  ),
  row(
    "approval.departments",
    "count",
    "departments that approve",
    BODIES,
    "审批部门 实施部门 实施审批的部门 实施行政审批的部门 行政审批部门 行政审批的部门 审批机关 具有审批职能的部门",
    ["实施行政审批的部门由22个归并为13个", "after", 13],
  ),
  row(
    "paperwork.documents",
    "count",
    "documents issued",
    "份件个篇",
    "发文 下发文件 文件 印发文件 制发文件 公文 红头文件 规范性文件 文件数量 发文数量 发文总量 简报 文件简报 文件报表 发文数 文电 来文 报表 公函 纸本公文 纸本公函 纸本文件 纸质公文 纸质公函 纸质文件 电子公文 电子公函 函件",
    ["发文同比少52件", "change", -52],
  ),
  row(
    "paperwork.meetings",
    "count",
    "meetings held",
    "次场个",
    "会议 开会 开会次数 会议数量 召开会议 会议次数 专题会议 大会 会议总量 视频会议 例会 办公会 碰头会 全县性会议 会议场次",
    ["开会次数由412次降至298次", "after", 298],
  ),
  row("population.resident", "person", "residents", "人名", "常住人口 常住居民 常住总人口 常住的", [
    "常住人口2.57万",
    "value",
    25700,
  ]),
  row(
    "population.registered",
    "person",
    "registered population",
    "人名",
    "户籍人口 户籍总人口 户籍居民 在籍人口 户籍的",
    ["户籍人口19.8万", "value", 198000],
  ),
  row(
    "population.total",
    "person",
    "population, kind not said",
    "人名",
    "人口 总人口 全县人口 人口总数 人口总量 居民人口",
    ["人口12.35万", "value", 123500],
  ),
  row(
    "area.land",
    "km2",
    "land area",
    "",
    "国土面积 县境 总面积 面积 土地面积 辖区面积 行政区域面积 县域面积 区域面积 幅员面积 总体面积 幅员 版图面积 占地 陆地面积 土地 行政面积 市域面积",
    ["国土面积940平方公里", "value", 940],
  ),
  row(
    "division.county",
    "count",
    "counties, county-level cities and districts",
    "个",
    "县级行政区 县（市、区） 县（市） 市 县(市、区) 县(市) 县市区 县市 市县 区县 县区 县 县级市 市辖区 县级行政单位 县级行政区划 县（区） 县(区) 县、市、区 县（市、区、旗） 旗县 旗县区 旗县市区 旗县（市、区） 县（区、市） 区（县） 区（市） 区(市、县) 区（市、县） 市（县） 县级区划 县级政区 区（市）县",
    ["辖13个县（市、区）", "value", 13],
  ),
  row("division.town", "count", "towns", "个", "镇 建制镇", ["辖6个镇", "value", 6]),
  row(
    "division.township",
    "count",
    "townships, and towns and townships together",
    "个",
    "乡 乡镇 乡镇市 民族乡 苏木 乡（镇） 乡(镇) 苏木乡镇 乡镇（街道） 乡镇(街道) 镇乡 苏木镇 乡级行政区 乡镇街道 镇（街道） 镇街 乡镇、街道 镇(街道) 镇（街） 乡、镇 苏木(镇) 乡级政区 乡镇办",
    ["乡镇由15个合并为11个", "after", 11],
  ),
  row("division.street", "count", "streets", "个", "街道 街道办事处 街道办", ["1个街道", "value", 1]),
  row(
    "division.village",
    "count",
    "administrative villages",
    "个",
    "行政村 村数 村 建制村 村委会 村民委员会 嘎查 嘎查村 村(社区) 村（社区） 村（居）",
    ["125个行政村", "value", 125],
  ),
  row("division.natural_village", "count", "natural villages", "个", "自然村 自然屯 村民小组 自然村落", [
    "662个自然村",
    "value",
    662,
  ]),
  row(
    "division.community",
    "count",
    "residents' committees",
    "个",
    "社区 居民委员会 居委会 社区居委会 城市社区 城镇社区",
    ["新设社区9个", "change", 9],
  ),
  row(
    "pilot.counties",
    "count",
    "counties in a pilot or reform",
    "个",
    "试点县 改革县 改革试点县 小县 人口小县改革县 人口小县改革试点县 试点县（市） 试点县区 试点县(市、区) 试点县（市、区） 试点市县 改革试点县(市、区) 人口小县 试点地区 改革试点地区 试点市 改革试点县（市、区） 试点区县 改革县（市、区） 改革县区 人口小县机构改革试点县 试点县市 试点旗县",
    ["全省首批7个改革试点县", "value", 7],
  ),
];

export type MetricId = string;
