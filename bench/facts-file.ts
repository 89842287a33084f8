import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { allDivisions, type Division } from "../extractors/places/index.ts";
import type { Fact } from "../schemas/fact.ts";
import { METRICS } from "../schemas/metrics.ts";

/** Facts that one document of a generated file holds. */
export const FACTS_A_DOCUMENT = 10;

const PUBLISHERS = ["日报", "晚报", "新闻网", "政府网", "电视台", "编办"];
const RULES = ["transition", "change", "level", "cut"];
const FLUSH = 1 << 20;

/**
 * Writes a file of facts such as `run` leaves behind: real counties and metrics, numbers, dates and sentences that differ.
 * The same count gives the same bytes.
 */
export async function writeFactsFile(path: string, facts: number): Promise<void> {
  const out = createWriteStream(path, { highWaterMark: 4 * FLUSH });
  let text = "";
  for (let at = 0; at < facts; at++) {
    text += `${JSON.stringify(generatedFact(at))}\n`;
    if (text.length < FLUSH) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await once(out, "close");
}

let counties: readonly Division[] | undefined;
const countyAt = (at: number): Division => {
  counties ??= allDivisions().filter(({ level, former }) => level === "county" && former === undefined);
  return counties[at % counties.length]!;
};

/** The fact number `at` of every generated file. */
export function generatedFact(at: number): Fact {
  const [document, place] = [Math.floor(at / FACTS_A_DOCUMENT), at % FACTS_A_DOCUMENT];
  const county = countyAt(document * 7 + (place > 6 ? place : 0));
  const metric = METRICS[(document * 3 + place * 5) % METRICS.length]!;
  const before = 20 + ((document * 31 + place * 17) % 480);
  const after = before - 1 - ((document + place) % 19);
  const label = metric.nouns[document % metric.nouns.length] ?? metric.id;
  const text = `${label}由${before}个精简为${after}个`;
  const sentence = `${2019 + (document % 7)}年以来，${county.name}坚持优化协同高效，${text}，第${document}批改革事项全部落地。`;
  const start = place * 80;
  const month = String(1 + (document % 12)).padStart(2, "0");
  return {
    id: `${document.toString(36)}-${place}`,
    doc: {
      id: `document-${document}`,
      url: `https://news.example.cn/${document}.html`,
      title: `${county.name}推进机构改革第${document}号`,
      publisher: `${county.name.slice(0, 2)}${PUBLISHERS[document % PUBLISHERS.length]}`,
      published: `${2019 + (document % 7)}-${month}-15`,
      lang: document % 8 === 0 ? "zh-Hant" : "zh-Hans",
    },
    subject: { name: county.name, code: county.code, level: county.level },
    metric: metric.id,
    label,
    scope: place % 4 === 0 ? "县直部门" : null,
    ...{ value: null, before, after, change: after - before, change_pct: null, derived: ["change"] },
    unit: metric.unit === "money" ? "CNY" : metric.unit,
    per: null,
    bound: document % 9 === 0 ? "approx" : "exact",
    range: null,
    period: String(2019 + (document % 7)),
    comparison: null,
    modality: document % 5 === 0 ? "planned" : "actual",
    evidence: [{ start, end: start + text.length, text, sentence }],
    rule: RULES[place % RULES.length]!,
    confidence: 0.5 + ((document * 13 + place * 7) % 50) / 100,
    checks:
      place === 0
        ? [{ check: "change", ok: document % 11 !== 0, expected: after - before, found: -14, spans: [] }]
        : [],
  };
}
