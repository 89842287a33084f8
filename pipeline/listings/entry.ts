import { JingjianError, UnexpectedError } from "../../schemas/errors.ts";
import { isoMoment } from "../clean/iso-moment.ts";
import { canonicalUrl } from "../identity/canonical-url.ts";

/** Longer than any date with its words; what follows is not looked at. */
const MAX_DATE_CHARS = 100;

/** A document that a listing names. */
export interface PageEntry {
  readonly kind: "page";
  /** Canonical form. */
  readonly url: string;
  /** ISO 8601, where the listing says when it was published; when it was changed does not count. */
  readonly published: string | null;
  readonly title: string | null;
}

/** Another listing that a listing names. */
export interface NestedListing {
  readonly kind: "listing";
  /** Canonical form. */
  readonly url: string;
}

/** An entry that names nothing that can be fetched; the others go on. */
export interface BadEntry {
  readonly kind: "bad";
  /** `LISTING#3` for its third entry or line. */
  readonly source: string;
  /** The entry's place, or its line in a list of lines; from 1. */
  readonly at: number;
  readonly error: JingjianError;
}

export type ListingEntry = PageEntry | NestedListing | BadEntry;

/** An entry as a listing writes it. */
export interface StatedEntry {
  readonly url: string;
  readonly published?: string | null | undefined;
  readonly title?: string | null | undefined;
}

/** Where an entry stands. */
export interface Place {
  /** Name of the listing in errors. */
  readonly source: string;
  readonly at: number;
  /** What its address is relative to; none where it has to be absolute. */
  readonly base?: string;
}

export const pageEntry = (stated: StatedEntry, place: Place): PageEntry | BadEntry =>
  orBad(place, () => ({
    kind: "page",
    url: canonicalUrl(stated.url, place.base),
    published: isoMoment(stated.published?.trim().slice(0, MAX_DATE_CHARS) ?? null),
    title: stated.title?.replace(/\s+/g, " ").trim() || null,
  }));

export const nestedListing = (url: string, place: Place): NestedListing | BadEntry =>
  orBad(place, () => ({ kind: "listing", url: canonicalUrl(url, place.base) }));

export const badEntry = ({ source, at }: Place, error: JingjianError): BadEntry => ({
  kind: "bad",
  source: `${source}#${at}`,
  at,
  error,
});

function orBad<Good>(place: Place, read: () => Good): Good | BadEntry {
  try {
    return read();
  } catch (cause) {
    const source = `${place.source}#${place.at}`;
    return badEntry(place, cause instanceof JingjianError ? cause : new UnexpectedError(source, { cause }));
  }
}
