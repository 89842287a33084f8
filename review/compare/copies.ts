import { createHash } from "node:crypto";
import { distance, NEAR_COPY_BITS, simhash } from "../../pipeline/identity/simhash.ts";
import type { Fact } from "../../schemas/fact.ts";

/** A document as its facts show it. */
export interface SourceDocument {
  readonly id: string;
  readonly publisher: string | null;
  readonly published: string | null;
  /** Its publisher and its series, to know a later issue by. */
  readonly names: readonly string[];
  /** Sentences that its facts stand in: hash, and how many letters. */
  readonly sentences: ReadonlyMap<string, number>;
  /** Near-copy hash of these sentences joined, or null where they are too short for one. */
  readonly hash: string | null;
}

/** So few letters are alike by chance: 全县辖10个乡镇。 */
const FEWEST_LETTERS = 30;
/** Shorter texts have no near-copy hash that could be relied on. */
const HASHED_LETTERS = 100;
/** Part of the sentences of the shorter document that must stand in the other one. */
const SHARED_PART = 0.8;
/** Where the hashes are close, fewer may be the same to the letter; reports of two years share hardly any. */
const SHARED_BESIDE_HASH = 0.3;
/** A sentence that is in more documents than these leads to no further ones. */
const MOST_LEADS = 32;

export function sourceDocument(facts: readonly Fact[]): SourceDocument {
  const { id, url, title, publisher, published } = facts[0]!.doc;
  const texts = new Set(facts.flatMap(({ evidence }) => evidence.map(({ sentence }) => lettersOf(sentence))));
  const joined = [...texts].toSorted().join("");
  const sentences = [...texts].map((text): [string, number] => [digest(text), text.length]);
  return {
    id,
    publisher,
    published,
    names: [publisherName(publisher, url), seriesName(title)].filter((name) => name !== null),
    sentences: new Map(sentences),
    hash: joined.length >= HASHED_LETTERS ? simhash(joined) : null,
  };
}

const lettersOf = (sentence: string): string =>
  sentence
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
const digest = (text: string): string => createHash("sha1").update(text).digest("base64url").slice(0, 12);

function publisherName(publisher: string | null, url: string | null): string | null {
  const name = publisher === null ? "" : lettersOf(publisher.split(/[／/|｜]/u)[0] ?? "");
  if (name !== "") return `publisher ${name}`;
  return url !== null && URL.canParse(url) ? `publisher ${new URL(url).host}` : null;
}

/** 隆德县2025年统计公报 and 隆德县2024年统计公报 are of one series. News has headlines, which repeat by chance only. */
function seriesName(title: string | null): string | null {
  if (title === null || !/公报|决算|预算|年报|年鉴|工作报告|统计/.test(title)) return null;
  return `series ${lettersOf(title).replace(/[\d〇零一二三四五六七八九十]+(?=年|月|季|届|次|号|期)/gu, "")}`;
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** The earliest first; those without a date last. */
export const inTime = (a: SourceDocument, b: SourceDocument): number =>
  before(a.published ?? "9999", b.published ?? "9999") || before(a.id, b.id);

/**
 * Which documents are copies of which. Facts carry no hash of their whole text, so that their sentences must tell.
 * @returns for each document the earliest one of the same text, which may be itself
 */
export function originals(documents: readonly SourceDocument[]): Map<SourceDocument, SourceDocument> {
  const found = new Map<SourceDocument, SourceDocument>();
  const bySentence = new Map<string, SourceDocument[]>();
  for (const document of documents.toSorted(inTime)) {
    const leads = new Set([...document.sentences.keys()].flatMap((sentence) => bySentence.get(sentence) ?? []));
    const original = [...leads].find((lead) => isCopy(document, lead)) ?? document;
    found.set(document, original);
    if (original !== document) continue;
    for (const sentence of document.sentences.keys()) {
      const there = bySentence.get(sentence);
      if (there === undefined) bySentence.set(sentence, [document]);
      else if (there.length < MOST_LEADS) there.push(document);
    }
  }
  return found;
}

function isCopy(a: SourceDocument, b: SourceDocument): boolean {
  const [fewer, more] = a.sentences.size <= b.sentences.size ? [a, b] : [b, a];
  let [shared, letters] = [0, 0];
  for (const [sentence, length] of fewer.sentences)
    if (more.sentences.has(sentence)) [shared, letters] = [shared + 1, letters + length];
  const part = shared / fewer.sentences.size;
  if (part >= SHARED_PART && letters >= FEWEST_LETTERS) return true;
  const isClose = a.hash !== null && b.hash !== null && distance(a.hash, b.hash) <= NEAR_COPY_BITS;
  return isClose && part >= SHARED_BESIDE_HASH;
}
