import { z } from 'zod';
import type { EventChanges, EventDetails } from '../../../ports/calendar.port.js';
import { instantsOf } from '../../../time/instants-of.js';
import { labelOf } from '../shared/participants.js';
import { addedTo, removedFrom } from '../shared/recipients-of-change.js';
import { toSummary } from '../views/event-view.js';

/** One thing that is different. */
export const describedChange = z.object({
  what: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});

type Described = z.input<typeof describedChange>;

/** The event as it would be. */
export function withChanges(event: EventDetails, changes: EventChanges): EventDetails {
  const { subject = event.subject, location = event.location, showAs = event.showAs } = changes;
  const { isPrivate = event.isPrivate, recurrence = event.recurrence, time } = changes;
  const kind = event.kind === 'occurrence' ? 'exception' : event.kind;
  const when = time ? instantsOf(time) : event.time;
  return { ...event, kind, subject, location, showAs, isPrivate, recurrence, time: when };
}

/** What is different, in words; a body is not repeated. */
export function describeChanges(before: EventDetails, changes: EventChanges, timeZone: string): Described[] {
  const [old, now] = [before, withChanges(before, changes)].map((event) => shown(event, timeZone));
  const compared = Object.keys({ ...old, ...now })
    .filter((what) => old?.[what] !== now?.[what])
    .map((what) => ({ what, before: old?.[what], after: now?.[what] }));
  const { body, reminderMinutes } = changes;
  return [
    ...compared,
    ...(body === undefined ? [] : [{ what: 'body' }]),
    ...(reminderMinutes === undefined ? [] : [{ what: 'reminderMinutes', after: String(reminderMinutes) }]),
    ...addedTo(before, changes).map((person) => ({
      what: 'attendee added',
      after: `${labelOf(person)} (${person.kind})`,
    })),
    ...removedFrom(before, changes).map((person) => ({ what: 'attendee removed', before: labelOf(person) })),
  ];
}

function shown(event: EventDetails, timeZone: string): Partial<Record<string, string>> {
  const { subject, start, end, location } = toSummary(event, timeZone);
  const { showAs, isPrivate, recurrence } = event;
  const rule = recurrence && [
    recurrence.daysOfWeek?.join(' ') ?? recurrence.dayOfMonth,
    recurrence.from,
    recurrence.until,
  ];
  return {
    subject,
    start,
    end,
    location,
    showAs,
    private: isPrivate ? 'yes' : 'no',
    repeats: rule?.filter(Boolean).join(', '),
  };
}
