import type { ComponentType } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { address, go } from "./address.ts";
import { type KeyGroup, useKeys } from "./keys.ts";
import { complain } from "./messages.ts";
import { session } from "./session.ts";
import { Connection } from "./shell/connection.tsx";
import { Header } from "./shell/header.tsx";
import { KeyHelp } from "./shell/key-help.tsx";
import { Messages } from "./shell/messages.tsx";
import { ReviewerDialog } from "./shell/reviewer-dialog.tsx";
import { t } from "./shell/texts.ts";
import { VIEWS, type View } from "./views.ts";

/** Header, the view that the address names, messages and dialogs. */
export function App() {
  const [isHelp, help] = useState(false);
  useKeys(useMemo(() => shellKeys(() => help(true)), []));
  const view = VIEWS.find(({ name }) => name === address.value.view) ?? VIEWS[0]!;
  const file = session.value?.file.split(/[\\/]/).at(-1);
  const title = [view.title(), file, t("page")].filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <div>
        <a class="skip" href="#view">
          {t("skip")}
        </a>
        <Header onHelp={() => help(true)} />
        <Connection />
      </div>
      <main id="view" tabIndex={-1}>
        <CurrentView view={view} />
      </main>
      <Messages />
      <ReviewerDialog />
      {isHelp && <KeyHelp onClose={() => help(false)} />}
    </>
  );
}

const shellKeys = (help: () => void): KeyGroup => ({
  title: () => t("everywhere"),
  keys: [
    { key: "?", does: () => t("helpKey"), run: help },
    ...VIEWS.map(({ name, letter, title }) => ({
      key: `g ${letter}`,
      does: () => t("goTo", { view: title() }),
      run: () => go({ view: name }),
    })),
  ],
});

/** Draws the former view until the next one is loaded. */
function CurrentView({ view }: { readonly view: View }) {
  const [shown, show] = useState<{ readonly name: string; readonly View: ComponentType } | null>(null);
  useEffect(() => {
    let isLeft = false;
    view.load().then((module) => isLeft || show({ name: view.name, View: module.default }), complain);
    return () => {
      isLeft = true;
    };
  }, [view]);
  return shown === null ? <p class="notice soft">{t("loading")}</p> : <shown.View key={shown.name} />;
}
