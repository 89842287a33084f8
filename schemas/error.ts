/** Whether trying the same again can help: `never` goes to the dead-letter queue at once. */
export type Retry = "never" | "backoff" | "wait";

/** What every error of ours says: what is wrong, and what to do. */
export abstract class JingjianError extends Error {
  /** Stable, upper-case; documented in the README's table. */
  abstract readonly code: string;
  abstract readonly retry: Retry;

  constructor(
    readonly problem: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${problem}. ${remedy}`, options);
    this.name = new.target.name;
  }
}

/** What the system said, in brackets. */
export function reason(options?: ErrorOptions): string {
  return options?.cause instanceof Error ? ` (${options.cause.message})` : "";
}
