import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { processPage } from "../../pipeline/index.ts";
import { readInputs } from "../../pipeline/inputs/index.ts";
import type { RawPage } from "../../schemas/document.ts";
import type { Fact } from "../../schemas/fact.ts";
import { parseSettings } from "../../schemas/settings.ts";
import type { GoldDocument } from "./score.ts";

const settings = parseSettings({});

/** @param path a gold file: one document a line */
export const readGold = (path: string): GoldDocument[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as GoldDocument);

/**
 * The facts of every gold document, by its `doc`, read from its real file as `jingjian extract` reads it.
 * @param folder where the gold's `file` paths start
 * @throws {JingjianError} for the first document that cannot be read, and for the first invalid record
 */
export async function factsOfGold(
  gold: readonly GoldDocument[],
  folder: string,
): Promise<Map<string, readonly Fact[]>> {
  const found = new Map<string, readonly Fact[]>();
  for (const document of gold) {
    const { facts, invalid } = processPage(await pageOf(document, folder), settings);
    if (invalid[0] !== undefined) throw invalid[0];
    found.set(document.doc, facts);
  }
  return found;
}

async function pageOf({ file, line = 1, doc }: GoldDocument, folder: string): Promise<RawPage> {
  let at = 0;
  for await (const input of readInputs([join(folder, file)], { stdin: nothing(), settings })) {
    if (++at < line) continue;
    if ("error" in input) throw input.error;
    return input;
  }
  throw new Error(`${doc}: ${dirname(file)} has no document ${line}`);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
