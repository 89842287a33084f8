import type { PictureData } from "../../../../schemas/picture.ts";
import type { Filter } from "../../../../schemas/review.ts";
import { session } from "../../session.ts";
import { valueWords } from "../table/facet-values.ts";
import { choices } from "../table/filter-changes.ts";
import { facetName } from "../table/texts.ts";
import { t } from "./texts.ts";
import { visible } from "./visible.ts";

/** Where the numbers of a picture come from, in one line. */
export function sourceLine({ counted, facts }: PictureData, filter: Filter, now: Date): string {
  const file = (session.value?.file ?? "").split(/[\\/]/).at(-1) ?? "";
  const words = choices(filter).map(({ name, value }) => `${facetName(name)}=${valueWords(name, { value })}`);
  if (filter.q !== undefined && filter.q !== "") words.push(`“${filter.q}”`);
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return t("source", {
    file: visible(file),
    filter: words.length === 0 ? "" : t("sourceFilter", { filter: visible(words.join(", ")) }),
    which: t(facts === "all" ? "sourceAll" : "sourceAccepted"),
    facts: counted.facts,
    subjects: counted.subjects,
    date: day.join("-"),
  });
}
