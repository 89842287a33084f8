import { type Said, said } from "./said.ts";

/** What each rule of the extraction reads, for people. */
export const RULE_NAMES: Readonly<Record<string, Said>> = {
  transition: said("前后两个数：由36个减至22个", "a quantity before and after: 由36个减至22个"),
  fall: said("起点和变化：从205个减少了37个", "where a quantity began and how much it moved: 从205个减少了37个"),
  "distributed-transition": said(
    "几项一起说的前后变化：分别由138个、96个减少到72个和54个",
    "several transitions said together: 分别由138个、96个减少到72个和54个",
  ),
  distribution: said("分别归属的几个数：分别清退286人和1039人", "several numbers shared out: 分别清退286人和1039人"),
  "approval-departments": said(
    "实施审批的部门：审批事项由28个部门实施",
    "departments that approve: 审批事项由28个部门实施",
  ),
  "ratio-in-words": said(
    "用话说的供养比：每17.4名居民供养1名公务员",
    "residents per public servant, in words: 每17.4名居民供养1名公务员",
  ),
  "set-against": said(
    "与过去并列的数：29次，少于上年的36次",
    "a quantity and what it was, side by side: 29次，少于上年的36次",
  ),
  cut: said("总数与其中撤销的数：10个办事处撤销5个", "a whole and how many of it went: 10个办事处撤销5个"),
  "sent-down": said("下沉到乡镇的编制：140名编制下沉到镇街", "posts that go down to the towns: 140名编制下沉到镇街"),
  layoff: said("清退、辞退的人：清退编外人员120人", "people dismissed: 清退编外人员120人"),
  reassign: said("转隶、安置的人：转隶工作人员218名", "people moved or placed: 转隶工作人员218名"),
  result: said("变化之后的数：减少到22个", "where a quantity ends: 减少到22个"),
  saving: said("节省的钱：每年可节约380万元", "money saved: 每年可节约380万元"),
  change: said("变化了多少：减少75个，下降11.3%", "how much a quantity moved: 减少75个，下降11.3%"),
  doubling: said("数字本身说明变化：翻了一番", "a number that says itself how it moved: 翻了一番"),
  level: said("数量本身：党政机构达33个", "a quantity that stands: 党政机构达33个"),
  table: said("表格的一格，按行名和列名读", "a cell of a table, read by its row and column"),
};
