import type { Fact } from "../../../../../schemas/fact.ts";
import { HostileText } from "../../../parts/hostile-text.tsx";
import { t } from "./texts.ts";

/** Whose words they are, and where they can be read. */
export function DocumentData({ doc }: { readonly doc: Fact["doc"] }) {
  const lines = [
    ["docTitle", doc.title],
    ["publisher", doc.publisher],
    ["published", doc.published],
  ] as const;
  return (
    <section>
      <h3>{t("document")}</h3>
      <dl class="queue-fields">
        {lines.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{t(name)}</dt>
                <dd>
                  <HostileText text={value} />
                </dd>
              </div>
            ),
        )}
        {doc.url !== null && (
          <div>
            <dt>{t("link")}</dt>
            <dd class="queue-url">
              <Source url={doc.url} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t("docId")}</dt>
          <dd>
            <code>
              <HostileText text={doc.id} />
            </code>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** A link only where a browser fetches a page by it: `javascript:` and the like stay text. */
function Source({ url }: { readonly url: string }) {
  if (!isWebAddress(url)) return <HostileText text={url} />;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      <HostileText text={url} />
    </a>
  );
}

export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);
}
