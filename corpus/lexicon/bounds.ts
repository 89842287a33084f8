import type { Bound } from "../../schemas/fact.ts";

/** Words of limit and approximation around a quantity, Simplified. Origin: our own list, 2026-11. */
type Row = readonly [bound: Bound, words: string];

/** Before the number. */
export const LEADING_BOUNDS: readonly Row[] = [
  ["approx", "约 大约 约为 约有 约合 约占 约达 约需 约计 大概 大概有 大致 差不多 估计约"],
  ["lt", "近 将近 接近 不足 不到 未满 不满 少于 低于 小于 未达 未到 未及 不及 仅不到 比不上 还不到 <"],
  ["gt", "破 超 超过 超过了 超出 逾 远超 高于 大于 多于 突破 突破了 不止 不只 已超 已逾 已破 过 >"],
  [
    "ge",
    "至少 至少有 至少是 至少需 至少为 不下 不下于 最少 最少有 最少为 不少于 不得少于 不低于 不得低于 不小于 不得小于 起码 大于等于 大于或等于 大于或者等于 上 ≥ ≧ >=",
  ],
  [
    "le",
    "至多 最多 最多有 最多为 最多是 最多只有 至多为 不超过 不超 不得超过 不得超出 不宜超过 不应超过 不能超过 不可超过 未超过 没超过 不突破 不得突破 不高于 不得高于 不大于 不得大于 不多于 不得多于 不得逾 不逾 小于等于 小于或等于 小于或者等于 ≤ ≦ <=",
  ],
];

/** Words that end like a leading bound and are none (节约1500万元, 最近3年, 通过31票). */
export const NO_LEADING_BOUNDS =
  "约定 约谈 约束 约见 约请 约会 约翰 节约 预约 签约 公约 合约 违约 条约 制约 纽约 简约 集约 契约 履约 特约 邀约 大公约 最近 附近 临近 邻近 靠近 相近 亲近 走近 逼近 通过 经过 透过 渡过 度过 跨过 路过 难过 不过 反超 赶超 以上 之上 网上 线上 手上 身上 路上 马上 晚上 早上 会上 加上 赶上 大概率 居高不下 相持不下 侦破 爆破 打破 攻破 撞破 残破 冲破";

/** After the number, its unit or classifier. */
export const TRAILING_BOUNDS: readonly Row[] = [
  ["ge", "以上 及以上 或以上 或者以上 之上 已上 起"],
  ["le", "以下 及以下 或以下 或者以下 之下 以内 之内"],
  ["approx", "左右 上下 许 前后 光景"],
];

/** After the number or after its unit: there is more (20多年, 三个多月). */
export const SURPLUS_WORDS = "余 多";

/** Words that begin like a surplus and are none. */
export const NO_SURPLUS = "多少 多数 多半 多元化 多样 多于 多达 多头 余地 余额 余下 余粮 余杭 余姚 余庆 余干 余江";
