import { asInputError, overBudget, pageOf } from "./file.ts";
import { formByContent, looksLikeLines } from "./form.ts";
import type { Input } from "./index.ts";
import { readLines } from "./lines.ts";

const SOURCE = "stdin";

/** Standard input: documents JSONL where its beginning looks so, else one document. */
export async function* readStandardInput(stdin: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Input> {
  const chunks = stdin[Symbol.asyncIterator]();
  try {
    const head = await readHead(chunks);
    const all = join(head, chunks);
    if (looksLikeLines(head)) yield* readLines(all, SOURCE, maxBytes, "-");
    else yield await readWhole(all, maxBytes);
  } catch (cause) {
    yield { source: SOURCE, error: asInputError(SOURCE, cause) };
  }
}

/** The first bytes, as far as some that are no white space. */
async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < 64 || head.every((byte) => byte <= 0x20)) {
    const { value, done } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
    if (head.length > 65_536) break;
  }
  return head;
}

async function* join(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function readWhole(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Input> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) throw overBudget(SOURCE, length, maxBytes);
    parts.push(chunk);
  }
  const bytes = Buffer.concat(parts);
  return pageOf({ source: SOURCE, id: SOURCE, bytes, form: formByContent(bytes), origin: { path: "-" } });
}
