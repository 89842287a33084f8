import { existsSync } from "node:fs";
import { join } from "node:path";
import { processPage } from "../../pipeline/index.ts";
import { readInputs } from "../../pipeline/inputs/index.ts";
import type { Document, RawPage } from "../../schemas/document.ts";
import type { Fact } from "../../schemas/fact.ts";
import { parseSettings } from "../../schemas/settings.ts";
import type { GoldDocument } from "./gold.ts";
import { documentsOf, type GoldSet } from "./sets.ts";

/** A gold document beside what the program made of its text. */
export interface ReadDocument {
  readonly set: string;
  readonly gold: GoldDocument;
  readonly document: Document;
  readonly facts: readonly Fact[];
}

/** Default limits, whatever the environment says: figures are to be compared. */
const settings = parseSettings({});

/**
 * Reads every document of the sets from its real file, as `jingjian extract` does.
 * @throws {JingjianError} for the first document that cannot be read, and for the first invalid record
 */
export async function readSets(sets: readonly GoldSet[]): Promise<ReadDocument[]> {
  const read: ReadDocument[] = [];
  for (const set of sets) {
    for (const gold of documentsOf(set)) {
      const { document, facts, invalid } = processPage(await pageOf(gold, set), settings);
      if (invalid[0] !== undefined) throw invalid[0];
      read.push({ set: set.name, gold, document, facts });
    }
  }
  return read;
}

async function pageOf({ file, line = 1, doc }: GoldDocument, { path, folders }: GoldSet): Promise<RawPage> {
  const text = folders.map((folder) => join(folder, file)).find((one) => existsSync(one));
  if (text === undefined) throw new Error(`${path}: ${doc} names ${file}, which is not in ${folders.join(" or ")}`);
  let at = 0;
  for await (const input of readInputs([text], { stdin: nothing(), settings })) {
    if (++at < line) continue;
    if ("error" in input) throw input.error;
    return input;
  }
  throw new Error(`${path}: ${doc} names line ${line} of ${text}, which has ${at}`);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
