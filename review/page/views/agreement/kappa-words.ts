/** How good a kappa is, on the scale of Landis and Koch (1977). */
export type KappaGrade = "none" | "worse" | "slight" | "fair" | "moderate" | "substantial" | "high";

const STEPS = [
  [0.8, "high"],
  [0.6, "substantial"],
  [0.4, "moderate"],
  [0.2, "fair"],
  [0, "slight"],
] as const;

/** @param kappa null where chance alone gives full agreement */
export function gradeOf(kappa: number | null): KappaGrade {
  if (kappa === null) return "none";
  return STEPS.find(([least, grade]) => (grade === "slight" ? kappa >= least : kappa > least))?.[1] ?? "worse";
}
