import { Temporal } from 'temporal-polyfill';

/** A time in which a zone has one offset, in milliseconds. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** Zones that are remembered, and spans of each; names come from others. */
const MAX_ZONES = 200;
const MAX_SPANS = 20;
const spans = new Map<string, readonly Span[]>();

/** Milliseconds by which the clocks of an IANA zone are ahead of UTC at an instant. */
export function offsetAt(zone: string, instant: number): number {
  const known = spans.get(zone) ?? [];
  const found = known.find(({ from, until }) => from <= instant && instant < until);
  if (found) return found.offset;
  const span = spanAt(zone, instant);
  if (!spans.has(zone) && spans.size >= MAX_ZONES) spans.clear();
  spans.set(zone, known.length < MAX_SPANS ? [...known, span] : [span]);
  return span.offset;
}

function spanAt(zone: string, instant: number): Span {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const next = zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
  // Of an instant at which the offset changes, `previous` is the change before.
  const previous = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity;
  return { from: previous, until: next, offset: zoned.offsetNanoseconds / 1_000_000 };
}
