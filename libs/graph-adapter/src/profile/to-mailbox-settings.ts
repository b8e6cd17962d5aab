import { type MailboxSettings, type UnknownSettings, WEEKDAYS, type WorkingHours, zoneOrUndefined } from '@app/domain';
import type { MailboxSettings as GraphMailboxSettings } from '@microsoft/microsoft-graph-types';
import { type GraphZone, zoneOfHours } from './zone-of-hours.js';

/**
 * Graph's mailbox settings with IANA zones. A zone without an IANA name stays unknown, `tzone://Microsoft/Utc` among
 * them: Exchange writes it where nobody chose a zone.
 */
export function toMailboxSettings({ timeZone, workingHours }: GraphMailboxSettings): MailboxSettings {
  const name = typeof timeZone === 'string' ? timeZone : '';
  const zone = zoneOrUndefined(name);
  const hoursZone = zoneOfHours(workingHours?.timeZone as GraphZone | null | undefined, zone);
  const hours = hoursZone === undefined ? undefined : toWorkingHours(workingHours, hoursZone);
  const unknown = unknownOf(zone === undefined ? name : undefined, !hours && isGiven(workingHours));
  return {
    ...(zone === undefined ? {} : { timeZone: zone }),
    ...(hours === undefined ? {} : { workingHours: hours }),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

type GraphHours = GraphMailboxSettings['workingHours'];

function toWorkingHours(hours: GraphHours, timeZone: string): WorkingHours | undefined {
  if (!isGiven(hours)) return undefined;
  const days = daysOf(hours?.daysOfWeek).map((day) => String(day).toLowerCase());
  return {
    daysOfWeek: WEEKDAYS.filter((day) => days.includes(day)),
    start: timeOf(hours?.startTime),
    end: timeOf(hours?.endTime),
    timeZone,
  };
}

function daysOf(days: unknown): readonly unknown[] {
  return Array.isArray(days) ? days : [];
}

function isGiven(hours: GraphHours): boolean {
  return (
    Array.isArray(hours?.daysOfWeek ?? []) &&
    [hours?.startTime, hours?.endTime].every((time) => /^\d\d:\d\d/.test(timeOf(time)))
  );
}

function timeOf(time: unknown): string {
  return typeof time === 'string' ? time.slice(0, 5) : '';
}

function unknownOf(timeZone: string | undefined, hours: boolean): UnknownSettings | undefined {
  if (timeZone === undefined && !hours) return undefined;
  return { ...(timeZone === undefined ? {} : { timeZone }), ...(hours ? { workingHours: true } : {}) };
}
