import type { Fact } from "../../../../../schemas/fact.ts";
import type { FactDetail, Verdict } from "../../../../../schemas/review.ts";
import { HostileText } from "../../../parts/hostile-text.tsx";
import { fieldText, SHOWN_FIELDS } from "./field-values.ts";
import { ReasonText } from "./reason-text.tsx";
import { t } from "./texts.ts";

interface SideBySideProps {
  readonly detail: FactDetail;
  /** Takes a verdict for the adjudicator's own. */
  readonly onTake: (verdict: Verdict) => void;
}

/** What an adjudicator weighs: each verdict a column, of the fields only those in which they differ. */
export function SideBySide({ detail, onTake }: SideBySideProps) {
  const verdicts = detail.verdicts.filter(({ role }) => role === "reviewer");
  if (verdicts.length === 0) return null;
  const facts = verdicts.map(({ after, action }) => (action === "reject" ? null : (after ?? detail.fact)));
  const all = [detail.extracted, ...facts].filter((fact): fact is Fact => fact !== null);
  const differing = SHOWN_FIELDS.filter((field) => new Set(all.map((fact) => fieldText(fact, field))).size > 1);
  return (
    <section class="queue-sides">
      <h3>{t("differing")}</h3>
      <div class="queue-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("field")}</th>
              {detail.extracted !== null && <th scope="col">{t("extracted")}</th>}
              {verdicts.map(({ decision, reviewer }) => (
                <th key={decision} scope="col">
                  <HostileText text={reviewer} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t("verdict")}</th>
              {detail.extracted !== null && <td />}
              {verdicts.map((verdict) => (
                <td key={verdict.decision}>
                  {t(`did_${verdict.action}`)} <ReasonText reason={verdict.reason} />{" "}
                  <button type="button" onClick={() => onTake(verdict)}>
                    {t("takeThis")}
                  </button>
                </td>
              ))}
            </tr>
            {differing.map((field) => (
              <tr key={field}>
                <th scope="row">{t(field)}</th>
                {detail.extracted !== null && <Cell fact={detail.extracted} field={field} />}
                {facts.map((fact, i) => (
                  <Cell key={verdicts[i]!.decision} fact={fact} field={field} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ fact, field }: { readonly fact: Fact | null; readonly field: (typeof SHOWN_FIELDS)[number] }) {
  if (fact === null) return <td>—</td>; // rejected: nothing of it is right
  const value = fieldText(fact, field);
  return <td>{value === null ? <span class="soft">{t("none")}</span> : <HostileText text={value} />}</td>;
}
