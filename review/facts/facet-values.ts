import { toSimplified } from "../../pipeline/script/conversion.ts";
import type { FacetCount, Filter, LongFacet } from "../../schemas/review.ts";
import type { FactStore } from "./fact-store.ts";
import { FACET_SQL } from "./filter.ts";

/** As many as a list on a screen can hold; who looks for another one types more of it. */
const MOST = 50;

/**
 * Values of a facet whose text, or for documents title, holds some words; what the filter chooses of them stands first.
 * Their counts are under the filter without the facet's own choice.
 * @param find "" for all
 */
export async function facetValues(
  store: Pick<FactStore, "query" | "where">,
  name: LongFacet,
  filter: Filter,
  find: string,
): Promise<readonly FacetCount[]> {
  const { [name]: chosen = [], ...others } = filter;
  const { sql: where, values } = store.where(others);
  const forms = [...new Set([find, toSimplified(find).text])].map((form) => form.toLowerCase());
  const label = name === "document" ? "doc_title" : "NULL::VARCHAR";
  const matches = forms.map((_, at) => `contains(lower(value), $find${at}) OR contains(lower(label), $find${at})`);
  const kept = chosen.length === 0 ? "false" : `value IN (${chosen.map((_, at) => `$chosen${at}`).join(", ")})`;
  const rows = await store.query(
    `SELECT value, any_value(label) AS label, count(*) AS n
    FROM (SELECT ${FACET_SQL[name]} AS value, ${label} AS label FROM current ${where})
    WHERE ${kept} OR ${matches.join(" OR ")}
    GROUP BY value ORDER BY ${kept} DESC, n DESC, value LIMIT ${MOST + chosen.length}`,
    {
      ...values,
      ...Object.fromEntries(forms.map((form, at) => [`find${at}`, form])),
      ...Object.fromEntries(chosen.map((value, at) => [`chosen${at}`, value])),
    },
  );
  return rows.map(({ value, label: words, n }) => ({
    value: String(value),
    ...(typeof words === "string" ? { label: words } : {}),
    count: Number(n),
  }));
}
