import { Temporal } from 'temporal-polyfill';
import { ianaZone } from './zones.js';

/** A wall-clock time and the name of its zone as it was given, Windows or IANA. */
export interface ZonedTime {
  readonly local: Temporal.PlainDateTime;
  readonly zone: string;
}

/** `dateTimeTimeZone` of Graph. */
export interface DateTimeTimeZone {
  readonly dateTime: string;
  readonly timeZone: string;
}

export function instantOf({ local, zone }: ZonedTime): number {
  return local.toZonedDateTime(ianaZone(zone)).epochMilliseconds;
}

/** The same instant on the clocks of another zone. */
export function inZone(time: ZonedTime, zone: string): ZonedTime {
  if (time.zone === zone) return time;
  return atZone(instantOf(time), zone);
}

export function atZone(epochMilliseconds: number, zone: string): ZonedTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds);
  return { local: instant.toZonedDateTimeISO(ianaZone(zone)).toPlainDateTime(), zone };
}

/** Graph writes seven decimals and no offset. */
export function toDateTimeTimeZone({ local, zone }: ZonedTime): DateTimeTimeZone {
  return { dateTime: local.toString({ fractionalSecondDigits: 7 }), timeZone: zone };
}

/**
 * Reads a date-time of Graph in its zone; one with an offset of its own is brought to the zone.
 * @throws RangeError when it is not a date-time
 */
export function parseZoned(dateTime: string, zone: string): ZonedTime {
  ianaZone(zone);
  const hasOffset = /(?:z|[+-]\d\d:?\d\d)$/i.test(dateTime) && dateTime.includes(':');
  const time = hasOffset
    ? atZone(Temporal.Instant.from(dateTime).epochMilliseconds, zone)
    : { local: Temporal.PlainDateTime.from(dateTime), zone };
  requireCentury(time.local);
  return time;
}

function requireCentury({ year }: Temporal.PlainDateTime): void {
  if (year < 1601 || year > 4500) throw new RangeError('Outlook keeps times from 1601 to 4500.');
}
