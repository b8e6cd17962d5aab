import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../errors.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** A local date-time as a person says it (`2026-11-23T09:00`), or with an offset, which then decides the instant. */
export function toZoned(text: string, timeZone: string): Temporal.ZonedDateTime {
  if (!DATE_TIME.test(text)) throw notATime(text);
  return orRefuse(text, () =>
    /(Z|[+-]\d{2}:\d{2})$/.test(text)
      ? Temporal.Instant.from(text).toZonedDateTimeISO(timeZone)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone),
  );
}

/** A calendar date, `2026-11-23`. */
export function toDate(text: string): Temporal.PlainDate {
  if (!DATE.test(text)) throw notADate(text);
  return orRefuse(text, () => Temporal.PlainDate.from(text));
}

export function isDate(text: string): boolean {
  return DATE.test(text);
}

/** A UTC instant as seen in a zone, with the offset that makes it unambiguous: `2026-11-23T09:00+01:00`. */
export function inZone(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}

/** The same wall-clock time without offset or zone, as Graph's `dateTimeTimeZone.dateTime` wants it. */
export function toWallClock(zoned: Temporal.ZonedDateTime): string {
  return zoned.toPlainDateTime().toString({ smallestUnit: 'second' });
}

/**
 * Refuses a local time that the clocks skip when DST begins: nobody means it, and calendars move it silently.
 * @throws DomainError `invalid_arguments`
 */
export function mustExist(text: string, zoned: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const asked = text.slice(0, 16);
  const hasOffset = /(Z|[+-]\d{2}:\d{2})$/.test(text);
  const got = zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
  if (hasOffset || asked === got) return zoned;
  throw new DomainError('invalid_arguments', `${asked} does not exist in ${zoned.timeZoneId}: the clocks go forward.`, {
    userAction: `Choose another time, for example ${got}.`,
  });
}

function orRefuse<T>(text: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw notATime(text);
  }
}

function notATime(text: string): DomainError {
  return new DomainError('invalid_arguments', `"${text}" is not a date-time.`, {
    userAction: 'Write local time as 2026-11-23T09:00, and give the zone in timeZone.',
  });
}

function notADate(text: string): DomainError {
  return new DomainError('invalid_arguments', `"${text}" is not a date.`, { userAction: 'Write dates as 2026-11-23.' });
}
