import { shown } from "../../parts/hostile-text.tsx";
import { piecesOf } from "../queue/article/pieces.ts";
import { type Reading, spansOf } from "./layers.ts";

interface MarkedSentenceProps {
  readonly text: string;
  readonly readings: readonly Reading[];
}

/** A sentence with what each of its runs was read as. */
export function MarkedSentence({ text, readings }: MarkedSentenceProps) {
  return (
    <p class="try-sentence">
      <bdi>
        {piecesOf(text, spansOf(readings)).map(({ at, text: piece, facts }) => {
          const here = facts.map((index) => readings[Number(index)]!);
          const inner = here.at(-1);
          if (inner === undefined) return <span key={at}>{shown(piece)}</span>;
          return (
            <mark key={at} class={`layer ${inner.layer}`} title={here.map(({ means }) => means).join("; ")}>
              {shown(piece)}
            </mark>
          );
        })}
      </bdi>
    </p>
  );
}
