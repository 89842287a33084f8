/** True where a string anywhere in a value holds half of a surrogate pair, which is no character and no UTF-8. */
export function hasHalfCharacter(value: unknown): boolean {
  let found = false;
  JSON.stringify(value, (_key, inner: unknown) => {
    found ||= typeof inner === "string" && /\p{Surrogate}/u.test(inner);
    return inner;
  });
  return found;
}
