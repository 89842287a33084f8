import { createHash } from "node:crypto";
import { JingjianError } from "../../schemas/errors.ts";
import { canonicalUrl } from "../identity/canonical-url.ts";

/**
 * Id of a page's document: a hash of its canonical URL, 22 characters, the same that a fetched page has. What is no http
 * address (`urn:`, `file:`) is taken as it is.
 */
export function documentIdOf(url: string): string {
  const text = canonicalOr(url);
  // The form of `hashOf` for one text: its length stands before it.
  return createHash("sha256").update(`${text.length}:`).update(text).digest("base64url").slice(0, 22);
}

/** The canonical form, or the address itself where it has none. */
export function canonicalOr(url: string): string {
  try {
    return canonicalUrl(url);
  } catch (error) {
    if (!(error instanceof JingjianError)) throw error;
    return url;
  }
}
