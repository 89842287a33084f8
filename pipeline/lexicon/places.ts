import { allDivisions, type Division } from "../../extractors/places/index.ts";
import { type AddedOrganisation, type AddedPlace, NOTHING_ADDED } from "../../extractors/vocabulary/vocabulary.ts";
import type { LexiconFile, LexiconPlace } from "../../schemas/lexicon.ts";
import { nearest } from "./nearest.ts";
import { elementsOf, simplified, wordsAt } from "./reading.ts";
import type { Path, Source } from "./source.ts";

/** A division of the gazetteer, or one that this lexicon has added above. */
type Holder = Pick<Division, "id" | "name" | "code" | "level">;

const RANK: Readonly<Record<Holder["level"] | "township", number>> = {
  nation: 0,
  province: 1,
  prefecture: 2,
  county: 3,
  township: 4,
};

export interface ReadPlaces {
  readonly places: readonly AddedPlace[];
  /** Towns have no place in the gazetteer; like bodies they are known by name. */
  readonly towns: readonly AddedOrganisation[];
}

export function readPlaces(file: LexiconFile, source: Source): ReadPlaces {
  const reader = new PlaceReader(source);
  for (const { value, path } of elementsOf(file.places, ["places"])) reader.read(value, path);
  return reader;
}

class PlaceReader implements ReadPlaces {
  readonly places: AddedPlace[] = [];
  readonly towns: AddedOrganisation[] = [];
  private readonly today: Holder[] = allDivisions(NOTHING_ADDED).filter(({ former }) => !former);
  private readonly codes = new Map(
    allDivisions(NOTHING_ADDED).flatMap(({ code, name }) => (code ? [[code, name]] : [])),
  );

  constructor(private readonly source: Source) {}

  read(row: LexiconPlace, path: Path): void {
    const { level } = row;
    const name = simplified(row.name);
    const aliases = this.aliasesOf(row, path);
    if (level === undefined) {
      if (row.inside === undefined) this.addNames(row, name, aliases, path);
      else this.source.report(path, "`level` is missing", "give province, prefecture, county or township");
      return;
    }
    const inside = this.holderOf(row, path);
    if (inside === null) return;
    if (RANK[inside.level] >= RANK[level])
      this.source.report([...path, "inside"], `${inside.name} holds no ${level}`, "name what holds it");
    else if (level === "township") this.addTown(row, name, aliases, path);
    else this.addDivision(row, { name, level, aliases, inside }, path);
  }

  /** More names for a division of the gazetteer. */
  private addNames(row: LexiconPlace, name: string, aliases: readonly string[], path: Path): void {
    const code = row.code === undefined ? undefined : String(row.code);
    const named = this.today.filter((division) => division.name === name);
    const meant = code === undefined ? named : named.filter((division) => division.code === code);
    const [only] = meant;
    const at = [...path, code === undefined || named.length === 0 ? "name" : "code"];
    if (only === undefined) this.source.report(at, `the gazetteer has no ${name}${code ? ` ${code}` : ""}`, ADD_IT);
    else if (meant.length > 1) this.source.report(at, severalOf(name, meant), "give its code");
    else if (aliases.length === 0)
      this.source.report(at, `${name} is in the gazetteer already`, "give aliases, or leave it out");
    else this.places.push({ ...only, level: only.level as AddedPlace["level"], inside: null, aliases });
  }

  private addTown({ code }: LexiconPlace, name: string, aliases: readonly string[], path: Path): void {
    if (code !== undefined)
      this.source.report([...path, "code"], "a township has no code of six digits", "leave code out", "key");
    this.towns.push({ name, level: "township", aliases });
  }

  private addDivision(
    { code: given }: LexiconPlace,
    place: Pick<AddedPlace, "name" | "level" | "aliases"> & { readonly inside: Holder },
    path: Path,
  ): void {
    const { name, level, inside, aliases } = place;
    const code = given === undefined ? null : String(given);
    const isNear = ({ id }: Holder) => inside.level === "nation" || id.startsWith(inside.id.slice(0, 2));
    const isKnown = this.today.some((division) => division.name === name && isNear(division));
    if (isKnown)
      this.source.report([...path, "name"], `${name} is in the gazetteer already`, "leave level and inside out");
    if (isKnown || (code !== null && !this.isFree(code, inside, path))) return;
    const id = code ?? `${inside.id}-${name}`;
    this.places.push({ id, code, name, level, inside: inside.id, aliases });
    this.today.push({ id, code, name, level });
    if (code !== null) this.codes.set(code, name);
  }

  private isFree(code: string, inside: Holder, path: Path): boolean {
    const holder = this.codes.get(code);
    const [problem, remedy] =
      holder !== undefined
        ? [`${code} is the code of ${holder}`, "give its own code, or leave code out"]
        : inside.level !== "nation" && !code.startsWith(inside.id.slice(0, 2))
          ? [`${code} is no code of ${inside.name}`, `it begins with ${inside.id.slice(0, 2)}; or leave code out`]
          : ["", ""];
    if (problem !== "") this.source.report([...path, "code"], problem, remedy);
    return problem === "";
  }

  private holderOf({ inside }: LexiconPlace, path: Path): Holder | null {
    const at = [...path, "inside"];
    if (inside === undefined) {
      this.source.report(path, "`inside` is missing", "name the division that holds it");
      return null;
    }
    const name = simplified(String(inside));
    const found = this.today.filter((division) => division.name === name || division.code === name);
    if (found.length === 1) return found[0]!;
    if (found.length > 1) this.source.report(at, severalOf(name, found), "give its code");
    else {
      const meant = nearest(name, new Set(this.today.map((division) => division.name)));
      this.source.report(at, `the gazetteer has no ${name}`, meant === null ? "give its full name" : `write ${meant}`);
    }
    return null;
  }

  private aliasesOf({ aliases }: LexiconPlace, path: Path): string[] {
    return wordsAt(aliases, [...path, "aliases"]).flatMap(({ word, path: at }) => {
      if (word.length >= 2 && !this.today.some(({ name }) => name === word)) return [word];
      const problem = word.length < 2 ? `${word} is too short for a name` : `${word} is the name of a division`;
      this.source.report(at, problem, "leave it out");
      return [];
    });
  }
}

const ADD_IT = "give level and inside to add it, or write its official name in full";
const severalOf = (name: string, found: readonly Holder[]): string =>
  `there are several ${name} (${found.map(({ id }) => id).join(", ")})`;
