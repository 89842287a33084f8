import type { Agreement, MetricAgreement } from "../../../../schemas/review.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { metricLabel, metricTitle } from "../../terms.ts";
import { gradeOf } from "./kappa-words.ts";
import { t } from "./texts.ts";

/** How far reviewers agree, over all facts and for each metric. */
export function AgreementTable({ all, metrics }: Agreement) {
  if (all.facts === 0) return <p>{t("alone")}</p>;
  return (
    <div class="wide-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("metric")}</th>
            <th scope="col" class="figure">
              {t("facts")}
            </th>
            <th scope="col" class="figure">
              {t("observed")}
            </th>
            <th scope="col" class="figure">
              {t("kappa")}
            </th>
            <th scope="col">{t("meaning")}</th>
          </tr>
        </thead>
        <tbody>
          <Line {...all} words={t("all")} />
          {metrics.map((one) => (
            <Line key={one.metric} {...one} words={metricLabel(one.metric)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ words, metric, facts, observed, kappa }: MetricAgreement & { readonly words: string }) {
  return (
    <tr>
      <th scope="row" title={metricTitle(metric)}>
        {words}
      </th>
      <td class="figure">{facts.toLocaleString("en-US")}</td>
      <td class="figure">{Math.round(observed * 100)}%</td>
      <td class="figure">{kappa === null ? "–" : kappa.toFixed(2).replace("-", "−")}</td>
      <td class="soft">{t(gradeOf({ facts, kappa }))}</td>
    </tr>
  );
}

/** Who decided how much. */
export function ReviewerTable({ reviewers }: Pick<Agreement, "reviewers">) {
  if (reviewers.length === 0) return <p>{t("nobody")}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col" class="figure">
            {t("decisions")}
          </th>
        </tr>
      </thead>
      <tbody>
        {reviewers.map(({ name, decisions }) => (
          <tr key={name}>
            <th scope="row">
              <HostileText text={name} />
            </th>
            <td class="figure">{decisions.toLocaleString("en-US")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
