import type { Scope } from '@app/domain';
import { aNewEvent, eventsNamed, type HarnessOf, pagesOf } from './calendar.harness.js';
import { codeOf, type Someone } from '../suite.js';

export function listingContract(harness: HarnessOf): void {
  it('gives events in the order of their start, whatever the order they were made in', async () => {
    const { calendar, as } = harness();
    const starts = ['2027-02-01T15:00:00', '2027-02-01T08:00:00', '2027-02-01T11:00:00'];
    for (const [index, start] of starts.entries()) {
      await calendar.createEvent(as('anna'), aNewEvent(start, { subject: `order ${index}` }));
    }
    const events = await eventsNamed(harness(), as('anna'), /^order /, [
      '2027-02-01T00:00:00Z',
      '2027-02-02T00:00:00Z',
    ]);
    expect(events.map(({ subject }) => subject)).toEqual(['order 1', 'order 2', 'order 0']);
    expect(events[0]?.time).toEqual({ allDay: false, start: '2027-02-01T08:00:00Z', end: '2027-02-01T08:30:00Z' });
  });

  it('gives events that overlap the range and not those that only touch it', async () => {
    const { calendar, as } = harness();
    const spans = {
      'edge ends at the start': ['09:00', '10:00'],
      'edge begins before': ['09:30', '10:30'],
      'edge inside': ['10:30', '11:00'],
      'edge covers all': ['08:00', '13:00'],
      'edge ends after': ['11:30', '12:30'],
      'edge begins at the end': ['12:00', '13:00'],
    };
    for (const [subject, [start, end]] of Object.entries(spans)) {
      const time = { allDay: false, start: `2027-02-03T${start}:00`, end: `2027-02-03T${end}:00`, timeZone: 'UTC' };
      await calendar.createEvent(as('anna'), aNewEvent('', { subject, time }));
    }
    const events = await eventsNamed(harness(), as('anna'), /^edge /, ['2027-02-03T10:00:00Z', '2027-02-03T12:00:00Z']);
    expect(events.map(({ subject }) => subject)).toEqual([
      'edge covers all',
      'edge begins before',
      'edge inside',
      'edge ends after',
    ]);
  });

  it('gives an all-day event as dates with its last day included', async () => {
    const { calendar, as } = harness();
    const time = { allDay: true, start: '2027-02-09', end: '2027-02-11', timeZone: 'Europe/Berlin' };
    const { id } = await calendar.createEvent(as('anna'), aNewEvent('', { subject: 'all day', time }));
    const expected = { allDay: true, start: '2027-02-09', end: '2027-02-11' };
    const found = await eventsNamed(harness(), as('anna'), 'all day', ['2027-02-10T00:00:00Z', '2027-02-11T00:00:00Z']);
    expect(found.map((event) => event.time)).toEqual([expected]);
    expect((await calendar.getEvent(as('anna'), id, { withBody: false })).time).toEqual(expected);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Honolulu', 'Europe/Berlin'])(
    'gives an all-day event made in %s to everybody whose day touches its date',
    async (timeZone) => {
      const { calendar, as } = harness();
      const subject = `date in ${timeZone}`;
      const time = { allDay: true, start: '2027-02-16', end: '2027-02-16', timeZone };
      await calendar.createEvent(as('anna'), aNewEvent('', { subject, time }));
      const ranges = [
        ['2027-02-15T10:00:00Z', '2027-02-15T11:00:00Z'],
        ['2027-02-16T12:00:00Z', '2027-02-16T12:30:00Z'],
        ['2027-02-17T11:00:00Z', '2027-02-17T12:00:00Z'],
      ] as const;
      for (const range of ranges) expect(await eventsNamed(harness(), as('anna'), subject, range)).toHaveLength(1);
      const out = ['2027-02-17T12:00:00Z', '2027-02-17T13:00:00Z'] as const;
      expect(await eventsNamed(harness(), as('anna'), subject, out)).toEqual([]);
    },
  );

  it('gives an event without duration that begins with the range', async () => {
    const { calendar, as } = harness();
    const time = { allDay: false, start: '2027-02-18T09:00:00', end: '2027-02-18T09:00:00', timeZone: 'UTC' };
    await calendar.createEvent(as('anna'), aNewEvent('', { subject: 'a moment', time }));
    const range = ['2027-02-18T09:00:00Z', '2027-02-18T10:00:00Z'] as const;
    expect(await eventsNamed(harness(), as('anna'), 'a moment', range)).toHaveLength(1);
  });

  it('gives the events of the calendar asked for, and of the default one otherwise', async () => {
    const { calendar, as } = harness();
    const calendars = await calendar.listCalendars(as('anna'));
    const other = calendars.find(({ isDefault }) => !isDefault);
    expect(calendars.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect(other).toMatchObject({ canEdit: true, name: expect.stringMatching(/./) });
    await calendar.createEvent(
      as('anna'),
      aNewEvent('2027-02-22T09:00:00', { subject: 'aside', calendarId: other?.id }),
    );
    const day = ['2027-02-22T00:00:00Z', '2027-02-23T00:00:00Z'] as const;
    expect(await eventsNamed(harness(), as('anna'), 'aside', day)).toEqual([]);
    expect(await eventsNamed(harness(), as('anna'), 'aside', day, other?.id)).toHaveLength(1);
  });

  it("knows no calendar of somebody else's", async () => {
    const { calendar, as } = harness();
    const calendarId = (await calendar.listCalendars(as('anna'))).find(({ isDefault }) => !isDefault)?.id;
    const range = { start: '2027-02-01T00:00:00Z', end: '2027-02-02T00:00:00Z' };
    expect(await codeOf(calendar.listEvents(as('ben'), { range, limit: 5, calendarId }))).toBe('not_found');
    const foreign = aNewEvent('2027-02-01T09:00:00', { calendarId });
    expect(await codeOf(calendar.createEvent(as('ben'), foreign))).toBe('not_found');
  });

  it('gives each person their own events only', async () => {
    const { calendar, as } = harness();
    await calendar.createEvent(as('anna'), aNewEvent('2027-02-24T09:00:00', { subject: 'of anna alone' }));
    const day = ['2027-02-24T00:00:00Z', '2027-02-25T00:00:00Z'] as const;
    expect(await eventsNamed(harness(), as('anna'), 'of anna alone', day)).toHaveLength(1);
    expect(await eventsNamed(harness(), as('ben'), 'of anna alone', day)).toEqual([]);
  });

  const SHARED_DAY = { start: '2027-02-26T00:00:00Z', end: '2027-02-27T00:00:00Z' };

  it("gives the reader of somebody's shared calendar its events, a page at a time, and of private ones the time", async () => {
    const { calendar, as, addressOf } = harness();
    await calendar.createEvent(
      as('anna'),
      aNewEvent('2027-02-26T09:00:00', { subject: 'for all to see', location: 'Hut' }),
    );
    await calendar.createEvent(as('anna'), aNewEvent('2027-02-26T10:00:00', { isPrivate: true, location: 'Home' }));
    const query = { range: SHARED_DAY, calendarOf: addressOf('anna'), limit: 1 };
    const pages = await pagesOf(harness(), as('ben', ['Calendars.Read.Shared']), query);
    const [seen, veiled] = pages.flatMap(({ events }) => events);
    expect(seen).toMatchObject({ subject: 'for all to see', location: 'Hut', isPrivate: false });
    expect(veiled).toMatchObject({ subject: 'Private Appointment', isPrivate: true, showAs: 'busy' });
    expect(veiled?.location).toBeUndefined();
  });

  it('gives nothing of a calendar that is not shared, of nobody, or to a token for the own calendar', async () => {
    const { calendar, as, addressOf } = harness();
    const ask = (calendarOf: string, who: Someone, scopes: readonly Scope[] = ['Calendars.Read.Shared']) =>
      codeOf(calendar.listEvents(as(who, scopes), { range: SHARED_DAY, limit: 5, calendarOf }));
    expect(await ask(addressOf('ben'), 'anna')).toBe('not_allowed');
    expect(await ask('nobody@contract.example', 'anna')).toBe('not_allowed');
    expect(await ask(addressOf('anna'), 'ben', ['Calendars.ReadWrite'])).toBe('access_denied');
  });

  it('refuses what the token has no scope for', async () => {
    const { calendar, as } = harness();
    const reader = as('anna', ['Calendars.ReadBasic']);
    const range = { start: '2027-02-24T00:00:00Z', end: '2027-02-25T00:00:00Z' };
    expect((await calendar.listEvents(reader, { range, limit: 5 })).events).not.toEqual([]);
    expect(await codeOf(calendar.createEvent(reader, aNewEvent('2027-02-24T12:00:00')))).toBe('access_denied');
    expect(await codeOf(calendar.listCalendars(as('anna', ['User.Read'])))).toBe('access_denied');
  });
}
