import type { Quantity } from "../../schemas/mention.ts";

/** 11.3% and 1.2倍 are changes in percent, 75个 and 680万元 are amounts. */
export const changeField = ({ kind }: Quantity): "change" | "change_pct" =>
  kind === "percent" || kind === "multiple" ? "change_pct" : "change";
