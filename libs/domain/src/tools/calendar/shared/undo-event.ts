import type { EventChanges, EventDetails } from '../../../ports/calendar.port.js';
import { inZone, toDate } from '../../../time/local-time.js';
import type { Undo } from '../../../tool/undo.js';
import { namesOf } from './changed-names.js';
import { mailOf } from './participants.js';
import { addedTo, removedFrom } from './recipients-of-change.js';

type Arguments = Readonly<Record<string, unknown>>;

/** Which of a recurring event is meant by its own id. */
export function scopeOf({ kind }: Pick<EventDetails, 'kind'>): Arguments {
  if (kind === 'single') return {};
  return { scope: kind === 'series' ? 'series' : 'occurrence' };
}

/** The event as it was, told to `calendar_update_event`; undefined where nothing was changed. */
export function undoOfUpdate(before: EventDetails, changes: EventChanges): Undo | undefined {
  if (namesOf(changes).length === 0) return undefined;
  const args = { ...valuesBefore(before, changes), ...timesBefore(before, changes), ...peopleBefore(before, changes) };
  const lost = lostBy(before, changes);
  const cannot = lost.length === 0 ? undefined : `what it was before of ${lost.join(', ')} is not known here.`;
  if (Object.keys(args).length === 0) return { cannot };
  const call = { tool: 'calendar_update_event', arguments: { eventId: before.id, ...scopeOf(before), ...args } };
  return { calls: [call], cannot };
}

function valuesBefore(before: EventDetails, changes: EventChanges): Arguments {
  return {
    ...(changes.subject !== undefined && before.subject !== '' && { subject: before.subject }),
    ...(changes.location !== undefined && { location: before.location ?? '' }),
    ...(changes.isPrivate !== undefined && { private: before.isPrivate }),
    ...(changes.showAs !== undefined && before.showAs !== 'unknown' && { showAs: before.showAs }),
  };
}

function timesBefore(before: EventDetails, { time }: EventChanges): Arguments {
  if (time === undefined || isZoneless(before)) return {};
  const { start, end, allDay } = before.time;
  const timeZone = before.originalTimeZone ?? 'UTC';
  const times = allDay
    ? { start: toDate(start).toString(), end: toDate(end).subtract({ days: 1 }).toString() }
    : { start: local(start, timeZone), end: local(end, timeZone), timeZone };
  return { ...times, ...(allDay !== time.allDay && { allDay }) };
}

function peopleBefore(before: EventDetails, changes: EventChanges): Arguments {
  const present = new Map(before.attendees.map((one) => [mailOf(one), one.kind]));
  const added = addedTo(before, changes).map(mailOf);
  const others = added.filter((one) => one !== undefined && present.has(one)).map((address) => ({ address }));
  const back = [...removedFrom(before, changes), ...others].map(mailOf).filter((one) => one !== undefined);
  const gone = added.filter((one) => one !== undefined && !present.has(one));
  const [optional, required] = [true, false].map((is) =>
    back.filter((one) => (present.get(one) === 'optional') === is),
  );
  return {
    ...(required?.length && { addAttendees: required }),
    ...(optional?.length && { addOptionalAttendees: optional }),
    ...(gone.length > 0 && { removeAttendees: gone }),
  };
}

/** What is not read before it is changed, or what no argument names. */
function lostBy(before: EventDetails, changes: EventChanges): readonly string[] {
  const nameless = removedFrom(before, changes).some((one) => mailOf(one) === undefined);
  return [
    ...(changes.body === undefined ? [] : ['its body']),
    ...(changes.reminderMinutes === undefined ? [] : ['its reminder']),
    ...(changes.showAs !== undefined && before.showAs === 'unknown' ? ['how it shows'] : []),
    ...(changes.subject !== undefined && before.subject === '' ? ['its empty title'] : []),
    ...(changes.time !== undefined && before.kind === 'series' ? [lostOfSeries(before)] : []),
    ...(nameless ? ['attendees without an address'] : []),
  ];
}

/** A new time ends what single dates had of their own (Exchange, exceptions of a recurring series). */
function lostOfSeries(before: EventDetails): string {
  return isZoneless(before) ? 'the times of the series' : 'single dates that differed from the series';
}

/** A series whose hour has no known zone to stay in. */
function isZoneless({ kind, time, originalTimeZone }: EventDetails): boolean {
  return kind === 'series' && !time.allDay && originalTimeZone === undefined;
}

/** With the offset, which decides where a clock is set back. */
function local(instant: string, timeZone: string): string {
  return inZone(instant, timeZone);
}
