import { useId } from "preact/hooks";
import { term } from "../../../terms.ts";
import { type Language, language } from "../../../texts.ts";
import { BOUND_NAMES } from "../words/names.ts";
import { amountIn, percentIn } from "../words/numbers.ts";
import type { FactForm, FormField, Problem } from "./form.ts";
import { readNumber } from "./read-number.ts";
import { t } from "./texts.ts";

export interface ControlProps {
  readonly form: FactForm;
  readonly field: FormField;
  readonly label: string;
  readonly problems: readonly Problem[];
  readonly onType: (field: FormField, text: string) => void;
}

const problemOf = (problems: readonly Problem[], field: FormField): string | undefined => {
  const found = problems.find((problem) => problem.field === field);
  return found === undefined ? undefined : t(found.name);
};

interface TextFieldProps extends ControlProps {
  /** Id of a list of suggestions. */
  readonly list?: string;
  readonly placeholder?: string | undefined;
  /** What the text means, below the field. */
  readonly meaning?: string | undefined;
}

export function TextField({ form, field, label, problems, onType, list, placeholder, meaning }: TextFieldProps) {
  const id = useId();
  const problem = problemOf(problems, field);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={field}
        autocomplete="off"
        spellcheck={false}
        list={list}
        placeholder={placeholder}
        value={form[field]}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget }) => onType(field, currentTarget.value)}
      />
      <p id={`${id}-note`} class={problem === undefined ? "soft" : "bad"}>
        {problem ?? meaning}
      </p>
    </div>
  );
}

/** A field of a number: what was typed, and what it reads as. `computed` is what stands there while it is empty. */
export function NumberInput({ computed, ...props }: ControlProps & { readonly computed: number | null }) {
  const { form, field } = props;
  const inWords = (value: number): string =>
    field === "change_pct" ? percentIn(value, language.value) : amountIn(value, form.unit, form.metric, language.value);
  const typed = readNumber(form[field]);
  const meaning =
    typed.is === "number"
      ? t("reads", { value: boundWords(typed.bound, language.value) + inWords(typed.value) })
      : undefined;
  const placeholder = computed === null ? undefined : `${inWords(computed)} ${t("willCompute")}`;
  return <TextField {...props} meaning={meaning} placeholder={placeholder} />;
}

const boundWords = (bound: keyof typeof BOUND_NAMES, spoken: Language): string =>
  bound === "exact" ? "" : `${BOUND_NAMES[bound][spoken]} `;

interface ChoiceProps extends ControlProps {
  readonly values: readonly string[];
  readonly terms: Parameters<typeof term>[0];
  /** Whether the field may stay open. */
  readonly isOptional?: boolean;
}

export function Choice({ form, field, label, onType, values, terms, isOptional }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={field}
        value={form[field]}
        onChange={({ currentTarget }) => onType(field, currentTarget.value)}
      >
        {isOptional === true && <option value="">{t("open")}</option>}
        {values.map((value) => (
          <option key={value} value={value}>
            {term(terms, value)}
          </option>
        ))}
      </select>
    </div>
  );
}
