import type { NumberField } from "../../schemas/fact.ts";
import type { Quantity } from "../../schemas/mention.ts";
import { exchange } from "../quantities/exchange.ts";
import { metric } from "../vocabulary/metrics.ts";

const MAGNITUDE = /[万亿萬億]/;

/** True when a quantity in this field can count or measure what the metric stands for. */
export function fitsMetric(id: string, quantity: Quantity, field: NumberField): boolean {
  const { unit, classifiers } = metric(id);
  if (field === "change_pct") return quantity.unit === "percent" || quantity.kind === "multiple";
  switch (quantity.kind) {
    case "currency":
      return unit === "money";
    case "dimension":
      return quantity.unit !== null && exchange(quantity.unit, unit) !== null;
    case "ratio":
      return unit === "ratio";
    case "count":
      return (unit === "count" || unit === "person") && classifiers.includes(quantity.classifier[0] ?? "?");
    case "number":
      if (unit === "money") return MAGNITUDE.test(quantity.numeral.text);
      // A level without a classifier counts residents (12.35万) or units of a division (2镇7乡), nothing else.
      return (
        (unit === "count" || unit === "person") &&
        (field !== "value" || /^(?:population|division)\./.test(id) || MAGNITUDE.test(quantity.numeral.text))
      );
    default:
      return false;
  }
}

/** The factor that brings a quantity to the metric's unit. */
export const toMetricUnit = (id: string, { kind, unit }: Quantity): number =>
  kind === "dimension" ? (exchange(unit ?? "", metric(id).unit) ?? 1) : 1;
