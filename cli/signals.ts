import { once } from "node:events";
import type { Log } from "./log.ts";

/** Exit codes of a command that a signal ended, as shells know them. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

export interface Signals {
  /** Fires at the first SIGINT or SIGTERM; a second one ends the process at once. */
  readonly stop: AbortSignal;
  readonly exitCode: () => number;
  readonly release: () => void;
  /** Ends the process even if something in flight does not: it has had its time. */
  readonly exitSoon: () => void;
}

export function catchSignals(log: Log): Signals {
  const controller = new AbortController();
  let received: keyof typeof SIGNALS = "SIGINT";
  const listener = (signal: NodeJS.Signals) => {
    received = signal as keyof typeof SIGNALS;
    if (controller.signal.aborted) process.exit(SIGNALS[received]);
    log.warn(`${signal}: finishing what is in work; once more ends at once`);
    controller.abort();
  };
  for (const signal of Object.keys(SIGNALS)) process.on(signal, listener);
  return {
    stop: controller.signal,
    exitCode: (): number => SIGNALS[received],
    release: () => {
      for (const signal of Object.keys(SIGNALS)) process.off(signal, listener);
    },
    exitSoon: () => {
      setTimeout(() => process.exit(SIGNALS[received]), 1_000).unref();
    },
  };
}

/** Ends with the signal. */
export const aborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, "abort");
};
