import type { Rule } from "../rule.ts";
import { approvalDepartments } from "./approval.ts";
import { change, doubling } from "./change.ts";
import { cut } from "./cut.ts";
import { distribution, transitions } from "./distribution.ts";
import { level } from "./level.ts";
import { layoff, reassign } from "./people.ts";
import { ratioInWords } from "./ratio.ts";
import { result } from "./result.ts";
import { saving } from "./saving.ts";
import { sentDown } from "./sent-down.ts";
import { setAgainst } from "./set-against.ts";
import { fall, transition } from "./transition.ts";

/** All rules for running text, in order of priority. */
export const RULES: readonly Rule[] = [
  transitions,
  distribution,
  approvalDepartments,
  ratioInWords,
  setAgainst,
  fall,
  cut,
  transition,
  sentDown,
  layoff,
  reassign,
  result,
  saving,
  change,
  doubling,
  level,
];
