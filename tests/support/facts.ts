import type { Fact } from "../../schemas/fact.ts";

/** A valid fact, to be varied. */
export const aFact = (changes: Partial<Fact> = {}): Fact => ({
  id: "f1",
  doc: { id: "d1", url: null, title: "河曲县机构改革", publisher: null, published: "2022-08-02", lang: "zh-Hans" },
  subject: { name: "河曲县", code: "140930", level: "county" },
  metric: "agencies.party_gov",
  label: "党政机构",
  scope: null,
  value: null,
  before: 36,
  after: 22,
  change: -14,
  change_pct: null,
  derived: ["change"],
  unit: "count",
  per: null,
  bound: "exact",
  range: null,
  period: null,
  comparison: null,
  modality: "actual",
  evidence: [{ start: 8, end: 22, text: "36个党政机构精简为22个", sentence: "36个党政机构精简为22个。" }],
  rule: "transition",
  confidence: 0.9,
  checks: [],
  ...changes,
});
