import { useEffect, useRef } from "preact/hooks";
import type { Filter } from "../../../../schemas/review.ts";
import { addressOf, type Query } from "../../api.ts";
import { t } from "./texts.ts";

/** TABLE of what can be taken away. */
const KINDS: readonly (readonly [name: Parameters<typeof t>[0], query: Query])[] = [
  ["toXlsx", { to: "xlsx" }],
  ["toCsv", { to: "csv", bom: true }],
  ["toParquet", { to: "parquet" }],
  ["toJsonl", { to: "jsonl" }],
  ["toWide", { to: "xlsx", wide: true }],
];

/** Files of the facts that the filter lets through. */
export function ExportMenu({ filter, total }: { readonly filter: Filter; readonly total: number }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = ({ target }: Event) => {
      if (menu.current !== null && !(target instanceof Node && menu.current.contains(target)))
        menu.current.open = false;
    };
    addEventListener("pointerdown", close);
    addEventListener("focusin", close);
    return () => {
      removeEventListener("pointerdown", close);
      removeEventListener("focusin", close);
    };
  }, []);
  const leave = () => {
    if (menu.current === null) return;
    menu.current.open = false;
    menu.current.querySelector("summary")?.focus();
  };
  return (
    <details ref={menu} class="menu no-print" onKeyDown={({ key }) => key === "Escape" && leave()}>
      <summary class="button">{t("exporting")}</summary>
      <div class="menu-list">
        <p class="soft">{t("exportWhat", { n: total })}</p>
        <ul>
          {KINDS.map(([name, query]) => (
            <li key={name}>
              <a href={addressOf("export", { ...query, ...filter })} download onClick={leave}>
                {t(name)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
