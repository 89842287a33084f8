import type { FactDetail } from "../../../../../schemas/review.ts";
import { post } from "../../../api.ts";
import { complain, say } from "../../../messages.ts";
import { reviewerName } from "../../../session.ts";
import type { ExampleKind } from "../dialogs/example-dialog.tsx";
import { t } from "../texts.ts";
import type { Judged } from "./judged.ts";

/** What a decided fact is an example of; null where nobody has decided, or people differ. */
export function exampleKindOf({ own, status }: Pick<Judged, "own" | "status">): ExampleKind | null {
  const action = own?.action ?? STATUS_ACTIONS[status];
  if (action === undefined) return null;
  return action === "reject" ? "silent" : action === "add" ? "knownMiss" : "gives";
}

const STATUS_ACTIONS: Readonly<Partial<Record<FactDetail["status"], "accept" | "correct" | "reject" | "add">>> = {
  accepted: "accept",
  corrected: "correct",
  rejected: "reject",
  added: "add",
};

/** Writes a fact into the examples, and says so once it stands there. */
export async function makeExample(fact: string, kind: ExampleKind): Promise<void> {
  const name = await reviewerName();
  if (name === "") return;
  try {
    await post("examples", { fact, kind, reviewer: name });
    say(t("exampleSaved", { kind: t(kind) }));
  } catch (error) {
    complain(error);
  }
}
