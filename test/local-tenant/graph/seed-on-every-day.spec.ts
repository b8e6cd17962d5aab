import { Temporal } from 'temporal-polyfill';
import { instancesIn } from '../../../apps/local-tenant/src/graph/calendar/instances.js';
import type { EventInstance } from '../../../apps/local-tenant/src/graph/calendar/model.js';
import type { Mailbox } from '../../../apps/local-tenant/src/graph/mailbox/mailbox.js';
import { Mailboxes } from '../../../apps/local-tenant/src/graph/mailbox/mailboxes.js';
import { seedMailbox } from '../../../apps/local-tenant/src/graph/seed/seed-mailbox.js';
import { atZone } from '../../../apps/local-tenant/src/graph/time/zoned-time.js';
import { PEOPLE } from './people.js';

const WORKERS = ['anna', 'ben', 'chitra', 'dylan', 'noor', 'otto'] as const;
const DAY_MS = 86_400_000;

const SPECIAL = {
  'a Friday': '2026-11-27',
  'a Saturday': '2026-11-28',
  'a Sunday': '2026-11-29',
  'a Monday at the end of a month': '2026-11-30',
  "the last day of Europe's winter": '2026-03-28',
  'the clocks going forward in Europe': '2027-03-28',
  'the clocks going back in Europe': '2026-10-25',
  'the clocks going forward in America': '2026-03-08',
  'the clocks going back in America': '2026-11-01',
  'the clocks going back in Australia': '2026-04-05',
  'the clocks going forward in Australia': '2026-10-04',
  'the day before a leap day': '2028-02-28',
  'a leap day': '2028-02-29',
  'the day after a leap day': '2028-03-01',
  'a day that the month two before it has not': '2028-04-30',
  'the last day of a year': '2026-12-31',
  'the first day of a year': '2027-01-01',
  'the last day of a leap year': '2028-12-31',
} as const;

/** Everybody's mailboxes as they begin at an instant. */
function seededAt(instant: string): readonly Mailbox[] {
  const mailboxes = new Mailboxes(Object.values(PEOPLE), () => new Date(instant), seedMailbox);
  return WORKERS.map((key) => mailboxes.of(PEOPLE[key]));
}

/** What the person's own calendar shows around an instant. */
function shownBy(mailbox: Mailbox, instant: string): readonly EventInstance[] {
  const [startMs, endMs] = [-14, 21].map((days) => Date.parse(instant) + days * DAY_MS) as [number, number];
  const items = [...mailbox.items.values()].filter(({ calendarId }) => calendarId === mailbox.defaultCalendar.id);
  return items.flatMap((item) => instancesIn(item, { startMs, endMs }));
}

/** The dates an event is on, in the zone it was made in. */
function datesOf({ fields: { start, end } }: EventInstance): readonly string[] {
  const [first, last] = [start.local.toPlainDate(), end.local.subtract({ seconds: 1 }).toPlainDate()];
  return Array.from({ length: first.until(last).days + 1 }, (_, days) => first.add({ days }).toString());
}

function isAtWeekend({ fields }: EventInstance): boolean {
  return fields.start.local.dayOfWeek > 5;
}

/** Whatever is wrong with how everybody begins at an instant. */
function oddities(instant: string): readonly string[] {
  return seededAt(instant).flatMap((mailbox) => {
    const { key, timeZone } = mailbox.user;
    const shown = shownBy(mailbox, instant);
    const today = atZone(Date.parse(instant), timeZone).local.toPlainDate();
    const empty = [today, today.add({ days: 1 })].map(String).filter((day) => !shown.flatMap(datesOf).includes(day));
    const atWeekend = shown.filter((event) => isAtWeekend(event) && event.fields.showAs !== 'free');
    return [
      ...empty.map((day) => `${instant}: ${key} has nothing on ${day}`),
      ...atWeekend.map(({ fields }) => `${instant}: ${key} works at a weekend: ${fields.subject}`),
      ...(shown.some(({ type }) => type === 'occurrence') ? [] : [`${instant}: ${key} has no occurrence of a series`]),
      ...(shown.some(({ type }) => type === 'exception') ? [] : [`${instant}: ${key} has no changed occurrence`]),
    ];
  });
}

describe('what everybody starts with', () => {
  it.each(Object.entries(SPECIAL))('is whole on %s, at each hour', (_, date) => {
    const hours = ['00:30', '12:00', '23:59'];
    expect(hours.flatMap((time) => oddities(`${date}T${time}:00Z`))).toEqual([]);
  });

  it('is whole on every twentieth day of five years, so on each day of the week and of the month', () => {
    const first = Temporal.PlainDate.from('2026-01-01');
    const days = Array.from({ length: (5 * 365) / 20 }, (_, index) => first.add({ days: index * 20 }).toString());
    expect(days.flatMap((day) => oddities(`${day}T12:00:00Z`))).toEqual([]);
  });
});
