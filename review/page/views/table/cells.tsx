import type { ComponentChildren } from "preact";
import type { Row } from "../../../../schemas/review.ts";
import { inChinese, levels, signed } from "../../numbers.ts";
import { Link } from "../../parts/link.tsx";
import {
  BOUND_TERMS,
  CHECKS_TERMS,
  MODALITY_TERMS,
  metricLabel,
  metricTitle,
  PER_TERMS,
  STATUS_TERMS,
  term,
  UNIT_TERMS,
} from "../../terms.ts";
import { evidenceIn } from "./marked-ranges.ts";
import { MarkedText } from "./marked-text.tsx";

/** What a cell is drawn from. */
export interface CellProps {
  readonly row: Row;
  readonly q: string | undefined;
}

function Two({ first, second }: { readonly first: ComponentChildren; readonly second: ComponentChildren }) {
  return (
    <>
      <div class="line">{first}</div>
      <div class="line soft">{second}</div>
    </>
  );
}

export function SubjectCell({ row, q }: CellProps) {
  return (
    <Two
      first={
        <Link to={{ view: "queue", fact: row.id }} tabIndex={-1} title={row.subject}>
          <MarkedText text={row.subject} q={q} />
        </Link>
      }
      second={row.scope !== null && <MarkedText text={row.scope} q={q} />}
    />
  );
}

export function MetricCell({ row, q }: CellProps) {
  return (
    <div title={metricTitle(row.metric)}>
      <Two first={metricLabel(row.metric)} second={<MarkedText text={row.label} q={q} />} />
    </div>
  );
}

/** What a cell holds of the figures; longer ones are written with 万 and 亿. */
const FITS = 15;

/** `33 → 22`, `120` or `30–50`, as its title both in full and with 万 and 亿. */
export function NumbersCell({ row: { numbers, unit, per } }: CellProps) {
  const unitWords = [term(UNIT_TERMS, unit), per === null ? "" : term(PER_TERMS, per)].filter(Boolean).join(" · ");
  const [full, short] = [levels(numbers), levels(numbers, inChinese)];
  const both = full === short ? full : `${full} (${short})`;
  return (
    <div class="number" title={`${both} ${unitWords}`}>
      <Two first={full.length > FITS ? short : full} second={unitWords} />
    </div>
  );
}

const CHANGE_FITS = 10;

/** `−11` or `+1.6亿`, and as its title both in full and with 万 and 亿. */
export function ChangeCell({ row: { numbers } }: CellProps) {
  const { change, change_pct } = numbers;
  const full = change === null ? "" : signed(change);
  const short = change === null ? "" : `${change > 0 ? "+" : ""}${inChinese(change)}`;
  return (
    <div class="number" title={full === short ? full : `${full} (${short})`}>
      <Two
        first={full.length > CHANGE_FITS ? short : full}
        second={change_pct === null ? "" : `${signed(change_pct)}%`}
      />
    </div>
  );
}

export function MannerCell({ row }: CellProps) {
  return (
    <Two
      first={term(MODALITY_TERMS, row.modality)}
      second={row.bound === "exact" ? "" : term(BOUND_TERMS, row.bound)}
    />
  );
}

export function PeriodCell({ row }: CellProps) {
  const [from, to] = (row.period ?? "").split("/");
  return (
    <div class="number" title={row.period ?? undefined}>
      <Two first={from} second={to !== undefined && `– ${to}`} />
    </div>
  );
}

/** Signs before the evidence that two lines have room for, on a wide window and on others. */
const BEFORE = { wide: 40, other: 6 } as const;
const WIDE = 1_700;

/** The sentence, from a little before its evidence. */
export function SentenceCell({ row, q }: CellProps) {
  const { sentence, evidence } = row;
  const room = innerWidth >= WIDE ? BEFORE.wide : BEFORE.other;
  const start = (evidenceIn(sentence, evidence)?.start ?? 0) - room;
  const text = start <= BEFORE.other ? sentence : `…${sentence.slice(start)}`;
  return (
    <div class="sentence" title={sentence}>
      <MarkedText text={text} evidence={evidence} q={q} />
    </div>
  );
}

export function SourceCell({ row, q }: CellProps) {
  const { title, publisher, id } = row.doc;
  return (
    <div title={[title ?? id, publisher, row.published].filter(Boolean).join(" · ")}>
      <Two
        first={<MarkedText text={title ?? id} q={q} />}
        second={
          <>
            <span class="number">{row.published?.slice(0, 10)}</span>{" "}
            {publisher !== null && <MarkedText text={publisher} q={q} />}
          </>
        }
      />
    </div>
  );
}

export function ConfidenceCell({ row }: CellProps) {
  return (
    <div class="number">
      <Two
        first={row.confidence.toFixed(2)}
        second={row.checksFailed > 0 && <span class="bad">{term(CHECKS_TERMS, "failed")}</span>}
      />
    </div>
  );
}

export function StatusCell({ row }: CellProps) {
  return (
    <Two
      first={<span class={`badge ${row.status}`}>{term(STATUS_TERMS, row.status)}</span>}
      second={<bdi title={row.reviewers.join(", ")}>{row.reviewers.join(", ")}</bdi>}
    />
  );
}
