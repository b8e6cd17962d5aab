import { Temporal } from 'temporal-polyfill';
import { findIana, findWindows, WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { DomainError } from '../errors/domain-error.js';
import { displayedZone } from './displayed-zone.js';

/** Zones that are younger than the table of Unicode CLDR, with the Windows zone whose clocks show the same. */
const YOUNGER: Readonly<Record<string, string>> = {
  'Europe/Kyiv': 'FLE Standard Time',
  'America/Ciudad_Juarez': 'Mountain Standard Time',
  'America/Coyhaique': 'Magallanes Standard Time',
  'Pacific/Kanton': 'UTC+13',
};

/** Names in lower case that Windows had, or that people write, and that the table does not know. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'kamchatka standard time': 'Asia/Kamchatka',
  'mexico standard time': 'America/Mexico_City',
  'mexico standard time 2': 'America/Mazatlan',
  'coordinated universal time': 'UTC',
  z: 'UTC',
};

/** One of them is in winter, wherever the zone is. */
const WINTERS = ['2026-01-01T00:00:00Z', '2026-07-01T00:00:00Z'].map((instant) => Temporal.Instant.from(instant));

/** Windows names in their own case, by the same in lower case. */
const WINDOWS_NAMES = new Map(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => [windowsName.toLowerCase(), windowsName]));

/**
 * The IANA zone a person means: an IANA name, or a Windows name mapped by Unicode CLDR, both in any case, or an entry of
 * the list in which Outlook shows zones.
 * @throws DomainError `invalid_arguments` when it is neither
 */
export function toIanaZone(name: string): string {
  const zone = zoneOrUndefined(name);
  if (zone !== undefined) return zone;
  throw new DomainError('invalid_arguments', `"${name}" is not a time zone.`, {
    userAction: 'Use an IANA name such as "Europe/Berlin", or leave timeZone out to use the zone of the mailbox.',
  });
}

/** The same without an error, for names that people did not write, such as `tzone://Microsoft/Custom`. */
export function zoneOrUndefined(name: string | null | undefined): string | undefined {
  const trimmed = name?.trim();
  if (!trimmed) return undefined;
  const lower = trimmed.toLowerCase();
  const windows = WINDOWS_NAMES.get(lower);
  if (windows !== undefined) return ianaName(trimmed) ?? findIana(windows)[0];
  return ianaName(trimmed) ?? (Object.hasOwn(OTHER_NAMES, lower) ? OTHER_NAMES[lower] : asDisplayed(trimmed));
}

/** Only where the clocks of the zone show in winter what the entry says: others have its cities too. */
function asDisplayed(text: string): string | undefined {
  const { offset, names = [] } = displayedZone(text) ?? {};
  const zones = names.map((name) => zoneOrUndefined(name)).filter((zone) => zone !== undefined);
  return zones.find((zone) => WINTERS.some((winter) => winter.toZonedDateTimeISO(zone).offset === offset));
}

/** The Windows name Outlook shows for an IANA zone, where there is one. */
export function toWindowsZone(ianaZone: string): string | undefined {
  return findWindows(ianaZone)[0] ?? YOUNGER[ianaZone] ?? findWindows(olderName(ianaZone))[0];
}

/** A zone was renamed now and then; this is the name that ICU keeps for all of its names. */
function olderName(ianaZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: ianaZone }).resolvedOptions().timeZone;
}

/** Names that were looked up; they come from others, so they are forgotten when there are too many. */
const ianaNames = new Map<string, string | undefined>();
const MAX_NAMES = 1_000;

function ianaName(name: string): string | undefined {
  if (ianaNames.has(name)) return ianaNames.get(name);
  if (ianaNames.size >= MAX_NAMES) ianaNames.clear();
  const found = findIanaName(name);
  // A longer one is no name.
  if (name.length < 100) ianaNames.set(name, found);
  return found;
}

function findIanaName(name: string): string | undefined {
  if (/^[+-]|^\d/.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}
