import { createHash } from "node:crypto";
import type { RawPage } from "../../schemas/document.ts";
import { DuplicateIdError } from "../../schemas/errors.ts";

interface First {
  readonly hash: string;
  readonly source: string;
}

/** The ids that came so far, with a short hash of each content: little memory for any number of documents. */
export class SeenIds {
  private readonly first = new Map<string, First>();

  /** Whether a document is new, one that came already, or another under an id that is taken. */
  check(page: RawPage): "new" | "same" | DuplicateIdError {
    const hash = hashOf(page);
    const first = this.first.get(page.id);
    if (first === undefined) {
      this.first.set(page.id, { hash, source: page.source });
      return "new";
    }
    return first.hash === hash ? "same" : new DuplicateIdError(page.source, page.id, first.source);
  }
}

const hashOf = ({ bytes, form, stated }: RawPage): string =>
  createHash("sha256")
    .update(`${form}\n${JSON.stringify(stated ?? {})}\n`)
    .update(bytes)
    .digest("base64url")
    .slice(0, 16);
