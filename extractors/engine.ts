import type { Item, NounItem, QuantityItem, VerbItem } from "./context/item.ts";
import { hasCue, hasSense } from "./context/item.ts";
import type { Bindings, Claim, Rule, Step } from "./rule.ts";

interface State {
  readonly at: number;
  readonly quantities: Record<string, QuantityItem>;
  readonly verbs: Record<string, VerbItem>;
  readonly nouns: Record<string, NounItem>;
  readonly lists: Record<string, readonly QuantityItem[]>;
}

/**
 * Runs the rules over one sentence. Rules come in order of priority; a quantity that one has taken is not given to the
 * next. Patterns are bounded in length, so the work grows with the number of items.
 */
export function applyRules(rules: readonly Rule[], items: readonly Item[]): Claim[] {
  const claims: Claim[] = [];
  const taken = new Set<Item>();
  for (const rule of rules) {
    for (let at = 0; at < items.length; at++) {
      for (const claim of claimsAt(rule, items, at)) {
        if (claim.fields.some(({ item }) => taken.has(item))) continue;
        for (const { item } of claim.fields) taken.add(item);
        claims.push(claim);
      }
    }
  }
  return claims.sort((a, b) => a.fields[0]!.item.start - b.fields[0]!.item.start);
}

function* claimsAt(rule: Rule, items: readonly Item[], at: number): Generator<Claim> {
  for (const pattern of rule.patterns) {
    if (!mayStart(pattern, items, at)) continue;
    const end = matchFrom(pattern, 0, items, { at, quantities: {}, verbs: {}, nouns: {}, lists: {} }, (state) =>
      accepted(rule, items, at, state),
    );
    if (end === null) continue;
    for (const { fields, verb, metric, slot } of rule.claims(end)) {
      yield {
        rule: rule.id,
        fields,
        first: at,
        last: end.at - 1,
        verb: verb ?? null,
        metric: metric ?? null,
        slot: slot ?? null,
      };
    }
    return;
  }
}

/** Whether a pattern's first steps can take the item: most cannot, and need no state to say so. */
function mayStart(steps: readonly Step[], items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  for (const step of steps) {
    if (step.take === "gap") return true;
    if (step.take === "optional" ? takes(step.step, item) : takes(step, item)) return true;
    if (step.take !== "optional") return false;
  }
  return true;
}

/** Whether one step can take the item, or start with it. */
function takes(step: Step, item: Item): boolean {
  switch (step.take) {
    case "quantity":
      return item.type === "quantity" && step.test(item.quantity);
    case "list":
      return item.type === "quantity";
    case "verb":
      return item.type === "verb" && hasSense(item, ...step.senses);
    case "noun":
      return item.type === "noun";
    case "cue":
      return hasCue(item, step.cue);
    case "word":
      return step.pattern.test(item.text);
    default:
      return true;
  }
}

const accepted = (rule: Rule, items: readonly Item[], first: number, state: State): boolean =>
  rule.accept === undefined || rule.accept(state as Bindings, items, first, state.at - 1);

/** Depth-first; a gap takes as little as it can. `accept` may refuse a complete match and so ask for another. */
function matchFrom(
  steps: readonly Step[],
  step: number,
  items: readonly Item[],
  state: State,
  accept: (state: State) => boolean,
): State | null {
  const current = steps[step];
  if (current === undefined) return accept(state) ? state : null;
  if (current.take === "optional") {
    const taken = takeOne(current.step, items[state.at], state);
    const withIt = taken === null ? null : matchFrom(steps, step + 1, items, taken, accept);
    return withIt ?? matchFrom(steps, step + 1, items, state, accept);
  }
  if (current.take === "gap") {
    let { at } = state;
    for (let chars = 0; ; at++) {
      const rest = matchFrom(steps, step + 1, items, { ...state, at }, accept);
      if (rest !== null) return rest;
      const item = items[at];
      if (item === undefined || !current.passes(item)) return null;
      chars += item.type === "date" ? 0 : item.end - item.start;
      if (chars > current.maxChars) return null;
    }
  }
  const next = current.take === "list" ? takeList(current.as, items, state) : takeOne(current, items[state.at], state);
  return next === null ? null : matchFrom(steps, step + 1, items, next, accept);
}

function takeOne(step: Step, item: Item | undefined, state: State): State | null {
  if (item === undefined || !takes(step, item)) return null;
  const at = state.at + 1;
  if (step.take === "quantity" && item.type === "quantity")
    return { ...state, at, quantities: { ...state.quantities, [step.as]: item } };
  if (step.take === "verb" && item.type === "verb") return { ...state, at, verbs: { ...state.verbs, [step.as]: item } };
  if (step.take === "noun" && item.type === "noun") return { ...state, at, nouns: { ...state.nouns, [step.as]: item } };
  return step.take === "cue" || step.take === "word" ? { ...state, at } : null;
}

const SEPARATORS = /^(?:[、，,]|和|及|与|以及)$/;

/** Longer lists are no sentence's: they belong to tables, or to nobody. */
const MAX_LIST = 40;

/** As many quantities as follow each other with only a separator between them; at least two. */
function takeList(name: string, items: readonly Item[], state: State): State | null {
  const found: QuantityItem[] = [];
  let { at } = state;
  for (let next = at; found.length < MAX_LIST; next = at + 1) {
    const item = items[next];
    if (item?.type !== "quantity") break;
    found.push(item);
    at = next + 1;
    if (!SEPARATORS.test(items[at]?.text ?? "")) break;
  }
  return found.length < 2 ? null : { ...state, at, lists: { ...state.lists, [name]: found } };
}
