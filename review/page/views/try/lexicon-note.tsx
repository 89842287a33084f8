import type { LexiconState } from "../../../../review/try/tried.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { t } from "./texts.ts";

/** Which words of the analyst's own are in use, and what is wrong with the file as it stands. */
export function LexiconNote({ lexicon }: { readonly lexicon: LexiconState | null }) {
  if (lexicon === null) return null;
  const { file, problems } = lexicon;
  if (file === null) return <p class="soft">{t("lexiconNone")}</p>;
  return (
    <div class="try-lexicon" role="status">
      <p>
        <HostileText text={t("lexicon", { file })} /> <span class="soft">{t("lexiconFollowed")}</span>
      </p>
      {problems.length > 0 && (
        <>
          <p class="bad">{t("lexiconWrong", { n: problems.length })}</p>
          <ul class="bad">
            {problems.map(({ line, column, problem, remedy }) => (
              <li key={`${line}:${column} ${problem}`}>
                {t("lineColumn", { line, column })} — <HostileText text={`${problem}; ${remedy}`} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
