import type { Subject } from "../../../../../schemas/fact.ts";
import type { Filter, Rows } from "../../../../../schemas/review.ts";
import { get } from "../../../api.ts";

const MOST = 200;

/** Subjects of the document's facts, each once; those of the fact that is edited come first by `first`. */
export async function subjectsOf(doc: string, first: Subject): Promise<readonly Pick<Subject, "name" | "code">[]> {
  const filter: Filter = { document: [doc] };
  const { rows } = await get<Rows>("rows", { ...filter, limit: MOST });
  const known = new Map<string, Pick<Subject, "name" | "code">>([[first.name, first]]);
  for (const { subject, code } of rows) if (!known.has(subject)) known.set(subject, { name: subject, code });
  return [...known.values()];
}
