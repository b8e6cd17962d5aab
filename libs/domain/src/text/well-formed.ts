/** A value of JSON whose texts, keys too, have U+FFFD for each half of a surrogate pair: strict readers refuse halves. */
export function wellFormed<Value>(value: Value): Value {
  return replaced(value) as Value;
}

function replaced(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(replaced);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), replaced(inner)]));
}
