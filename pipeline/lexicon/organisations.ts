import { isListed } from "../../extractors/places/organisations.ts";
import type { AddedOrganisation } from "../../extractors/vocabulary/vocabulary.ts";
import type { LexiconFile } from "../../schemas/lexicon.ts";
import { elementsOf, simplified, type Taken, wordsAt } from "./reading.ts";
import type { Source } from "./source.ts";

export function readOrganisations({ organisations }: LexiconFile, source: Source, taken: Taken): AddedOrganisation[] {
  return elementsOf(organisations, ["organisations"]).map(({ value: row, path }) => {
    const name = simplified(row.name);
    const aliases = wordsAt(row.aliases, [...path, "aliases"]);
    for (const { word, path: at } of aliases)
      if (word.length < 2) source.report(at, `${word} is too short for a name`, "leave it out");
    if (isListed(name) && aliases.length === 0)
      source.report([...path, "name"], `${name} is known already`, "give aliases, or leave it out");
    if (!isListed(name)) taken.take([{ word: name, path: [...path, "name"] }], name, "put the two together");
    return { name, level: "organisation", aliases: taken.take(aliases, `an alias of ${name}`, "leave it out here") };
  });
}
