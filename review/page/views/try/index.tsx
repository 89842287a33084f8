import "./try.css";
import { useMemo } from "preact/hooks";
import type { Tried } from "../../../../review/try/tried.ts";
import { type KeyGroup, useKeys } from "../../keys.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { session } from "../../session.ts";
import { language } from "../../texts.ts";
import { t as factText } from "../queue/fact/texts.ts";
import { claimIn } from "../queue/words/claim.ts";
import { LAYERS } from "./layers.ts";
import { LexiconNote } from "./lexicon-note.tsx";
import { Rule, SentenceView } from "./sentence-view.tsx";
import { t } from "./texts.ts";
import { TEXT_ID, TryForm } from "./try-form.tsx";
import { useTry } from "./use-try.ts";

/** Any text, read as an article is. */
export default function TryView() {
  const { tried, lexicon, isReading, error, run } = useTry();
  useKeys(
    useMemo(
      (): KeyGroup => ({
        title: () => t("keys"),
        keys: [{ key: "/", does: () => t("toText"), run: () => document.getElementById(TEXT_ID)?.focus() }],
      }),
      [],
    ),
  );
  return (
    <div class="try">
      <h2>{t("title")}</h2>
      <p class="soft">{t("intro")}</p>
      <LexiconNote lexicon={lexicon} />
      <TryForm isReading={isReading} onRun={run} />
      {error !== null && (
        <p class="bad" role="alert">
          <HostileText text={t("failed", { why: `${error.message}. ${error.remedy}` })} />
        </p>
      )}
      <div aria-busy={isReading} class={isReading ? "try-old" : ""}>
        {tried !== null && <Results tried={tried} />}
      </div>
    </div>
  );
}

function Results({ tried: { facts, sentences } }: { readonly tried: Tried }) {
  return (
    <>
      <section>
        <h3 aria-live="polite">{t("facts", { n: facts.length })}</h3>
        {facts.length === 0 ? (
          <p class="soft">{t("noFacts")}</p>
        ) : (
          <ol class="try-facts">
            {facts.map((fact) => (
              <li key={fact.id}>
                <HostileText text={claimIn(fact, infoOf(fact.metric), language.value)} />
                <br />
                <Rule id={fact.rule} />{" "}
                <span class="soft">{t("confidence", { percent: Math.round(100 * fact.confidence) })}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section>
        <h3>{t("sentences")}</h3>
        <Legend />
        <ol class="try-sentences">
          {sentences.map((sentence, i) => (
            <SentenceView key={i} sentence={sentence} />
          ))}
        </ol>
      </section>
    </>
  );
}

const infoOf = (metric: string) => session.value?.metrics.find(({ id }) => id === metric);

function Legend() {
  return (
    <p class="try-legend">
      {t("legend")}{" "}
      {LAYERS.map((layer) => (
        <mark key={layer} class={`layer ${layer}`}>
          {layer === "date" ? factText("period") : t(layer)}
        </mark>
      ))}
    </p>
  );
}
