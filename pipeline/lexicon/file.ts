import { readFileSync, statSync } from "node:fs";
import { InvalidLexiconError } from "../../schemas/errors.ts";

/** Nobody writes more by hand. */
const MAX_BYTES = 2_000_000;

/** @throws {InvalidLexiconError} for a file that is not there, is too large, or is not UTF-8 */
export function readUtf8(path: string): string {
  const fail = (problem: string, remedy: string, cause?: unknown): never => {
    throw new InvalidLexiconError([{ path, line: 1, column: 1, problem, remedy }], { cause });
  };
  try {
    if (statSync(path).size > MAX_BYTES) return fail(`it is larger than ${MAX_BYTES} bytes`, "part it in several");
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    if (cause instanceof InvalidLexiconError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      return fail("it is not UTF-8", "save it as UTF-8", cause);
    return fail(
      `it cannot be read (${(cause as Error).message})`,
      "check that it exists and that you may read it",
      cause,
    );
  }
}
