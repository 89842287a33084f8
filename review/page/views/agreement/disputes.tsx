import { useState } from "preact/hooks";
import type { FactDetail, Row, Rows, Verdict } from "../../../../schemas/review.ts";
import { statedNumbers } from "../../numbers.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { Link } from "../../parts/link.tsx";
import { metricLabel, metricTitle } from "../../terms.ts";
import { t } from "./texts.ts";
import { useAnswer } from "./use-answer.ts";

const STEP = 20;

/** Facts on which reviewers differ, each with what they said. */
export function Disputes() {
  const [limit, setLimit] = useState(STEP);
  const found = useAnswer<Rows>("rows", { status: ["disputed"], limit: Math.min(limit, 500) });
  if (found === null) return <p class="soft">{t("loading")}</p>;
  const left = found.total - found.rows.length;
  return (
    <>
      <h2>{t("disputed", { n: found.total })}</h2>
      {found.total === 0 ? <p class="soft">{t("noDisputes")}</p> : <p class="soft">{t("disputedWhy")}</p>}
      <ul class="cases">
        {found.rows.map((row) => (
          <Dispute key={row.id} row={row} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" onClick={() => setLimit(limit + STEP)}>
          {t("moreDisputes", { n: Math.min(STEP, left) })}
        </button>
      )}
    </>
  );
}

function Dispute({ row }: { readonly row: Row }) {
  const detail = useAnswer<FactDetail>("fact", { id: row.id });
  return (
    <li class="case">
      <div class="case-head">
        <strong>
          <HostileText text={row.subject} />
        </strong>
        <span title={metricTitle(row.metric)}>{metricLabel(row.metric)}</span>
        <span class="number">{statedNumbers(row.numbers)}</span>
        <Link
          class="button"
          to={{ view: "queue", filter: { status: ["disputed"] }, fact: row.id, free: { role: "adjudicator" } }}
        >
          {t("adjudicate")}
        </Link>
      </div>
      <p>
        <HostileText text={row.sentence} />
      </p>
      <ul class="verdicts">
        {detail?.verdicts.map((verdict) => (
          <VerdictLine key={verdict.decision} {...verdict} />
        ))}
      </ul>
    </li>
  );
}

function VerdictLine({ reviewer, action, after, reason }: Verdict) {
  return (
    <li>
      <HostileText text={reviewer} /> <span class={`badge ${BADGES[action]}`}>{t(action)}</span>{" "}
      {action === "correct" && after !== null && <span class="number">{statedNumbers(after)}</span>}{" "}
      {reason !== null && (
        <q>
          <HostileText text={reason} />
        </q>
      )}
    </li>
  );
}

const BADGES: Readonly<Record<Verdict["action"], string>> = {
  accept: "accepted",
  correct: "corrected",
  reject: "rejected",
  add: "added",
};
