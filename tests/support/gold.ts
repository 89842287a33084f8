import type { GoldFact } from "../../bench/scoring/gold.ts";

/** What `aFact` should be, to be varied. */
export const aGoldFact = (changes: Partial<GoldFact> = {}): GoldFact => ({
  metric: "agencies.party_gov",
  subject: ["河曲县", "河曲"],
  before: 36,
  after: 22,
  unit: "count",
  quote: "36个党政机构精简为22个",
  ...changes,
});
