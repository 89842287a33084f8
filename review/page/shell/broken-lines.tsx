import { Dialog } from "../parts/dialog.tsx";
import { HostileText } from "../parts/hostile-text.tsx";
import { t } from "./texts.ts";

interface BrokenLinesProps {
  readonly count: number;
  readonly first: readonly string[];
  readonly onClose: () => void;
}

/** Lines of the file that are no facts, each with the reason. */
export function BrokenLines({ count, first, onClose }: BrokenLinesProps) {
  return (
    <Dialog title={t("brokenTitle")} onClose={onClose}>
      <p>
        {t("brokenWhy", { n: count })} {count > first.length && t("brokenMore", { n: first.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <ul class="broken-lines" tabIndex={0}>
        {first.map((line) => (
          <li key={line}>
            <HostileText text={line} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
