import { UnfitUrlError } from "../../schemas/errors.ts";
import { TRACKING_PARAMETERS } from "./tracking-parameters.ts";

/** Longer addresses are data, not names; browsers and servers stop at about this length. */
const MAX_CHARS = 8_192;
/** How much of a bad address an error shows. */
const SHOWN_CHARS = 200;

/**
 * The one spelling of a page's address, for fetching and as its identity; giving it again changes nothing.
 *
 * As the WHATWG URL standard parses it (scheme and host in lower case, punycode, no default port, no dot segments), and
 * without: the host's trailing dot, the fragment (`#!` too: no server ever sees it, so the bytes are the same), an
 * empty query and empty parameters, tracking parameters, `;jsessionid=`. Percent-encoding is in upper case and only
 * where it is needed; what is not UTF-8 (GBK) stays encoded as it is. Order, repetition and values of parameters,
 * repeated slashes, `www.` and http or https stay, since servers may tell them apart.
 * @param url absolute, or relative to `base`
 * @throws {UnfitUrlError} when it is no http or https URL, holds a user name, or has more than 8,192 characters
 */
export function canonicalUrl(url: string, base?: string): string {
  const shown = JSON.stringify(url.length > SHOWN_CHARS ? `${url.slice(0, SHOWN_CHARS)}…` : url);
  if (url.length > MAX_CHARS) throw new UnfitUrlError(shown, `it has more than ${MAX_CHARS} characters`);
  const parsed = parse(url, base, shown);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:")
    throw new UnfitUrlError(shown, `${parsed.protocol} is not fetched`);
  if (parsed.username !== "" || parsed.password !== "") throw new UnfitUrlError(shown, "it holds a user name");
  if (parsed.hostname.endsWith(".")) dropTrailingDots(parsed, shown);
  parsed.hash = "";
  parsed.pathname = withoutSession(normalEncoding(parsed.pathname));
  const query = withoutTracking(normalEncoding(parsed.search.slice(1)), parsed.hostname);
  parsed.search = query && `?${query}`; // the setter would take a question mark of the query's own for this one
  if (parsed.href.length > MAX_CHARS)
    throw new UnfitUrlError(shown, `encoded, it has more than ${MAX_CHARS} characters`);
  return parsed.href;
}

function parse(url: string, base: string | undefined, shown: string): URL {
  try {
    return new URL(url, base);
  } catch (cause) {
    throw new UnfitUrlError(shown, base === undefined ? "it is no absolute URL" : "it is no URL", { cause });
  }
}

/** The dot of a fully qualified name: the same host, which certificates and robots files do not know by it. */
function dropTrailingDots(url: URL, shown: string): void {
  const host = url.hostname.replace(/\.+$/, "");
  url.hostname = host; // refused in silence where it would leave no host
  if (url.hostname.endsWith(".")) throw new UnfitUrlError(shown, "its host is no name");
}

/**
 * RFC 3986, 6.2.2: unreserved characters decoded, hexadecimal digits in upper case; and what the standard wants encoded
 * but `URL` leaves as it is. A `%` that begins no sequence is itself encoded, or decoding what follows would make one.
 */
function normalEncoding(text: string): string {
  return text
    .replace(/%(?![0-9a-f]{2})/gi, "%25")
    .replace(/[[\]\\^`{|}]/g, percentEncoded)
    .replace(/%[0-9a-f]{2}/gi, (sequence) => {
      const character = String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : sequence.toUpperCase();
    });
}

const percentEncoded = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** Java Servlet specification, 7.1.3: the session in the path, for readers without cookies. */
const withoutSession = (path: string): string => path.replace(/;jsessionid=[^/;]*/gi, "");

function withoutTracking(query: string, host: string): string {
  return query
    .split("&")
    .filter((parameter) => parameter !== "" && !isTracking(parameter, host))
    .join("&");
}

function isTracking(parameter: string, host: string): boolean {
  const equals = parameter.indexOf("=");
  const name = (equals < 0 ? parameter : parameter.slice(0, equals)).toLowerCase();
  const value = equals < 0 ? "" : parameter.slice(equals + 1);
  return TRACKING_PARAMETERS.some(
    (row) =>
      row.name.test(name) &&
      (row.host === undefined || row.host === host) &&
      (row.value === undefined || row.value.test(value)),
  );
}
