import type { CustomTimeZone, TimeZoneBase } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { zoneOrUndefined } from '../shared/zone-or-undefined.js';

/** `timeZoneBase` of Graph, or the `customTimeZone` that derives from it. */
export type GraphZone = TimeZoneBase & CustomTimeZone;

/**
 * The IANA zone of working hours. Outlook writes a custom zone with its bias even where the mailbox has a zone of a name:
 * with the same offset and summer time that zone is meant; otherwise none is known.
 */
export function zoneOfHours(zone: GraphZone | null | undefined, mailboxZone: string | undefined): string | undefined {
  if (!zone) return mailboxZone;
  const named = zoneOrUndefined(zone.name);
  if (named !== undefined || mailboxZone === undefined) return named;
  return typeof zone.bias === 'number' && isLike(zone, mailboxZone) ? mailboxZone : undefined;
}

/**
 * Graph's reference counts a bias as the offset from UTC, Exchange as what is added to reach UTC. Summer time is always
 * ahead, so its bias tells which is meant; without one both are taken.
 */
function isLike({ bias, daylightOffset }: GraphZone, mailboxZone: string): boolean {
  const [standard, hasSummerTime] = offsetsOf(mailboxZone);
  const summer = daylightOffset?.daylightBias ?? 0;
  if ((summer !== 0) !== hasSummerTime) return false;
  return (summer <= 0 && bias === -standard) || (summer >= 0 && bias === standard);
}

/** Standard offset in minutes, and whether there is another in summer. */
function offsetsOf(timeZone: string): readonly [number, boolean] {
  const minutes = ['2026-01-01T00:00:00Z', '2026-07-01T00:00:00Z'].map(
    (instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9,
  );
  return [Math.min(...minutes), Math.max(...minutes) !== Math.min(...minutes)];
}
