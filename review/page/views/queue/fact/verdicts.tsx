import type { Decision } from "../../../../../schemas/decision.ts";
import type { Fact } from "../../../../../schemas/fact.ts";
import type { FactDetail, Verdict } from "../../../../../schemas/review.ts";
import { HostileText } from "../../../parts/hostile-text.tsx";
import { session } from "../../../session.ts";
import { language } from "../../../texts.ts";
import type { Judged } from "../state/judged.ts";
import { claimIn } from "../words/claim.ts";
import { ReasonText } from "./reason-text.tsx";
import { t } from "./texts.ts";

/** Verdicts of the reviewer, and of others as soon as they may be seen; then all that happened. */
export function Verdicts({ detail, judged }: { readonly detail: FactDetail; readonly judged: Judged }) {
  const { own, others, isBlind } = judged;
  return (
    <>
      {own !== null && (
        <section>
          <h3>{t("own")}</h3>
          <ul class="queue-verdicts">
            <VerdictLine verdict={own} />
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h3>{t("others")}</h3>
          {isBlind ? (
            <p class="soft">{t("hidden", { n: others.length })}</p>
          ) : (
            <ul class="queue-verdicts">
              {others.map((verdict) => (
                <VerdictLine key={verdict.decision} verdict={verdict} />
              ))}
            </ul>
          )}
        </section>
      )}
      {!isBlind && detail.history.length > 0 && <History detail={detail} />}
    </>
  );
}

function VerdictLine({ verdict }: { readonly verdict: Verdict }) {
  const { reviewer, role, action, reason, after } = verdict;
  return (
    <li>
      <HostileText text={reviewer} /> <span class={`badge ${STATUS_CLASS[action]}`}>{t(`did_${action}`)}</span>{" "}
      {role === "adjudicator" && <span class="soft">{t("asAdjudicator")}</span>} <ReasonText reason={reason} />
      {(action === "correct" || action === "add") && after !== null && <Claim fact={after} />}
    </li>
  );
}

const STATUS_CLASS = { accept: "accepted", correct: "corrected", reject: "rejected", add: "added" } as const;

function Claim({ fact }: { readonly fact: Fact }) {
  const info = session.value?.metrics.find(({ id }) => id === fact.metric);
  return (
    <p class="soft">
      <HostileText text={claimIn(fact, info, language.value)} />
    </p>
  );
}

function History({ detail: { history, extracted } }: { readonly detail: FactDetail }) {
  return (
    <details>
      <summary>{t("history", { n: history.length })}</summary>
      <ol class="queue-history">
        {extracted !== null && (
          <li>
            {t("extractedAs")} <Claim fact={extracted} />
          </li>
        )}
        {history.map((decision) => (
          <HistoryLine key={decision.id} decision={decision} />
        ))}
      </ol>
    </details>
  );
}

function HistoryLine({ decision: { at, reviewer, action, reason, after } }: { readonly decision: Decision }) {
  return (
    <li>
      <time dateTime={at}>{timeOf(at)}</time> <HostileText text={reviewer} /> {t(`did_${action}`)}{" "}
      <ReasonText reason={reason} />
      {(action === "correct" || action === "add") && after !== null && <Claim fact={after} />}
    </li>
  );
}

const timeOf = (at: string): string => {
  const time = new Date(at);
  return Number.isNaN(time.getTime())
    ? at
    : time.toLocaleString(language.value === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
};
