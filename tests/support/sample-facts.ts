import { processPage } from "../../pipeline/index.ts";
import { readInputs } from "../../pipeline/inputs/index.ts";
import type { Fact } from "../../schemas/fact.ts";
import { parseSettings } from "../../schemas/settings.ts";

let known: Promise<readonly Fact[]> | undefined;

/** Facts of the sample corpus, in its order. */
export const sampleFacts = (): Promise<readonly Fact[]> => {
  known ??= read();
  return known;
};

async function read(): Promise<Fact[]> {
  const settings = parseSettings({});
  const facts: Fact[] = [];
  for await (const input of readInputs(["corpus/articles"], { stdin: process.stdin, settings })) {
    if ("error" in input) throw input.error;
    facts.push(...processPage(input, settings).facts);
  }
  return facts;
}

/** Facts as a file holds them. */
export const linesOf = (facts: readonly Fact[]): string => facts.map((fact) => `${JSON.stringify(fact)}\n`).join("");
