import { randomUUID } from 'node:crypto';
import type { CalendarPort, MeetingSearch, PlacesPort, Room, Scope, SchedulePort, UserContext } from '@app/domain';
import { aNewEvent } from './calendar/calendar.harness.js';
import { codeOf, type Someone, type Open, openedForSuite } from './suite.js';

/** One adapter with the mailboxes of two people of one organisation, which has a room. */
export interface ScheduleHarness {
  readonly schedule: SchedulePort;
  readonly calendar: CalendarPort;
  readonly places: PlacesPort;
  /** What `listRooms` tells of one room that nobody has booked. */
  readonly room: Room;
  /** Default scope: `Calendars.ReadWrite`. */
  as(person: Someone, scopes?: readonly Scope[]): UserContext;
  addressOf(person: Someone): string;
  close(): Promise<void>;
}

/** What every `SchedulePort` and the `PlacesPort` beside it do, whatever is behind them. */
export function scheduleContract(open: Open<ScheduleHarness>): void {
  const harness = openedForSuite(open);

  // Weekends, on which nobody has meetings already.
  const ask = (date: string, addresses: readonly string[], timeZone = 'UTC') =>
    harness().schedule.schedulesOf(harness().as('anna'), {
      addresses,
      range: { start: `${date}T00:00:00Z`, end: `${date}T23:59:00Z` },
      timeZone,
    });
  const create = (start: string, more: object = {}) =>
    harness().calendar.createEvent(harness().as('ben'), aNewEvent(start, more));
  const times = (entries: readonly { start: string; end: string; status: string }[]) =>
    entries.map(({ start, end, status }) => [Date.parse(start), Date.parse(end), status]);
  const entry = (start: string, end: string, status: string) => [Date.parse(start), Date.parse(end), status];

  it("gives the times another's calendar is taken, with their status", async () => {
    await create('2029-03-03T09:00:00');
    await create('2029-03-03T11:00:00', { showAs: 'oof' });
    const [ben] = await ask('2029-03-03', [harness().addressOf('ben')]);
    expect(ben?.address).toBe(harness().addressOf('ben'));
    expect(times(ben?.entries ?? []).sort()).toEqual([
      entry('2029-03-03T09:00:00Z', '2029-03-03T09:30:00Z', 'busy'),
      entry('2029-03-03T11:00:00Z', '2029-03-03T11:30:00Z', 'oof'),
    ]);
  });

  it('gives all-day events from midnight to midnight of the zone', async () => {
    const time = { allDay: true, start: '2029-03-04', end: '2029-03-04', timeZone: 'UTC' };
    await create('2029-03-04T00:00:00', { time, showAs: 'busy' });
    const [ben] = await ask('2029-03-04', [harness().addressOf('ben')], 'Europe/Berlin');
    expect(times(ben?.entries ?? [])).toEqual([entry('2029-03-03T23:00:00Z', '2029-03-04T23:00:00Z', 'busy')]);
  });

  it('answers for each address in the order asked, and says who cannot be read', async () => {
    const stranger = `${randomUUID()}@elsewhere.example`;
    const asked = [harness().addressOf('ben'), stranger, harness().addressOf('anna')];
    const schedules = await ask('2029-03-07', asked);
    expect(schedules.map(({ address }) => address)).toEqual(asked);
    expect(schedules.map(({ unreadable }) => unreadable)).toEqual([undefined, 'unavailable', undefined]);
  });

  it('refuses what the token has no scope for', async () => {
    const range = { start: '2029-03-03T00:00:00Z', end: '2029-03-04T00:00:00Z' };
    const query = { addresses: [harness().addressOf('ben')], range, timeZone: 'UTC' };
    expect(await codeOf(harness().schedule.schedulesOf(harness().as('anna', ['User.Read']), query))).toBe(
      'access_denied',
    );
  });

  // A weekend as well: in both adapters it is outside working hours.
  const find = (more: Partial<MeetingSearch> = {}, scopes: readonly Scope[] = ['Calendars.ReadWrite.Shared']) =>
    harness().schedule.meetingTimes(harness().as('anna', scopes), {
      addresses: [harness().addressOf('ben')],
      range: { start: '2029-03-17T09:00:00Z', end: '2029-03-17T11:00:00Z' },
      minutes: 60,
      workingHoursOnly: false,
      minimumPercentage: 100,
      organizerOptional: false,
      limit: 10,
      ...more,
    });
  const startsOf = (times: readonly { start: string }[]) => times.map(({ start }) => Date.parse(start));

  it('finds the times at which everybody is free, by half hours', async () => {
    await create('2029-03-17T10:00:00');
    const { times, whyNone } = await find();
    expect(whyNone).toBeUndefined();
    expect(startsOf(times)).toEqual([Date.parse('2029-03-17T09:00:00Z')]);
    expect(times[0]).toMatchObject({
      confidence: 100,
      organizer: 'free',
      attendees: [{ address: harness().addressOf('ben'), status: 'free' }],
    });
    expect(Date.parse(times[0]?.end ?? '')).toBe(Date.parse('2029-03-17T10:00:00Z'));
  });

  it('finds less sure times when they are sure enough, the surest first, and no more than wanted', async () => {
    const { times } = await find({ minimumPercentage: 0 });
    expect(times.map(({ confidence }) => confidence)).toEqual([100, 0, 0]);
    expect((await find({ minimumPercentage: 0, limit: 2 })).times).toHaveLength(2);
  });

  it('says whether it is the person, the others, or what is not known of them, that leaves no time', async () => {
    const busy = { start: '2029-03-17T10:00:00Z', end: '2029-03-17T10:30:00Z' };
    const others = await find({ range: busy, minutes: 30 });
    expect(others).toEqual({ times: [], whyNone: 'attendees_unavailable' });
    const addresses = [`${randomUUID()}@elsewhere.example`];
    expect(await find({ addresses })).toEqual({ times: [], whyNone: 'attendees_unknown' });
    expect((await find({ addresses, minimumPercentage: 49 })).times[0]).toMatchObject({
      confidence: 49,
      attendees: [{ status: 'unknown' }],
    });
    await harness().calendar.createEvent(harness().as('anna'), aNewEvent('2029-03-18T09:00:00'));
    const own = { start: '2029-03-18T09:00:00Z', end: '2029-03-18T09:30:00Z' };
    expect(await find({ range: own, minutes: 30 })).toEqual({ times: [], whyNone: 'organizer_unavailable' });
    expect((await find({ range: own, minutes: 30, organizerOptional: true })).times[0]?.organizer).toBe('busy');
  });

  it('keeps to the working hours of the person when asked', async () => {
    const saturday = { start: '2029-03-24T00:00:00Z', end: '2029-03-25T00:00:00Z' };
    expect(await find({ range: saturday, workingHoursOnly: true })).toMatchObject({ times: [] });
    const monday = { start: '2029-03-26T00:00:00Z', end: '2029-03-27T00:00:00Z' };
    const { times } = await find({ range: monday, workingHoursOnly: true, addresses: [], limit: 50 });
    const hours = startsOf(times).map((start) => new Date(start).getUTCHours());
    expect(hours.length).toBeGreaterThan(0);
    expect(hours.filter((hour) => hour < 5 || hour > 17)).toEqual([]);
  });

  it('refuses to find times for a token that reads only the own calendar', async () => {
    expect(await codeOf(find({}, ['Calendars.ReadWrite']))).toBe('access_denied');
  });

  it('gives the rooms of the organisation with what is in them, and tells when they are taken', async () => {
    const rooms = await harness().places.listRooms(harness().as('anna', ['Place.Read.All']));
    const { room } = harness();
    expect(rooms).toContainEqual(room);
    await create('2029-03-31T09:00:00', { attendees: [{ address: room.address, kind: 'required' }] });
    const [taken] = await ask('2029-03-31', [room.address]);
    expect(taken?.entries).toHaveLength(1);
  });

  it('refuses to list rooms for a token without the scope for places', async () => {
    expect(await codeOf(harness().places.listRooms(harness().as('anna', ['Calendars.ReadWrite'])))).toBe(
      'access_denied',
    );
  });
}
