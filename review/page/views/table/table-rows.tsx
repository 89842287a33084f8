import type { Row } from "../../../../schemas/review.ts";
import { COLUMNS } from "./columns.tsx";
import type { RowWindows } from "./row-windows.ts";
import type { ScrolledRows } from "./use-scroll.ts";

export const rowId = (index: number): string => `row-${index}`;

interface TableRowsProps {
  readonly windows: RowWindows;
  readonly scrolled: ScrolledRows;
  readonly cursor: number;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (row: Row) => void;
}

/** The rows that are seen, between two fillers as high as all the others. */
export function TableRows({ windows, scrolled, cursor, onChoose, onOpen }: TableRowsProps) {
  const { first, last, before, after } = scrolled;
  const indexes = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  return (
    <>
      <Filler height={before} />
      <tbody>
        {indexes.map((index) => (
          <TableRow
            key={index}
            {...{ index, onChoose, onOpen }}
            row={windows.row(index)}
            q={windows.filter.q}
            isChosen={index === cursor}
          />
        ))}
      </tbody>
      <Filler height={after} />
    </>
  );
}

function Filler({ height }: { readonly height: number }) {
  return (
    <tbody aria-hidden="true" class="filler no-print">
      <tr>
        <td colSpan={COLUMNS.length} style={{ height: `${height}px` }} />
      </tr>
    </tbody>
  );
}

interface TableRowProps {
  readonly index: number;
  readonly row: Row | undefined;
  readonly q: string | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (row: Row) => void;
}

function TableRow({ index, row, q, isChosen, onChoose, onOpen }: TableRowProps) {
  return (
    <tr
      id={rowId(index)}
      // The header is the first.
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-busy={row === undefined}
      data-fact={row?.id}
      onClick={() => onChoose(index)}
      onDblClick={() => row !== undefined && onOpen(row)}
    >
      {COLUMNS.map(({ name, Cell }) => (
        <td key={name} class={`cell-${name}`}>
          {row === undefined ? <div class="waiting" /> : <Cell row={row} q={q} />}
        </td>
      ))}
    </tr>
  );
}
