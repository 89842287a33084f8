/** TABLE of why a number is no fact, in Chinese; the extraction says it in English. */
const REASONS: Readonly<Record<string, string>> = {
  "a ratio, not how many live there": "是比例，不是人口数",
  "a part of those named, not how many there are": "是其中一部分，不是总数",
  "a density, not how many there are": "是密度，不是总数",
  "a threshold that defines a group": "是划线的标准，不是数量",
  "a payment to a person, not between budgets": "是付给个人的钱，不是预算之间的转移",
  "a payment to a person": "是付给个人的钱",
  "the area of something else": "是别的东西的面积",
  "the words between name something else": "中间的字说的是别的东西",
  "points of a rate, not of a quantity": "是百分点，不是数量",
  "一个 is no count": "“一个”不是计数",
  "matters of any kind": "“事项”太泛，不知是哪一类",
  "supposed, not said": "是假设，不是陈述",
  "a rate of exchange": "是折算的比率",
  "land of some use, not the unit's area": "是某种用地，不是辖区面积",
  "small change, no budget": "钱数太小，不是预算",
  "saved by a person": "是个人节省的钱",
  "cases handled, not kinds of them": "是办件数，不是事项数",
  "bodies of another kind": "是别类机构",
  "units in passing, not how many there are": "只是提到几个单位，不是说一共有几个",
  "people or bodies in passing, not how many there are": "只是提到几个人或机构，不是说一共有几个",
  "papers or meetings in passing, not how many there are": "只是提到几份文件或几次会议，不是说一共有几个",
  "it changes what is no metric": "变化的东西不是指标",
  "nobody is named whose number it is": "没有说是谁的数",
  "posts or bodies are moved, not people": "调整的是编制或机构，不是人",
  "it counts what the words after it name": "数的是后面的字所说的东西",
  "a share of a whole": "是总体中的份额",
  "a share or a rate": "是份额或比率",
  "no noun of the metrics table is near": "附近没有指标表里的名词",
};
/** Reasons that quote the text. */
const PATTERNS: readonly (readonly [pattern: RegExp, words: (quoted: string) => string])[] = [
  [/^it counts (.+)$/s, (quoted) => `数的是“${quoted}”`],
  [/^(.+) stands before it$/s, (quoted) => `前面是“${quoted}”`],
];

/** A reason in Chinese; as it is where the table does not know it. */
export function reasonInChinese(reason: string): string {
  if (Object.hasOwn(REASONS, reason)) return REASONS[reason]!;
  for (const [pattern, words] of PATTERNS) {
    const quoted = pattern.exec(reason)?.[1];
    if (quoted !== undefined) return words(quoted);
  }
  return reason;
}
