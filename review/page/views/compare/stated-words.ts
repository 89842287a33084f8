import type { GroupKey, GroupStatement } from "../../../../schemas/comparison.ts";
import type { Language } from "../../texts.ts";
import { BOUND_NAMES, PER_NAMES } from "../queue/words/names.ts";
import { amountIn, percentIn } from "../queue/words/numbers.ts";

/** The numbers that a statement gives: 36个 → 22个, −14个, −38.9%; of several the first has the bound's word. */
export function statedIn(
  { numbers, bound }: Pick<GroupStatement, "numbers" | "bound">,
  { unit, metric, per }: Pick<GroupKey, "unit" | "metric" | "per">,
  language: Language,
): string {
  const { value, before, after, change, change_pct: percent, range } = numbers;
  const amount = (number: number) => amountIn(number, unit, metric, language);
  const signed = (number: number, words: string) => `${number < 0 ? "−" : "+"}${words}`;
  const parts = [
    ...(value === undefined ? [] : [amount(value)]),
    ...(before === undefined && after === undefined ? [] : [transition(before, after, amount)]),
    ...(change === undefined ? [] : [signed(change, amount(Math.abs(change)))]),
    ...(percent === undefined ? [] : [signed(percent, percentIn(Math.abs(percent), language))]),
    ...(range === undefined ? [] : [range.map(amount).join(" – ")]),
  ];
  const word = bound === "exact" ? "" : `${BOUND_NAMES[bound][language]}${language === "zh" ? "" : " "}`;
  const rate = per === null ? "" : language === "zh" ? `（${PER_NAMES[per].zh}）` : ` ${PER_NAMES[per].en}`;
  return `${word}${parts.join(language === "zh" ? "，" : ", ")}${rate}`;
}

const transition = (
  before: number | undefined,
  after: number | undefined,
  amount: (number: number) => string,
): string =>
  [before, after]
    .map((number) => (number === undefined ? "" : amount(number)))
    .join(" → ")
    .trim();
