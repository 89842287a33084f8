import type { Claim } from "../rule.ts";
import type { Attachment } from "./attachment.ts";
import { fitsAll } from "./attachment.ts";
import type { Frame } from "./frame.ts";

/**
 * 工作部门由26个调整为22个、事业单位由89个精简到64个，分别减少15.4%和28.1%: each share of the change goes to one of the facts just
 * said, in their order. Null where the sentence has not said as many.
 * @param frames of the same sentence, in order
 */
export function sharedChange(
  claim: Claim,
  start: number,
  sentence: number,
  frames: readonly Frame[],
): Attachment | null {
  if (claim.slot === null || !claim.fields.every(({ field }) => field === "change" || field === "change_pct"))
    return null;
  const said = frames.filter(
    (frame) =>
      frame.sentence === sentence &&
      frame.span.start < start &&
      frame.rule !== claim.rule &&
      frame.source !== "carried",
  );
  const whole = said.slice(-claim.slot.of)[claim.slot.index];
  if (said.length < claim.slot.of || whole === undefined || !fitsAll(whole.metric, claim)) return null;
  if ([...whole.fields.keys()].some((field) => claim.fields.some((one) => one.field === field))) return null;
  return { metric: whole.metric, label: whole.label, modifier: "", source: "carried", noun: null, from: whole };
}
