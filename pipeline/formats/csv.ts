import type { Fact } from "../../schemas/fact.ts";
import type { Format } from "./format.ts";

type Cell = string | number | null;

/** TABLE of columns. Nested fields are flattened; of several pieces of evidence the first is shown, and their number. */
const COLUMNS: Readonly<Record<string, (fact: Fact) => Cell>> = {
  id: (fact) => fact.id,
  doc_id: (fact) => fact.doc.id,
  doc_url: (fact) => fact.doc.url,
  doc_title: (fact) => fact.doc.title,
  doc_publisher: (fact) => fact.doc.publisher,
  doc_published: (fact) => fact.doc.published,
  doc_lang: (fact) => fact.doc.lang,
  subject: (fact) => fact.subject.name,
  subject_code: (fact) => fact.subject.code,
  subject_level: (fact) => fact.subject.level,
  metric: (fact) => fact.metric,
  label: (fact) => fact.label,
  scope: (fact) => fact.scope,
  value: (fact) => fact.value,
  before: (fact) => fact.before,
  after: (fact) => fact.after,
  change: (fact) => fact.change,
  change_pct: (fact) => fact.change_pct,
  range_low: (fact) => fact.range?.[0] ?? null,
  range_high: (fact) => fact.range?.[1] ?? null,
  derived: (fact) => fact.derived.join(";"),
  unit: (fact) => fact.unit,
  per: (fact) => fact.per,
  bound: (fact) => fact.bound,
  period: (fact) => fact.period,
  comparison: (fact) => fact.comparison,
  modality: (fact) => fact.modality,
  evidence_text: (fact) => fact.evidence[0]?.text ?? null,
  evidence_start: (fact) => fact.evidence[0]?.start ?? null,
  evidence_end: (fact) => fact.evidence[0]?.end ?? null,
  evidence_sentence: (fact) => fact.evidence[0]?.sentence ?? null,
  evidence_count: (fact) => fact.evidence.length,
  rule: (fact) => fact.rule,
  confidence: (fact) => fact.confidence,
  checks_ok: (fact) => fact.checks.filter((check) => check.ok).length,
  checks_failed: (fact) => fact.checks.filter((check) => !check.ok).length,
};

function row(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? quote(formulaSafe(cell)) : (cell ?? ""))).join(",")}\r\n`;
}

/** A spreadsheet runs text that starts like a formula, and documents are written by strangers. Numbers stay numbers. */
const formulaSafe = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** RFC 4180: comma, CRLF, quotes doubled. UTF-8 without BOM. */
export const csv: Format = {
  head: row(Object.keys(COLUMNS)),
  write: (fact) => row(Object.values(COLUMNS).map((cell) => cell(fact))),
};
