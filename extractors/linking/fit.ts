import type { NumberField } from "../../schemas/fact.ts";
import type { Quantity } from "../../schemas/mention.ts";
import { metric } from "../../schemas/metrics.ts";

const AREA_IN_KM2: Readonly<Record<string, number>> = { km2: 1, ha: 0.01, mu: 1 / 1500, m2: 1e-6, qing: 1 / 15 };
const MAGNITUDE = /[万亿萬億]/;

/** True when a quantity in this field can count or measure what the metric stands for. */
export function fitsMetric(id: string, quantity: Quantity, field: NumberField): boolean {
  const { unit, classifiers } = metric(id);
  if (field === "change_pct") return quantity.unit === "percent" || quantity.kind === "multiple";
  switch (quantity.kind) {
    case "currency":
      return unit === "money";
    case "dimension":
      return unit === "km2" && quantity.unit !== null && quantity.unit in AREA_IN_KM2;
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

/** The factor that brings a quantity of an area to square kilometres; 1 for all else. */
export const toMetricUnit = (quantity: Quantity): number =>
  quantity.kind === "dimension" ? (AREA_IN_KM2[quantity.unit ?? ""] ?? 1) : 1;
