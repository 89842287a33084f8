import type { ShownGroup, ShownStatement } from "../../../../schemas/comparison.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { metricLabel, metricTitle } from "../../terms.ts";
import { language } from "../../texts.ts";
import { periodIn } from "../queue/words/period.ts";
import { Side } from "./side.tsx";
import { t } from "./texts.ts";

/** All that is stated of one thing, its accounts beside each other. */
export function GroupCard({ group }: { readonly group: ShownGroup }) {
  const { key, status, statements, statementCount } = group;
  const { metric, scope, period } = key;
  const sides = sidesOf(statements);
  return (
    <article class="group">
      <header class="group-head">
        <h2>
          <HostileText text={key.subject.name} />
          {scope !== null && (
            <span class="soft">
              {" · "}
              <HostileText text={scope} />
            </span>
          )}
        </h2>
        <span title={metricTitle(metric)}>{metricLabel(metric)}</span>
        <span>{period === null ? t("noPeriod") : periodIn(period, language.value)}</span>
        <span class={`badge state-badge ${status}`}>{outcome(group, sides)}</span>
        <span class="soft">{sourcesOf(group)}</span>
      </header>
      <div class="sides">
        {sides.map((side, at) => (
          <Side key={side[0]!.fact} group={key} statements={side} number={sides.length > 1 ? at + 1 : null} />
        ))}
      </div>
      {statementCount > statements.length && (
        <p class="soft">{t("statementsMore", { n: statementCount - statements.length })}</p>
      )}
    </article>
  );
}

/** Statements by their side, what is superseded last. */
function sidesOf(statements: readonly ShownStatement[]): readonly (readonly ShownStatement[])[] {
  const sides = new Map<number | null, ShownStatement[]>();
  for (const statement of statements) {
    const there = sides.get(statement.side);
    if (there === undefined) sides.set(statement.side, [statement]);
    else there.push(statement);
  }
  return [...sides.values()];
}

function outcome({ status }: ShownGroup, sides: readonly (readonly ShownStatement[])[]): string {
  const live = sides.filter(([first]) => first?.side !== null);
  if (status === "conflicting" || status === "compatible") return t("accounts", { n: live.length });
  if (status === "corroborated") return t("agreeing", { n: Math.max(...live.map((side) => side.length)) });
  return t(status);
}

const sourcesOf = ({ sources, documents }: ShownGroup): string =>
  documents > sources ? t("withCopies", { n: sources, all: documents }) : t("sources", { n: sources });
