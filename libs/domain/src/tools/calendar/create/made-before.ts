import type { EventDetails, NewEvent } from '../../../ports/calendar.port.js';
import { instantsOf } from '../../../time/instants-of.js';

const MADE_BEFORE =
  'The event is not as asked: most likely the same call was made before, and its event was changed since. Another idempotencyKey makes a new event.';

/** What to say of an event that was answered to a call that was made again, where it is not as the call asks. */
export function madeBefore({ subject, time }: NewEvent, made: EventDetails): string | undefined {
  const { allDay, start, end } = instantsOf(time);
  const at = (text: string) => (made.time.allDay ? text : Date.parse(text));
  const isSameTime = allDay === made.time.allDay && at(start) === at(made.time.start) && at(end) === at(made.time.end);
  return isSameTime && subject.trim() === made.subject.trim() ? undefined : MADE_BEFORE;
}
