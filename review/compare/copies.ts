import type { DuckDBConnection } from "@duckdb/node-api";
import { NEAR_COPY_BITS, simhash } from "../../pipeline/identity/simhash.ts";
import { insertJson } from "./pick.ts";

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

const FULL_WIDTH = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0xff01 + at)).join("");
const HALF_WIDTH = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at))
  .join("")
  .replaceAll("'", "''");
/** Letters and digits alone, full-width ones and capitals folded. */
const LETTERS = `regexp_replace(lower(translate(s, '${FULL_WIDTH}', '${HALF_WIDTH}')), '[^\\p{L}\\p{N}]', '', 'g')`;

/**
 * Which documents are copies of which. Facts carry no hash of their whole text, so that their sentences must tell. Only
 * documents that share a sentence with another are looked at.
 * @param db with the tables of `arrange`
 * @returns for each copy the earliest document of the same text, both by number
 */
export async function findCopies(db: DuckDBConnection): Promise<ReadonlyMap<number, number>> {
  await db.run(`CREATE TEMP TABLE sentences AS SELECT doc, hash(letters) AS h, any_value(length(letters))::INTEGER AS n FROM (
      SELECT doc, ${LETTERS} AS letters FROM (
        SELECT d.doc, unnest(p.sentences) AS s FROM picked p JOIN documents d USING (doc_id)
        WHERE d.doc IN (SELECT doc FROM statements JOIN families USING (family) WHERE several)))
    GROUP BY ALL`);
  await db.run(`CREATE TEMP TABLE pairs AS
    WITH shared AS (SELECT h, n, doc, row_number() OVER (PARTITION BY h ORDER BY doc) AS place FROM sentences
        WHERE h IN (SELECT h FROM sentences GROUP BY h HAVING count(*) > 1)),
      sizes AS (SELECT doc, count(*) AS size, sum(n) AS letters FROM sentences GROUP BY doc),
      met AS (SELECT a.doc AS earlier, b.doc AS later, count(*) AS shared, sum(a.n) AS letters
        FROM shared a JOIN shared b ON a.h = b.h AND a.doc < b.doc WHERE a.place <= ${MOST_LEADS} GROUP BY ALL)
    SELECT earlier, later, shared >= ${SHARED_PART} * least(e.size, l.size) AND met.letters >= ${FEWEST_LETTERS} AS sure
    FROM met JOIN sizes e ON e.doc = earlier JOIN sizes l ON l.doc = later
    WHERE sure OR (shared >= ${SHARED_BESIDE_HASH} * least(e.size, l.size)
      AND least(e.letters, l.letters) >= ${HASHED_LETTERS})`);
  await addHashes(db);
  return originals(db);
}

/** Near-copy hashes of the documents whose shared sentences do not tell. */
async function addHashes(db: DuckDBConnection): Promise<void> {
  await db.run("CREATE TEMP TABLE hashes (doc INTEGER, simhash UBIGINT)");
  const unsure = "SELECT earlier FROM pairs WHERE NOT sure UNION SELECT later FROM pairs WHERE NOT sure";
  const texts = await db.stream(`SELECT doc, string_agg(DISTINCT letters, '' ORDER BY letters) FROM (
      SELECT doc, ${LETTERS} AS letters FROM (
        SELECT d.doc, unnest(p.sentences) AS s FROM picked p JOIN documents d USING (doc_id) WHERE d.doc IN (${unsure})))
    GROUP BY doc`);
  const hashes: { readonly doc: number; readonly simhash: string }[] = [];
  for await (const rows of texts.yieldRowsJs())
    for (const [doc, text] of rows as unknown as (readonly [number, string])[])
      hashes.push({ doc, simhash: BigInt(`0x${simhash(text)}`).toString() });
  await insertJson(db, "hashes", "STRUCT(doc INTEGER, simhash UBIGINT)", hashes);
}

async function originals(db: DuckDBConnection): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>();
  const pairs = await db.stream(`SELECT earlier, later FROM pairs
    LEFT JOIN hashes e ON NOT sure AND e.doc = earlier LEFT JOIN hashes l ON NOT sure AND l.doc = later
    WHERE sure OR bit_count(xor(e.simhash, l.simhash)::HUGEINT) <= ${NEAR_COPY_BITS}
    ORDER BY later, earlier`);
  for await (const rows of pairs.yieldRowsJs())
    for (const [earlier, later] of rows as unknown as (readonly [number, number])[])
      if (!found.has(later) && !found.has(earlier)) found.set(later, earlier);
  return found;
}
