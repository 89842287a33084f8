import { useEffect, useState } from "preact/hooks";
import type { Rows } from "../../../../schemas/review.ts";
import { address } from "../../address.ts";
import { get } from "../../api.ts";
import { complain } from "../../messages.ts";
import { HostileText } from "../../parts/hostile-text.tsx";

/** Facts as a table. */
export default function TableView() {
  const { filter, sort } = address.value;
  const [rows, setRows] = useState<Rows | null>(null);
  useEffect(() => {
    get<Rows>("rows", { ...filter, sort, limit: 100 }).then(setRows, complain);
  }, [filter, sort]);
  return (
    <ul>
      {rows?.rows.map(({ id, sentence }) => (
        <li key={id}>
          <HostileText text={sentence} />
        </li>
      ))}
    </ul>
  );
}
