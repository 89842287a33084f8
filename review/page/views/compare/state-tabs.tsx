import type { GroupState } from "../../../../schemas/comparison.ts";
import { Link } from "../../parts/link.tsx";
import { t } from "./texts.ts";

/** In the order in which a person wants to see them. */
export const STATES: readonly GroupState[] = ["conflicting", "superseded", "corroborated", "compatible", "single"];

interface StateTabsProps {
  readonly chosen: GroupState;
  /** Null until they are known. */
  readonly counts: Readonly<Record<GroupState, number>> | null;
}

/** The states, each with the number of its groups. */
export function StateTabs({ chosen, counts }: StateTabsProps) {
  return (
    <nav class="states" aria-label={t("states")}>
      {STATES.map((state) => (
        <Link
          key={state}
          class={state}
          to={{ free: { state, offset: null } }}
          aria-current={state === chosen ? "true" : undefined}
        >
          {t(state)} <span class="badge number">{counts === null ? "…" : counts[state].toLocaleString("en-US")}</span>
        </Link>
      ))}
    </nav>
  );
}
