import { type Said, said } from "./language.ts";

/** What each rule of the extraction reads, for people. */
export const RULE_NAMES: Readonly<Record<string, Said>> = {
  transition: said("前后两个数：由36个减至22个", "A number before and one after: 由36个减至22个"),
  transitions: said(
    "几项各有前后两个数：甲、乙分别由3个和5个减为1个和2个",
    "Several things, each with a number before and after: 分别由…减为…",
  ),
  distribution: said("“分别”引出的几个数，各归其主", "Numbers told one by one with 分别, each to what it belongs to"),
  "approval-departments": said("实施审批的部门数：由28个部门实施", "How many departments approve: 由28个部门实施"),
  ratio: said("用话说出的比例：每40人供养1人", "A ratio told in words: 40 people to one"),
  "set-against": said("与过去相比的数：比原来的36个少14个", "A number set beside what it was"),
  fall: said("起点与变化：从205个减少了37个", "Where it began and how much it moved: 从205个减少了37个"),
  cut: said("撤销、收回、核减的数：撤销58家", "What was cut, taken back or closed: 撤销58家"),
  "sent-down": said("下沉、充实到基层的数", "What was sent down to towns and streets"),
  layoff: said("清退、辞退、裁减的人数", "People dismissed: 清退编外人员120人"),
  reassign: said("分流、转隶、安置的人数", "People moved or placed elsewhere: 转隶218名"),
  result: said("变化后的数：减少到22个", "What it came to: 减少到22个"),
  saving: said("节省的钱：节约资金800万元", "Money saved: 节约资金800万元"),
  change: said("变化的数：减少75个，下降11.3%", "How much it moved: 减少75个, 下降11.3%"),
  doubling: said("翻番：翻了一番", "Doubling: 翻了一番"),
  level: said("数量本身：共有33个", "How many or how much there is: 共有33个"),
  table: said("表格里的一格，按行名和列名读", "A cell of a table, read by the names of its row and column"),
  reviewer: said("由审阅者添加，不是规则读出的", "Added by a reviewer, not read by a rule"),
};
