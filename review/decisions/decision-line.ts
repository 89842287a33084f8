import { Compile } from "typebox/compile";
import { type Decision, DecisionSchema } from "../../schemas/decision.ts";
import { whyNot } from "../../schemas/why-not.ts";
import { hasHalfCharacter } from "./half-characters.ts";

const validator = Compile(DecisionSchema);

/** @returns the decision, or why the line is none */
export function readDecision(line: string): Decision | { readonly why: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The system may write a part of a line before the process is killed; nobody was told that it is saved.
    const isCut = line.startsWith('{"id"') && !line.endsWith("}");
    return {
      why: isCut ? "it was cut off while it was written, before anyone was told that it is saved" : "it is no JSON",
    };
  }
  // Written by JSON.stringify, half a character is an escape: few lines have to be looked through.
  if (line.includes("\\ud") && hasHalfCharacter(value)) return { why: "it holds half a character" };
  if (validator.Check(value)) return value;
  return { why: whyNot(validator.Errors(value)) };
}

/** @returns the line, its line feed included */
export const writeDecision = (decision: Decision): string => `${JSON.stringify(decision)}\n`;
