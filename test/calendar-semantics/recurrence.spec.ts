import { Calendars, type Shown } from './calendar.js';
import { oneIn } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';

/** A rule of each type Graph has, the dates it falls on, and a date to move the second to. */
const RULES = [
  ['every day', { repeat: 'daily' }, ['2028-03-01', '2028-03-02', '2028-03-03', '2028-03-04'], '2028-03-02'],
  [
    'every third day',
    { repeat: 'daily', interval: 3 },
    ['2028-03-01', '2028-03-04', '2028-03-07', '2028-03-10'],
    '2028-03-05',
  ],
  ['every week', { repeat: 'weekly' }, ['2028-03-01', '2028-03-08', '2028-03-15', '2028-03-22'], '2028-03-10'],
  [
    'two days of every other week',
    { repeat: 'weekly', interval: 2, daysOfWeek: ['wednesday', 'friday'] },
    ['2028-03-01', '2028-03-03', '2028-03-15', '2028-03-17'],
    '2028-03-06',
  ],
  [
    'a date of the month',
    { repeat: 'monthly' },
    ['2028-03-15', '2028-04-15', '2028-05-15', '2028-06-15'],
    '2028-04-20',
  ],
  [
    'the 31st, the last day of shorter months',
    { repeat: 'monthly' },
    ['2028-03-31', '2028-04-30', '2028-05-31', '2028-06-30'],
    '2028-04-27',
  ],
  [
    'the second Tuesday of the month',
    { repeat: 'monthly', weekOfMonth: 'second', daysOfWeek: ['tuesday'] },
    ['2028-03-14', '2028-04-11', '2028-05-09', '2028-06-13'],
    '2028-04-12',
  ],
  [
    'the last working day of the month',
    { repeat: 'monthly', weekOfMonth: 'last', daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] },
    ['2028-03-31', '2028-04-28', '2028-05-31', '2028-06-30'],
    '2028-04-27',
  ],
  ['a date of the year', { repeat: 'yearly' }, ['2028-06-21', '2029-06-21', '2030-06-21', '2031-06-21'], '2029-06-22'],
  [
    'the 29th of February, or the 28th',
    { repeat: 'yearly' },
    ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28'],
    '2029-03-01',
  ],
  [
    'the last Thursday of November',
    { repeat: 'yearly', weekOfMonth: 'last', daysOfWeek: ['thursday'] },
    ['2028-11-30', '2029-11-29', '2030-11-28', '2031-11-27'],
    '2029-11-22',
  ],
] as const;

/** Zone, first date, and the offsets of the mornings around a change of its clocks. */
const CHANGES = [
  ['Europe/Berlin', '2029-03-24', ['+01:00', '+02:00', '+02:00']],
  ['Europe/Berlin', '2029-10-27', ['+02:00', '+01:00', '+01:00']],
  ['America/New_York', '2029-03-10', ['-05:00', '-04:00', '-04:00']],
  ['America/New_York', '2029-11-03', ['-04:00', '-05:00', '-05:00']],
  ['Australia/Sydney', '2029-03-31', ['+11:00', '+10:00', '+10:00']],
  ['Australia/Sydney', '2029-10-06', ['+10:00', '+11:00', '+11:00']],
  ['America/Santiago', '2029-04-07', ['-03:00', '-04:00', '-04:00']],
  ['America/Santiago', '2029-09-01', ['-04:00', '-03:00', '-03:00']],
  ['Australia/Lord_Howe', '2029-03-31', ['+11:00', '+10:30', '+10:30']],
  ['Asia/Kolkata', '2029-03-24', ['+05:30', '+05:30', '+05:30']],
] as const;

const RANGE = { from: '2028-01-01', to: '2032-01-01', timeZone: 'Europe/Berlin' };

describe('recurring events', () => {
  let calendars: Calendars;
  const keep = keptOpen();
  beforeAll(async () => {
    calendars = await keep(Calendars.open());
  });

  async function make(dates: readonly string[], rule: object): Promise<{ id: string; all: readonly Shown[] }> {
    const [first] = dates;
    const times = { start: `${first}T09:00`, end: `${first}T09:30`, timeZone: 'Europe/Berlin' };
    const { id } = await calendars.create({ ...times, ...rule, count: 4 });
    return { id, all: await calendars.occurrences(id, RANGE) };
  }
  const datesOf = (events: readonly Shown[]) => events.map(({ start }) => start.slice(0, 10));

  it.each(RULES)('falls on the dates of %s', async (_, rule, dates) => {
    const { all } = await make(dates, rule);
    expect(datesOf(all)).toEqual(dates);
    expect(all.filter(({ changed }) => changed)).toEqual([]);
  });

  it.each(oneIn(3, RULES))('moves one occurrence of %s and marks it', async (_, rule, dates, to) => {
    const { id, all } = await make(dates, rule);
    await calendars.update(all[1]?.id ?? '', { scope: 'occurrence', start: `${to}T14:00`, timeZone: 'Europe/Berlin' });
    const events = await calendars.occurrences(id, RANGE);
    expect(datesOf(events)).toEqual(dates.map((date, index) => (index === 1 ? to : date)));
    expect(events.map(({ changed }) => changed ?? false)).toEqual([false, true, false, false]);
    expect(events[1]?.id).toBe(all[1]?.id);
  });

  it.each(oneIn(4, RULES))('loses one occurrence of %s and keeps the others', async (_, rule, dates) => {
    const { id, all } = await make(dates, rule);
    await calendars.call('cancel_event', { eventId: all[2]?.id, scope: 'occurrence' });
    const events = await calendars.occurrences(id, RANGE);
    expect(datesOf(events)).toEqual(dates.filter((date) => date !== dates[2]));
    expect((await calendars.refusal('get_event', { eventId: all[2]?.id }))['code']).toBe('not_found');
  });

  it.each(oneIn(3, CHANGES))('stays at nine in the morning in %s after %s', async (timeZone, first, offsets) => {
    const times = { start: `${first}T09:00`, end: `${first}T09:30`, timeZone };
    const { id } = await calendars.create({ ...times, repeat: 'daily', count: 3 });
    const events = await calendars.occurrences(id, { from: first, to: `${first.slice(0, 4)}-12-31`, timeZone });
    expect(events.map(({ start }) => start.slice(10))).toEqual(offsets.map((offset) => `T09:00${offset}`));
  });

  it('takes place an hour later on the day its time is skipped', async () => {
    const times = { start: '2029-03-24T02:30', end: '2029-03-24T02:45', timeZone: 'Europe/Berlin' };
    const { id } = await calendars.create({ ...times, repeat: 'daily', count: 3 });
    const events = await calendars.occurrences(id, { from: '2029-03-24', to: '2029-03-31', timeZone: 'Europe/Berlin' });
    expect(events.map(({ start }) => start.slice(11))).toEqual(['02:30+01:00', '03:30+02:00', '02:30+02:00']);
  });

  it('takes place once on the day its time comes twice', async () => {
    const times = { start: '2029-10-27T02:30', end: '2029-10-27T02:45', timeZone: 'Europe/Berlin' };
    const { id } = await calendars.create({ ...times, repeat: 'daily', count: 3 });
    const events = await calendars.occurrences(id, { from: '2029-10-27', to: '2029-10-31', timeZone: 'Europe/Berlin' });
    expect(events.map(({ start }) => start.slice(11))).toEqual(['02:30+02:00', '02:30+02:00', '02:30+01:00']);
  });

  it('ends with its last date, which is included', async () => {
    const times = { start: '2028-03-01T23:30', end: '2028-03-01T23:45', timeZone: 'America/New_York' };
    const { id } = await calendars.create({ ...times, repeat: 'daily', until: '2028-03-03' });
    const events = await calendars.occurrences(id, { ...RANGE, timeZone: 'America/New_York' });
    expect(datesOf(events)).toEqual(['2028-03-01', '2028-03-02', '2028-03-03']);
  });

  it('shows its occurrences on the dates of whoever looks', async () => {
    const times = { start: '2028-03-01T23:30', end: '2028-03-01T23:45', timeZone: 'America/New_York' };
    const { id } = await calendars.create({ ...times, repeat: 'weekly', count: 2 });
    const events = await calendars.occurrences(id, { ...RANGE, timeZone: 'Asia/Kolkata' });
    // Between the two, New York began its summer time.
    expect(events.map(({ start }) => start)).toEqual(['2028-03-02T10:00+05:30', '2028-03-09T10:00+05:30']);
  });

  it('is neither cancelled nor changed before it is said what of it is meant', async () => {
    const { all } = await make(['2028-05-01'], { repeat: 'daily' });
    const eventId = all[0]?.id;
    for (const [tool, args] of Object.entries({ cancel_event: {}, update_event: { subject: 'x' } })) {
      expect(await calendars.refusal(tool, { eventId, ...args })).toMatchObject({
        code: 'invalid_arguments',
        userAction: expect.stringContaining('series'),
      });
    }
  });

  it('is cancelled as a whole by the id of any occurrence', async () => {
    const { id, all } = await make(['2028-05-08'], { repeat: 'daily' });
    await calendars.call('cancel_event', { eventId: all[3]?.id, scope: 'series' });
    expect((await calendars.refusal('get_event', { eventId: id }))['code']).toBe('not_found');
  });
});
