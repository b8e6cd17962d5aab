import type { MailboxSettings, TimeSlot } from '@app/domain';
import { Temporal } from 'temporal-polyfill';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Whether all of the time is within one working day; whoever has no working hours works always. */
export function isInWorkingHours({ start, end }: TimeSlot, { workingHours }: MailboxSettings): boolean {
  if (!workingHours) return true;
  const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(workingHours.timeZone);
  const [from, to] = [local(start), local(end)];
  const opens = from.withPlainTime(workingHours.start);
  const closes = from.withPlainTime(workingHours.end);
  return (
    workingHours.daysOfWeek.includes(DAYS[from.dayOfWeek - 1] ?? '') &&
    Temporal.ZonedDateTime.compare(opens, from) <= 0 &&
    Temporal.ZonedDateTime.compare(to, closes) <= 0
  );
}
