import type { Check, Fact } from "../../../../../schemas/fact.ts";
import type { ArticleView } from "../../../../../schemas/review.ts";
import { HostileText } from "../../../parts/hostile-text.tsx";
import { language } from "../../../texts.ts";
import { checkIn } from "../words/check-words.ts";
import { RULE_NAMES } from "../words/rules.ts";
import { t } from "./texts.ts";

interface OriginProps {
  readonly fact: Fact;
  readonly isAdded: boolean;
  readonly article: ArticleView | null;
}

/** The rule that read a fact, how sure it is, and what the document's own arithmetic says. */
export function Origin({ fact, isAdded, article }: OriginProps) {
  const meaning = RULE_NAMES[fact.rule]?.[language.value];
  return (
    <section>
      <h3>{t("how")}</h3>
      <dl class="queue-fields">
        <div>
          <dt>{t("rule")}</dt>
          <dd>
            {isAdded ? (
              t("byReviewer")
            ) : (
              <>
                <code>
                  <HostileText text={fact.rule} />
                </code>{" "}
                {meaning}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t("confidence")}</dt>
          <dd class="number">
            <meter min={0} max={1} low={0.5} high={0.8} optimum={1} value={fact.confidence} aria-hidden="true" />{" "}
            {Math.round(100 * fact.confidence)} %
          </dd>
        </div>
        <div>
          <dt>{t("checks")}</dt>
          <dd>
            {fact.checks.length === 0 ? (
              <span class="soft">{t("noChecks")}</span>
            ) : (
              <ul class="queue-checks">
                {fact.checks.map((check) => (
                  <li key={JSON.stringify(check)} class={check.ok ? "ok" : "bad"}>
                    <HostileText text={checkIn(check, fact, language.value, wordsOf(check, article))} />
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Texts of a check's spans; null where the article does not hold them. */
function wordsOf({ spans }: Check, article: ArticleView | null): readonly string[] | null {
  if (article === null || article.source === "sentences") return null;
  const words = spans.flatMap(({ start, end }) => {
    const block = article.blocks.find((each) => each.start <= start && end <= each.end);
    return block === undefined ? [] : [block.original.slice(start - block.start, end - block.start)];
  });
  return words.length === spans.length ? words : null;
}
