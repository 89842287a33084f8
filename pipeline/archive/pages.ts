import { EmptyInputError } from "../../schemas/errors.ts";
import { asInputError, pageOf } from "../inputs/file.ts";
import type { Input } from "../inputs/index.ts";
import { rawPageOf, readArchive } from "./reader.ts";

/** The documents of a web archive, and what of it cannot be read. An archive of pictures alone has none, and is no error. */
export async function* readArchivePages(path: string, maxBytes: number): AsyncGenerator<Input> {
  let records = 0;
  const onSkip = () => {
    records++;
  };
  try {
    for await (const entry of readArchive(path, { maxBytes, onSkip })) {
      records++;
      yield "error" in entry ? entry : pageOf(rawPageOf(entry));
    }
  } catch (cause) {
    yield { source: path, error: asInputError(path, cause) };
    return;
  }
  if (records === 0) yield { source: path, error: new EmptyInputError(path) };
}
