import { BEYOND_MAINLAND } from "../../corpus/gazetteer/beyond-mainland.ts";
import { DIVISIONS } from "../../corpus/gazetteer/divisions.ts";
import { FORMER } from "../../corpus/gazetteer/former.ts";
import { derived } from "../vocabulary/in-use.ts";
import type { AddedPlace, Vocabulary } from "../vocabulary/vocabulary.ts";

/** An administrative division, of today or of an earlier year. */
export interface Division {
  /** The code; for a division without one, the parent's code and the name. Unique among today's divisions. */
  readonly id: string;
  /** GB/T 2260, six digits; null where there is none. */
  readonly code: string | null;
  /** Official full name, simplified. */
  readonly name: string;
  readonly level: "nation" | "province" | "prefecture" | "county";
  /** `id` of the division that holds it; null for the nation. */
  readonly parent: string | null;
  /** Set for one that is gone: `id` of what took its place, or null. Its `code` is the one it had. */
  readonly former?: { readonly successor: string | null };
}

interface Table {
  readonly divisions: readonly Division[];
  readonly byId: ReadonlyMap<string, Division>;
  readonly children: ReadonlyMap<string, readonly Division[]>;
}

const divisionTable = derived(({ places }) => places, buildTable);

/** Every division of today and the former ones, former ones last; by default those of the vocabulary in use. */
export const allDivisions = (vocabulary?: Vocabulary): readonly Division[] => divisionTable(vocabulary).divisions;

/** Today's division with this id (its six-digit code, where it has one). */
export const divisionOf = (id: string): Division | undefined => divisionTable().byId.get(id);

/** 中华人民共和国, the holder of all provinces. */
export const nation = (): Division => divisionTable().byId.get("100000")!;

/** The division that holds this one: a county's prefecture, or its province where no prefecture stands between. */
export const parentOf = (division: Division): Division | null =>
  division.parent === null ? null : (divisionTable().byId.get(division.parent) ?? null);

/** Today's divisions directly below this one. */
export const childrenOf = (division: Division): readonly Division[] => divisionTable().children.get(division.id) ?? [];

/** True when `outer` holds `inner` at any depth; a division is not within itself. */
export function isWithin(inner: Division, outer: Division): boolean {
  for (let up = parentOf(inner); up; up = parentOf(up)) if (up.id === outer.id) return true;
  return false;
}

function buildTable(places: readonly AddedPlace[]): Table {
  const today = [
    ...rows(BEYOND_MAINLAND).map(beyond),
    ...rows(DIVISIONS).map(([code, name]) => mainland(code!, name!)),
    ...places.flatMap(({ id, code, name, level, inside }) =>
      inside === null ? [] : [{ id, code, name, level, parent: inside }],
    ),
  ];
  const byId = new Map(today.map((division) => [division.id, division]));
  // Counties of 济源's kind have a code like a prefecture's child but stand directly below the province.
  const placed = today.map((division) => reparent(division, byId));
  for (const division of placed) byId.set(division.id, division);
  const gone = rows(FORMER).map(([code, name, heir]) => formerly(code!, name!, heir ?? null, byId));
  const children = new Map<string, Division[]>();
  for (const division of placed) {
    if (division.parent === null) continue;
    const siblings = children.get(division.parent);
    if (siblings) siblings.push(division);
    else children.set(division.parent, [division]);
  }
  return { divisions: [...placed, ...gone], byId, children };
}

const rows = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split(" "));

function beyond([code, level, name, parent]: readonly string[]): Division {
  const known = code === "-" ? null : code!;
  return {
    id: known ?? `${parent}-${name}`,
    code: known,
    name: name!,
    level: level as Division["level"],
    parent: parent ?? null,
  };
}

function mainland(code: string, name: string): Division {
  const province = `${code.slice(0, 2)}0000`;
  if (code === province) return { id: code, code, name, level: "province", parent: "100000" };
  if (code.endsWith("00")) return { id: code, code, name, level: "prefecture", parent: province };
  return { id: code, code, name, level: "county", parent: `${code.slice(0, 4)}00` };
}

function reparent(division: Division, byId: ReadonlyMap<string, Division>): Division {
  if (division.parent === null || byId.has(division.parent)) return division;
  return { ...division, parent: `${division.parent.slice(0, 2)}0000` };
}

function formerly(code: string, name: string, heir: string | null, byId: ReadonlyMap<string, Division>): Division {
  const bare = mainland(code, name);
  const above = heir === null ? undefined : byId.get(heir);
  // A county that moved to another prefecture is best placed where its heir stands.
  const parent = bare.level === above?.level ? above.parent : bare.parent;
  return { ...reparent({ ...bare, parent }, byId), id: `${code}-${name}`, former: { successor: heir } };
}
