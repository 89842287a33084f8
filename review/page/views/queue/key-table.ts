import type { t } from "./texts.ts";

/** What a reviewer can do in the queue, by key or by button. */
export type QueueAction =
  | "accept"
  | "reject"
  | "edit"
  | "undo"
  | "next"
  | "previous"
  | "search"
  | "filter"
  | "example"
  | "text"
  | "add"
  | "caret"
  | "reveal";

export interface QueueKey {
  readonly action: QueueAction;
  /** As `KeyboardEvent.key` names them; the first is shown on the button and in the help. */
  readonly keys: readonly string[];
  readonly does: Parameters<typeof t>[0];
}

/** TABLE of the keys. Those of a Chinese layout give signs of their own for the same key. */
export const QUEUE_KEYS: readonly QueueKey[] = [
  { action: "accept", keys: ["a"], does: "accept" },
  { action: "reject", keys: ["r"], does: "reject" },
  { action: "edit", keys: ["e"], does: "edit" },
  { action: "undo", keys: ["u"], does: "undo" },
  { action: "next", keys: ["j", "n", "ArrowRight"], does: "next" },
  { action: "previous", keys: ["k", "p", "ArrowLeft"], does: "previous" },
  { action: "search", keys: ["/", "、", "／"], does: "search" },
  { action: "filter", keys: ["f"], does: "filter" },
  { action: "example", keys: ["x"], does: "example" },
  { action: "text", keys: ["t"], does: "text" },
  { action: "add", keys: ["m"], does: "add" },
  { action: "caret", keys: ["s"], does: "caret" },
  { action: "reveal", keys: ["v"], does: "reveal" },
];

/** The key that a button shows. */
export const keyOf = (action: QueueAction): string => QUEUE_KEYS.find((row) => row.action === action)?.keys[0] ?? "";
