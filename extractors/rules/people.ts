import type { Quantity } from "../../schemas/mention.ts";
import type { Bindings } from "../rule.ts";
import { defineRule, gap, gives, object, quantity, silent, verb } from "../rule.ts";

const people = ({ kind, classifier }: Quantity): boolean => kind === "count" && /^[名人位个]$/.test(classifier);
const only = ({ quantities }: Bindings, metric: string) => ({
  fields: [{ field: "value", item: quantities.people!, sign: 1 } as const],
  metric,
});

/** 清退120人: people dismissed. 裁减编制30名 is a change of the establishment: the noun decides, in linking. */
export const layoff = defineRule({
  id: "layoff",
  doc: "People dismissed: 清退编外人员120人",
  patterns: [
    [verb("verb", "layoff"), object(16, "“”（）()、"), quantity("people", people)],
    [quantity("people", people), gap(10), verb("verb", "layoff")],
  ],
  claims: (bindings) => [{ ...only(bindings, "staff.layoff"), verb: bindings.verbs.verb! }],
  examples: [
    gives("清退编外人员120人", { value: 120 }),
    gives("另有37人被解雇", { value: 37 }),
    silent("编外人员减少120人", "a change of staff.contract"),
  ],
});

/** 转隶218名, 分流安置135人: people moved or placed. */
export const reassign = defineRule({
  id: "reassign",
  doc: "People moved or placed: 转隶工作人员218名",
  patterns: [
    [verb("verb", "reassign"), object(20, "“”（）()"), quantity("people", people)],
    [verb("verb", "reassign"), object(12, "，,"), quantity("people", people)],
    [quantity("people", people), gap(10), verb("verb", "reassign")],
  ],
  claims: (bindings) => [{ ...only(bindings, "staff.reassigned"), verb: bindings.verbs.verb! }],
  examples: [
    gives("平稳转隶工作人员218名", { value: 218 }),
    gives("一共分流在编人员135名", { value: 135 }),
    silent("安置房120套", "homes, not people"),
  ],
});
