import { effect, signal } from "@preact/signals";
import type { Pulse, Session } from "../../schemas/review.ts";
import { addressOf, get } from "./api.ts";
import { complain } from "./messages.ts";

/** Null until the server has answered. */
export const session = signal<Session | null>(null);
/** The last that the server told of; null before the first. */
export const pulse = signal<Pulse | null>(null);
/** Whether the stream of pulses stands. */
export const connected = signal(true);

const KEPT = "jingjian.reviewer";
/** Name under which this browser decides; "" until it is given. */
export const reviewer = signal(localStorage.getItem(KEPT) ?? "");
effect(() => localStorage.setItem(KEPT, reviewer.value));
addEventListener("storage", ({ key, newValue }) => {
  if (key === KEPT) reviewer.value = newValue ?? "";
});

/** The shell's dialog of the name; open while somebody waits for it. */
export const asking = signal<((name: string) => void) | null>(null);

/** The reviewer's name, asked for where it is not known yet; "" where the dialog was closed without one. */
export function reviewerName(): Promise<string> {
  if (reviewer.value !== "") return Promise.resolve(reviewer.value);
  return changeReviewer();
}

/** Asks for the name anew. */
export function changeReviewer(): Promise<string> {
  return new Promise((resolve) => {
    asking.value = (name) => {
      asking.value = null;
      if (name !== "") reviewer.value = name;
      resolve(name);
    };
  });
}

/** Reads the session and follows the server's pulses for as long as the page is open. */
export function openSession(): void {
  void refreshSession();
  const events = new EventSource(addressOf("events"));
  events.onopen = () => {
    const again = !connected.value;
    connected.value = true;
    if (again) void refreshSession();
  };
  events.onerror = () => {
    connected.value = false;
    // A browser gives up on answers that are no stream (a restarted server that wants its token, a proxy's error).
    if (events.readyState === EventSource.CLOSED) setTimeout(reopen, RETRY_MS);
  };
  events.onmessage = ({ data }: MessageEvent<string>) => {
    pulse.value = JSON.parse(data) as Pulse;
    void refreshSession();
  };
  const reopen = () => {
    events.close();
    openSession();
  };
}

const RETRY_MS = 3_000;
let refreshing = false;
let wanted = false;

/** One request at a time; of those that come meanwhile, one more. */
export async function refreshSession(): Promise<void> {
  wanted = true;
  if (refreshing) return;
  refreshing = true;
  while (wanted) {
    wanted = false;
    try {
      session.value = await get<Session>("session");
    } catch (error) {
      if (session.value === null) complain(error);
    }
  }
  refreshing = false;
}
