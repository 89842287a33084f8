import type { RefObject } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { ArticleView } from "../../../../../schemas/review.ts";
import { go } from "../../../address.ts";
import { GroupView } from "./group-view.tsx";
import { type Group, groupsOf, type Script, spansByBlock } from "./pieces.ts";
import { type ScriptChoice, script as scriptChoice } from "./script-choice.ts";
import { t } from "./texts.ts";

/** Articles of more blocks are shown in part, that many around the fact. */
const MANY_BLOCKS = 400;
const BLOCKS_AROUND = 150;

interface ArticlePaneProps {
  readonly article: ArticleView | null;
  /** Id of the fact that is looked at. */
  readonly current: string;
  readonly body: RefObject<HTMLElement | null>;
}

/** The article of a fact, its words in sight. */
export function ArticlePane({ article, current, body }: ArticlePaneProps) {
  const choice = scriptChoice.value;
  useEffect(() => {
    if (body.current !== null) centre(body.current);
  }, [article, current, choice]);
  useEffect(() => followMarks(body.current), [body.current]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys, and words are selected by keys
    <section class="queue-article" ref={body} tabIndex={0} aria-label={t("article")} aria-busy={article === null}>
      {article === null ? (
        <p class="soft">{t("loading")}</p>
      ) : (
        <ArticleBody key={article.doc.id} article={article} current={current} choice={choice} />
      )}
    </section>
  );
}

function ArticleBody({
  article,
  current,
  choice,
}: {
  readonly article: ArticleView;
  readonly current: string;
  readonly choice: ScriptChoice;
}) {
  const { blocks, marks, source, unproved } = article;
  const [isWhole, showWhole] = useState(false);
  const groups = useMemo(() => groupsOf(blocks), [blocks]);
  const spans = useMemo(
    () => ({ original: spansByBlock(marks, "original"), simplified: spansByBlock(marks, "simplified") }),
    [marks],
  );
  const focus = marks.find(({ fact }) => fact === current)?.block ?? 0;
  const near = isWhole || blocks.length <= MANY_BLOCKS ? groups : groups.filter((group) => isNear(group, focus));
  const scripts: readonly Script[] = choice === "both" ? ["original", "simplified"] : [choice];
  return (
    <>
      {source === "sentences" && <p class="queue-note">{t("sentences")}</p>}
      {unproved.includes(current) && <p class="queue-note bad">{t("unproved")}</p>}
      {near.length < groups.length && (
        <button type="button" class="show-all" onClick={() => showWhole(true)}>
          {t("manyBlocks", { n: blocks.length })} {t("showAll")}
        </button>
      )}
      {near.map((group) => (
        <div key={group.first} class={`queue-group ${choice}`}>
          {scripts.map((script) => (
            <div key={script}>
              <GroupView group={group} blocks={blocks} script={script} spans={spans[script]} current={current} />
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

const isNear = ({ first, count }: Group, focus: number): boolean =>
  first <= focus + BLOCKS_AROUND && first + count > focus - BLOCKS_AROUND;

/** Scrolls the article, and nothing around it, until the words stand in its middle. */
function centre(body: HTMLElement): void {
  const mark = body.querySelector("mark.current");
  if (mark === null) {
    body.scrollTop = 0;
    return;
  }
  const [inner, outer] = [mark.getBoundingClientRect(), body.getBoundingClientRect()];
  body.scrollTop += inner.top + inner.height / 2 - (outer.top + body.clientHeight / 2);
}

/** A click on the words of another fact goes there, unless it ends a selection. */
function followMarks(body: HTMLElement | null): (() => void) | undefined {
  const follow = ({ target }: MouseEvent): void => {
    const fact = target instanceof Element ? target.closest<HTMLElement>("mark.other")?.dataset.fact : undefined;
    if (fact !== undefined && getSelection()?.isCollapsed !== false) go({ fact });
  };
  body?.addEventListener("click", follow);
  return () => body?.removeEventListener("click", follow);
}
