import { type Unproved, unproved } from "../pipeline/archive/evidence.ts";
import { readFactsFile } from "../pipeline/archive/facts-file.ts";
import { capturesIn, provingCapture } from "../pipeline/archive/proving-capture.ts";
import { readInputs } from "../pipeline/inputs/index.ts";
import { prepare } from "../pipeline/prepare.ts";
import type { RawPage } from "../schemas/document.ts";
import type { Fact } from "../schemas/fact.ts";
import type { Settings } from "../schemas/settings.ts";
import { type Log, logFailure } from "./log.ts";
import { openOutput } from "./output.ts";

export interface VerifyOptions {
  readonly settings: Settings;
  readonly log: Log;
  /** Where the documents are read from, as for `extract`; without any, from the archive. */
  readonly inputs: readonly string[];
  readonly out?: string;
}

/**
 * `jingjian verify`: reads each fact's document again, and proves that its evidence stands where it says.
 * @returns exit code: 1 when some evidence is not proved, or a document cannot be had
 */
export async function verifyCommand(path: string, options: VerifyOptions): Promise<number> {
  const { log, inputs, out } = options;
  const open = await readFactsFile(path);
  const tally = { documents: 0, evidence: 0, unproved: 0, missing: 0 };
  const output = await openOutput(out);
  const settle = async (id: string, facts: readonly Fact[], wrong: readonly Unproved[]) => {
    open.delete(id);
    tally.documents++;
    tally.evidence += facts.reduce((sum, { evidence }) => sum + evidence.length, 0);
    tally.unproved += wrong.length;
    for (const item of wrong) await output.write(`${JSON.stringify(item)}\n`);
  };
  try {
    const found = inputs.length > 0 ? fromInputs(open, options) : fromArchive(open, options);
    for await (const { id, facts, wrong } of found) await settle(id, facts, wrong);
    tally.missing = open.size;
    for (const [id, facts] of [...open]) await settle(id, facts, unproved(facts, null));
    await output.close();
  } catch (error) {
    await output.discard();
    throw error;
  }
  const words = Object.entries(tally).map(([name, number]) => `${name} ${number}`);
  log.info(tally, words.join(", "));
  return tally.unproved > 0 ? 1 : 0;
}

type FactsById = ReadonlyMap<string, readonly Fact[]>;

interface Checked {
  readonly id: string;
  readonly facts: readonly Fact[];
  readonly wrong: readonly Unproved[];
}

async function* fromInputs(open: FactsById, { inputs, settings, log }: VerifyOptions): AsyncGenerator<Checked> {
  for await (const input of readInputs(inputs, { stdin: process.stdin, settings })) {
    if ("error" in input) {
      logFailure(log, input.source, input.error);
      continue;
    }
    const facts = open.get(input.id);
    if (facts !== undefined) yield { id: input.id, facts, wrong: unproved(facts, textOf(input, settings, log)) };
  }
}

async function* fromArchive(open: FactsById, { settings, log }: VerifyOptions): AsyncGenerator<Checked> {
  const captures = await capturesIn(settings.archive);
  for (const [id, facts] of [...open]) {
    const tell = (source: string, error: unknown) => logFailure(log, source, error);
    const proved = await provingCapture(facts, captures, settings, tell);
    if (proved !== null) yield { id, facts, wrong: proved.wrong };
  }
}

/** Null where the page cannot be read; that is told. */
function textOf(page: RawPage, settings: Settings, log: Log): string | null {
  try {
    return prepare(page, settings).text;
  } catch (error) {
    logFailure(log, page.source, error);
    return null;
  }
}
