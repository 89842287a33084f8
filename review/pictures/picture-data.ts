import type { Level } from "../../schemas/fact.ts";
import {
  MOST_FIGURES,
  type PictureChoice,
  type PictureData,
  type PictureFacts,
  type PictureFigure,
  type PictureKind,
} from "../../schemas/picture.ts";
import type { Filter } from "../../schemas/review.ts";
import type { FactStore } from "../facts/fact-store.ts";
import { DAY, DECIDED, LEVEL_NAME, MEASURE, PREFERENCE, SUBJECT, SUITED } from "./suitable.ts";

export interface PictureQuestion {
  readonly kind: PictureKind;
  readonly facts: PictureFacts;
  readonly filter: Filter;
  /** `measure` of a choice. */
  readonly of?: string;
  readonly level?: string;
}

type Values = Readonly<Record<string, string | number>>;
interface Suitable {
  readonly sql: string;
  readonly values: Values;
}

/**
 * The data of one picture. Of each subject (over time, of each subject and day) it holds one figure: of the whole subject
 * before its parts, what is before what is estimated, planned and required, then the latest period, what a reviewer
 * confirmed, the highest confidence and the latest publication.
 */
export async function pictureData(store: FactStore, question: PictureQuestion): Promise<PictureData> {
  const { kind, facts } = question;
  const { version } = store;
  const suitable = suitableFacts(store, question);
  const choices = await choicesOf(store, suitable, kind);
  const chosen = choices.find(({ measure }) => measure === question.of) ?? choices[0] ?? null;
  if (chosen === null)
    return {
      version,
      kind,
      facts,
      choices,
      chosen,
      levels: [],
      level: null,
      counted: { facts: 0, subjects: 0 },
      figures: [],
    };
  const ofChoice = { ...suitable, values: { ...suitable.values, measure: chosen.measure } };
  const levels = await levelsOf(store, ofChoice, kind);
  const level = (levels.find((one) => one.level === question.level) ?? levels[0])?.level ?? null;
  const atLevel = { ...ofChoice, values: { ...ofChoice.values, level: level ?? "-" } };
  const { counted, figures } = await figuresOf(store, atLevel, kind);
  return {
    ...{ version, kind, facts, choices, chosen, level, counted, figures },
    levels: levels.map((one) => ({ level: one.level, subjects: one.subjects })),
  };
}

/** A query of the facts that suit the picture, with what is drawn of each. */
function suitableFacts(store: FactStore, { kind, facts, filter }: PictureQuestion): Suitable {
  const { sql, values } = store.where(filter);
  const { amount, where } = SUITED[kind];
  const conditions = `${sql === "" ? "WHERE" : `${sql} AND`} ${DECIDED[facts]} AND (${where})`;
  const columns = `*, ${amount} AS amount, ${SUBJECT} AS subject, ${DAY} AS day, ${MEASURE} AS measure, ${LEVEL_NAME} AS level`;
  return { sql: `SELECT ${columns} FROM current ${conditions}`, values };
}

/** A line needs two points. */
const drawn = (kind: PictureKind): string => (kind === "time" ? "days > 1" : "true");

async function choicesOf(store: FactStore, { sql, values }: Suitable, kind: PictureKind): Promise<PictureChoice[]> {
  const found = await store.query(
    `SELECT measure, metric, unit, per, count(*)::INTEGER AS subjects, sum(facts)::INTEGER AS facts FROM (
      SELECT measure, metric, unit, per, subject, count(*) AS facts, count(DISTINCT day) AS days FROM (${sql})
      GROUP BY ALL
    ) WHERE ${drawn(kind)} GROUP BY ALL ORDER BY subjects DESC, facts DESC, measure`,
    values,
  );
  return found as unknown as PictureChoice[];
}

interface LevelCount {
  readonly level: Level | "-";
  readonly subjects: number;
}

async function levelsOf(store: FactStore, { sql, values }: Suitable, kind: PictureKind): Promise<LevelCount[]> {
  const found = await store.query(
    `SELECT level, count(*)::INTEGER AS subjects FROM (
      SELECT level, subject, count(DISTINCT day) AS days FROM (${sql}) WHERE measure = $measure GROUP BY ALL
    ) WHERE ${drawn(kind)} GROUP BY ALL ORDER BY subjects DESC, level`,
    values,
  );
  return found as unknown as LevelCount[];
}

const SHOWN = `id AS fact, subject_name AS subject, subject_code AS code, scope, period, day, amount, bound, modality, status,
  evidence[1]."text" AS evidence, doc_publisher AS publisher, facts::INTEGER AS facts, differing::INTEGER AS differing`;

async function figuresOf(store: FactStore, { sql, values }: Suitable, kind: PictureKind) {
  const place = kind === "time" ? "subject, day" : "subject";
  const equals = [place, ...PREFERENCE, "coalesce(day, '')"].join(", ");
  const order = [...PREFERENCE, "day DESC NULLS LAST", "status = 'extracted'", "confidence DESC"];
  const best = `SELECT *, count(*) OVER (PARTITION BY ${place}) AS facts,
      count(DISTINCT amount) OVER (PARTITION BY ${equals}) - 1 AS differing,
      row_number() OVER (PARTITION BY ${place} ORDER BY ${order.join(", ")}, doc_published DESC NULLS LAST, seq) AS rank
    FROM (${sql}) WHERE measure = $measure AND level = $level ${kind === "time" ? "AND day IS NOT NULL" : ""}`;
  const lines = `SELECT *, count(*) OVER (PARTITION BY subject) AS days FROM (${best}) WHERE rank = 1`;
  const change =
    kind === "change"
      ? `"before", CASE WHEN "before" = 0 THEN NULL ELSE 100 * ("after" - "before") / "before" END AS change`
      : 'NULL AS "before", NULL AS change';
  const figures = (await store.query(
    `SELECT ${SHOWN}, ${change} FROM (${lines}) WHERE ${drawn(kind)}
     ORDER BY ${kind === "time" ? "days DESC, subject, day" : "amount DESC, subject"} LIMIT ${MOST_FIGURES}`,
    values,
  )) as unknown as PictureFigure[];
  const [counted] = await store.query(
    `SELECT coalesce(sum(facts), 0)::INTEGER AS facts, count(DISTINCT subject)::INTEGER AS subjects FROM (${lines}) WHERE ${drawn(kind)}`,
    values,
  );
  return { figures, counted: counted as unknown as PictureData["counted"] };
}
