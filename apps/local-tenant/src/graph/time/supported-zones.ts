import { WINDOWS_TO_IANA_MAP } from 'windows-iana';

/** `timeZoneInformation` of every zone that a mailbox here takes, with Windows names. */
export function supportedTimeZones(): readonly { alias: string; displayName: string }[] {
  const names = new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName));
  return [...names].map((alias) => ({ alias, displayName: alias }));
}

/** The same with IANA names. */
export function supportedIanaZones(): readonly { alias: string; displayName: string }[] {
  return Intl.supportedValuesOf('timeZone').map((alias) => ({ alias, displayName: alias }));
}
