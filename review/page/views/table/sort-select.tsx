import { COLUMNS } from "./columns.tsx";
import { columnName, t } from "./texts.ts";

interface SortSelectProps {
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** The orders of the headers, where the screen is too narrow to show them. */
export function SortSelect({ sort, onSort }: SortSelectProps) {
  const heads = COLUMNS.flatMap((column) => column.heads);
  const orders = heads.flatMap(({ name, sort: by }) => {
    const bare = by?.replace(/^-/, "");
    if (bare === undefined) return [];
    return [
      { value: bare, words: `${columnName(name)} ↑` },
      { value: `-${bare}`, words: `${columnName(name)} ↓` },
    ];
  });
  return (
    <select
      class="sort-select"
      aria-label={t("order")}
      value={sort}
      onChange={({ currentTarget }) => onSort(currentTarget.value)}
    >
      <option value="file">{t("fileOrder")}</option>
      {orders.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}
