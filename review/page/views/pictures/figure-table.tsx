import type { PictureChoice, PictureData } from "../../../../schemas/picture.ts";
import { say } from "../../messages.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { Link } from "../../parts/link.tsx";
import { MODALITY_TERMS, term } from "../../terms.ts";
import { language } from "../../texts.ts";
import { amountIn } from "../queue/words/numbers.ts";
import { periodIn } from "../queue/words/period.ts";
import type { Labelled } from "./arrange.ts";
import { t } from "./texts.ts";
import { amountWords, percent } from "./words.ts";

interface FigureTableProps {
  readonly data: PictureData;
  readonly choice: PictureChoice;
  /** In the order of the picture. */
  readonly figures: readonly Labelled[];
}

/** More rows would only make the page slow; copying takes all. */
const MOST_ROWS = 500;

/** The data of the picture for those who do not see it, and for copying. */
export function FigureTable({ data, choice, figures }: FigureTableProps) {
  const isChange = data.kind === "change";
  const copy = () =>
    navigator.clipboard.writeText(tabbed(figures, isChange)).then(
      () => say(t("copied", { n: figures.length })),
      () => {},
    );
  return (
    <details class="figure-table">
      <summary>{t("table")}</summary>
      <button type="button" onClick={copy}>
        {t("copy")}
      </button>
      <section class="figure-rows" aria-label={t("table")} {...SCROLLS}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("subject")}</th>
              {isChange && <th scope="col">{t("colBefore")}</th>}
              <th scope="col">{isChange ? t("colAfter") : t("colAmount")}</th>
              {isChange && <th scope="col">{t("colChange")}</th>}
              <th scope="col">{t("colPeriod")}</th>
              <th scope="col">{t("colSource")}</th>
              <th scope="col">{t("colEvidence")}</th>
            </tr>
          </thead>
          <tbody>
            {figures.slice(0, MOST_ROWS).map((figure) => (
              <Row key={figure.fact} {...{ figure, choice, isChange }} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

interface RowProps {
  readonly figure: Labelled;
  readonly choice: PictureChoice;
  readonly isChange: boolean;
}

function Row({ figure, choice, isChange }: RowProps) {
  const { fact, label, scope, before, change, period, day, modality, publisher, evidence, differing } = figure;
  return (
    <tr>
      <th scope="row">
        <HostileText text={scope === null ? label : `${label} · ${scope}`} />
      </th>
      {isChange && (
        <td class="number">{before === null ? "" : amountIn(before, choice.unit, choice.metric, language.value)}</td>
      )}
      <td class="number">
        {amountWords(figure, choice)}
        {differing > 0 && (
          <>
            {" "}
            <Link
              class="badge disputed"
              to={{ view: "compare", filter: { subject: [figure.subject], metric: [choice.metric] }, fact: null }}
            >
              {t("differing", { n: differing })}
            </Link>
          </>
        )}
      </td>
      {isChange && <td class="number">{change === null ? "" : percent(change)}</td>}
      <td>
        {period === null ? day : periodIn(period, language.value)}
        {modality !== "actual" && ` ${term(MODALITY_TERMS, modality)}`}
      </td>
      <td>{publisher !== null && <HostileText text={publisher} />}</td>
      <td>
        <Link to={{ view: "queue", fact }}>
          <HostileText text={evidence} />
        </Link>
      </td>
    </tr>
  );
}

/** What scrolls must be reached by keys. */
const SCROLLS = { tabIndex: 0 } as const;

/** For a spreadsheet: plain numbers, a tab between cells; what would be read as a formula is made a text. */
function tabbed(figures: readonly Labelled[], isChange: boolean): string {
  const head = [
    t("subject"),
    t("province"),
    ...(isChange ? [t("colBefore"), t("colAfter"), `${t("colChange")} %`] : [t("colAmount")]),
    t("colPeriod"),
    t("colSource"),
    t("colEvidence"),
  ];
  const rows = figures.map(({ label, province, before, amount, change, period, day, publisher, evidence }) => [
    label,
    province,
    ...(isChange ? [before, amount, change] : [amount]),
    period ?? day,
    publisher,
    evidence,
  ]);
  return [head, ...rows].map((row) => row.map(cell).join("\t")).join("\n");
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = value.replace(/\s+/g, " ");
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}
