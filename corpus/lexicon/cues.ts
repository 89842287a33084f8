/**
 * Words that turn the sense of a number: modality, comparison, time of the reform, distribution.
 * Origin: our own reading of Chinese news on administrative reform, 2026-11.
 */
export const MODALITY_CUES = {
  planned:
    "拟 计划 力争 打算 准备 即将 目标 规划 定下目标 拟定 拟于 将会 预算案 编列 拟议 有意 争取到 建议 方案提出 目标是 力求 概算 草案 要在 打算在",
  estimated:
    "预计 预估 据测算 测算 估算 据估算 预期 估计 有望 料将 料会 可望 据估计 初步测算 据初步测算 据预测 预测 可为 修订预算 修订估计 估 推算 推估 粗略估算",
  required:
    "不得 严禁 一般不 不宜 要求 原则上 应当 必须 确保 须 应 须在 不准 严格控制在 务必 限额 上限 上限为 从严 最多 至多 不能超过 规定",
  actual: "已 已经 目前 现已 共计已 截至 截止 实际 现有 现为 现设 现辖 原有 原来 此前",
} as const;

export const COMPARISON_CUES = {
  yoy: "同比 比上年 较上年 比去年 较去年 比上年同期 较上年同期 比去年同期 较去年同期 上年同期 去年同期 比前一年 比上一年 较上一年 较前一年 按年 比今年 较今年 在上年基础上 上年的 比上年度 较上年度 比前年 按年度计 较前年 由上年 在去年基础上 由去年 从上年 从去年 较114年度 年增率 与上年相比 与去年相比 与上年同期相比 与去年同期相比 上年基础上 比年初",
  mom: "环比 比上月 较上月 比上季度 较上季度 按月 按季",
  reform:
    "改革后 改革前 改革前后 撤并后 整合后 比改革前 较改革前 组改前 组改后 精简后 精简前 合并后 合并前 精省后 精省前 精省之前 精省之后 机构改革后 机构改革前 改革之前 改革之后 与改革前相比 同改革前相比 相比改革前 并校后 调整后 调整前 撤并前 整合前 改组前 改组后 重组前 重组后 改制前 改制后 减编前",
} as const;

/** The earlier and the later side of a contrast that spans clauses: 过去33个……现在22个. */
export const CONTRAST_CUES = {
  earlier:
    "改革前 过去 原来 原有 原 此前 以前 精简前 合并前 精省前 精省之前 之前 组改前 早先 原先 撤并前 整合前 调整前 改革之前 昔日 从前 当初 原本 机构改革前 高峰时 最多时 鼎盛时 一度 曾有 原为",
  later:
    "改革后 现在 现 现时 归并后 归并之后 目前 如今 精简后 合并后 精省后 撤并后 整合后 调整后 改革之后 眼下 今天 当下 现今 现已 改为 机构改革后 精省之后",
} as const;

export const PER_CUES = {
  year: "每年 年均 平均每年 每年约 每年平均 一年下来 每年度 年人均",
  month: "每月 月均 每个月 平均每月",
  day: "每日 每天 日均 平均每天",
} as const;

export const DISTRIBUTION_CUES = {
  respectively: "分别 依次",
  each: "各 均 都为 每县 每个县",
  ofWhich: "其中 当中",
  from: "由 从 自",
} as const;

/** After an organisation: it tells the news, and is not whom the numbers are about. */
export const REPORTING_VERBS =
  "显示 介绍 透露 表示 称 说 测算 统计 获悉 消息 公布 发布 指出 披露 报道 刊发 刊文 说明 指 强调 调查 发现 抽查 认为 通报 数据 宣布 回应 回复 数字 印发 提供 供稿 估计 估算 估 消息称 据悉 了解 供图 刊登 直言 坦言 告诉 答复 负责人 相关负责人 有关负责人 发言人 主任 局长 书记 县长 部长 新闻联络人 议员 委员 公报 发言人称 资料 最新 最新统计 文件显示 文件指 报告显示 报告指 报告称 统计显示 清单显示 材料显示 账目显示 的统计 的数据 的消息 的通知 的报告 官网 网站 主管 处长 司长 研究员 专家 教授 编办主任";

/** Before a percentage: it is a share of a whole, not a change. */
export const SHARE_CUES =
  "占 占比 占到 约占 只占 仅占 占总 比重 比例 占了 占据 覆盖率 满意度 满意率 办结率 完成率 合格率 达标率 即办率 参与率 上线率 网办率 率";
