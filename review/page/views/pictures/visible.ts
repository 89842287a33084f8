import { UNSEEN } from "../../parts/hostile-text.tsx";

/** Text for a picture, where no element isolates it: signs that nobody would see are shown as ⟨U+202E⟩. */
export const visible = (text: string): string =>
  UNSEEN.test(text)
    ? text.replace(
        new RegExp(UNSEEN.source, "g"),
        (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
      )
    : text;
