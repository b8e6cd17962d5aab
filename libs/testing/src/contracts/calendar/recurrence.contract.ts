import type { EventPage, Recurrence } from '@app/domain';
import { aNewEvent, eventsNamed, type HarnessOf } from './calendar.harness.js';
import { codeOf } from '../suite.js';

const RULES: readonly (readonly [string, Omit<Recurrence, 'from'>, readonly string[]])[] = [
  ['every other day', { every: 'day', interval: 2, count: 3 }, ['2028-03-01', '2028-03-03', '2028-03-05']],
  [
    'Mondays and Wednesdays until a date',
    { every: 'week', interval: 1, daysOfWeek: ['monday', 'wednesday'], until: '2028-03-15' },
    ['2028-03-06', '2028-03-08', '2028-03-13', '2028-03-15'],
  ],
  [
    'every other week, Monday being its first day',
    { every: 'week', interval: 2, daysOfWeek: ['monday', 'sunday'], count: 4 },
    ['2028-03-06', '2028-03-12', '2028-03-20', '2028-03-26'],
  ],
  [
    'a day of the month',
    { every: 'month', interval: 1, dayOfMonth: 15, count: 3 },
    ['2028-03-15', '2028-04-15', '2028-05-15'],
  ],
  [
    'the 31st, which is the last day of shorter months',
    { every: 'month', interval: 1, dayOfMonth: 31, until: '2028-07-01' },
    ['2028-03-31', '2028-04-30', '2028-05-31', '2028-06-30'],
  ],
  [
    'the second Tuesday',
    { every: 'month', interval: 1, weekOfMonth: 'second', daysOfWeek: ['tuesday'], count: 3 },
    ['2028-03-14', '2028-04-11', '2028-05-09'],
  ],
  [
    'the last Friday every other month',
    { every: 'month', interval: 2, weekOfMonth: 'last', daysOfWeek: ['friday'], until: '2028-08-01' },
    ['2028-03-31', '2028-05-26', '2028-07-28'],
  ],
  [
    'the first working day',
    {
      every: 'month',
      interval: 1,
      weekOfMonth: 'first',
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      count: 3,
    },
    ['2028-04-03', '2028-05-01', '2028-06-01'],
  ],
  [
    'a date every year',
    { every: 'year', interval: 1, dayOfMonth: 21, month: 6, count: 2 },
    ['2028-06-21', '2029-06-21'],
  ],
  [
    'the last Thursday of November',
    { every: 'year', interval: 1, weekOfMonth: 'last', daysOfWeek: ['thursday'], month: 11, count: 2 },
    ['2028-11-30', '2029-11-29'],
  ],
];

/** Zone, first date of a daily series at 09:00, and the instants it must have around a change of the clocks. */
const CLOCK_CHANGES = [
  ['Europe/Berlin', '2029-03-24', ['2029-03-24T08:00:00Z', '2029-03-25T07:00:00Z', '2029-03-26T07:00:00Z']],
  ['Europe/Berlin', '2029-10-27', ['2029-10-27T07:00:00Z', '2029-10-28T08:00:00Z', '2029-10-29T08:00:00Z']],
  ['America/New_York', '2029-03-10', ['2029-03-10T14:00:00Z', '2029-03-11T13:00:00Z', '2029-03-12T13:00:00Z']],
  ['America/New_York', '2029-11-03', ['2029-11-03T13:00:00Z', '2029-11-04T14:00:00Z', '2029-11-05T14:00:00Z']],
  ['Australia/Sydney', '2029-03-31', ['2029-03-30T22:00:00Z', '2029-03-31T23:00:00Z', '2029-04-01T23:00:00Z']],
  ['Australia/Sydney', '2029-10-06', ['2029-10-05T23:00:00Z', '2029-10-06T22:00:00Z', '2029-10-07T22:00:00Z']],
] as const;

export function recurrenceContract(harness: HarnessOf): void {
  it.each(RULES)('expands %s into its dates', async (subject, rule, dates) => {
    const { calendar, as } = harness();
    const recurrence = { ...rule, from: dates[0] ?? '' };
    const event = aNewEvent(`${recurrence.from}T09:00:00`, { subject, recurrence });
    const created = await calendar.createEvent(as('anna'), event);
    const events = await eventsNamed(harness(), as('anna'), subject, ['2028-01-01T00:00:00Z', '2030-01-01T00:00:00Z']);
    expect(events.map(({ time }) => time.start.slice(0, 10))).toEqual(dates);
    expect((await calendar.getEvent(as('anna'), created.id, { withBody: false })).recurrence).toEqual(recurrence);
  });

  it('gives occurrences that name their series, and never the series itself', async () => {
    const { calendar, as } = harness();
    const recurrence = { every: 'day', interval: 1, from: '2027-04-05', count: 3 } as const;
    const series = await calendar.createEvent(
      as('anna'),
      aNewEvent('2027-04-05T09:00:00', { subject: 'daily', recurrence }),
    );
    const events = await eventsNamed(harness(), as('anna'), 'daily', ['2027-04-01T00:00:00Z', '2027-05-01T00:00:00Z']);
    expect(series.kind).toBe('series');
    expect(events.map(({ kind, seriesId }) => ({ kind, seriesId }))).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'occurrence', seriesId: series.id })),
    );
    const second = await calendar.getEvent(as('anna'), events[1]?.id ?? '', { withBody: false });
    expect(second).toMatchObject({ kind: 'occurrence', seriesId: series.id, time: events[1]?.time });
    expect(second.recurrence).toBeUndefined();
  });

  it.each(CLOCK_CHANGES)('keeps 09:00 in %s across the change after %s', async (timeZone, from, instants) => {
    const { calendar, as } = harness();
    const subject = `clocks ${timeZone} ${from}`;
    const time = { allDay: false, start: `${from}T09:00:00`, end: `${from}T10:00:00`, timeZone };
    const recurrence = { every: 'day', interval: 1, from, count: 3 } as const;
    await calendar.createEvent(as('anna'), aNewEvent('', { subject, time, recurrence }));
    const range = [`${from.slice(0, 7)}-01T00:00:00Z`, '2029-12-31T00:00:00Z'] as const;
    const events = await eventsNamed(harness(), as('anna'), subject, range);
    expect(events.map((event) => event.time.start)).toEqual(instants);
  });

  it('repeats an all-day event by dates', async () => {
    const { calendar, as } = harness();
    const time = { allDay: true, start: '2029-03-24', end: '2029-03-25', timeZone: 'Europe/Berlin' };
    const recurrence = { every: 'week', interval: 1, daysOfWeek: ['saturday'], from: '2029-03-24', count: 2 } as const;
    await calendar.createEvent(as('anna'), aNewEvent('', { subject: 'weekends', time, recurrence }));
    const events = await eventsNamed(harness(), as('anna'), 'weekends', [
      '2029-03-01T00:00:00Z',
      '2029-05-01T00:00:00Z',
    ]);
    expect(events.map((event) => event.time)).toEqual([
      { allDay: true, start: '2029-03-24', end: '2029-03-25' },
      { allDay: true, start: '2029-03-31', end: '2029-04-01' },
    ]);
  });

  it('lists the occurrences of one series alone, a page at a time', async () => {
    const { calendar, as } = harness();
    const recurrence = { every: 'day', interval: 1, from: '2027-04-12', count: 5 } as const;
    const made = await calendar.createEvent(as('anna'), aNewEvent('2027-04-12T09:00:00', { recurrence }));
    await calendar.createEvent(as('anna'), aNewEvent('2027-04-13T09:00:00'));
    const range = { start: '2027-04-13T00:00:00Z', end: '2027-05-01T00:00:00Z' };
    const first = await calendar.listOccurrences(as('anna'), made.id, { range, limit: 3 });
    const rest = await calendar.listOccurrences(as('anna'), made.id, { range, limit: 3, after: first.next });
    const days = (page: EventPage) => page.events.map(({ time }) => time.start.slice(0, 10));
    expect([days(first), days(rest)]).toEqual([['2027-04-13', '2027-04-14', '2027-04-15'], ['2027-04-16']]);
    expect(rest.next).toBeUndefined();
    expect(first.events[0]).toMatchObject({ kind: 'occurrence', seriesId: made.id });
  });

  it('finds no occurrences of what does not recur, and nothing of what is not there', async () => {
    const { calendar, as } = harness();
    const single = await calendar.createEvent(as('anna'), aNewEvent('2027-04-20T09:00:00'));
    const query = { range: { start: '2027-04-01T00:00:00Z', end: '2027-05-01T00:00:00Z' }, limit: 3 };
    expect(await calendar.listOccurrences(as('anna'), single.id, query)).toEqual({ events: [] });
    expect(await codeOf(calendar.listOccurrences(as('ben'), single.id, query))).toBe('not_found');
  });

  it('has no end when it is given none', async () => {
    const { calendar, as } = harness();
    const recurrence = { every: 'year', interval: 1, dayOfMonth: 3, month: 5, from: '2027-05-03' } as const;
    await calendar.createEvent(as('anna'), aNewEvent('2027-05-03T09:00:00', { subject: 'forever', recurrence }));
    const events = await eventsNamed(harness(), as('anna'), 'forever', [
      '2060-01-01T00:00:00Z',
      '2061-01-01T00:00:00Z',
    ]);
    expect(events.map(({ time }) => time.start)).toEqual(['2060-05-03T09:00:00Z']);
  });
}
