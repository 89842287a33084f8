import { table } from "../pipeline/formats/table.ts";
import { kindOf, type PlacedExample, readExamples } from "../pipeline/lexicon/examples.ts";
import { type Lexicon, loadLexicon, useLexicon } from "../pipeline/lexicon/index.ts";
import { type ExampleRun, type Outcome, runExample } from "../pipeline/lexicon/run-example.ts";
import { InvalidLexiconError, type LexiconProblem, UsageError } from "../schemas/errors.ts";
import { jsonSchemas } from "../schemas/json-schema.ts";
import type { Settings } from "../schemas/settings.ts";
import { openOutput } from "./output.ts";

export interface LexiconOptions {
  readonly settings: Settings;
}

/**
 * `jingjian lexicon check` and `jingjian lexicon schema`.
 * @returns exit code: 1 where an example does not hold
 * @throws {InvalidLexiconError} with all mistakes of all files
 * @throws {UsageError} for anything else than `check` or `schema`
 */
export async function lexiconCommand(
  action: string,
  files: readonly string[],
  { settings }: LexiconOptions,
): Promise<number> {
  if (action === "schema" && files.length === 0) return print(jsonSchemas().get("lexicon.schema.json")!);
  if (action !== "check" || files.length === 0)
    throw new UsageError("`lexicon` needs to know what", "Write `lexicon check my.yaml` or `lexicon schema`");
  const { lexicon, examples } = readAll(files);
  useLexicon(lexicon);
  const runs = examples.map((placed) => ({ placed, run: runExample(placed.example, settings) }));
  const told = runs.map(({ placed, run }) => tell(placed, run)).join("");
  const count = (...outcomes: readonly Outcome[]) => runs.filter(({ run }) => outcomes.includes(run.outcome)).length;
  await print(`${told}${lexicon === null ? "" : `${contents(lexicon)}\n`}${tally(runs.length, count)}\n`);
  return count("fails") > 0 ? 1 : 0;
}

async function print(text: string): Promise<number> {
  const output = await openOutput(undefined);
  await output.write(text);
  return 0;
}

/** Every file, so that the mistakes of all are told at once. */
function readAll(files: readonly string[]): {
  readonly lexicon: Lexicon | null;
  readonly examples: readonly PlacedExample[];
} {
  const [first, second] = files.filter((file) => /\.ya?ml$/i.test(file));
  if (second !== undefined) throw new UsageError(`${second} is a second lexicon`, "Check one at a time");
  const problems: LexiconProblem[] = [];
  const read = <T>(make: () => T): T | null => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof InvalidLexiconError)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const lexicon = first === undefined ? null : read(() => loadLexicon(first));
  const metrics = lexicon?.vocabulary.metrics.map(({ id }) => id) ?? [];
  // Without its metrics, an examples file would seem wrong where the lexicon is.
  const others = first !== undefined && lexicon === null ? [] : files.filter((file) => file !== first);
  const examples = others.flatMap((file) => read(() => readExamples(file, metrics)) ?? []);
  if (problems.length > 0) throw new InvalidLexiconError(problems);
  return { lexicon, examples: [...(lexicon?.examples ?? []), ...examples] };
}

/** What there is to say of one example; nothing of one that holds. */
function tell({ example, path, line, column }: PlacedExample, { outcome, explanation }: ExampleRun): string {
  if (outcome === "holds") return "";
  const kind = kindOf(example);
  const expected = example[kind];
  const wanted = expected === true || expected === undefined ? "" : ` ${JSON.stringify(expected)}`;
  const metric = example.metric === undefined ? "" : ` ${example.metric}`;
  const head = `${path}:${line}:${column} ${HEADS[outcome]}: ${example.text.trim()}\n`;
  if (outcome !== "fails") return `${head}  ${kind}${metric}${wanted}\n`;
  const facts = explanation.facts.map((fact) => `  found ${table.write(fact)}`);
  const misses = explanation.sentences.flatMap(({ misses }) => misses);
  const why = misses.map(({ text, reason }) => `  “${text}” is no fact: ${reason}\n`);
  const should = kind !== "silent" ? "give" : metric === "" ? "be silent" : "be silent of";
  return `${head}  should ${should}${metric}${wanted}\n${[...facts, ...why].join("")}`;
}

const HEADS: Readonly<Record<Outcome, string>> = {
  holds: "holds",
  fails: "does not hold",
  misses: "is missed still",
  "comes-true": "is no miss any more, make it `gives`",
};

const of = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** What a lexicon adds, in a line. */
function contents({ path, vocabulary }: Lexicon): string {
  const { metrics, nouns, notNouns, units, verbs, modality, bounds, places, organisations } = vocabulary;
  const wordsIn = (rows: readonly { readonly words: readonly string[] }[]) => rows.flatMap(({ words }) => words).length;
  const named = metrics.flatMap((metric) => metric.nouns).length + wordsIn(nouns);
  const parts = [
    [of(metrics.length, "metric"), metrics.length],
    [of(named, "noun"), named],
    [of(notNouns.length, "word that is no noun", "words that are no nouns"), notNouns.length],
    [of(wordsIn(units), "unit"), units.length],
    [of(wordsIn(verbs), "verb"), verbs.length],
    [of(wordsIn([...modality, ...bounds]), "cue"), modality.length + bounds.length],
    [of(places.length, "place"), places.length],
    [of(organisations.length, "organisation"), organisations.length],
  ] as const;
  return `${path}: ${listed(parts) || "nothing added"}`;
}

function tally(all: number, count: (...outcomes: Outcome[]) => number): string {
  const [holding, failing, missed, come] = [count("holds"), count("fails"), count("misses"), count("comes-true")];
  const parts = [
    [`${holding} hold${holding === 1 ? "s" : ""}`, holding],
    [`${failing} do${failing === 1 ? "es" : ""} not hold`, failing],
    [of(missed, "known miss", "known misses"), missed],
    [`${of(come, "known miss", "known misses")} come true`, come],
  ] as const;
  return [of(all, "example"), listed(parts)].filter((part) => part !== "").join(": ");
}

/** Those of which there are any. */
const listed = (parts: readonly (readonly [text: string, number: number])[]): string =>
  parts
    .filter(([, number]) => number > 0)
    .map(([text]) => text)
    .join(", ");
