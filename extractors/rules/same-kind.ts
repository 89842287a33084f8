import type { Quantity } from "../../schemas/mention.ts";

/** True when both quantities can count the same thing: 3560人 and 1820人, 12个 and 8家, 35 and 22个; not 12个 and 3亿元. */
export function sameKind(a: Quantity, b: Quantity): boolean {
  if (a.kind === "percent" || b.kind === "percent") return false;
  if (a.kind === "number" || b.kind === "number") return isPlain(a) && isPlain(b);
  if (a.kind !== b.kind) return false;
  if (a.kind === "count")
    return (
      a.classifier === b.classifier ||
      (BODIES.has(a.classifier) && BODIES.has(b.classifier)) ||
      (PEOPLE.has(a.classifier) && PEOPLE.has(b.classifier))
    );
  return a.unit === b.unit;
}

const isPlain = ({ kind }: Quantity): boolean => kind === "number" || kind === "count" || kind === "currency";
const BODIES = new Set(["个", "家", "所"]);
const PEOPLE = new Set(["个", "名", "人", "位"]);
