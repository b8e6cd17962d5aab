import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../errors/domain-error.js';
import { offsetAt } from './zone-offset.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/**
 * Also as Graph and programs write it: a space for the T, an hour of one digit, fractions of a second, `Z`, `UTC` or an
 * offset, with or without a space before it and the name of its zone behind it.
 */
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{1,2}:\d{2})(:\d{2})?([.,]\d{1,9})?(?: ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:\[[\w/+-]{1,60}\])?)?$/i;
/** As calendar files have it: `20261201T090000Z`. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z?)$/i;
/** As ports give it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[Tt ]00:00(?::00(?:\.0{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?$/;

/** A local date-time as a person says it (`2026-11-23T09:00`), or with an offset, which then decides the instant. */
export function toZoned(text: string, timeZone: string): Temporal.ZonedDateTime {
  const { local, offset } = partsOf(text);
  return orRefuse(text, () =>
    offset === undefined
      ? Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone)
      : Temporal.Instant.from(local + offset).toZonedDateTimeISO(timeZone),
  );
}

/** A date-time without its offset, and the offset; a fraction without a second is no time. */
function partsOf(text: string): { readonly local: string; readonly offset: string | undefined } {
  const [, date, minutes = '', seconds = '', fraction = '', offset] = matchOf(text) ?? [];
  if (date === undefined || (seconds === '' && fraction !== '')) throw notATime(text);
  const time = `${minutes.padStart(5, '0')}${seconds}${fraction.replace(',', '.')}`;
  return { local: `${date}T${time}`, offset: offset?.toUpperCase().replace(/UTC|GMT/, 'Z') };
}

function matchOf(text: string): RegExpExecArray | null {
  return DATE_TIME.exec(
    text
      .trim()
      .replace(
        COMPACT,
        (_, year, month, day, hours, minutes, seconds = '00', zone) =>
          `${year}-${month}-${day}T${hours}:${minutes}:${seconds}${zone}`,
      ),
  );
}

/** What to tell who named a zone and gave a time with another offset: the offset decided. Undefined where both agree. */
export function offsetNote(name: string, text: string | undefined, timeZone: string): string | undefined {
  const [, , , , , offset] = matchOf(text ?? '') ?? [];
  if (text === undefined || offset === undefined || /[a-z]/i.test(offset)) return undefined;
  const zoned = toZoned(text, timeZone);
  if (zoned.offset.replace(':', '') === offset.replace(':', '').padEnd(5, '0')) return undefined;
  const there = zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return `${name} was given with the offset ${offset}, which decided: in ${timeZone} that is ${there}.`;
}

/** A calendar date, `2026-11-23`. */
export function toDate(text: string): Temporal.PlainDate {
  if (!DATE.test(text)) throw notADate(text);
  return orRefuse(text, () => Temporal.PlainDate.from(text));
}

/** A calendar date where programs write its midnight, `2026-11-23T00:00:00.0000000`. Not for an end: theirs is exclusive. */
export function toWholeDate(text: string): Temporal.PlainDate {
  return toDate(MIDNIGHT.exec(text.trim())?.[1] ?? text);
}

export function isDate(text: string): boolean {
  return DATE.test(text);
}

/** A UTC instant as seen in a zone, with the offset that makes it unambiguous: `2026-11-23T09:00+01:00`. */
export function inZone(instant: string, timeZone: string): string {
  return quickInZone(instant, timeZone) ?? slowInZone(instant, timeZone);
}

/** From then on offsets have whole minutes everywhere. */
const FIRST = Date.UTC(1980, 0);
const LAST = Date.UTC(9999, 11);
const MINUTE_MS = 60_000;

/** Without objects of Temporal, of which a list of events would need dozens. */
function quickInZone(instant: string, timeZone: string): string | undefined {
  const time = Date.parse(instant);
  if (!INSTANT.test(instant) || !(time >= FIRST && time < LAST)) return undefined;
  const offset = offsetAt(timeZone, time);
  const minutes = Math.abs(offset) / MINUTE_MS;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${new Date(time + offset).toISOString().slice(0, 16)}${offset < 0 ? '-' : '+'}${hours}:${rest}`;
}

function slowInZone(instant: string, timeZone: string): string {
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
export function assertExists(text: string, zoned: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const { local, offset } = partsOf(text);
  const asked = local.slice(0, 16);
  const got = zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
  if (offset !== undefined || asked === got) return zoned;
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
