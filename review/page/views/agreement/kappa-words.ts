import type { MetricAgreement } from "../../../../schemas/review.ts";

/** How good a kappa is, on the scale of Landis and Koch (1977). */
export type KappaGrade = "few" | "none" | "worse" | "slight" | "fair" | "moderate" | "substantial" | "high";

const STEPS = [
  [0.8, "high"],
  [0.6, "substantial"],
  [0.4, "moderate"],
  [0.2, "fair"],
  [0, "slight"],
] as const;

/** Of fewer facts a kappa says nothing. */
const ENOUGH = 10;

/** @param kappa null where chance alone gives full agreement */
export function gradeOf({ facts, kappa }: Pick<MetricAgreement, "facts" | "kappa">): KappaGrade {
  if (facts < ENOUGH) return "few";
  if (kappa === null) return "none";
  return STEPS.find(([least, grade]) => (grade === "slight" ? kappa >= least : kappa > least))?.[1] ?? "worse";
}
