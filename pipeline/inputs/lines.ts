import { Value } from "typebox/value";
import type { Metadata, Origin, RawPage } from "../../schemas/document.ts";
import { type DocumentLine, DocumentLineSchema } from "../../schemas/document-line.ts";
import { EmptyInputError, InvalidLineError } from "../../schemas/errors.ts";
import { whyNot } from "../../schemas/why-not.ts";
import { asInputError, overBudget, pageOf } from "./file.ts";
import type { Input } from "./index.ts";

const LINE_FEED = 0x0a;
const FORMS = ["html", "markdown", "text"] as const;

/**
 * Documents JSONL, one line at a time: no more than one line is held, and no line past the budget.
 * @param chunks the file's bytes
 * @param source its name; lines are `SOURCE#1`, `SOURCE#2`…
 * @param path where the lines can be read again
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  maxBytes: number,
  path = source,
): AsyncGenerator<Input> {
  let documents = 0;
  try {
    for await (const { number, bytes, offset, length, isCut } of splitLines(chunks, maxBytes)) {
      const line = `${source}#${number}`;
      if (bytes === null) yield { source: line, error: overBudget(line, length, maxBytes) };
      else if (!isBlankLine(bytes)) yield readLine(bytes, line, isCut, { path, offset, length });
      else continue;
      documents++;
    }
  } catch (cause) {
    yield { source, error: asInputError(source, cause) };
    return;
  }
  if (documents === 0) yield { source, error: new EmptyInputError(source) };
}

interface Line {
  /** From 1. */
  readonly number: number;
  /** Null where the line is longer than the budget. */
  readonly bytes: Uint8Array | null;
  /** Bytes from the file's start. */
  readonly offset: number;
  readonly length: number;
  /** The file ended before the line did. */
  readonly isCut: boolean;
}

async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let [number, offset, length] = [1, 0, 0];
  let parts: Uint8Array[] = [];
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  };
  const take = (isCut: boolean): Line => {
    const bytes = length > maxBytes ? null : parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    const line = { number, bytes, offset, length, isCut };
    [number, offset, length, parts] = [number + 1, offset + length + 1, 0, []];
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(LINE_FEED); to >= 0; to = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, to));
      from = to + 1;
      yield take(false);
    }
    // A copy: what is left of a chunk would keep all of it in memory, and streams use their memory again.
    if (from < chunk.length) add(Buffer.from(chunk.subarray(from)));
  }
  if (length > 0) yield take(true);
}

function readLine(bytes: Uint8Array, source: string, isCut: boolean, origin: Origin): Input {
  try {
    return pageOf({ ...toPage(parseLine(bytes, source, isCut), source), origin });
  } catch (cause) {
    return { source, error: asInputError(source, cause) };
  }
}

function parseLine(bytes: Uint8Array, source: string, isCut: boolean): DocumentLine {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    const why =
      cause instanceof SyntaxError ? (isCut ? "the file ends inside it" : "it is no JSON") : "it is not UTF-8";
    throw new InvalidLineError(source, why, { cause });
  }
  if (!Value.Check(DocumentLineSchema, value))
    throw new InvalidLineError(source, whyNot(Value.Errors(DocumentLineSchema, value)));
  const given = FORMS.filter((form) => value[form] !== undefined);
  if (given.length !== 1)
    throw new InvalidLineError(source, `it needs one of html, text and markdown, not ${given.join(" and ") || "none"}`);
  return value;
}

function toPage(line: DocumentLine, source: string): RawPage {
  const form = FORMS.find((name) => line[name] !== undefined)!;
  return {
    source,
    id: String(line.id),
    bytes: Buffer.from(line[form]!),
    form,
    contentType: "text/plain; charset=utf-8",
    stated: statedOf(line),
  };
}

function statedOf({ url, title, publisher, author, published }: DocumentLine): Partial<Metadata> {
  const given = Object.entries({ url, title, publisher, author, published });
  return Object.fromEntries(given.filter(([, value]) => typeof value === "string" && value.trim() !== ""));
}

const isBlankLine = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 0x20);
