import type { Temporal } from 'temporal-polyfill';
import type { Persona } from './persona.js';
import { saturdayOf, workday } from './working-days.js';

/** An event to create, written as a request to Graph would be. */
export interface SeedEvent {
  readonly calendar: 'default' | 'second';
  readonly event: Readonly<Record<string, unknown>>;
}

/** What the events are made from: whose they are, which day is today, in which zone, and who is invited. */
export interface SeedContext {
  readonly persona: Persona;
  readonly today: Temporal.PlainDate;
  readonly zone: string;
  readonly invited: readonly string[];
}

/** The series that gets an exception and loses a date; it began four weeks ago, on a Monday, and has no end. */
export function weeklySeries({ persona, today, zone }: SeedContext): SeedEvent {
  const monday = today.subtract({ days: today.dayOfWeek - 1 + 28 });
  return onDay(monday, '09:30', '10:15', zone, {
    subject: persona.weekly,
    body: html(`<p>Standing agenda</p><ul><li>Numbers</li><li>Next steps</li></ul>`),
    location: { displayName: persona.place },
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
      range: { type: 'noEnd', startDate: monday.toString(), recurrenceTimeZone: zone },
    },
  });
}

/** Everything else of a person: what is work lies on working days, and of today and tomorrow neither is ever empty. */
export function seedEvents(context: SeedContext): SeedEvent[] {
  return [...singles(context), ...allDay(context), monthlySeries(context), ...meetings(context)];
}

function singles({ persona, today, zone }: SeedContext): SeedEvent[] {
  return [
    onDay(workday(today, 0), '12:30', '13:15', zone, { subject: persona.lunch, showAs: 'free' }),
    onDay(workday(today, 1), '10:00', '11:30', zone, {
      subject: persona.focus,
      body: html('<p>No calls, please. <b>Draft</b> by noon.</p>'),
      categories: ['Blue category'],
    }),
    onDay(workday(today, 2), '18:00', '18:45', zone, {
      subject: persona.personal,
      sensitivity: 'private',
      showAs: 'oof',
    }),
    { ...onDay(today.add({ days: 1 }), '19:00', '21:00', zone, { subject: persona.evening }), calendar: 'second' },
  ];
}

/** Three days away a week from now, and the weekend of this week. */
function allDay({ persona, today, zone }: SeedContext): SeedEvent[] {
  const [leave, saturday] = [workday(today, 5), saturdayOf(today)];
  const days = (first: Temporal.PlainDate, count: number, more: Readonly<Record<string, unknown>>): SeedEvent => {
    const at = (day: Temporal.PlainDate) => ({ dateTime: `${day.toString()}T00:00:00`, timeZone: zone });
    const event = { ...more, isAllDay: true, start: at(first), end: at(first.add({ days: count })) };
    return { calendar: 'default', event };
  };
  return [
    days(leave, 3, { subject: persona.trip, showAs: 'oof' }),
    days(saturday, 2, { subject: persona.weekend, showAs: 'free' }),
  ];
}

function monthlySeries({ persona, today, zone }: SeedContext): SeedEvent {
  const month = today.subtract({ months: 2 }).with({ day: 1 });
  return onDay(month, '16:00', '17:00', zone, {
    subject: persona.monthly,
    recurrence: {
      pattern: { type: 'relativeMonthly', interval: 1, daysOfWeek: ['thursday'], index: 'last' },
      range: { type: 'numbered', startDate: month.toString(), numberOfOccurrences: 12, recurrenceTimeZone: zone },
    },
  });
}

function meetings({ persona, today, zone, invited }: SeedContext): SeedEvent[] {
  const call = onDay(workday(today, 1), '14:00', '14:45', zone, {
    subject: persona.call,
    body: html('<p>Agenda: delivery dates and open questions.</p>'),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    attendees: [attendee('partner@elsewhere.example')],
  });
  if (invited.length === 0) return [call];
  const invitation = onDay(workday(today, 3), '15:00', '16:00', zone, {
    subject: persona.invitation,
    body: html('<p>Please answer by tomorrow.</p>'),
    location: { displayName: persona.place },
    attendees: invited.map(attendee),
  });
  return [call, invitation];
}

function onDay(
  day: Temporal.PlainDate,
  start: string,
  end: string,
  timeZone: string,
  more: Readonly<Record<string, unknown>>,
): SeedEvent {
  const at = (time: string) => ({ dateTime: `${day.toString()}T${time}:00`, timeZone });
  return { calendar: 'default', event: { ...more, start: at(start), end: at(end) } };
}

function attendee(address: string): Readonly<Record<string, unknown>> {
  return { type: 'required', emailAddress: { address } };
}

function html(content: string): { readonly contentType: string; readonly content: string } {
  return { contentType: 'html', content };
}
