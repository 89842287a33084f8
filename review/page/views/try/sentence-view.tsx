import type { ExplainedSentence } from "../../../../extractors/explain.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { metricLabel } from "../../terms.ts";
import { language } from "../../texts.ts";
import { RULE_NAMES } from "../queue/words/rules.ts";
import { readingsOf, unreadOf } from "./layers.ts";
import { MarkedSentence } from "./marked-sentence.tsx";
import { reasonInChinese } from "./reasons.ts";
import { t } from "./texts.ts";

/** One sentence: what was read in it, which rules fired, and why other numbers are no facts. */
export function SentenceView({ sentence }: { readonly sentence: ExplainedSentence }) {
  const { text, tokens, claims, misses } = sentence;
  const readings = readingsOf(sentence);
  const missed = [
    ...misses.map(({ text: words, reason }) => ({
      words,
      why: language.value === "zh" ? reasonInChinese(reason) : reason,
    })),
    ...unreadOf(sentence).map((words) => ({ words, why: t("unread") })),
  ];
  return (
    <li>
      <MarkedSentence text={text} readings={readings} />
      <dl class="try-passes">
        {claims.length > 0 && (
          <div>
            <dt>{t("fired")}</dt>
            {claims.map((claim) => (
              <dd key={JSON.stringify(claim)} class="try-fired">
                <HostileText text={claim.text} /> → <HostileText text={metricLabel(claim.metric)} />{" "}
                <span class="number">{fieldsIn(claim.fields)}</span> <Rule id={claim.rule} />
              </dd>
            ))}
          </div>
        )}
        {missed.length > 0 && (
          <div>
            <dt>{t("missed")}</dt>
            {missed.map(({ words, why }) => (
              <dd key={`${words} ${why}`} class="try-missed">
                <HostileText text={words} /> — <HostileText text={why} />
              </dd>
            ))}
          </div>
        )}
      </dl>
      <details>
        <summary>{t("words")}</summary>
        <p class="try-words">
          {tokens.map((token) => (
            <span key={token.start}>
              <HostileText text={token.text} />
              <sub>{token.tag}</sub>{" "}
            </span>
          ))}
        </p>
      </details>
    </li>
  );
}

const fieldsIn = (fields: Readonly<Record<string, number>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${value.toLocaleString("en-US")}`)
    .join(", ");

/** The id of a rule and what it means. */
export function Rule({ id }: { readonly id: string }) {
  return (
    <span class="soft">
      {t("rule", { rule: id })} {RULE_NAMES[id]?.[language.value]}
    </span>
  );
}
