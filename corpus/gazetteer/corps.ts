/** The Xinjiang corps: its divisions, by number, and the cities they share staff with. Our own list, 2026-11. */
export const CORPS_ORIGIN = {
  package: "none",
  version: "-",
  licence: "MIT",
  source: "our own list, after the corps' own published names",
  date: "2026-11",
} as const;

export const CORPS_NAME = "新疆生产建设兵团";

/** Numbers of divisions and the GB/T 2260 codes of their cities. */
export const CORPS_CITIES: Readonly<Record<string, string>> = {
  一: "659002",
  二: "659006",
  三: "659003",
  四: "659008",
  五: "659007",
  六: "659004",
  七: "659010",
  八: "659001",
  九: "659012",
  十: "659005",
  十三: "659011",
  十四: "659009",
};
