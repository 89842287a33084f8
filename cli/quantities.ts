import { createInterface } from "node:readline";
import { findAll } from "../extractors/quantities/found.ts";
import { InvalidRequestError } from "../schemas/errors.ts";
import type { Settings } from "../schemas/settings.ts";
import { type Log, logFailure } from "./log.ts";
import { openOutput } from "./output.ts";

interface Request {
  readonly id: string | number;
  readonly input: string;
  /** Local date, or date and time, that relative dates count from. */
  readonly reference?: string;
}

export interface QuantitiesOptions {
  readonly settings: Settings;
  readonly log: Log;
  readonly out?: string;
}

/**
 * `jingjian quantities`: requests on standard input, one JSON object a line, answered in the same order.
 * @returns exit code: 1 when a line was no request
 */
export async function quantitiesCommand({ log, out }: QuantitiesOptions): Promise<number> {
  const output = await openOutput(out);
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  let failed = 0;
  try {
    for await (const line of lines) {
      number += 1;
      if (line.trim() === "") continue;
      try {
        await output.write(answer(parse(line, `standard input, line ${number}`)));
      } catch (error) {
        if (!(error instanceof InvalidRequestError)) throw error;
        logFailure(log, `-#${number}`, error);
        failed += 1;
      }
    }
    await output.close();
  } catch (error) {
    await output.discard();
    throw error;
  }
  return failed > 0 ? 1 : 0;
}

const answer = ({ id, input, reference }: Request): string =>
  `${JSON.stringify({ id, found: findAll(input, reference) })}\n`;

function parse(line: string, source: string): Request {
  const { id, input, reference } = object(line, source);
  if (typeof id !== "string" && typeof id !== "number") throw new InvalidRequestError(source, "it has no id");
  if (typeof input !== "string") throw new InvalidRequestError(source, "it has no input text");
  if (reference === undefined || reference === null) return { id, input };
  if (typeof reference !== "string" || !isLocalDate(reference)) {
    throw new InvalidRequestError(source, "its reference is no ISO 8601 date");
  }
  return { id, input, reference };
}

function object(line: string, source: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new InvalidRequestError(source, "it is no JSON", { cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InvalidRequestError(source, "it is no JSON object");
  }
  return value as Readonly<Record<string, unknown>>;
}

const isLocalDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text));
