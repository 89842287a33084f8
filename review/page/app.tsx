import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { address } from "./address.ts";
import { complain } from "./messages.ts";
import { VIEWS } from "./views.ts";

/** Header, the view that the address names, messages and dialogs. */
export function App() {
  return (
    <main id="view">
      <CurrentView />
    </main>
  );
}

function CurrentView() {
  const view = VIEWS.find(({ name }) => name === address.value.view) ?? VIEWS[0]!;
  const [shown, show] = useState<{ readonly name: string; readonly View: ComponentType } | null>(null);
  useEffect(() => {
    let isLeft = false;
    view.load().then((module) => isLeft || show({ name: view.name, View: module.default }), complain);
    return () => {
      isLeft = true;
    };
  }, [view]);
  return shown === null ? null : <shown.View key={shown.name} />;
}
