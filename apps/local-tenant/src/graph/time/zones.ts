import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';
import { unsupportedTimeZone } from '../errors.js';

const known = new Map<string, string | undefined>();

/**
 * The IANA zone of a Windows or IANA name.
 * @throws GraphError when it is neither
 */
export function ianaZone(name: string): string {
  if (!known.has(name)) known.set(name, lookUp(name));
  const zone = known.get(name);
  if (zone === undefined) {
    known.delete(name);
    throw unsupportedTimeZone(name);
  }
  return zone;
}

function lookUp(name: string): string | undefined {
  const windows: string | undefined = findIana(name)[0];
  if (windows !== undefined) return windows;
  if (!/^[A-Za-z][\w+\-/]*$/.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}
