import { useEffect, useId, useState } from "preact/hooks";
import type { Fact } from "../../../../../schemas/fact.ts";
import type { MetricInfo } from "../../../../../schemas/review.ts";
import { complain } from "../../../messages.ts";
import { BOUND_TERMS, COMPARISON_TERMS, LEVEL_TERMS, MODALITY_TERMS, PER_TERMS } from "../../../terms.ts";
import { t as fieldName } from "../fact/texts.ts";
import { Choice, type ControlProps, NumberInput, TextField } from "./controls.tsx";
import { type FactForm, type FormField, NUMBER_INPUTS, type Problem, RANGE_INPUTS, unitFor } from "./form.ts";
import { MetricBox } from "./metric-box.tsx";
import { subjectsOf } from "./subjects.ts";
import { t } from "./texts.ts";

interface EditFieldsProps {
  readonly fact: Fact;
  readonly form: FactForm;
  readonly problems: readonly Problem[];
  /** The fact as the form would make it; null where it does not read. */
  readonly read: Fact | null;
  readonly onChange: (changes: Partial<FactForm>) => void;
}

/** All that a reviewer can change of a fact. */
export function EditFields({ fact, form, problems, read, onChange }: EditFieldsProps) {
  const common = { form, problems, onType: (field: FormField, text: string) => onChange({ [field]: text }) };
  const chooseMetric = (metric: MetricInfo) => onChange({ metric: metric.id, unit: unitFor(metric, form.unit) });
  const metricProblem = problems.find(({ field }) => field === "metric");
  return (
    <>
      <SubjectFields fact={fact} common={common} onChange={onChange} />
      <MetricBox
        label={fieldName("metric")}
        chosen={form.metric}
        onChoose={chooseMetric}
        problem={metricProblem && t(metricProblem.name)}
      />
      <div class="field-row">
        <TextField {...common} field="label" label={fieldName("label")} />
        <TextField {...common} field="scope" label={fieldName("scope")} />
      </div>
      <fieldset>
        <legend>{t("numbers")}</legend>
        <div class="field-row">
          {NUMBER_INPUTS.map((field) => (
            <NumberInput
              key={field}
              {...common}
              field={field}
              label={fieldName(field)}
              computed={read?.derived.includes(field) === true ? read[field] : null}
            />
          ))}
          {RANGE_INPUTS.map((field) => (
            <NumberInput key={field} {...common} field={field} label={t(field)} computed={null} />
          ))}
          <TextField {...common} field="unit" label={fieldName("unit")} />
        </div>
      </fieldset>
      <CircumstanceFields {...common} />
    </>
  );
}

type Common = Pick<ControlProps, "form" | "problems" | "onType">;

function CircumstanceFields(common: Common) {
  return (
    <div class="field-row">
      <Choice
        {...common}
        field="bound"
        label={fieldName("bound")}
        values={Object.keys(BOUND_TERMS)}
        terms={BOUND_TERMS}
      />
      <TextField {...common} field="period" label={fieldName("period")} />
      <Choice
        {...common}
        field="modality"
        label={fieldName("modality")}
        values={Object.keys(MODALITY_TERMS)}
        terms={MODALITY_TERMS}
      />
      <Choice
        {...common}
        field="comparison"
        label={fieldName("comparison")}
        values={Object.keys(COMPARISON_TERMS)}
        terms={COMPARISON_TERMS}
        isOptional
      />
      <Choice
        {...common}
        field="per"
        label={fieldName("per")}
        values={Object.keys(PER_TERMS)}
        terms={PER_TERMS}
        isOptional
      />
    </div>
  );
}

interface SubjectFieldsProps extends Pick<EditFieldsProps, "fact" | "onChange"> {
  readonly common: Common;
}

/** A name that another fact of the document has brings its code along. */
function SubjectFields({ fact, common, onChange }: SubjectFieldsProps) {
  const list = useId();
  const [known, setKnown] = useState<Awaited<ReturnType<typeof subjectsOf>>>([]);
  useEffect(() => {
    subjectsOf(fact.doc.id, fact.subject).then(setKnown, complain);
  }, [fact]);
  const typeName = (field: FormField, text: string) => {
    const found = field === "name" ? known.find(({ name }) => name === text) : undefined;
    onChange(found === undefined ? { [field]: text } : { name: found.name, code: found.code ?? "" });
  };
  return (
    <div class="field-row">
      <TextField {...common} onType={typeName} field="name" label={t("name")} list={list} />
      <datalist id={list}>
        {known.map(({ name, code }) => (
          <option key={name} value={name}>
            {code}
          </option>
        ))}
      </datalist>
      <TextField {...common} field="code" label={t("code")} />
      <Choice
        {...common}
        field="level"
        label={t("level")}
        values={Object.keys(LEVEL_TERMS)}
        terms={LEVEL_TERMS}
        isOptional
      />
    </div>
  );
}
