import type { ArticleView, FactDetail, Verdict } from "../../../../../schemas/review.ts";
import { HostileText } from "../../../parts/hostile-text.tsx";
import { session } from "../../../session.ts";
import { STATUS_TERMS, term } from "../../../terms.ts";
import { language } from "../../../texts.ts";
import type { Judged } from "../state/judged.ts";
import { claimIn } from "../words/claim.ts";
import { DocumentData } from "./document.tsx";
import { Fields } from "./fields.tsx";
import { Origin } from "./origin.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { t } from "./texts.ts";
import { Verdicts } from "./verdicts.tsx";

interface FactPaneProps {
  readonly detail: FactDetail;
  readonly judged: Judged;
  readonly article: ArticleView | null;
  /** Set for an adjudicator. */
  readonly onTake: ((verdict: Verdict) => void) | null;
}

/** What a fact claims, in words and field by field, and all that helps to judge it. */
export function FactPane({ detail, judged, article, onTake }: FactPaneProps) {
  const { fact, status } = judged;
  const info = session.value?.metrics.find(({ id }) => id === fact.metric);
  return (
    <>
      <p class="queue-status">
        <span class={`badge ${status}`}>{term(STATUS_TERMS, status)}</span>{" "}
        {detail.adjudicated && <span class="badge">{t("adjudicated")}</span>}
      </p>
      <h2 class="queue-claim">
        <HostileText text={claimIn(fact, info, language.value)} />
      </h2>
      {onTake !== null && <SideBySide detail={detail} onTake={onTake} />}
      <section>
        <h3 class="unseen-to-eyes">{t("fields")}</h3>
        <Fields fact={fact} />
      </section>
      <Origin fact={fact} isAdded={detail.extracted === null} article={article} />
      <Verdicts detail={detail} judged={judged} />
      <DocumentData doc={fact.doc} />
    </>
  );
}
