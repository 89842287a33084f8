import type { GroupKey, ShownStatement, StatedIn } from "../../../../schemas/comparison.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { Link } from "../../parts/link.tsx";
import { MODALITY_TERMS, term } from "../../terms.ts";
import { language } from "../../texts.ts";
import { statedIn } from "./stated-words.ts";
import { t } from "./texts.ts";

interface SideProps {
  readonly group: GroupKey;
  readonly statements: readonly ShownStatement[];
  /** Of several accounts, which this is; null where there is one. */
  readonly number: number | null;
}

/** Statements that agree: the number, then who says it, when and in what words. */
export function Side({ group, statements, number }: SideProps) {
  const [first] = statements;
  const isGone = first!.side === null;
  return (
    <section class={isGone ? "side gone" : "side"}>
      {(isGone || number !== null) && <h3 class="soft">{isGone ? t("gone") : t("account", { n: number ?? 1 })}</h3>}
      <ul>
        {statements.map((statement, at) => (
          <Statement key={statement.fact} {...{ statement, group }} isRepeated={isAsBefore(statements, at, group)} />
        ))}
      </ul>
    </section>
  );
}

/** The same number as the statement above needs no second line. */
const isAsBefore = (all: readonly ShownStatement[], at: number, group: GroupKey): boolean => {
  const before = all[at - 1];
  return before !== undefined && statedIn(before, group, "zh") === statedIn(all[at]!, group, "zh");
};

interface StatementProps {
  readonly statement: ShownStatement;
  readonly group: GroupKey;
  readonly isRepeated: boolean;
}

function Statement({ statement, group, isRepeated }: StatementProps) {
  const { fact, title, modality, evidence, superseded_by: newer } = statement;
  return (
    <li>
      {!isRepeated && <p class="stated number">{statedIn(statement, group, language.value)}</p>}
      <p>
        <Link class="words" to={{ view: "queue", fact }} title={t("open")}>
          <HostileText text={evidence} />
        </Link>
        {modality !== "actual" && <span class="badge">{term(MODALITY_TERMS, modality)}</span>}
      </p>
      <p class="soft source" title={title ?? undefined}>
        <Source {...statement} />
      </p>
      <Copies {...statement} />
      {newer !== null && (
        <p>
          {t("now")}{" "}
          <Link class="words" to={{ view: "queue", fact: newer.fact }}>
            <HostileText text={newer.evidence} />
          </Link>
        </p>
      )}
    </li>
  );
}

function Source({ publisher, published }: StatedIn) {
  return (
    <>
      {publisher === null ? t("noPublisher") : <HostileText text={publisher} />}{" "}
      <span class="number">{published?.slice(0, 10) ?? t("noDate")}</span>
    </>
  );
}

/** Documents that repeat the statement, folded up. */
function Copies({ copies, copyCount }: ShownStatement) {
  if (copyCount === 0) return null;
  return (
    <details class="copies">
      <summary>{copyCount === 1 ? t("copiesOne") : t("copies", { n: copyCount })}</summary>
      <ul>
        {copies.map((copy) => (
          <li key={copy.fact}>
            <Link to={{ view: "queue", fact: copy.fact }}>
              <Source {...copy} />
            </Link>
          </li>
        ))}
        {copyCount > copies.length && <li class="soft">{t("copiesMore", { n: copyCount - copies.length })}</li>}
      </ul>
    </details>
  );
}
