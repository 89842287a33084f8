import type { Fact } from "../../../../../schemas/fact.ts";
import { HostileText } from "../../../parts/hostile-text.tsx";
import { BOUND_TERMS, metricTitle, term } from "../../../terms.ts";
import { MetricName } from "../metric-name.tsx";
import { fieldText, isComputed, SHOWN_FIELDS, type ShownField } from "./field-values.ts";
import { t } from "./texts.ts";

/** All that a fact says, a line a field; open fields are left out, and the unit stands with its numbers. */
export function Fields({ fact }: { readonly fact: Fact }) {
  return (
    <dl class="queue-fields">
      {SHOWN_FIELDS.filter((field) => field !== "unit" && fieldText(fact, field) !== null).map((field) => (
        <div key={field}>
          <dt>{t(field)}</dt>
          <dd>
            <FieldValue fact={fact} field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldValue({ fact, field }: { readonly fact: Fact; readonly field: ShownField }) {
  if (field === "subject")
    return (
      <>
        <HostileText text={fact.subject.name} />{" "}
        {fact.subject.code === null ? <span class="soft">{t("noCode")}</span> : <code>{fact.subject.code}</code>}
      </>
    );
  if (field === "metric")
    return (
      <span title={metricTitle(fact.metric)}>
        <MetricName id={fact.metric} />
      </span>
    );
  if (field === "bound")
    return <span class={fact.bound === "exact" ? "soft" : ""}>{term(BOUND_TERMS, fact.bound)}</span>;
  return (
    <>
      <HostileText text={fieldText(fact, field) ?? ""} />{" "}
      {isComputed(fact, field) && <span class="badge">{t("computed")}</span>}
    </>
  );
}
