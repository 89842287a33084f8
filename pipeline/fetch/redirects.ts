import { RedirectError, UnfitUrlError } from "../../schemas/errors.ts";
import type { Answer } from "./transport.ts";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** As long as an address may be: see `canonicalUrl`. */
const MAX_CHARS = 8_192;

export const isRedirect = (status: number): boolean => REDIRECTS.has(status);

/**
 * Where an answer sends us on to: `Location`, relative or not. Bytes beyond ASCII, which no address may have and old
 * sites send, in GBK too, are percent-encoded as they are: browsers ask for the same.
 * @returns null where it is no redirect
 * @throws {RedirectError} for a redirect without an address
 * @throws {UnfitUrlError} for an address that is none
 */
export function redirectTarget({ exchange, headers }: Answer): URL | null {
  const { status, url } = exchange;
  if (!isRedirect(status)) return null;
  const location = headers.location?.replace(/[\x80-\xff]/g, percentEncoded) ?? "";
  if (location === "") throw new RedirectError(url, "without saying where to");
  if (location.length > MAX_CHARS) throw new RedirectError(url, `to an address of more than ${MAX_CHARS} characters`);
  if (!URL.canParse(location, url))
    throw new UnfitUrlError(JSON.stringify(location), `${url} redirects to it, and it is no URL`);
  const target = new URL(location, url);
  target.hash = "";
  return target;
}

/** @param byte as a Latin-1 character */
const percentEncoded = (byte: string): string => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`;
