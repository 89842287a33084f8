import { InvalidLexiconError, type LexiconProblem } from "../../schemas/errors.ts";
import { EXAMPLE_KINDS, type Example, type ExampleKind, ExampleLineSchema } from "../../schemas/example.ts";
import { readUtf8 } from "./file.ts";
import { reportUnknownMetric } from "./metrics.ts";
import { type Path, Source } from "./source.ts";
import { structureCheck } from "./structure.ts";
import { metricIds } from "./vocabulary.ts";

/** An example and where it stands, for messages. */
export interface PlacedExample {
  readonly example: Example;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Which of three things an example says. */
export const kindOf = (example: Example): ExampleKind => EXAMPLE_KINDS.find((kind) => example[kind] !== undefined)!;

/**
 * Reads a file of examples: JSON, one a line.
 * @param metrics ids beside those of the tables, such as a lexicon's
 * @throws {InvalidLexiconError} with everything that is wrong in it
 */
export const readExamples = (path: string, metrics: readonly string[] = []): PlacedExample[] =>
  parseExamples(readUtf8(path), path, metrics);

/** As {@link readExamples}, of text. */
export function parseExamples(text: string, path: string, metrics: readonly string[] = []): PlacedExample[] {
  const ids = new Set([...metricIds(null), ...metrics]);
  const problems: LexiconProblem[] = [];
  const examples = text.split("\n").flatMap((line, i): PlacedExample[] => {
    if (line.trim() === "") return [];
    const at = { path, line: i + 1, column: 1 };
    const example = parseLine(line, path, i + 1, ids, problems);
    return example === null ? [] : [{ example, ...at }];
  });
  if (problems.length > 0) throw new InvalidLexiconError(problems);
  return examples;
}

/** An example as a line of such a file, with its line feed. */
export const exampleLine = ({ text, ...rest }: Example): string => `${JSON.stringify({ text, ...rest })}\n`;

const check = structureCheck(ExampleLineSchema, "write an object with text, and gives, silent or knownMiss");

function parseLine(
  line: string,
  path: string,
  number: number,
  ids: ReadonlySet<string>,
  problems: LexiconProblem[],
): Example | null {
  try {
    JSON.parse(line);
  } catch (error) {
    const column = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0) + 1;
    problems.push({ path, line: number, column, problem: "the line is no JSON", remedy: "write one object a line" });
    return null;
  }
  // JSON is YAML, and the reader of YAML knows where everything stands.
  const source = new Source(line, path, number);
  const value = source.value() as Example;
  if (source.problems.length === 0 && check(value, source).length === 0) checkMetric(value, [], ids, source);
  problems.push(...source.problems);
  return source.problems.length === 0 ? value : null;
}

export function checkMetric({ metric }: Example, path: Path, ids: ReadonlySet<string>, source: Source): void {
  if (metric !== undefined && !ids.has(metric)) reportUnknownMetric(metric, [...path, "metric"], ids, source);
}
