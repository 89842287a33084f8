/** What may stand behind a first UTF-16 unit: listed units, or anything. */
interface Second {
  readonly codes: Set<number>;
  any: boolean;
  /** The match can end behind the first unit. */
  ends: boolean;
}

/** The first two UTF-16 units that matches of a pattern can have; too many rather than too few. */
export interface Prefix {
  readonly pairs: ReadonlyMap<number, Second>;
  /** It can start with anything. */
  readonly any: boolean;
  /** It can match nothing at all. */
  readonly empty: boolean;
}

export const NOTHING: Prefix = { pairs: new Map(), any: false, empty: true };
export const ANYTHING: Prefix = { pairs: new Map(), any: true, empty: false };

export const oneOf = (codes: readonly number[]): Prefix => ({
  pairs: new Map(codes.map((code) => [code, { codes: new Set<number>(), any: false, ends: true }])),
  any: false,
  empty: false,
});

export const optional = (prefix: Prefix): Prefix => ({ ...prefix, empty: true });

/** Either of the two. */
export function either(a: Prefix, b: Prefix): Prefix {
  const pairs = new Map<number, Second>();
  for (const [code, second] of [...a.pairs, ...b.pairs]) {
    const known = pairs.get(code);
    if (known === undefined) pairs.set(code, { ...second, codes: new Set(second.codes) });
    else {
      for (const next of second.codes) known.codes.add(next);
      known.any ||= second.any;
      known.ends ||= second.ends;
    }
  }
  return { pairs, any: a.any || b.any, empty: a.empty || b.empty };
}

/** The one and then the other. */
export function then(a: Prefix, b: Prefix): Prefix {
  const pairs = new Map<number, Second>();
  for (const [code, { codes, any, ends }] of a.pairs) {
    const next = ends ? [...codes, ...b.pairs.keys()] : codes;
    pairs.set(code, { codes: new Set(next), any: any || (ends && b.any), ends: ends && b.empty });
  }
  const started: Prefix = { pairs, any: a.any, empty: false };
  return a.empty ? either(started, b) : started;
}

/** What a look-ahead asks for: what follows in the pattern may start over what it saw. */
export function lookedAt({ pairs, any, empty }: Prefix): Prefix {
  if (empty || any) return NOTHING;
  const seen = [...pairs].map(
    ([code, second]) => [code, { ...second, any: second.any || second.ends, ends: false }] as const,
  );
  return { pairs: new Map(seen), any: false, empty: false };
}

/** Whether a match can start at `at`. */
export function canMatch({ pairs, any, empty }: Prefix, text: string, at: number): boolean {
  if (any || empty) return true;
  const second = pairs.get(text.charCodeAt(at));
  return second !== undefined && (second.any || second.ends || second.codes.has(text.charCodeAt(at + 1)));
}
