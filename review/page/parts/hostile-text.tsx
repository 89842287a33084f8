import type { ComponentChildren } from "preact";

/** Signs that turn the order of what stands beside them, or are not seen at all. */
export const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/** Text of articles and facts: its direction ends with it, and signs that nobody would see are shown as `U+202E`. */
export function HostileText({ text }: { readonly text: string }) {
  return <bdi>{UNSEEN.test(text) ? shown(text) : text}</bdi>;
}

/** The same without an element of its own, for text inside one that isolates it already. */
export function shown(text: string): ComponentChildren[] {
  return text
    .split(new RegExp(`(${UNSEEN.source})`))
    .map((piece, index) => (index % 2 === 0 ? piece : <UnseenSign key={index} sign={piece} />));
}

function UnseenSign({ sign }: { readonly sign: string }) {
  const name = `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return <span class="unseen">{name}</span>;
}
