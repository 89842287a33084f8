import type { Item } from "../context/item.ts";
import { cue, defineRule, gap, gives, optional, quantity, silent, verb, word } from "../rule.ts";
import { changeField } from "./change-field.ts";
import { sameKind } from "./same-kind.ts";

/** 由A减至B, A精简为B, A→B: one quantity before and after. A bare 减少B is a change: see `change.ts`. */
export const transition = defineRule({
  id: "transition",
  doc: "A quantity before and after: 由36个减至22个",
  patterns: [
    [
      cue("from"),
      gap(14),
      quantity("before"),
      gap(24, "，,（）()“”、"),
      verb("verb", "result"),
      gap(4),
      quantity("after"),
    ],
    [quantity("before"), gap(18, "“”（）()"), verb("verb", "result"), gap(4), quantity("after")],
    [quantity("before"), gap(4), cue("arrow"), gap(4), quantity("after")],
    [cue("from"), gap(2), quantity("before"), word(/^[到至]$/), quantity("after")],
    [
      quantity("before"),
      gap(12),
      word(/^(?:并|并进|并入|并成|合并|归并|撤并|整合|重组)/),
      gap(16),
      word(/^[，,]$/),
      word(/^(?:只|仅|还|最后|最终)?(?:留下|保留|剩下?|留|余)$/),
      quantity("after"),
    ],
    [quantity("after"), word(/^[（(]$/), cue("earlier"), gap(4), quantity("before"), word(/^[）)]$/)],
  ],
  // A later number often belongs to the next clause, so both ends must count the same thing.
  accept: ({ quantities: { before, after }, verbs }, items) =>
    !/^下沉/.test(verbs.verb?.text ?? "") &&
    sameKind(before!.quantity, after!.quantity) &&
    !namesAnother(items, items.indexOf(before!), items.indexOf(verbs.verb!)),
  claims: ({ quantities: { before, after }, verbs }) => [
    {
      fields: [
        { field: "before", item: before!, sign: 1 },
        { field: "after", item: after!, sign: 1 },
      ],
      ...(verbs.verb && { verb: verbs.verb }),
    },
  ],
  examples: [
    gives("36个党政机构精简为22个", { before: 36, after: 22 }),
    gives("股室从204个到118个", { before: 204, after: 118 }),
    silent(
      "从县直机关选派干部45名充实到乡镇，编外人员总量压缩到300人",
      "two things: what a comma parts has a noun of its own",
    ),
    gives("股室从187个压缩到120个以内", { before: 187, after: 120 }),
    gives("88个站所并进综合服务机构，只留下30个", { before: 88, after: 30 }),
    gives("党政机构35个→24个", { before: 35, after: 24 }),
    gives("编制员额也由4800余人，骤降为591人", { before: 4800, after: 591 }),
    gives("党政机构：37个 → 25个", { before: 37, after: 25 }),
    gives("股级机构94个（原151个）", { before: 151, after: 94 }),
    silent("由12个部门牵头，支出减至3亿元", "departments and money: two quantities, not one"),
    silent("减少75个", "a change, not a result"),
  ],
});

/** 45名充实到乡镇，编外人员压缩到300人: a noun behind the comma begins another thing. */
function namesAnother(items: readonly Item[], from: number, to: number): boolean {
  const comma = items.slice(from, Math.max(from, to)).findIndex(({ text }) => /^[，,]$/.test(text));
  return comma >= 0 && items.slice(from + comma, to).some(({ type }) => type === "noun");
}

/** 从205个减少了37个: where it began and how much it moved; 由142个核减三成，减至99个 says all three. */
export const fall = defineRule({
  id: "fall",
  doc: "Where a quantity began and how much it moved: 从205个减少了37个",
  patterns: [
    [
      cue("from"),
      gap(14),
      quantity("before"),
      gap(8),
      verb("verb", "amount"),
      gap(4),
      quantity("amount"),
      gap(8, "，、"),
      verb("end", "result"),
      gap(4),
      quantity("after"),
    ],
    [cue("from"), gap(14), quantity("before"), gap(8), verb("verb", "amount"), gap(4), quantity("amount")],
    [word(/^(?:比|较)$/), gap(12), quantity("before"), gap(4), verb("verb", "amount"), gap(2), quantity("amount")],
    [
      word(/^在$/),
      gap(12),
      quantity("before"),
      optional(word(/^的$/)),
      word(/^基础上?$/),
      gap(4, "，"),
      verb("verb", "amount"),
      gap(2),
      quantity("amount"),
    ],
  ],
  accept: ({ quantities: { before, amount, after } }) =>
    (amount!.quantity.kind === "percent" || sameKind(before!.quantity, amount!.quantity)) &&
    (after === undefined || sameKind(before!.quantity, after.quantity)),
  claims: ({ quantities: { before, amount, after }, verbs: { verb: found } }) => [
    {
      fields: [
        { field: "before", item: before!, sign: 1 },
        { field: changeField(amount!.quantity), item: amount!, sign: found!.direction === 1 ? 1 : -1 },
        ...(after === undefined ? [] : [{ field: "after", item: after, sign: 1 } as const]),
      ],
      verb: found!,
    },
  ],
  examples: [
    gives("股室从205个减少了37个", { before: 205, change: -37 }),
    gives("内设机构由142个核减三成，减至99个", { before: 142, change_pct: -30, after: 99 }),
    gives("比2023年的2640万元减少两成半", { before: 2640e4, change_pct: -25 }),
    gives("“三公”经费在上年执行数1240万元的基础上再压减8%", { before: 1240e4, change_pct: -8 }),
    silent("由县委牵头，减少了37个", "no number to begin with"),
  ],
});
