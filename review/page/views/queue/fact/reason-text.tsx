import { HostileText } from "../../../parts/hostile-text.tsx";
import { language } from "../../../texts.ts";
import { REASONS } from "../reasons.ts";

/** Why somebody rejected or changed a fact: one of the known reasons, or their own words. */
export function ReasonText({ reason }: { readonly reason: string | null }) {
  if (reason === null || reason === "") return null;
  return <HostileText text={REASONS.find(({ id }) => id === reason)?.[language.value] ?? reason} />;
}
