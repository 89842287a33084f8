import { metricsOf } from "../scoring/gold.ts";
import type { ReadDocument } from "../scoring/read.ts";
import { errorsOf, type GoldError } from "./find.ts";

export interface Asked {
  /** Causes to show; all of them where there is none. */
  readonly causes: readonly string[];
  /** A metric, or how the names of several start: `budget`. */
  readonly metric: string | null;
  /** Whether errors of documents set aside may be seen. */
  readonly openAside: boolean;
}

/** @returns the errors asked for, and the documents that stay closed: of those no error is looked for at all */
export function errorsAsked(
  read: readonly ReadDocument[],
  asked: Asked,
): { readonly errors: readonly GoldError[]; readonly closed: readonly ReadDocument[] } {
  const closed = read.filter(({ gold }) => gold.aside === true && !asked.openAside);
  const errors = read.filter((one) => !closed.includes(one)).flatMap(errorsOf);
  return { errors: errors.filter((error) => isAsked(error, asked)), closed };
}

function isAsked({ cause, gold, fact }: GoldError, { causes, metric }: Asked): boolean {
  const metrics = [...(gold === null ? [] : metricsOf(gold)), ...(fact === null ? [] : [fact.metric])];
  return (
    (causes.length === 0 || causes.includes(cause)) &&
    (metric === null || metrics.some((one) => one === metric || one.startsWith(`${metric}.`)))
  );
}
