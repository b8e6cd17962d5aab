import type { ScheduleQuery } from '@app/domain';
import { Temporal } from 'temporal-polyfill';
import { VIEW_MINUTES } from './from-view.js';

/**
 * What `getSchedule` is asked. The times are in the person's zone because Graph lays all-day events out in it; the end
 * is an hour late, so that an hour which the clocks show twice is there whichever of the two is meant.
 */
export function fromScheduleQuery({ addresses, range, timeZone }: ScheduleQuery, zoneName = timeZone): object {
  const local = (instant: Temporal.Instant) => ({
    dateTime: instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' }),
    timeZone: zoneName,
  });
  return {
    schedules: addresses,
    startTime: local(Temporal.Instant.from(range.start)),
    endTime: local(Temporal.Instant.from(range.end).add({ hours: 1 })),
    availabilityViewInterval: VIEW_MINUTES,
  };
}
