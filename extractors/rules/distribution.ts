import type { QuantityItem, VerbItem } from "../context/item.ts";
import {
  type Bindings,
  type ClaimField,
  type ClaimSpec,
  cue,
  defineRule,
  gap,
  gives,
  list,
  object,
  optional,
  silent,
  verb,
} from "../rule.ts";
import { changeField } from "./change-field.ts";
import { sameKind } from "./same-kind.ts";

const slots = (
  items: readonly QuantityItem[],
  fields: (item: QuantityItem, index: number) => readonly ClaimField[],
  found?: VerbItem,
  metric?: string,
): ClaimSpec[] =>
  items.map((item, index) => ({
    fields: fields(item, index),
    slot: { index, of: items.length },
    ...(found && { verb: found }),
    ...(metric !== undefined && { metric }),
  }));

const field = (name: ClaimField["field"], item: QuantityItem, sign: 1 | -1 = 1): ClaimField => ({
  field: name,
  item,
  sign,
});

/** 分别由138个、96个减少到72个和54个: one transition for each of the things named before. */
export const transitions = defineRule({
  id: "distributed-transition",
  doc: "Several transitions said together: 分别由138个、96个减少到72个和54个",
  patterns: [
    [
      cue("respectively"),
      optional(cue("from")),
      gap(4),
      list("before"),
      gap(8, "，"),
      verb("verb", "result"),
      gap(2),
      list("after"),
    ],
    [cue("from"), gap(8), list("before"), gap(8, "，"), verb("verb", "result"), gap(2), list("after")],
  ],
  accept: ({ lists: { before, after } }) =>
    before!.length === after!.length && before!.every((item, i) => sameKind(item.quantity, after![i]!.quantity)),
  claims: ({ lists: { before, after }, verbs }) =>
    slots(before!, (item, i) => [field("before", item), field("after", after![i]!)], verbs.verb),
  examples: [
    gives("两县乡镇内设机构分别由138个、96个减少到72个和54个", { before: 138, after: 72 }),
    silent("由138个减少到72个", "one transition"),
  ],
});

/** 分别减少30名和50名, 分别清退286人和1039人, 分别为12个、9个. */
export const distribution = defineRule({
  id: "distribution",
  doc: "Several numbers shared out: 分别清退286人和1039人",
  patterns: [
    [
      cue("respectively"),
      gap(4),
      verb("verb", "result", "amount", "rate", "layoff", "reassign", "save"),
      object(10),
      list("shares"),
    ],
    [
      verb("verb", "result", "amount", "rate", "layoff", "reassign", "save"),
      object(10),
      cue("respectively"),
      gap(4),
      list("shares"),
    ],
    [cue("respectively"), gap(10), list("shares")],
  ],
  claims: shares,
  examples: [
    gives("肃北县、合作市分别清退286人和1039人", { value: 286 }),
    gives("行政编制、事业编制分别减少30名和50名", { change: -30 }),
    gives("两县分别辖12个、9个乡镇", { value: 12 }),
    silent("撤销事业单位58家，收回事业编制300名", "nothing is shared out"),
  ],
});

function shares({ lists, verbs: { verb: found } }: Bindings): ClaimSpec[] {
  const items = lists.shares!;
  if (found === undefined) return slots(items, (item) => [field("value", item)]);
  if (found.senses.includes("result")) return slots(items, (item) => [field("after", item)], found);
  if (found.senses.includes("layoff")) return slots(items, (item) => [field("value", item)], found, "staff.layoff");
  if (found.senses.includes("reassign"))
    return slots(items, (item) => [field("value", item)], found, "staff.reassigned");
  const metric = found.senses.includes("save") ? "budget.savings" : undefined;
  return slots(
    items,
    (item) => [field(changeField(item.quantity), item, found.direction === 1 ? 1 : -1)],
    found,
    metric,
  );
}
