/** A day on which nothing odd happens: a Tuesday far from any month's end and any change of the clocks. */
export const ORDINARY_DAY = '2026-11-24T09:00:00Z';

/** A clock that begins at an instant, ISO 8601, and goes on from there. */
export function clockFrom(instant: string): () => Date {
  const [start, began] = [Date.parse(instant), performance.now()];
  return () => new Date(start + (performance.now() - began));
}
