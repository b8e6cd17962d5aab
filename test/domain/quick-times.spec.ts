import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { inZone } from '../../libs/domain/src/time/local-time.js';
import { quickInstant } from '../../libs/domain/src/time/quick-instant.js';
import { offsetAt } from '../../libs/domain/src/time/zone-offset.js';
import { toEventTime } from '../../libs/graph-adapter/src/shared/to-event-time.js';

const ZONES = [
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
  ...['Antarctica/Casey', 'Asia/Gaza', 'Africa/Monrovia', 'Pacific/Apia', 'Africa/Casablanca', 'Asia/Tehran'],
];
const zones = fc.constantFrom(...ZONES);
const instants = fc.oneof(
  fc.integer({ min: Date.UTC(1965, 0), max: Date.UTC(2060, 0) }),
  fc.integer({ min: -(10 ** 13), max: 10 ** 14 }),
);

function byTemporal(instant: string, zone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return zoned.toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}

it('An instant is seen in a zone as Temporal says, at any time', () => {
  fc.assert(
    fc.property(instants, zones, (time, zone) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(time).toString();
      expect([zone, inZone(instant, zone)]).toEqual([zone, byTemporal(instant, zone)]);
    }),
    { numRuns: 500 },
  );
});

it.each(ZONES)('In %s the offset changes at the instant at which Temporal says', (zone) => {
  let zoned = Temporal.Instant.from('1990-01-01T00:00:00Z').toZonedDateTimeISO(zone);
  for (let count = 0; count < 6; count++) {
    const next = zoned.getTimeZoneTransition('next');
    if (!next) break;
    for (const shift of [-1, 0, 1, -1]) {
      const time = next.epochMilliseconds + shift;
      const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);
      expect([next.toString(), shift, offsetAt(zone, time)]).toEqual([next.toString(), shift, offsetNanoseconds / 1e6]);
    }
    zoned = next;
  }
});

/** A local time in a zone, as the slow way reads it. */
function instantBy(text: string, zone: string): string {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString();
}

it('A local time is the instant that Temporal says, also where clocks change', () => {
  const changes = ['2026-03-29T02:30', '2026-10-25T02:30:00', '2026-03-28T23:00', '2011-12-30T12:00:00'];
  for (const [text, zone] of changes.flatMap((text) => ZONES.map((zone) => [text, zone] as const))) {
    const quick = quickInstant(text, zone);
    expect([text, zone, quick ?? instantBy(text, zone)]).toEqual([text, zone, instantBy(text, zone)]);
  }
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1965, 0), max: Date.UTC(2060, 0) }), zones, (time, zone) => {
      const text = new Date(time).toISOString().slice(0, time % 2 === 0 ? 16 : 19);
      const quick = quickInstant(text, zone);
      expect([text, zone, quick ?? instantBy(text, zone)]).toEqual([text, zone, instantBy(text, zone)]);
    }),
    { numRuns: 500 },
  );
});

it.each(['2026-02-30T10:00', '2026-13-01T10:00:00', '2026-01-01T25:00', '2026-01-01', '2026-01-01T10:00Z', 'never'])(
  'No quick way knows %s',
  (text) => expect(quickInstant(text, 'UTC')).toBeUndefined(),
);

it('A local time far from a change is known quickly, and none of a zone that is not there', () => {
  expect(quickInstant('2026-12-01T09:00', 'Europe/Berlin')).toBe('2026-12-01T08:00:00Z');
  expect(quickInstant('2026-12-01T09:00', 'Nowhere/Land')).toBeUndefined();
});

const digits = (count: number) =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, '0'));
const parts = fc.tuple(digits(4), digits(2), digits(2), digits(2), digits(2), digits(2));
const texts = fc
  .tuple(parts, fc.constantFrom('', '.0000000', '.1234567', '.5', '.120', '.123456789'), fc.constantFrom('', 'Z'))
  .map(([[year, month, day, ...time], fraction, end]) => `${year}-${month}-${day}T${time.join(':')}${fraction}${end}`);

/** What Temporal makes of a time of Graph in UTC, or that it is none. */
function expected(text: string): string {
  try {
    return Temporal.PlainDateTime.from(text.replace(/Z$/, '')).toZonedDateTime('UTC').toInstant().toString();
  } catch {
    return 'none';
  }
}

function got(dateTime: string): string {
  const time = { dateTime, timeZone: 'UTC' };
  try {
    return toEventTime({ start: time, end: time }).start;
  } catch {
    return 'none';
  }
}

it('A time of Graph in UTC is read as Temporal reads it, also one that is none', () => {
  const known = ['2026-02-30T10:00:00', '2026-02-28T24:00:00', '2024-02-29T23:59:60', '0000-01-01T00:00:00.10'];
  for (const text of known) expect([text, got(text)]).toEqual([text, expected(text)]);
  fc.assert(
    fc.property(texts, (text) => expect([text, got(text)]).toEqual([text, expected(text)])),
    { numRuns: 500 },
  );
});
