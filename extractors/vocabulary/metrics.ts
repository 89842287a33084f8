import { METRICS, type MetricDefinition } from "../../schemas/metrics.ts";
import { derived } from "./in-use.ts";

/** The metrics of the table, and those that the lexicon in use adds. */
export const metricsInUse = derived(
  ({ metrics }) => metrics,
  (added): readonly MetricDefinition[] => [...METRICS, ...added],
);

const byId = derived(
  ({ metrics }) => metrics,
  (added) => new Map([...METRICS, ...added].map((metric): [string, MetricDefinition] => [metric.id, metric])),
);

/** @throws {RangeError} for an id that is no metric's: a defect of ours */
export function metric(id: string): MetricDefinition {
  const found = byId().get(id);
  if (found === undefined) throw new RangeError(`no metric ${id}`);
  return found;
}
