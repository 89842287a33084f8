import { useEffect, useRef } from "preact/hooks";
import { say } from "../messages.ts";
import { connected, session } from "../session.ts";
import { t } from "./texts.ts";

/** How far the file is read, and whether the server is there. */
export function Connection() {
  const isThere = connected.value;
  const was = useRef(true);
  useEffect(() => {
    if (isThere && !was.current) say(t("regained"));
    was.current = isThere;
  }, [isThere]);
  return (
    <div role="status">
      {!isThere && <p class="lost">{t("lost")}</p>}
      <Reading />
    </div>
  );
}

function Reading() {
  if (session.value === null) return null;
  const { loaded, facts } = session.value;
  if (loaded.bytes >= loaded.of) return null;
  const percent = Math.floor((100 * loaded.bytes) / loaded.of);
  return (
    // Not each step is worth hearing.
    <div class="reading" aria-live="off">
      <progress max={loaded.of} value={loaded.bytes} aria-label={t("reading", { percent, n: facts })} />
      <span class="number">{t("reading", { percent, n: facts })}</span>
    </div>
  );
}
