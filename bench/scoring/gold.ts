import { readFileSync } from "node:fs";
import type { NumberField } from "../../schemas/fact.ts";

/** Kinds of text that the gold sets hold; `noise` is full of numbers and has no fact. */
export const REGISTERS = [
  "newspaper",
  "notice",
  "wechat",
  "interview",
  "wire",
  "work-report",
  "communique",
  "table",
  "taiwan",
  "hongkong",
  "macau",
  "mirror",
  "noise",
] as const;

export type Register = (typeof REGISTERS)[number];

/** One line of a gold file, as the record contract describes it. */
export interface GoldDocument {
  readonly doc: string;
  /** Path of the text, from the folder of the gold file. */
  readonly file: string;
  readonly lang: "zh-Hans" | "zh-Hant";
  readonly register?: Register;
  /** Line of a JSONL container, from 1. */
  readonly line?: number;
  /** Only its score may be looked at, never its errors. */
  readonly aside?: boolean;
  readonly facts: readonly GoldFact[];
}

export interface GoldFact extends Readonly<Partial<Record<NumberField, number>>> {
  /** One metric, or those that are accepted, the preferred one first. */
  readonly metric: string | readonly string[];
  /** Accepted names, the official one first. */
  readonly subject: readonly string[];
  readonly unit: string;
  readonly range?: readonly [number, number];
  readonly per?: string;
  readonly bound?: string;
  readonly period?: string;
  readonly modality?: string;
  readonly comparison?: string;
  readonly scope?: string;
  /** Words of the document, in its own script. */
  readonly quote: string;
  /** Costs nothing to miss and nothing to report. */
  readonly optional?: boolean;
}

/** The metrics that a gold fact accepts, the preferred one first. */
export const metricsOf = ({ metric }: GoldFact): readonly string[] => [metric].flat();

/**
 * @param path a gold file: one document a line
 * @throws {Error} naming the line that is no gold document
 */
export const readGold = (path: string): GoldDocument[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, i) => (line.trim() === "" ? [] : [parsed(line, `${path}:${i + 1}`)]));

function parsed(line: string, at: string): GoldDocument {
  let document: Partial<GoldDocument>;
  try {
    document = JSON.parse(line) as Partial<GoldDocument>;
  } catch (cause) {
    throw new Error(`${at} is not JSON`, { cause });
  }
  const wrong = fault(document);
  if (wrong !== null) throw new Error(`${at}: ${wrong}`);
  return document as GoldDocument;
}

function fault({ doc, file, lang, register, facts }: Partial<GoldDocument>): string | null {
  if (typeof doc !== "string" || typeof file !== "string") return "a gold document needs `doc` and `file`";
  if (lang !== "zh-Hans" && lang !== "zh-Hant") return `${doc}: lang is zh-Hans or zh-Hant, not ${lang}`;
  if (register !== undefined && !REGISTERS.includes(register)) return `${doc}: no register is called ${register}`;
  if (!Array.isArray(facts)) return `${doc}: facts is a list, empty where there are none`;
  const bare = facts.find((fact) => !fact.metric || !Array.isArray(fact.subject) || !fact.unit || !fact.quote);
  return bare === undefined
    ? null
    : `${doc}: a fact needs metric, subject (a list), unit and quote: ${JSON.stringify(bare)}`;
}
