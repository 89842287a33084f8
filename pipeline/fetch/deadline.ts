import { setMaxListeners } from "node:events";
import { FetchTimeoutError } from "../../schemas/errors.ts";

/** An end to some work: when its time is up, or when somebody else calls it off. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly release: () => void;

  /**
   * @param source what the error is about when the time is up
   * @param others whatever else ends the work; `undefined` never does
   */
  constructor(source: string, afterMs: number, ...others: readonly (AbortSignal | undefined)[]) {
    this.timer = setTimeout(() => this.controller.abort(new FetchTimeoutError(source, afterMs)), afterMs);
    // AbortSignal.any() would leave something behind at signals that outlive the work.
    const releases = others.map((other) => whenAborted(other, (reason) => this.controller.abort(reason)));
    this.release = () => {
      for (const release of releases) release();
    };
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  clear(): void {
    clearTimeout(this.timer);
    this.release();
  }
}

/** For work that takes no signal: rejects when the signal fires, and lets the work end unheard. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let release = (): void => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    release = whenAborted(signal, reject);
  });
  try {
    return await Promise.race([aborted, work]);
  } finally {
    release();
  }
}

/** @returns what takes the listener away again */
export function whenAborted(signal: AbortSignal | undefined, listener: (reason: unknown) => void): () => void {
  if (signal === undefined) return () => {};
  if (signal.aborted) listener(signal.reason);
  // One signal ends many fetches at once; each takes its listener away.
  setMaxListeners(0, signal);
  const heard = (): void => listener(signal.reason);
  signal.addEventListener("abort", heard, { once: true });
  return () => signal.removeEventListener("abort", heard);
}
