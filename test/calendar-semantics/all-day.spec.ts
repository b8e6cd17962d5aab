import { Calendars } from './calendar.js';
import { oneIn } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';

const ZONES = [
  'Europe/Berlin',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
  'America/Santiago',
  'Australia/Lord_Howe',
] as const;

/** First and last date, across the changes of the clocks in both hemispheres. */
const SPANS = [
  ['one day', 'Europe/Berlin', '2027-05-03', '2027-05-03'],
  ['three days', 'Europe/Berlin', '2027-05-10', '2027-05-12'],
  ['a weekend when summer time begins', 'Europe/Berlin', '2027-03-27', '2027-03-28'],
  ['a weekend when summer time ends', 'America/New_York', '2027-11-06', '2027-11-07'],
  ['a weekend when southern summer time ends', 'Australia/Sydney', '2027-04-03', '2027-04-04'],
  ['a day that begins at one in the morning', 'America/Santiago', '2027-09-05', '2027-09-05'],
  ['the turn of the year', 'Asia/Kolkata', '2027-12-31', '2028-01-01'],
  ['a leap day', 'Europe/Berlin', '2028-02-29', '2028-02-29'],
] as const;

describe('all-day events', () => {
  let calendars: Calendars;
  const keep = keptOpen();
  beforeAll(async () => {
    calendars = await keep(Calendars.open());
  });

  const make = (start: string, end: string, more: object = {}) =>
    calendars.create({ start, end, allDay: true, ...more });
  const after = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

  it.each(oneIn(2, SPANS))('keeps %s (%s)', async (_, timeZone, start, end) => {
    const { id } = await make(start, end, { timeZone });
    expect(await calendars.get(id, { timeZone })).toMatchObject({ start, end, allDay: true });
  });

  it.each(oneIn(2, SPANS))('lists %s (%s) on its last date and not on the next', async (_, timeZone, start, end) => {
    const subject = calendars.subject();
    await make(start, end, { subject, timeZone });
    expect(await calendars.list(subject, { from: end, to: end, timeZone })).toHaveLength(1);
    expect(await calendars.list(subject, { from: after(end), to: after(end), timeZone })).toEqual([]);
  });

  it.each(oneIn(2, ZONES))('is on the same date for somebody in %s', async (timeZone) => {
    const subject = calendars.subject();
    await make('2027-06-15', '2027-06-15', { subject, timeZone: 'America/New_York' });
    const on = (date: string) => calendars.list(subject, { from: date, to: date, timeZone });
    expect(await on('2027-06-15')).toMatchObject([{ start: '2027-06-15', end: '2027-06-15' }]);
    expect([await on('2027-06-14'), await on('2027-06-16')]).toEqual([[], []]);
  });

  it('keeps its length when it is moved by its first date', async () => {
    const { id } = await make('2027-07-05', '2027-07-07');
    const { event } = await calendars.update(id, { start: '2027-10-30' });
    expect(event).toMatchObject({ start: '2027-10-30', end: '2027-11-01', allDay: true });
  });

  it('ends on another date when only the end is given', async () => {
    const { id } = await make('2027-07-12', '2027-07-12');
    expect((await calendars.update(id, { end: '2027-07-14' })).event).toMatchObject({
      start: '2027-07-12',
      end: '2027-07-14',
    });
  });

  it('becomes an event with a time', async () => {
    const { id } = await make('2027-07-19', '2027-07-19');
    const times = { start: '2027-07-19T10:00', end: '2027-07-19T11:00' };
    const { event } = await calendars.update(id, { ...times, allDay: false });
    expect(event).toMatchObject({ start: '2027-07-19T10:00+02:00', end: '2027-07-19T11:00+02:00' });
    expect(event.allDay).toBeUndefined();
  });

  it('is made of an event with a time', async () => {
    const { id } = await calendars.create({ start: '2027-07-20T10:00', end: '2027-07-20T11:00' });
    const { event } = await calendars.update(id, { start: '2027-07-20', end: '2027-07-21', allDay: true });
    expect(event).toMatchObject({ start: '2027-07-20', end: '2027-07-21', allDay: true });
  });

  it('asks for both ends when a time is made of it', async () => {
    const { id } = await make('2027-07-22', '2027-07-22');
    const refused = await calendars.refusal('update_event', { eventId: id, allDay: false, start: '2027-07-22T10:00' });
    expect(refused).toMatchObject({ code: 'invalid_arguments', message: expect.stringContaining('start and end') });
  });

  it.each([
    ['an end before the start', '2027-07-26', '2027-07-25'],
    ['a time of day', '2027-07-26T10:00', '2027-07-26T11:00'],
    ['a date that is none', '2027-02-29', '2027-03-01'],
  ])('refuses %s', async (_, start, end) => {
    const args = { subject: calendars.subject(), allDay: true, start, end };
    expect((await calendars.refusal('create_event', args))['code']).toBe('invalid_arguments');
  });

  it.each(['Europe/Berlin', 'Australia/Sydney'])('repeats by dates in %s, whatever the clocks do', async (timeZone) => {
    const { id } = await make('2027-03-20', '2027-03-21', { timeZone, repeat: 'weekly', count: 3 });
    const range = { from: '2027-03-01', to: '2027-05-01', timeZone };
    expect(await calendars.occurrences(id, range)).toMatchObject([
      { start: '2027-03-20', end: '2027-03-21' },
      { start: '2027-03-27', end: '2027-03-28' },
      { start: '2027-04-03', end: '2027-04-04' },
    ]);
  });

  it('moves one occurrence by a date and leaves the others', async () => {
    const { id } = await make('2027-08-02', '2027-08-02', { repeat: 'weekly', count: 3 });
    const range = { from: '2027-08-01', to: '2027-08-31' };
    const [, second] = await calendars.occurrences(id, range);
    await calendars.update(second?.id ?? '', { scope: 'occurrence', start: '2027-08-10' });
    const events = await calendars.occurrences(id, range);
    expect(events.map(({ start, changed }) => [start, changed])).toEqual([
      ['2027-08-02', undefined],
      ['2027-08-10', true],
      ['2027-08-16', undefined],
    ]);
  });
});
