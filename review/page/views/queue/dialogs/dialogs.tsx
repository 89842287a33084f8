import type { Actions } from "../use-actions.ts";
import { DraftDialog } from "./draft-dialog.tsx";
import { ExampleDialog } from "./example-dialog.tsx";
import { FilterDialog } from "./filter-dialog.tsx";
import { RejectDialog } from "./reject-dialog.tsx";

/** The dialog that is open, if one is. */
export function Dialogs({ actions, doc }: { readonly actions: Actions; readonly doc: string | null }) {
  const { open } = actions;
  const close = () => open && actions.close(open);
  switch (open?.what) {
    case "reject":
      return <RejectDialog onReject={actions.reject} onClose={close} />;
    case "example":
      return <ExampleDialog onChoose={actions.example} onClose={close} />;
    case "filter":
      return <FilterDialog onClose={close} />;
    case "draft":
      return doc === null ? null : <DraftDialog doc={doc} span={open.span} onDraft={actions.drafted} onClose={close} />;
    default:
      return null;
  }
}
