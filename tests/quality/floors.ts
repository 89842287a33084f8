import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Score } from "../../bench/scoring/score.ts";

export const FIGURES = ["f1", "bound", "modality", "period"] as const;
export type Figure = (typeof FIGURES)[number];

/** Least figures by set, 0 to 1 in hundredths. Only a commit that says why lowers one. */
export type Floors = Readonly<Record<string, Readonly<Record<Figure, number>>>>;

export const FLOORS_PATH = join(import.meta.dirname, "floors.json");

export const readFloors = (): Floors => JSON.parse(readFileSync(FLOORS_PATH, "utf8")) as Floors;

/** Rounded down, so that a floor is never above what was reached. */
export const hundredths = (share: number): number => Math.floor(share * 100 + 1e-9) / 100;

/** Attributes of a set without a matched fact are all right. */
export const figureOf = ({ strict, attributes }: Score, figure: Figure): number =>
  hundredths(figure === "f1" ? strict.f1 : (attributes[figure] ?? 1));
