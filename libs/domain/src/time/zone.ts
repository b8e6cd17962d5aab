import { Temporal } from 'temporal-polyfill';
import { findIana, findWindows } from 'windows-iana';
import { DomainError } from '../errors.js';

/**
 * The IANA zone a person or a mailbox means: an IANA name, or a Windows name mapped by Unicode CLDR.
 * @throws DomainError `invalid_arguments` when it is neither
 */
export function toIanaZone(name: string): string {
  const zone = isIanaZone(name) ? name : findIana(name)[0];
  if (zone === undefined) {
    throw new DomainError('invalid_arguments', `"${name}" is not a time zone.`, {
      userAction: 'Use an IANA name such as "Europe/Berlin", or leave timeZone out to use the zone of the mailbox.',
    });
  }
  return zone;
}

/** The Windows name Outlook shows for an IANA zone, where there is one. */
export function toWindowsZone(ianaZone: string): string | undefined {
  return findWindows(ianaZone)[0];
}

function isIanaZone(name: string): boolean {
  if (/^[+-]|^\d/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
