import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "./texts.ts";

/** So long after the last letter the search begins. */
const PAUSE_MS = 250;

interface SearchBoxProps {
  readonly q: string;
  readonly onSearch: (q: string) => void;
  /** Enter and Escape hand the keys back to the rows. */
  readonly onLeave: () => void;
}

/** Searches while one types; letters that an input method is still composing wait. */
export function SearchBox({ q, onSearch, onLeave }: SearchBoxProps) {
  const [typed, type] = useState(q);
  const isComposing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => type(q), [q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (words: string, pause: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(words.trim()), pause);
  };
  return (
    <input
      type="search"
      class="search"
      aria-label={t("search")}
      aria-keyshortcuts="/"
      placeholder={t("searchHint")}
      maxLength={500}
      value={typed}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={({ currentTarget }) => {
        isComposing.current = false;
        search(currentTarget.value, PAUSE_MS);
      }}
      onInput={({ currentTarget }) => {
        type(currentTarget.value);
        if (!isComposing.current) search(currentTarget.value, PAUSE_MS);
      }}
      onKeyDown={(event) => {
        if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
        event.preventDefault();
        search(event.currentTarget.value, 0);
        onLeave();
      }}
    />
  );
}
