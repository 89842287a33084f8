import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type GoldDocument, readGold } from "./gold.ts";

/** A gold file by its name, with the folders that its texts may lie in. */
export interface GoldSet {
  readonly name: string;
  readonly path: string;
  readonly folders: readonly string[];
}

/**
 * The gold sets that come with the project: each .jsonl file of `corpus/gold`, by name.
 * @param root the project's folder
 */
export const ownSets = (root = "."): GoldSet[] => setsIn(join(root, "corpus/gold"), []);

/**
 * Sets that lie beside the project, where there are any. Those that it holds a copy of are left out.
 * @param shared folder with `gold/`, and `seeds/` for texts that are not beside their gold
 */
export function sharedSets(shared: string, own: readonly GoldSet[]): GoldSet[] {
  const known = new Set(own.map(({ name }) => name));
  return setsIn(join(shared, "gold"), [join(shared, "seeds")]).filter(({ name }) => !known.has(name));
}

/** All sets, those beside the project last. */
export function allSets(root = "."): GoldSet[] {
  const own = ownSets(root);
  return [...own, ...sharedSets(join(root, "../shared"), own)];
}

/**
 * @param names sets asked for; all of them where there is none
 * @throws {Error} for a name that no set has
 */
export function chosenSets(names: readonly string[], root = "."): GoldSet[] {
  const all = allSets(root);
  const unknown = names.find((name) => all.every((set) => set.name !== name));
  if (unknown !== undefined)
    throw new Error(`No gold set is called ${unknown}: choose of ${all.map(({ name }) => name).join(", ")}`);
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

function setsIn(folder: string, alsoIn: readonly string[]): GoldSet[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .map((file) => ({
      name: file.replace(/\.jsonl$/, ""),
      path: join(folder, file),
      folders: [folder, ...alsoIn],
    }));
}

/** The documents of a set; each of a set called `aside` (or `…-aside`) is set aside, whether its line says so or not. */
export function documentsOf({ name, path }: GoldSet): GoldDocument[] {
  const documents = readGold(path);
  return /(?:^|-)aside$/.test(name) ? documents.map((one) => ({ ...one, aside: true })) : documents;
}
