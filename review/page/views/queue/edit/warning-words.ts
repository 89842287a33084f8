/** TABLE of what a draft warns of, in Chinese; the server says it in English. */
const WARNINGS: Readonly<Record<string, string>> = {
  "No rule reads these words: look at subject, period and modality": "没有规则读这些字：请核对主体、时间和性质",
  "Nothing says whom the number is about": "没有说是谁的数：请填主体",
  "No quantity is read in these words": "这些字里没有读出数",
  "The document gives this fact already": "这篇文档里已有这条事实",
};
const SEVERAL = "Several quantities are read in these words: ";

/** A warning in Chinese; as it is where the table does not know it. */
export function warningInChinese(warning: string): string {
  if (warning.startsWith(SEVERAL)) return `这些字里读出了几个数：${warning.slice(SEVERAL.length)}`;
  return Object.hasOwn(WARNINGS, warning) ? WARNINGS[warning]! : warning;
}
