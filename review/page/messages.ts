import { signal } from "@preact/signals";
import { ApiError } from "./api.ts";

export interface Message {
  /** Grows, so that the same words said twice are two messages. */
  readonly number: number;
  readonly kind: "done" | "error";
  readonly text: string;
  /** What to do, of an error. */
  readonly remedy: string | null;
}

let count = 0;
const current = signal<Message | null>(null);

/** What the shell's live region says. */
export const message = current;

/** "Saved", and the like. */
export function say(text: string): void {
  current.value = { number: ++count, kind: "done", text, remedy: null };
}

/** An error with its remedy; stays until it is closed or something else is said. */
export function complain(error: unknown): void {
  const remedy = error instanceof ApiError ? error.remedy : null;
  const text = error instanceof Error ? error.message : String(error);
  current.value = { number: ++count, kind: "error", text, remedy };
}

export function dismiss(): void {
  current.value = null;
}
