import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { readSets } from "../../bench/scoring/read.ts";
import { score } from "../../bench/scoring/score.ts";
import { ownSets } from "../../bench/scoring/sets.ts";
import type { Figures } from "../../bench/scoring/tally.ts";

const ROOT = join(import.meta.dirname, "../..");
const SCORER = join(ROOT, "../shared/score/facts.mjs");
const isHere = existsSync(SCORER);
if (!isHere) console.log(`There is no ${SCORER}: our scorer is not compared with the contract's.`);

const sets = isHere ? ownSets(ROOT) : [];
const read = await readSets(sets);
const place = mkdtempSync(join(tmpdir(), "jingjian-scorer-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What the scorer of the record contract says of a gold file; its names for what was right are its own. */
interface Said {
  readonly strict: Tally;
  readonly whole_records: Tally;
  readonly attributes: Readonly<Record<string, number | null>>;
  readonly per_metric: Readonly<Record<string, Tally>>;
}
type Tally = Readonly<Record<"tp" | "fp" | "fn" | "f1", number>>;

const asTally = ({ right, extra, missed, f1 }: Figures): Tally => ({ tp: right, fp: extra, fn: missed, f1 });
const bare = ({ tp, fp, fn, f1 }: Tally): Tally => ({ tp, fp, fn, f1 });

(isHere ? describe : describe.skip)("our scorer says what the contract's says", () => {
  test.each(sets.map((set) => [set.name, set] as const))("of %s", (name, { path }) => {
    const own = read.filter(({ set }) => set === name);
    // A container's lines have ids of their own: the scorer goes by the gold's.
    const lines = own.flatMap(({ gold, facts }) =>
      facts.map((fact) => `${JSON.stringify({ ...fact, doc: { ...fact.doc, id: gold.doc } })}\n`),
    );
    const found = join(place, `${name}.jsonl`);
    writeFileSync(found, lines.join(""));
    const said = JSON.parse(
      execFileSync(process.execPath, [SCORER, path, found, "--json"], { encoding: "utf8" }),
    ) as Said;
    const { strict, records, attributes, metrics } = score(own);
    expect(asTally(strict)).toEqual(bare(said.strict));
    expect(asTally(records)).toEqual(bare(said.whole_records));
    expect(attributes).toEqual(said.attributes);
    expect(Object.fromEntries(Object.entries(metrics).map(([id, one]) => [id, asTally(one)]))).toEqual(
      Object.fromEntries(Object.entries(said.per_metric).map(([id, one]) => [id, bare(one)])),
    );
  });
});
