import { cue, defineRule, gap, gives, quantity, silent, word } from "../rule.ts";

/** 由28个部门实施: departments that approve. Only where the sentence is about approval. */
export const approvalDepartments = defineRule({
  id: "approval-departments",
  doc: "Departments that approve: 审批事项由28个部门实施",
  patterns: [
    [
      cue("from"),
      gap(4),
      quantity("departments"),
      word(/^(?:部门|单位|机构|委办局|机关)$/),
      gap(4),
      word(/^(?:实施|行使|办理|审批|承担|负责|实|行|办|分散|集中|施)/),
    ],
    [word(/^(?:分散在|散落在|散在|分布在)$|在$/), gap(2), quantity("departments"), word(/^(?:部门|单位|机构|委办局)$/)],
    [
      quantity("departments"),
      word(/^(?:部门|单位|机构|委办局)$/),
      word(/^的$/),
      gap(6),
      word(/^(?:行政)?(?:审批|许可)(?:权|权限|职能|职责|职权|事权)?/),
    ],
  ],
  accept: ({ quantities: { departments } }, items) =>
    departments!.quantity.kind === "count" && items.some(({ text }) => /审批|许可|权责|事项/.test(text)),
  claims: ({ quantities: { departments } }) => [
    { fields: [{ field: "value", item: departments!, sign: 1 }], metric: "approval.departments" },
  ],
  examples: [
    gives("729项行政审批事项原来由28个部门实施", { value: 28 }),
    gives("分散在21个部门的审批权收到一个局手里", { value: 21 }),
    silent("活动由28个部门实施", "nothing is approved"),
  ],
});
