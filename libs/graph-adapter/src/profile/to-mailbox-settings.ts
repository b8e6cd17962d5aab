import { type MailboxSettings, WEEKDAYS, type WorkingHours } from '@app/domain';
import type { MailboxSettings as GraphMailboxSettings } from '@microsoft/microsoft-graph-types';
import { zoneOrUndefined } from '../zone-or-undefined.js';

/** Graph's mailbox settings with IANA zones; a custom zone has no IANA name, and then the working hours' zone or UTC stands. */
export function toMailboxSettings({ timeZone, workingHours }: GraphMailboxSettings): MailboxSettings {
  const hoursZone = zoneOrUndefined(workingHours?.timeZone?.name);
  const zone = zoneOrUndefined(timeZone) ?? hoursZone ?? 'UTC';
  return { timeZone: zone, workingHours: toWorkingHours(workingHours, hoursZone ?? zone) };
}

function toWorkingHours(hours: GraphMailboxSettings['workingHours'], timeZone: string): WorkingHours | undefined {
  if (!hours?.startTime || !hours.endTime) return undefined;
  const days = (hours.daysOfWeek ?? []).map((day) => day.toLowerCase());
  return {
    daysOfWeek: WEEKDAYS.filter((day) => days.includes(day)),
    start: hours.startTime.slice(0, 5),
    end: hours.endTime.slice(0, 5),
    timeZone,
  };
}
