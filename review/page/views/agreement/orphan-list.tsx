import type { Orphans } from "../../../../schemas/review.ts";
import { statedNumbers } from "../../numbers.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { Link } from "../../parts/link.tsx";
import { metricLabel } from "../../terms.ts";
import { language } from "../../texts.ts";
import { t } from "./texts.ts";
import { useAnswer } from "./use-answer.ts";

/** Decisions whose fact the file does not hold any more. */
export function OrphanList() {
  const found = useAnswer<Orphans>("orphans");
  if (found === null) return <p class="soft">{t("loading")}</p>;
  const { orphans } = found;
  return (
    <>
      <h2 id="orphans">{t("orphans", { n: orphans.length })}</h2>
      <p class="soft">{t(orphans.length === 0 ? "noOrphans" : "orphansWhy")}</p>
      <ul class="cases">
        {orphans.map((orphan) => (
          <Orphan key={orphan.decision.id} {...orphan} />
        ))}
      </ul>
    </>
  );
}

function Orphan({ decision, likely }: Orphans["orphans"][number]) {
  const fact = decision.before ?? decision.after;
  const when = new Date(decision.at).toLocaleString(language.value === "zh" ? "zh-CN" : "en-GB");
  return (
    <li class="case">
      <div class="case-head">
        {fact !== null && (
          <>
            <strong>
              <HostileText text={fact.subject.name} />
            </strong>
            <span>{metricLabel(fact.metric)}</span>
            <span class="number">{statedNumbers(fact)}</span>
          </>
        )}
        <span class="badge">{t(decision.action)}</span>
        <span class="soft">
          <HostileText text={t("by", { name: decision.reviewer, when })} />
        </span>
        {likely === null ? (
          <span class="soft">{t("noLikely")}</span>
        ) : (
          <Link class="button" to={{ view: "queue", filter: {}, fact: likely }}>
            {t("likely")}
          </Link>
        )}
      </div>
      {fact?.evidence[0] !== undefined && (
        <p>
          <HostileText text={fact.evidence[0].sentence} />
        </p>
      )}
      {decision.reason !== null && (
        <p class="soft">
          <HostileText text={decision.reason} />
        </p>
      )}
    </li>
  );
}
