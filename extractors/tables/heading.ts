import {
  AFTER_COLUMN,
  AFTER_NOUN,
  AROUND_NOUN,
  BARE_RATE,
  BEFORE_COLUMN,
  CHANGE_COLUMNS,
  COLUMN_MODALITY,
  GENERAL_NOUN,
  LEVEL_COLUMN,
  NO_NUMBERS,
  PRESENT_COLUMN,
  RATE_COLUMN,
  RELATIVE_YEARS,
  TABLE_NOUNS,
} from "../../corpus/lexicon/tables.ts";
import type { Comparison, Modality, NumberField } from "../../schemas/fact.ts";
import { lexicon } from "../context/lexicon.ts";
import { readDates } from "../dates/index.ts";
import { compact } from "./cells.ts";
import { type TableUnit, unitIn } from "./unit.ts";

/** A metric noun that a head, label or caption names. */
export interface Noun {
  readonly metric: string;
  readonly label: string;
  /** Too general to overrule a row's own noun: 编制数, 人数. */
  readonly general: boolean;
}

/** What a whole table speaks of. */
export type TableKind = Readonly<Record<"staff" | "fiscal", boolean>>;

/** What a head of a column, a label of a row or a caption says of the numbers that stand with it. */
export interface Heading {
  readonly text: string;
  readonly noun: Noun | null;
  /** `present` is a level, or what became of the number before where the table has one. */
  readonly role: NumberField | "present" | null;
  /** Which way a change goes by its words; 0 leaves it to the cell. */
  readonly sign: -1 | 0 | 1;
  readonly unit: TableUnit | null;
  readonly period: string | null;
  /** 上年 is -1, 本年 0: years from that of the table. */
  readonly relativeYear: -1 | 0 | null;
  readonly modality: Modality | null;
  readonly comparison: Comparison | null;
  readonly per: "year" | "month" | null;
  /** Shares, ranks and remarks. */
  readonly skip: boolean;
}

const COMPARED: readonly (readonly [Comparison, RegExp])[] = [
  ["reform", /(?:改革|机改|撤并|整合|合并|归并)(?:之|以)?[前后]/],
  ["yoy", /同比|[比较](?:上|去)年|[比较]20\d\d年/],
  ["mom", /环比|[比较]上[月期]/],
];
const BRACKETS = /[（([][^）)\]]*[）)\]]/g;

/**
 * Reads a head or label.
 * @param kind what the table speaks of: of posts 实有数 are people, of budgets 收入 is revenue
 */
export function heading(raw: string, kind: TableKind): Heading {
  const text = compact(raw);
  const unit = unitIn(text);
  const noun = nounIn(text, kind);
  const field = isSaving(text, noun) ? SAVED : fieldOf(text, unit);
  return {
    text,
    noun,
    role: field.role,
    sign: field.sign,
    unit,
    period: periodIn(text),
    relativeYear: RELATIVE_YEARS.find(([, words]) => words.test(text))?.[0] ?? null,
    modality: COLUMN_MODALITY.find(([, words]) => words.test(text))?.[0] ?? null,
    comparison: COMPARED.find(([, words]) => words.test(text))?.[0] ?? null,
    per: /每年|年均|^年(?:可)?节[约省]/.test(text) ? "year" : /每月|月均/.test(text) ? "month" : null,
    skip: NO_NUMBERS.test(text) && !/占编|占用编制/.test(text),
  };
}

/** 年节约公用经费: a cut of that spending; 节约资金 is money saved. */
const isSaving = (text: string, noun: Noun | null): boolean =>
  /节约|节省|节支/.test(text) && !/率|比例|[%％]/.test(text) && /^budget\.(?!savings)/.test(noun?.metric ?? "");
const SAVED: Field = { role: "change", sign: -1 };

interface Field {
  readonly role: NumberField | "present" | null;
  readonly sign: -1 | 0 | 1;
}

/** What a column holds by its head; null where the head says nothing of it. */
function fieldOf(text: string, unit: TableUnit | null): Field {
  const bare = text.replace(BRACKETS, " ").trim();
  const whole = fieldNamed(text, bare, unit);
  // Of heads over each other the lower may say it alone: 原数 under 内设机构.
  const below = bare.split(/\s+/).at(-1) ?? "";
  return whole.role !== null || below === bare ? whole : fieldNamed(below, below, unit);
}

function fieldNamed(text: string, bare: string, unit: TableUnit | null): Field {
  const changed = CHANGE_COLUMNS.find(([, words]) => words.test(bare));
  if (RATE_COLUMN.test(text)) return { role: "change_pct", sign: rateSign(text) };
  if (BARE_RATE.test(bare) && (unit === null || unit.unit === "percent"))
    return { role: "change_pct", sign: rateSign(text) };
  if (BEFORE_COLUMN.test(text)) return { role: "before", sign: 0 };
  if (AFTER_COLUMN.test(text)) return { role: "after", sign: 0 };
  if (changed !== undefined) return { role: unit?.unit === "percent" ? "change_pct" : "change", sign: changed[0] };
  if (PRESENT_COLUMN.test(bare)) return { role: "present", sign: 0 };
  const isLevel =
    LEVEL_COLUMN.test(bare) || /^(?:(?:19|20)\d\d年?|1[01]\d年)/.test(bare) || /^(?:上|本|当|去)年/.test(bare);
  return { role: isLevel ? "value" : null, sign: 0 };
}

/** 降幅 and 精简率 fall; 增减率 and 同比 leave it to the cell. */
const rateSign = (text: string): -1 | 0 => (/增减|升降|±|变/.test(text) || !/减|降|精简|压缩/.test(text) ? 0 : -1);

/** The noun at the end of a head or label, once what surrounds it is taken off. */
export function nounIn(raw: string, kind: TableKind): Noun | null {
  const whole = compact(raw).replace(/[，,]\s*[^，,]{1,4}$/, "");
  const plain = whole.replace(BRACKETS, " ").trim();
  const text = core(plain);
  for (const words of [plain, text]) {
    const listed = TABLE_NOUNS.find(([, pattern, only]) => (only === null || kind[only]) && pattern.test(words));
    if (listed !== undefined)
      return { metric: listed[0], label: words, general: listed[2] !== "fiscal" && GENERAL_NOUN.test(words) };
  }
  // 乡镇（街道）机构 has its brackets inside the noun.
  const found = lastNoun(text) ?? nounOfParts(text) ?? lastNoun(core(whole.replace(/[（([][^）)\]]*[）)\]]$/, "")));
  return found === null ? null : { ...found, general: GENERAL_NOUN.test(text) };
}

/** Of heads over each other the lower goes before: 内设机构 over 原数. */
function nounOfParts(text: string): ReturnType<typeof lastNoun> {
  const parts = text.split(/\s+/);
  if (parts.length < 2) return null;
  for (const part of parts.toReversed()) {
    const found = lastNoun(part);
    if (found !== null) return found;
  }
  return null;
}

const core = (text: string): string =>
  text
    .replace(/^[\s\d.、．一二三四五六七八九十]*[、.．]\s*|^[（(]?[\d一二三四五六七八九十]{1,2}[）)]\s*/, "")
    .replace(AROUND_NOUN, " ")
    .replace(AROUND_NOUN, " ")
    .trim();

/** 成交面积 is no land, 流动人口 not the population. */
const NEEDS_NOTHING_BEFORE = /^(?:area|population\.total)/;

function lastNoun(text: string): { readonly metric: string; readonly label: string } | null {
  for (let at = 0; at < text.length; ) {
    const match = lexicon().longestAt(text, at);
    const noun = match?.values.find((entry) => entry.as === "noun");
    if (match !== null && noun !== undefined && AFTER_NOUN.test(text.slice(match.end).trim())) {
      // A lone 县 or 村 ends many words that are no such noun: 城市, 农村.
      const alone = match.end - at === 1 || NEEDS_NOTHING_BEFORE.test(noun.metric);
      const stands = !alone || /^(?:辖区|行政|境内|区域|全[县市区州旗])?$/.test(text.slice(0, at).trim());
      if (stands) return { metric: noun.metric, label: text.slice(0, match.end).trim().split(/\s+/).at(-1)! };
    }
    at = noun !== undefined && match !== null ? match.end : at + 1;
  }
  return null;
}

/** All metrics that a caption names, in order: 党政机构及行政经费情况表 names two. */
export function nounsIn(caption: string): Noun[] {
  const found = new Map<string, Noun>();
  const text = caption.replace(/单位[:：].*$/s, "");
  let last = 0;
  for (let at = 0; at < text.length; ) {
    const match = lexicon().longestAt(text, at);
    const noun = match?.values.find((entry) => entry.as === "noun");
    if (match !== null && noun !== undefined && match.end - at > 1 && !/^(?:division|pilot|area)/.test(noun.metric)) {
      // 各部门编制: the last noun of a compound decides; 机构和编制 are two.
      if (!/[及和与、]/.test(text.slice(last, at))) found.clear();
      last = match.end;
      found.set(noun.metric, { metric: noun.metric, label: text.slice(at, match.end), general: false });
    }
    at = match?.end ?? at + 1;
  }
  return [...found.values()];
}

/** 2024年, 2024年1—6月: the period that a head or label names. */
export function periodIn(text: string): string | null {
  // A year of the Republic: 114年度 is 2025.
  const republic = /^(1[01]\d)年度?/.exec(text)?.[1];
  if (republic !== undefined) return String(Number(republic) + 1911);
  const year = /(?<!\d)((?:19|20)\d\d)(?:年|$)/.exec(text)?.[1];
  if (year === undefined || /[比较与]\s*$/.test(text.slice(0, text.indexOf(year)))) return null;
  if (/年\s*(?:\d{1,2}\s*月?\s*[-—–至~～]|前|上|下|第|[一二三四]季|\d{1,2}月)/.test(text))
    return readDates(text).find(({ iso }) => iso?.startsWith(year))?.iso ?? year;
  return year;
}
