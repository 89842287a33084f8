import type { MetricInfo } from "../../../../../schemas/review.ts";

/**
 * Metrics that the words typed speak of: in the id, the Chinese name or the English meaning; every word must be there.
 * Those whose name begins with what was typed come first.
 */
export function searchMetrics(metrics: readonly MetricInfo[], typed: string): readonly MetricInfo[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return metrics;
  const found = metrics.filter((metric) => {
    const text = `${metric.id} ${metric.label} ${metric.doc}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const isFirst = ({ id, label }: MetricInfo): boolean => [id, label].some((name) => name.startsWith(words[0]!));
  return [...found.filter(isFirst), ...found.filter((metric) => !isFirst(metric))];
}
