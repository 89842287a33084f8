import { useState } from "preact/hooks";
import type { ArticleBlock } from "../../../../../schemas/review.ts";
import { shown } from "../../../parts/hostile-text.tsx";
import { cellsOf, chunksOf, type MarkedSpan, type Piece, piecesOf, type Script, windowOf } from "./pieces.ts";
import { t } from "./texts.ts";

export interface BlockProps {
  readonly block: ArticleBlock;
  /** Index of the block in the article. */
  readonly index: number;
  readonly script: Script;
  readonly spans: readonly MarkedSpan[];
  /** Id of the fact that is looked at. */
  readonly current: string;
}

/** Names the text for the selection: offsets of pieces are those of this block's `script`. */
const placeOf = ({ index, script }: BlockProps) => ({ "data-block": index, "data-script": script });

/** Text of one block, marked; of a very long one the part around the words that are looked at. */
export function BlockText(props: BlockProps) {
  const { block, script, spans, current } = props;
  const [isWhole, showWhole] = useState(false);
  const text = block[script];
  const focus = spans.find(({ fact }) => fact === current);
  const [from, to] = isWhole ? [0, text.length] : windowOf(text, focus);
  if (from === 0 && to === text.length && !isWhole)
    return (
      <bdi {...placeOf(props)}>
        <Pieces pieces={piecesOf(text, spans)} current={current} />
      </bdi>
    );
  return (
    <>
      {!isWhole && (
        <button type="button" class="show-all" onClick={() => showWhole(true)}>
          {t("longBlock", { n: text.length })} {t("showAll")}
        </button>
      )}
      <bdi {...placeOf(props)}>
        {chunksOf(text, from, to).map(([start, end]) => (
          <span key={start} class="chunk">
            <Pieces pieces={piecesOf(text, spans, start, end)} current={current} />
          </span>
        ))}
      </bdi>
    </>
  );
}

/** A table row, cell by cell. */
export function RowCells(props: BlockProps) {
  const { block, script, spans, current } = props;
  const text = block[script];
  const focus = spans.find(({ fact }) => fact === current);
  const [from, to] = windowOf(text, focus);
  return cellsOf(text)
    .filter(({ at, end }) => at <= to && end >= from)
    .map(({ at, end }) => (
      <td key={at}>
        <bdi {...placeOf(props)}>
          <Pieces pieces={piecesOf(text, spans, Math.max(at, from), Math.min(end, to))} current={current} />
        </bdi>
      </td>
    ));
}

function Pieces({ pieces, current }: { readonly pieces: readonly Piece[]; readonly current: string }) {
  return pieces.map(({ at, text, facts }) => {
    if (facts.length === 0)
      return (
        <span key={at} data-at={at}>
          {shown(text)}
        </span>
      );
    const isCurrent = facts.includes(current);
    return (
      <mark
        key={at}
        data-at={at}
        data-fact={isCurrent ? current : facts[0]}
        class={isCurrent ? "current" : "other"}
        title={isCurrent ? undefined : t("toFact")}
      >
        {shown(text)}
      </mark>
    );
  });
}
