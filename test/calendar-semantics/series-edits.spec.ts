import { Calendars, type Shown } from './calendar.js';
import { keptOpen } from '../support/keep-open.js';

const MONDAYS = { start: '2028-03-06T09:00', end: '2028-03-06T09:30', repeat: 'weekly', count: 4 };
const RANGE = { from: '2028-03-01', to: '2028-12-31' };

describe('edits of a series', () => {
  let calendars: Calendars;
  const keep = keptOpen();
  beforeAll(async () => {
    calendars = await keep(Calendars.open());
  });

  async function make(args: object = {}): Promise<{ id: string; all: readonly Shown[] }> {
    const { id } = await calendars.create({ ...MONDAYS, ...args });
    return { id, all: await calendars.occurrences(id, RANGE) };
  }
  const edit = (event: Shown | undefined, changes: object) =>
    calendars.update(event?.id ?? '', { scope: 'series', ...changes });
  const startsOf = async (id: string) =>
    (await calendars.occurrences(id, RANGE)).map(({ start }) => start.slice(0, 16));

  it('changes the time of day of all by one of them, and no date', async () => {
    const { id, all } = await make();
    await edit(all[2], { start: '2028-03-20T14:15' });
    expect(await startsOf(id)).toEqual(['06', '13', '20', '27'].map((day) => `2028-03-${day}T14:15`));
  });

  it('keeps the length when only the start is given', async () => {
    const { id, all } = await make();
    await edit(all[0], { start: '2028-03-06T23:45' });
    expect((await calendars.occurrences(id, RANGE))[3]?.end).toBe('2028-03-28T00:15+02:00');
  });

  it('changes the length when only the end is given', async () => {
    const { id, all } = await make();
    await edit(all[1], { end: '2028-03-13T10:30' });
    const ends = (await calendars.occurrences(id, RANGE)).map(({ end }) => end.slice(11, 16));
    expect(ends).toEqual(['10:30', '10:30', '10:30', '10:30']);
  });

  it.each([
    ['the day after', '2028-03-14', ['2028-03-07', '2028-03-14', '2028-03-21', '2028-03-28']],
    ['the Sunday before', '2028-03-12', ['2028-03-05', '2028-03-12', '2028-03-19', '2028-03-26']],
    ['Friday of that week', '2028-03-17', ['2028-03-10', '2028-03-17', '2028-03-24', '2028-03-31']],
  ])('moves all Mondays to %s', async (_, to, dates) => {
    const { id, all } = await make();
    await edit(all[1], { start: to });
    expect(await startsOf(id)).toEqual(dates.map((date) => `${date}T09:00`));
  });

  it('moves its last date along', async () => {
    const { id, all } = await make({ count: undefined, until: '2028-03-20' });
    await edit(all[0], { start: '2028-03-08' });
    expect(await startsOf(id)).toEqual(['08', '15', '22'].map((day) => `2028-03-${day}T09:00`));
  });

  it('moves several days of the week together', async () => {
    const { id, all } = await make({ daysOfWeek: ['monday', 'wednesday'] });
    await edit(all[0], { start: '2028-03-07' });
    expect(await startsOf(id)).toEqual(['07', '09', '14', '16'].map((day) => `2028-03-${day}T09:00`));
  });

  it('moves a date of the month', async () => {
    const { id, all } = await make({ repeat: 'monthly' });
    await edit(all[1], { start: '2028-04-10' });
    expect(await startsOf(id)).toEqual(['03', '04', '05', '06'].map((month) => `2028-${month}-10T09:00`));
  });

  it.each([
    ['the first Monday of the month', { repeat: 'monthly', weekOfMonth: 'first' }],
    ['two days of every other week', { interval: 2, daysOfWeek: ['monday', 'friday'] }],
  ])('does not move %s to other days, and says what can be done', async (_, rule) => {
    const { id, all } = await make(rule);
    const before = await startsOf(id);
    const args = { eventId: all[0]?.id, scope: 'series', start: '2028-03-07' };
    expect(await calendars.refusal('update_event', args)).toMatchObject({
      code: 'invalid_arguments',
      userAction: expect.stringContaining('create'),
    });
    expect(await startsOf(id)).toEqual(before);
  });

  it.each([
    ['the first Monday of the month', { repeat: 'monthly', weekOfMonth: 'first' }],
    ['two days of every other week', { interval: 2, daysOfWeek: ['monday', 'friday'] }],
  ])('changes the time of day of %s', async (_, rule) => {
    const { id, all } = await make(rule);
    const before = await startsOf(id);
    await edit(all[1], { start: `${all[1]?.start.slice(0, 10)}T16:00` });
    expect(await startsOf(id)).toEqual(before.map((start) => `${start.slice(0, 10)}T16:00`));
  });

  it('keeps the zone it is anchored in when it is moved from another', async () => {
    const { id } = await calendars.create({ ...MONDAYS, timeZone: 'America/New_York' });
    const [first] = await calendars.occurrences(id, RANGE);
    await edit(first, { start: '2028-03-06T17:00', timeZone: undefined });
    const events = await calendars.occurrences(id, { ...RANGE, timeZone: 'America/New_York' });
    expect(events.map(({ start }) => start.slice(11))).toEqual([
      '11:00-05:00',
      '11:00-04:00',
      '11:00-04:00',
      '11:00-04:00',
    ]);
  });

  it('is anchored in another zone when one is named', async () => {
    const { id } = await calendars.create({ ...MONDAYS, timeZone: 'America/New_York' });
    const [first] = await calendars.occurrences(id, RANGE);
    await edit(first, { start: '2028-03-06T15:00', timeZone: 'Europe/Berlin' });
    const events = await calendars.occurrences(id, RANGE);
    expect(events.map(({ start }) => start.slice(11))).toEqual([
      '15:00+01:00',
      '15:00+01:00',
      '15:00+01:00',
      '15:00+02:00',
    ]);
    expect((await calendars.get(id)).originalTimeZone).toBe('Europe/Berlin');
  });

  it('keeps moved and cancelled occurrences when only words change', async () => {
    const { id, all } = await make();
    await calendars.update(all[1]?.id ?? '', { scope: 'occurrence', start: '2028-03-14T10:00' });
    await calendars.call('cancel_event', { eventId: all[2]?.id, scope: 'occurrence' });
    await edit(all[0], { subject: 'Renamed series', location: 'Room 2' });
    expect(await startsOf(id)).toEqual(['2028-03-06T09:00', '2028-03-14T10:00', '2028-03-27T09:00']);
    expect(await calendars.get(all[1]?.id ?? '')).toMatchObject({ subject: 'Renamed series', kind: 'exception' });
  });

  it('ends exceptions when the series moves, as Outlook does', async () => {
    const { id, all } = await make();
    await calendars.update(all[1]?.id ?? '', { scope: 'occurrence', start: '2028-03-14T10:00' });
    await edit(all[0], { start: '2028-03-06T11:00' });
    expect(await startsOf(id)).toEqual(['06', '13', '20', '27'].map((day) => `2028-03-${day}T11:00`));
  });

  it('does not learn the place of all from one that was moved', async () => {
    const { all } = await make();
    await calendars.update(all[1]?.id ?? '', { scope: 'occurrence', start: '2028-03-14T10:00' });
    const args = { eventId: all[1]?.id, scope: 'series', start: '2028-03-15T10:00' };
    expect(await calendars.refusal('update_event', args)).toMatchObject({
      code: 'invalid_arguments',
      userAction: expect.stringContaining('calendar_list_occurrences'),
    });
  });

  it.each([
    ['the day of the one before', '2028-03-06T20:00'],
    ['the day of the one after', '2028-03-20T08:00'],
    ['past the one after', '2028-03-22T09:00'],
  ])('does not move an occurrence to %s', async (_, start) => {
    const { all } = await make();
    const args = { eventId: all[1]?.id, scope: 'occurrence', start };
    expect(await calendars.refusal('update_event', args)).toMatchObject({
      code: 'invalid_arguments',
      message: expect.stringContaining('another occurrence'),
    });
  });

  it('lets an occurrence take the day of one that was cancelled', async () => {
    const { id, all } = await make();
    await calendars.call('cancel_event', { eventId: all[2]?.id, scope: 'occurrence' });
    await calendars.update(all[1]?.id ?? '', { scope: 'occurrence', start: '2028-03-20' });
    expect(await startsOf(id)).toEqual(['2028-03-06T09:00', '2028-03-20T09:00', '2028-03-27T09:00']);
  });

  it('says on a dry run how it would be moved, and moves nothing', async () => {
    const { id, all } = await make();
    const dry = await edit(all[1], { start: '2028-03-14T10:00', dryRun: true });
    expect(dry).toMatchObject({ done: false, event: { start: '2028-03-07T10:00+01:00', kind: 'series' } });
    expect((await startsOf(id))[0]).toBe('2028-03-06T09:00');
  });

  it('refuses the id of the series where one occurrence is meant', async () => {
    const { id } = await make();
    for (const [tool, args] of Object.entries({ cancel_event: {}, update_event: { subject: 'x' } })) {
      const refused = await calendars.refusal(tool, { eventId: id, scope: 'occurrence', ...args });
      expect(refused).toMatchObject({
        code: 'invalid_arguments',
        message: expect.stringContaining('not one occurrence'),
      });
    }
  });
});
