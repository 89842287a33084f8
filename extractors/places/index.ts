export { allDivisions, childrenOf, type Division, divisionOf, isWithin, nation, parentOf } from "./division.ts";
export { findPlaces, type PlaceMention } from "./find.ts";
export type { PlaceForm } from "./lexicon.ts";
export { certainPlaces, chainsOf, contextOf, type PlaceContext, resolvePlace } from "./resolve.ts";
export { extractTownships, type TownshipMention } from "./township.ts";
