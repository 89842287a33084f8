/**
 * Verbs and nouns of change. Origin: our own reading of Chinese news on administrative reform, 2026-11.
 * `down` and `up` take an amount (减少75个); with 为, 至, 到 or 成 after them they take a result (减少到22个).
 * `turn` has no direction of its own and speaks only with such a complement (调整为22个).
 */
export const CHANGE_VERBS = {
  down:
    "精简 精减 减少 减 掉了 交出 核减 压减 压缩 压 缩减 缩 削减 裁减 裁撤 裁并 撤并 撤销 撤 降低 降 下降 下调 调减 回落 缩水 砍 砍掉 取消 注销 核销 收回 净减 净减少 锐减 骤降 骤减 " +
    "下滑 滑落 压降 关停 瘦 腾出 空出 关掉 关闭 裁掉 少 剧减 精简掉 清理 清理规范 消化 瘦身 减掉 减去 合计减少 共减少 递减 缩编 裁汰 减支 压减掉 缩小 削 少开 少发 少支出 少用 少花 减少支出 撤减 精简压缩 裁撤合并 停发 少列 少编 少安排 少报 少招 压下 减下 减下来 压下来 精简下来 微降 略降 小幅下降 砍减 压减下 跌 下跌 减编 减并 撤除 废止 退减 核减收回 收缩 收回核销 裁 减列 删除 删减 删去 减聘 减员 整减 减招",
  up: "多给了 多拿到 多拿出 分得 增加 增长 增 上升 升 提高 提升 扩大 新增 多配 多拨 新设 增设 增补 多 上涨 涨 净增 净增加 净增长 扩充 增聘 增员 下沉 增配 增编 多出 扩编 追加 增拨 添 新建 新组建 增多 新成立 补充 递增 上扬 攀升 上调 激增 猛增 倍增 成长 加 增派 微增 略增 小幅增长 小幅上升 翻了 新招 增列 加聘 加开 增招 净增设 增额",
  turn: "整合 合并 归并 归口 收 收缩 归拢 减并 打捆 合署 并入 浓缩 并 优化 调整 变 改 转 设 重组 重新组建 组建 核定 扩 分 合 统一 清 换 推广 扩展 精干 优化整合 整合优化 归并整合 压并 撤并整合 归集 集中 拆 优化调整 调整优化 改组 改设 改革 设置 梳理 综合设置 综合设为 瘦身 拓展",
} as const;

/** What follows a verb of change to make its number a result. */
export const RESULT_COMPLEMENTS = ["为", "至", "到", "成", "成为", "到了"] as const;

/** Words whose number is a result without a complement. */
export const RESULT_WORDS = "并作 合并作 归作 跌破 降破 减剩 升破";

/** Nouns that name a rate of change: 降幅达34.84%. */
export const RATE_NOUNS = {
  down: "减幅 降幅 精简率 压减率 压缩率 精简幅度 减少率 下降率 缩减率 压缩比例 精简比例 压减比例 跌幅 减员率 裁减率 压减幅度 下降幅度 减少幅度 压缩幅度 节约率 节支率 缩减幅度 精简比率 减少比例 裁撤率 撤并率 核减率 裁减幅度 缩减比例 核减比例",
  up: "增幅 增速 升幅 加幅 涨幅 增长率 增长幅度 上升幅度 增加幅度 升率 增长速度 增加率",
} as const;

/** Saved money: a value of its own when the noun names money at large, a cut when it names a spending. */
export const SAVING_VERBS = "节约 腾出 节省 节支 省 省下 省出 省去 节约出 节余 节约了 节省了 节约下 压省";

/** People dismissed. */
export const LAYOFF_VERBS =
  "清退 裁减 辞退 解聘 裁员 解雇 被裁 遣散 清理清退 辞退清理 清理辞退 裁退 开除 被解雇 被辞退 被解聘 解除合同 解除劳动合同 资遣 遭解雇 遭裁员 被裁减 裁掉 优退 遭裁 裁撤人员 被清退 不续聘 不再续聘 不予续聘 不获续约 不续约";

/** People moved or placed. */
export const REASSIGN_VERBS =
  "分流 交流到 交流至 转隶 划转 安置 移拨 转岗 分流安置 转任 转移安置 充实到 充实 重新调配 转岗到 平稳转隶 转隶划转 划转安置 转岗分流 分流到 转隶到 划转到 妥善安置 转调 移编 改隶 调配 调派 下到 沉到 派到 提前离岗 提前退休 下派 抽调";

/** Words between a noun and its level; they say that it stands, not that it moves. */
export const LEVEL_VERBS =
  "达 达到 花去 花掉 吃掉 耗去 有 为 是 共 共有 设 设有 设立 辖 下辖 所辖 管辖 现有 现辖 保留 核定 控制在 维持 突破 仅 仅有 仅为 实有 计 合计 共计 总计 配备 超过 超 编列 安排 下达 争取 " +
  "完成 实现 拥有 总数为 总数达 承接 梳理 累计 累计达 编有 列 列入 涉及 分布 组成 统辖 领 建有 下发 印发 召开 制定 出台 举行 核拨 拨付 达成 到账 到位 接过 接收 接近 只有 留下 只留下 仅留 只留 仅留下 尚有 还有 约有 需要 仅剩 剩余 还剩 只剩 剩下 现剩 仅余 余下 保有 设置 封顶 仍为 仍有 保持 支出 预算 执行 配 定 记录 总额";

/** Jurisdiction: what makes a number of counties, towns or villages a fact about the unit. */
export const JURISDICTION_VERBS = "辖 下辖 所辖 管辖 现辖 统辖 领 辖有 共辖 下设 划分为 分为";
