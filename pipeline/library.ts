/**
 * jingjian as a library: the stages of one document's way, each a pure function, and the types they hand on.
 *
 * ```ts
 * import { parseSettings, processPage, rawText } from "jingjian";
 * const { facts } = processPage(rawText("河曲县机构改革\n36个党政机构精简为22个。"), parseSettings({}));
 * ```
 */
export { explain } from "../extractors/explain.ts";
export { extractFacts } from "../extractors/index.ts";
export { findAll } from "../extractors/quantities/found.ts";
export { metricsInUse } from "../extractors/vocabulary/metrics.ts";
export * from "../schemas/document.ts";
export { type DocumentLine, DocumentLineSchema } from "../schemas/document-line.ts";
export * from "../schemas/errors.ts";
export type { Example } from "../schemas/example.ts";
export * from "../schemas/fact.ts";
export type { DateMention, Numeral, Quantity, QuantityKind } from "../schemas/mention.ts";
export { METRICS, type Metric, type MetricDefinition } from "../schemas/metrics.ts";
export { parseSettings, SETTINGS, type Settings } from "../schemas/settings.ts";
export { OffsetMap, type Span } from "../schemas/span.ts";
export { clean } from "./clean/index.ts";
export { convert } from "./convert.ts";
export { decode } from "./decode.ts";
export { FORMATS, type Format, type FormatName } from "./formats/index.ts";
export { type ProcessedPage, processPage } from "./index.ts";
export { readInputs } from "./inputs/index.ts";
export { exampleLine, readExamples } from "./lexicon/examples.ts";
export { type Lexicon, loadLexicon, useLexicon } from "./lexicon/index.ts";
export { runExample } from "./lexicon/run-example.ts";
export { prepare } from "./prepare.ts";
export { rawText } from "./raw-text.ts";
export { segment } from "./segment.ts";
export { validateFacts } from "./validate.ts";
