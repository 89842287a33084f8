import type { QuantityItem } from "../context/item.ts";
import { cue, defineRule, gap, gives, optional, quantity, silent, verb, word } from "../rule.ts";
import { changeField } from "./change-field.ts";
import { sameKind } from "./same-kind.ts";

const at = (field: "before" | "after", item: QuantityItem) => ({ field, item, sign: 1 }) as const;

/** 29次，少于上年的36次; 4支，过去则是9支; 25个，与眼下的32个相比少7个: what is, and what was, set beside it. */
export const setAgainst = defineRule({
  id: "set-against",
  doc: "A quantity and what it was, set beside it: 29次，少于上年的36次",
  patterns: [
    [
      quantity("after"),
      optional(word(/^[，,]$/)),
      gap(2),
      word(/^[少多低高]$|^[少多低高]于$/),
      optional(word(/^于$/)),
      word(/^(?:上年|去年|前年|改革前|此前|之前|以前|原来|过去|原先)/),
      gap(4),
      quantity("before"),
    ],
    [
      quantity("after"),
      word(/^[，,]$/),
      cue("earlier"),
      optional(word(/^[则却的也还]$/)),
      optional(verb("stands", "level")),
      quantity("before"),
    ],
    [
      quantity("before"),
      gap(8),
      word(/^[，,]$/),
      cue("later"),
      optional(word(/^[则却就已也只仅]$/)),
      optional(verb("stands", "level")),
      optional(word(/^(?:剩|下|了|的)$/)),
      quantity("after"),
    ],
    [
      quantity("after"),
      optional(word(/^[，,]$/)),
      word(/^[与和同]$/),
      gap(6),
      quantity("before"),
      gap(2),
      word(/^相比|^比较/),
      optional(word(/^[，,]$/)),
      gap(2),
      verb("moves", "amount"),
      gap(2),
      quantity("amount"),
    ],
  ],
  accept: ({ quantities: { before, after, amount } }, items, _, last) =>
    items[last + 1]?.type !== "noun" &&
    sameKind(before!.quantity, after!.quantity) &&
    (amount === undefined || amount.quantity.kind === "percent" || sameKind(before!.quantity, amount.quantity)),
  claims: ({ quantities: { before, after, amount }, verbs: { moves } }) => [
    {
      fields: [
        // In the order of the text: what is counted stands near the first.
        ...[at("after", after!), at("before", before!)].sort((a, b) => a.item.start - b.item.start),
        ...(amount === undefined
          ? []
          : [{ field: changeField(amount.quantity), item: amount, sign: moves!.direction === 1 ? 1 : -1 } as const]),
      ],
      ...(moves && { verb: moves }),
    },
  ],
  examples: [
    gives("召开全县性会议29次，少于上年的36次", { before: 36, after: 29 }),
    gives("综合行政执法队伍4支，过去则是9支", { before: 9, after: 4 }),
    gives("党政机构22个，改革前是36个", { before: 36, after: 22 }),
    gives("养着5支执法队伍，如今只剩1支", { before: 5, after: 1 }),
    gives("党政群机构原为47个，如今还有36个", { before: 47, after: 36 }),
    silent("党政机构33个，现有事业单位22家", "two things"),
    gives("党政机构25个，与眼下的32个相比，要少7个", { before: 32, after: 25, change: -7 }),
    silent("召开会议29次，少于36次的上限", "a limit, not what was"),
    silent("编制29名，过去是36个部门", "two things"),
  ],
});
