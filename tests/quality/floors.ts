import { readFileSync } from "node:fs";
import { join } from "node:path";
import { factsOfGold, readGold } from "../support/gold.ts";
import { type Figure, type Score, score } from "../support/score.ts";

/** TABLE of the sets in corpus/gold that hold the quality gate. */
export const SETS = ["articles", "counties", "tables", "mainland", "hant"] as const;
export const FIGURES: readonly Figure[] = ["f1", "bound", "modality", "period"];

export type SetName = (typeof SETS)[number];
/** Least figures, 0 to 1 in hundredths. Only a commit that says why lowers one. */
export type Floors = Readonly<Record<SetName, Readonly<Record<Figure, number>>>>;

export const FLOORS_PATH = join(import.meta.dirname, "floors.json");
const GOLD = join(import.meta.dirname, "../../corpus/gold");

export const readFloors = (): Floors => JSON.parse(readFileSync(FLOORS_PATH, "utf8")) as Floors;

/** Rounded down, so that a floor is never above what was reached. */
export const hundredths = (share: number): number => Math.floor(share * 100 + 1e-9) / 100;

/** The score of a set, its documents read from their files through the whole pipeline. */
export async function scoreOf(set: SetName): Promise<Score> {
  const gold = readGold(join(GOLD, `${set}.jsonl`));
  return score(gold, await factsOfGold(gold, GOLD));
}
