import type { FactDetail } from "../../schemas/review.ts";
import type { ReviewDeps } from "./deps.ts";

/** A fact with all that was decided on it; null where the file holds none of this id. */
export async function detailOf(id: string, { store, decisions }: ReviewDeps): Promise<FactDetail | null> {
  const [stored, extracted] = await Promise.all([store.fact(id), store.extracted(id)]);
  if (stored === null) return null;
  const [verdicts, history] = await Promise.all([decisions.verdicts(id), decisions.history(id)]);
  const { adjudicated } = decisions.standing(id);
  return { fact: stored.fact, extracted, status: stored.status, adjudicated, verdicts, history };
}
