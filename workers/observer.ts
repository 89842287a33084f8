/** Stages that are timed. */
export type Stage = "fetch" | "read" | "extract" | "commit";

/** Told of what workers do, for metrics; every method returns at once. */
export interface Observer {
  /** A document is settled; `code` is the error's, of one that failed. */
  settled(how: string, code?: string): void;
  stage(name: Stage, seconds: number): void;
  facts(metric: string, count: number): void;
  fetched(bytes: number): void;
  /** A page waited for its host's turn. */
  hostWait(host: string, seconds: number): void;
}

export const NO_OBSERVER: Observer = {
  settled: () => {},
  stage: () => {},
  facts: () => {},
  fetched: () => {},
  hostWait: () => {},
};

/** Times one stage, also where it fails. */
export async function timed<T>(observer: Observer, stage: Stage, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    observer.stage(stage, (performance.now() - start) / 1_000);
  }
}
