import type { NumberField } from "../../schemas/fact.ts";
import type { Frame, FrameField } from "./frame.ts";

/** Whose money a bare 元 is, by the subject's code or by whose news it is. */
const BY_SUBJECT: readonly (readonly [RegExp, string])[] = [
  [/^71/, "TWD"],
  [/^81/, "HKD"],
  [/^82/, "MOP"],
];
const TAIWAN = /行政院|立法院|立法委员|民国[一二三四五六七八九十百零〇\d]+年|台币|主计总处|省府/;
const HONG_KONG = /港府|特区政府|行政长官|立法会|香港/;

/** Gives a bare 元 its currency: 新台币 in Taiwan's news, 港元 in Hong Kong's; 人民币 elsewhere. */
export function localMoney(frame: Frame, text: string): Frame {
  if (![...frame.fields.values()].some(({ quantity }) => isBare(quantity))) return frame;
  const code = frame.subject.code ?? "";
  const unit = BY_SUBJECT.find(([pattern]) => pattern.test(code))?.[1] ?? (code === "" ? byText(text) : "CNY");
  if (unit === "CNY") return frame;
  const fields = new Map<NumberField, FrameField>(
    [...frame.fields].map(([field, value]) => [
      field,
      isBare(value.quantity) ? { ...value, quantity: { ...value.quantity, unit } } : value,
    ]),
  );
  return { ...frame, fields };
}

const isBare = ({ kind, unit, text }: FrameField["quantity"]): boolean =>
  kind === "currency" && unit === "CNY" && !/人民币|¥|￥/.test(text);

const byText = (text: string): string => (TAIWAN.test(text) ? "TWD" : HONG_KONG.test(text) ? "HKD" : "CNY");
