import { shown } from "../../parts/hostile-text.tsx";
import { evidenceIn, hitsIn, piecesOf } from "./marked-ranges.ts";

interface MarkedTextProps {
  readonly text: string;
  /** Words of the search. */
  readonly q: string | undefined;
  /** Words that are to be marked as the fact's evidence. */
  readonly evidence?: string;
}

/** Hostile text with its evidence and what a search found in it. */
export function MarkedText({ text, q = "", evidence = "" }: MarkedTextProps) {
  const pieces = piecesOf(text, evidenceIn(text, evidence), hitsIn(text, q));
  return (
    <bdi>
      {pieces.map(({ text: words, isEvidence, isHit }, index) => {
        const key = `${index}`;
        if (!isEvidence && !isHit) return <span key={key}>{shown(words)}</span>;
        return (
          <mark key={key} class={isHit ? "hit" : undefined}>
            {shown(words)}
          </mark>
        );
      })}
    </bdi>
  );
}
