import type { ComponentType } from "preact";
import type { SortName } from "../../../../schemas/review.ts";
import {
  type CellProps,
  ChangeCell,
  ConfidenceCell,
  MannerCell,
  MetricCell,
  NumbersCell,
  PeriodCell,
  SentenceCell,
  SourceCell,
  StatusCell,
  SubjectCell,
} from "./cells.tsx";
import type { columnName } from "./texts.ts";

/** A part of a column's header. */
export interface ColumnHead {
  readonly name: Parameters<typeof columnName>[0];
  /** What a click on it sorts by, first the way that is wanted more often. */
  readonly sort?: SortName | `-${SortName}`;
}

export interface TableColumn {
  readonly name: string;
  readonly heads: readonly ColumnHead[];
  readonly Cell: ComponentType<CellProps>;
}

/** TABLE of the columns; a row has two lines, and so has the header. */
export const COLUMNS: readonly TableColumn[] = [
  { name: "subject", heads: [{ name: "subject", sort: "subject" }, { name: "scope" }], Cell: SubjectCell },
  { name: "metric", heads: [{ name: "metric", sort: "metric" }, { name: "label" }], Cell: MetricCell },
  { name: "numbers", heads: [{ name: "numbers", sort: "-level" }, { name: "unit" }], Cell: NumbersCell },
  {
    name: "change",
    heads: [
      { name: "change", sort: "change" },
      { name: "change_pct", sort: "change_pct" },
    ],
    Cell: ChangeCell,
  },
  { name: "manner", heads: [{ name: "modality" }, { name: "bound" }], Cell: MannerCell },
  { name: "period", heads: [{ name: "period" }], Cell: PeriodCell },
  { name: "sentence", heads: [{ name: "sentence" }], Cell: SentenceCell },
  {
    name: "source",
    heads: [
      { name: "document", sort: "document" },
      { name: "published", sort: "-published" },
    ],
    Cell: SourceCell,
  },
  {
    name: "confidence",
    heads: [{ name: "confidence", sort: "confidence" }, { name: "checks" }],
    Cell: ConfidenceCell,
  },
  { name: "status", heads: [{ name: "status", sort: "status" }, { name: "reviewers" }], Cell: StatusCell },
];
