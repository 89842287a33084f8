import type { Quantity } from "../../schemas/mention.ts";
import type { QuantityItem } from "../context/item.ts";
import { defineRule, gap, gives, list, quantity, silent, word } from "../rule.ts";

/** 下沉, 下放 behind the number; 下放到 and 下沉至 are the same with a goal. */
const SENT = /^(?:下沉|沉到|压到|分给|分到|留给|下放|投向|投放到|划到|划给|划拨给|充实到|充实|倾斜)/;
const posts = ({ kind, classifier }: Quantity): boolean => kind === "count" && /^[名人个]/.test(classifier);
const added = (item: QuantityItem) => ({ fields: [{ field: "change", item, sign: 1 } as const] });

/** 事业编制140名下沉到镇街: posts that came to where they are wanted. */
export const sentDown = defineRule({
  id: "sent-down",
  doc: "Posts that go down to the towns: 140名编制下沉到镇街",
  patterns: [
    [quantity("posts", posts), gap(8, "，"), word(SENT)],
    [list("several"), gap(4, "，"), word(SENT)],
    [quantity("first", posts), word(/^、$/), gap(8), quantity("posts", posts), gap(4, "，"), word(SENT)],
  ],
  accept: (_, items, first) => {
    // 收回编制43名，充实到一线: what was taken back is said first.
    const taken = items.findLastIndex((item, i) => i < first && item.type === "verb" && item.direction === -1);
    const between = items.slice(taken + 1, first);
    if (taken >= 0 && between[0]?.text !== "的" && between.every(({ type }) => type !== "punctuation")) return false;
    const noun = items.slice(0, first + 1).findLast(({ type }) => type === "noun");
    const next = items[first + 1];
    // 120名沉到8个乡镇，充实到一线: where to, not who.
    if (next?.type === "noun" && next.metric.startsWith("division.")) return false;
    return (
      (noun?.type === "noun" && noun.metric.startsWith("staff.quota")) ||
      (next?.type === "noun" && next.metric.startsWith("staff.quota"))
    );
  },
  claims: ({ quantities: { first, posts }, lists: { several } }) =>
    (several ?? [first, posts].filter((item) => item !== undefined)).map(added),
  examples: [
    gives("事业编制140名下沉到镇街", { change: 140 }),
    gives("腾出的43名行政编制悉数压到乡镇一级", { change: 43 }),
    gives("收回的编制中拿出120名投向乡镇", { change: 120 }),
    gives("空出的行政编制18名、事业编制45名，全部下放到7个镇", { change: 18 }),
    silent("收回乡镇事业编制43名，充实到执法队", "taken back is said first"),
    silent("217名干部下沉到乡镇", "people, not posts"),
    silent("核减编制，另派干部到8个乡镇，充实到一线", "where to, not who"),
  ],
});
