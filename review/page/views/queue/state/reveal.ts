import { signal } from "@preact/signals";

const KEPT = "jingjian.reveals";

/** Whether what others said is shown before the reviewer has decided. */
export const reveals = signal(localStorage.getItem(KEPT) === "yes");

export function toggleReveals(): void {
  reveals.value = !reveals.value;
  localStorage.setItem(KEPT, reveals.value ? "yes" : "no");
}
