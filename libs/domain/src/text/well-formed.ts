/** A value of JSON whose texts, keys too, have U+FFFD for each half of a surrogate pair: strict readers refuse halves. */
export function wellFormed<Value>(value: Value): Value {
  return isWellFormed(value) ? value : (replaced(value) as Value);
}

/** As nearly every value is; then nothing need be made anew. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isWellFormed);
  return Object.entries(value).every(([key, inner]) => key.isWellFormed() && isWellFormed(inner));
}

function replaced(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(replaced);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), replaced(inner)]));
}
