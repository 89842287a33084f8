import type { Document } from "../schemas/document.ts";
import type { Fact } from "../schemas/fact.ts";
import { extraction } from "./extraction.ts";
import { factsOf } from "./linking/facts.ts";
import { merge } from "./linking/merge.ts";

/**
 * The five passes over one document: quantities, mentions, claims, linked facts, checks.
 * @returns facts in the order of their first mention; an empty list is a result, not an error
 */
export function extractFacts(document: Document): Fact[] {
  return factsOf(merge(extraction(document).frames), document);
}
