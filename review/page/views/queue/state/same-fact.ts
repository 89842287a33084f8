import type { Fact } from "../../../../../schemas/fact.ts";

/** Whether two facts are equal in every field, in whatever order they hold them. */
export const isSameFact = (one: Fact, other: Fact): boolean => ordered(one) === ordered(other);

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, held: unknown) =>
    held !== null && typeof held === "object" && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
