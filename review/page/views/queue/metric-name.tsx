import { HostileText } from "../../parts/hostile-text.tsx";
import { metricLabel } from "../../terms.ts";

/** A metric by its Chinese name, where the page is in Chinese and it has one, and by its id. */
export function MetricName({ id }: { readonly id: string }) {
  const label = metricLabel(id);
  return (
    <>
      {label !== id && <HostileText text={label} />} <code>{id}</code>
    </>
  );
}

/** The same as a text. */
export const metricName = (id: string): string => [...new Set([metricLabel(id), id])].join(" ");
