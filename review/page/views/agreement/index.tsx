import "./agreement.css";
import type { Agreement } from "../../../../schemas/review.ts";
import { AgreementTable, ReviewerTable } from "./agreement-table.tsx";
import { Disputes } from "./disputes.tsx";
import { OrphanList } from "./orphan-list.tsx";
import { t } from "./texts.ts";
import { useAnswer } from "./use-answer.ts";

/** How far reviewers agree, what they differ in, and decisions that lost their fact. */
export default function AgreementView() {
  const agreement = useAnswer<Agreement>("agreement");
  return (
    <div class="agreement">
      <section>
        <Disputes />
      </section>
      <section>
        <h2>{t("agreement")}</h2>
        <p class="soft">{t("kappaWhy")}</p>
        {agreement === null ? <p class="soft">{t("loading")}</p> : <AgreementTable {...agreement} />}
        <h2>{t("reviewers")}</h2>
        {agreement !== null && <ReviewerTable {...agreement} />}
      </section>
      <section>
        <OrphanList />
      </section>
    </div>
  );
}
