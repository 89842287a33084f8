import { type Day, dayOf } from "./day.ts";

const J2000: Day = 10_957.5;
const BEIJING_DAYS = 8 / 24;
const DEGREES_A_DAY = 360 / 365.2422;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The sun's apparent longitude in degrees, to about a hundredth; `moment` in days since 1970, UTC. */
function sunLongitude(moment: number): number {
  const centuries = (moment - J2000) / 36_525;
  const anomaly = radians(357.52911 + 35_999.05029 * centuries);
  const mean = 280.46646 + 36_000.76983 * centuries;
  const centre = 1.914602 * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly) + 0.000289 * Math.sin(3 * anomaly);
  return mean + centre - 0.00569 - 0.00478 * Math.sin(radians(125.04 - 1_934.136 * centuries));
}

/** The day in Beijing on which the sun reaches a longitude (270 is 冬至) within a calendar year. */
export function dayOfTerm(year: number, degrees: number): Day | null {
  const start = dayOf(year, 1, 1);
  if (start === null) return null;
  let moment = start + ((degrees - 280 + 360) % 360) / DEGREES_A_DAY;
  for (let step = 0; step < 5; step++) {
    const off = ((((degrees - sunLongitude(moment)) % 360) + 540) % 360) - 180;
    moment += off / DEGREES_A_DAY;
  }
  return Math.floor(moment + BEIJING_DAYS);
}
