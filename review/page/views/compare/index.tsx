import "./compare.css";
import type { ComparisonAnswer, GroupState } from "../../../../schemas/comparison.ts";
import { address } from "../../address.ts";
import { Link } from "../../parts/link.tsx";
import { pulse } from "../../session.ts";
import { FilterLine } from "../pictures/filter-line.tsx";
import { GroupCard } from "./group-card.tsx";
import { STATES, StateTabs } from "./state-tabs.tsx";
import { t, WHY } from "./texts.ts";
import { PAGE, useComparison } from "./use-comparison.ts";

const stateOf = (given: string | undefined): GroupState => STATES.find((state) => state === given) ?? "conflicting";

/** What several documents state of one thing, beside each other. */
export default function CompareView() {
  const { filter, free } = address.value;
  const state = stateOf(free.state);
  const offset = Math.max(0, Math.floor(Number(free.offset ?? 0)) || 0);
  const { answer, isOld, again } = useComparison(filter, state, offset);
  const hasChanged = answer !== null && answer.progress === null && (pulse.value?.version ?? 0) > answer.version;
  return (
    <div class="compare">
      <FilterLine filter={filter}>
        {answer !== null && <span class="soft number">{t("facts", { n: answer.facts })}</span>}
        {hasChanged && (
          <button type="button" onClick={again}>
            {t("changed")}
          </button>
        )}
      </FilterLine>
      <StateTabs chosen={state} counts={answer?.counts ?? null} />
      <p class="soft">{WHY[state]()}</p>
      <Progress answer={answer} />
      <div class="groups" aria-busy={isOld}>
        {answer?.groups.map((group) => (
          <GroupCard key={JSON.stringify(group.key)} group={group} />
        ))}
      </div>
      {answer !== null && !isOld && answer.groups.length === 0 && <p class="notice">{whyEmpty(answer, state)}</p>}
      {answer !== null && <Pages {...answer} total={listed(answer, state)} />}
    </div>
  );
}

function whyEmpty({ progress, counts }: ComparisonAnswer, state: GroupState): string {
  if (progress !== null) return t("noneYet");
  if (STATES.every((one) => one === "single" || counts[one] === 0)) return t("nothingMet");
  return state === "single" ? t("noneCopied") : t("none");
}

/** Of what one document alone states, only what has copies is listed, and nobody knows how many that are. */
const listed = ({ counts }: ComparisonAnswer, state: GroupState): number | null =>
  state === "single" ? null : counts[state];

function Progress({ answer }: { readonly answer: ComparisonAnswer | null }) {
  const progress = answer === null ? { done: 0, of: 0 } : answer.progress;
  return (
    <div role="status">
      {progress !== null && (
        <p class="comparing">
          <progress
            {...(progress.of === 0 ? {} : { value: progress.done, max: progress.of })}
            aria-label={t("sorting")}
          />
          <span class="number" aria-live="off">
            {progress.of === 0 ? t("sorting") : t("comparing", progress)}
          </span>
        </p>
      )}
    </div>
  );
}

interface PagesProps {
  readonly offset: number;
  readonly groups: readonly unknown[];
  readonly total: number | null;
}

function Pages({ offset, groups, total }: PagesProps) {
  const hasNext = total === null ? groups.length === PAGE : offset + groups.length < total;
  if (offset === 0 && !hasNext) return null;
  const to = (at: number) => ({ free: { offset: at <= 0 ? null : String(at) } });
  return (
    <nav class="pages" aria-label={t("pages")}>
      {offset > 0 && (
        <Link class="button" to={to(offset - PAGE)}>
          {t("previous")}
        </Link>
      )}
      {total !== null && (
        <span class="soft number">{t("range", { from: offset + 1, to: offset + groups.length, n: total })}</span>
      )}
      {hasNext && (
        <Link class="button" to={to(offset + PAGE)}>
          {t("next")}
        </Link>
      )}
    </nav>
  );
}
