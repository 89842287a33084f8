import { type KeyGroup, keyGroups } from "../keys.ts";
import { Dialog } from "../parts/dialog.tsx";
import { t } from "./texts.ts";

/** Keys that work now: those of the view first. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={t("help")} onClose={onClose}>
      {keyGroups.value.toReversed().map((group) => (
        <Group key={group.title()} {...group} />
      ))}
    </Dialog>
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  " ": "Space",
  Escape: "Esc",
};

function Group({ title, keys }: KeyGroup) {
  return (
    <section>
      <h3>{title()}</h3>
      <dl class="keys">
        {keys
          .filter(({ hidden }) => hidden !== true)
          .map(({ key, does }) => (
            <div key={key} class="keys-row">
              <dt>
                {(key === " " ? [key] : key.split(" ")).map((each) => (
                  <kbd key={each}>{SIGNS[each] ?? each}</kbd>
                ))}
              </dt>
              <dd>{does()}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
