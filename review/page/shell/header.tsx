import { useState } from "preact/hooks";
import { address } from "../address.ts";
import { HostileText } from "../parts/hostile-text.tsx";
import { Link } from "../parts/link.tsx";
import { changeReviewer, reviewer, session } from "../session.ts";
import { chooseLanguage, language } from "../texts.ts";
import { VIEWS } from "../views.ts";
import { BrokenLines } from "./broken-lines.tsx";
import { t } from "./texts.ts";

/** Name of the file, the views, and what goes for all of them. */
export function Header({ onHelp }: { readonly onHelp: () => void }) {
  return (
    <header class="head">
      <FileName />
      <nav aria-label={t("views")}>
        {VIEWS.map(({ name, title }) => (
          <Link key={name} to={{ view: name }} aria-current={address.value.view === name ? "page" : undefined}>
            {title()}
          </Link>
        ))}
      </nav>
      <div class="head-tools">
        <Troubles />
        <Reviewer />
        <LanguageSwitch />
        <button type="button" class="plain" onClick={onHelp} aria-keyshortcuts="?">
          {t("help")} <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
}

const nameOfFile = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

function FileName() {
  const { file = "", facts = 0, documents = 0 } = session.value ?? {};
  return (
    <div class="head-file">
      <h1 title={file}>{file === "" ? t("page") : <HostileText text={nameOfFile(file)} />}</h1>
      {session.value !== null && (
        <span class="soft number" title={t("size", { facts, documents })}>
          {t("facts", { n: facts })}
        </span>
      )}
    </div>
  );
}

function Troubles() {
  const [isOpen, open] = useState(false);
  if (session.value === null) return null;
  const { broken, orphans, readOnly } = session.value;
  return (
    <>
      {readOnly && (
        <span class="badge disputed" title={t("readOnlyTitle")}>
          {t("readOnly")}
        </span>
      )}
      {broken.count > 0 && (
        <button type="button" class="warn" onClick={() => open(true)}>
          {t("broken", { n: broken.count })}
        </button>
      )}
      {orphans > 0 && (
        <Link class="button warn" to={{ view: "agreement" }} title={t("orphansTitle", { n: orphans })}>
          {t("orphans", { n: orphans })}
        </Link>
      )}
      {isOpen && <BrokenLines count={broken.count} first={broken.first} onClose={() => open(false)} />}
    </>
  );
}

function Reviewer() {
  const name = reviewer.value;
  return (
    <button
      type="button"
      class="plain reviewer"
      title={name === "" ? "" : t("reviewerTitle", { name })}
      onClick={() => changeReviewer()}
    >
      {name === "" ? t("nobody") : <HostileText text={name} />}
    </button>
  );
}

function LanguageSwitch() {
  const other = language.value === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      class="plain"
      lang={other === "zh" ? "zh-Hans" : "en"}
      title={t("otherLanguageTitle")}
      onClick={() => chooseLanguage(other)}
    >
      {t("otherLanguage")}
    </button>
  );
}
