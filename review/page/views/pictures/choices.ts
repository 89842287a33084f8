import type { PictureFacts, PictureKind } from "../../../../schemas/picture.ts";
import type { Address } from "../../address.ts";
import { ORDERS, type Order } from "./arrange.ts";

/** What the address says of the picture. */
export interface Choices {
  readonly kind: PictureKind;
  readonly facts: PictureFacts;
  readonly of: string | null;
  readonly level: string | null;
  readonly order: Order;
  readonly most: number;
}

export const KINDS: readonly PictureKind[] = ["change", "distribution", "time", "savings"];
export const FACTS: readonly PictureFacts[] = ["all", "accepted"];
/** How many subjects are drawn; the first where nothing is chosen. */
export const MOST: Readonly<Record<PictureKind, readonly number[]>> = {
  change: [30, 60, 120, 300],
  savings: [30, 60, 120, 300],
  time: [12, 24, 48],
  distribution: [],
};
/** What can come first; the first where nothing is chosen. */
export const ORDERS_OF: Readonly<Record<PictureKind, readonly Order[]>> = {
  change: ["fall", "rise", "amount", "place"],
  savings: ["amount", "place"],
  time: [],
  distribution: [],
};

const oneOf = <T>(all: readonly T[], given: unknown): T => all.find((one) => String(one) === given) ?? all[0]!;

export function choicesIn({ free }: Pick<Address, "free">): Choices {
  const kind = oneOf(KINDS, free.kind);
  return {
    kind,
    facts: oneOf(FACTS, free.facts),
    of: free.of ?? null,
    level: free.level ?? null,
    order: oneOf(ORDERS_OF[kind].length === 0 ? ORDERS : ORDERS_OF[kind], free.order),
    most: oneOf(MOST[kind].length === 0 ? [30] : MOST[kind], free.most),
  };
}
