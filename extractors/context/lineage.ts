import { type Division, parentOf } from "../places/index.ts";

/** A division and all that hold it, smallest first. */
export function lineage(division: Division): Division[] {
  const line: Division[] = [];
  for (let up: Division | null = division; up; up = parentOf(up)) line.push(up);
  return line;
}
