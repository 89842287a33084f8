import type { NumberField } from "../../schemas/fact.ts";
import type { Frame, FrameField } from "./frame.ts";

/** Whose money a bare 元 is, by the subject's code or by whose news it is. */
const BY_SUBJECT: readonly (readonly [RegExp, string])[] = [
  [/^71/, "TWD"],
  [/^81/, "HKD"],
  [/^82/, "MOP"],
];
/**
 * Gives a bare 元 its currency: 新台币 in Taiwan's news, 港元 in Hong Kong's; 人民币 elsewhere.
 * @param region code of the region whose news it is, for subjects without a code of their own
 */
export function localMoney(frame: Frame, region: string | null): Frame {
  const code = frame.subject.code ?? region ?? "";
  const unit = BY_SUBJECT.find(([pattern]) => pattern.test(code))?.[1] ?? "CNY";
  if (unit === "CNY") return frame;
  const fields = new Map<NumberField, FrameField>(
    [...frame.fields].map(([field, value]) => [
      field,
      isBare(value.quantity) ? { ...value, quantity: { ...value.quantity, unit } } : value,
    ]),
  );
  return { ...frame, fields, money: unit };
}

const isBare = ({ kind, unit, text }: FrameField["quantity"]): boolean =>
  kind === "currency" && unit === "CNY" && !/人民币|¥|￥/.test(text);
