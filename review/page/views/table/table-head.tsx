import { COLUMNS, type ColumnHead, type TableColumn } from "./columns.tsx";
import { columnName, t } from "./texts.ts";

interface TableHeadProps {
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** Headers, each name that can be sorted by a button. */
export function TableHead({ sort, onSort }: TableHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {COLUMNS.map((column) => (
          <th key={column.name} scope="col" class={`cell-${column.name}`} aria-sort={ariaSort(column, sort)}>
            {column.heads.map((head) => (
              <HeadName key={head.name} name={head.name} by={head.sort} {...{ sort, onSort }} />
            ))}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const bare = (sort: string): string => sort.replace(/^-/, "");
const turned = (sort: string): string => (sort.startsWith("-") ? bare(sort) : `-${sort}`);

function ariaSort({ heads }: TableColumn, sort: string): "ascending" | "descending" | "none" | undefined {
  const sorts = heads.flatMap((head) => head.sort ?? []);
  if (sorts.length === 0) return undefined;
  if (!sorts.some((each) => bare(each) === bare(sort))) return "none";
  return sort.startsWith("-") ? "descending" : "ascending";
}

/** One way, then the other, then the order of the file. */
export function nextSort(by: string, sort: string): string {
  if (bare(sort) !== bare(by)) return by;
  return sort === by ? turned(by) : "file";
}

interface HeadNameProps extends TableHeadProps {
  readonly name: ColumnHead["name"];
  readonly by: string | undefined;
}

function HeadName({ name, by, sort, onSort }: HeadNameProps) {
  if (by === undefined) return <span class="head-name">{columnName(name)}</span>;
  const isActive = bare(by) === bare(sort);
  const sign = sort.startsWith("-") ? "↓" : "↑";
  return (
    <button
      type="button"
      class="plain head-name"
      title={t("sortBy", { name: columnName(name) })}
      onClick={() => onSort(nextSort(by, sort))}
    >
      {columnName(name)}
      <span aria-hidden="true">{isActive ? sign : ""}</span>
    </button>
  );
}
