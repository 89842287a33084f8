import type { Quantity } from "../../schemas/mention.ts";
import type { QuantityItem } from "../context/item.ts";
import { defineRule, gap, gives, list, quantity, silent, word } from "../rule.ts";

/** 下沉, 下放 behind the number; 下放到 and 下沉至 are the same with a goal. */
const SENT = /^(?:下沉|下放)/;
const posts = ({ kind, classifier }: Quantity): boolean => kind === "count" && /^[名人个]/.test(classifier);
const added = (item: QuantityItem) => ({ fields: [{ field: "change", item, sign: 1 } as const] });

/** 事业编制140名下沉到镇街: posts that came to where they are wanted. */
export const sentDown = defineRule({
  id: "sent-down",
  doc: "Posts that go down to the towns: 140名编制下沉到镇街",
  patterns: [
    [quantity("posts", posts), gap(4, "，"), word(SENT)],
    [list("several"), gap(4, "，"), word(SENT)],
    [quantity("first", posts), word(/^、$/), gap(8), quantity("posts", posts), gap(4, "，"), word(SENT)],
  ],
  accept: (_, items, first) =>
    items.slice(0, first + 8).some((item) => item.type === "noun" && item.metric.startsWith("staff.quota")),
  claims: ({ quantities: { first, posts }, lists: { several } }) =>
    (several ?? [first, posts].filter((item) => item !== undefined)).map(added),
  examples: [
    gives("事业编制140名下沉到镇街", { change: 140 }),
    gives("空出的行政编制18名、事业编制45名，全部下放到7个镇", { change: 18 }),
    silent("217名干部下沉到乡镇", "people, not posts"),
  ],
});
