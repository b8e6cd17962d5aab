import { zoneOrUndefined as knownZone } from '@app/domain';

/** What Exchange calls UTC in events that other programs made. */
const EXCHANGE_UTC = 'tzone://microsoft/utc';

/** Graph's zone name as IANA; undefined for names no table knows, such as `tzone://Microsoft/Custom`. */
export function zoneOrUndefined(name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  return name.toLowerCase() === EXCHANGE_UTC ? 'UTC' : knownZone(name);
}
