import type { NumberField } from "../../schemas/fact.ts";
import { metric as metricRow } from "../vocabulary/metrics.ts";
import type { Attachment } from "./attachment.ts";
import type { Frame } from "./frame.ts";

/** A number without a noun of its own joins what the sentence said last of the same thing, where its place is free. */
export function absorb(frames: readonly Frame[], frame: Frame, { source, noun }: Attachment): boolean {
  const last = frames.findLast((one) => one.metric === frame.metric && one.subject.name === frame.subject.name);
  if (
    last === undefined ||
    (last.sentence !== frame.sentence && !isEnd(last, frame, source)) ||
    source === "part" ||
    (frame.per !== null && last.per !== frame.per)
  )
    return false;
  if (source !== "carried" && !(noun !== null && noun.start >= last.span.start && noun.end <= last.span.end))
    return false;
  if (frame.scope !== null && frame.scope !== last.scope && source !== "carried") return false;
  if (isEnd(last, frame, source)) return close(last, frame);
  if (last.modality !== frame.modality || [...frame.fields.keys()].some((field) => clashes(last, field))) return false;
  for (const [field, value] of frame.fields) last.fields.set(field, value);
  last.comparison ??= frame.comparison;
  last.period ??= frame.period;
  last.span = { start: Math.min(last.span.start, frame.span.start), end: Math.max(last.span.end, frame.span.end) };
  return true;
}

/** 多达25个，经过三轮撤并，减为13个: a level and then where it ended, both in fact. */
function isEnd(last: Frame, frame: Frame, source: string): boolean {
  const [start, end] = [last.fields.get("value")?.quantity.value, frame.fields.get("after")?.quantity.value];
  return (
    source === "carried" &&
    frame.rule === "result" &&
    last.modality === "actual" &&
    frame.modality === "actual" &&
    last.fields.size === 1 &&
    start != null &&
    end != null &&
    start !== end
  );
}

function close(last: Frame, frame: Frame): true {
  last.fields.set("before", last.fields.get("value")!);
  last.fields.delete("value");
  for (const [field, value] of frame.fields) last.fields.set(field, value);
  last.comparison ??= frame.comparison;
  if (last.sentence === frame.sentence)
    last.span = { start: Math.min(last.span.start, frame.span.start), end: Math.max(last.span.end, frame.span.end) };
  return true;
}

function clashes({ fields, metric }: Frame, field: NumberField): boolean {
  if (fields.has(field)) return true;
  if (field === "value") return fields.has("after") || fields.has("before") || fields.has("change");
  if (field === "after" || field === "before") return fields.has("value") || metricRow(metric).unit === "ratio";
  return false;
}
