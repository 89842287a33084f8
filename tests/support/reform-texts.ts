const COUNTIES = ["河曲县", "漾濞彝族自治县", "娄烦县", "石楼县", "永和县", "大宁县"];
const BODIES = ["党政机构", "事业单位", "内设机构", "议事协调机构"];

/** A short article that no other number gives; some have no fact at all. */
export function reformText(number: number): string {
  const county = COUNTIES[number % COUNTIES.length]!;
  const title = `${county}机构改革简报`;
  if (number % 10 === 9) return `${title}\n\n会议强调，要提高认识，抓好落实。`;
  const sentences = BODIES.slice(0, 1 + (number % BODIES.length)).map(
    (body, i) => `${county}${body}由${30 + number + i}个精简为${12 + number + i}个，减少18个。`,
  );
  return `${title}\n\n${sentences.join("\n")}\n每年节约财政资金${100 + number}万元。`;
}
