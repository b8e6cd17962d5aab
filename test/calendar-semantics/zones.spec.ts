import { Calendars, startsOf } from './calendar.js';
import { oneIn } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';

/** Made where and when, seen from where, and when it is there. */
const SEEN = [
  [
    'a winter afternoon in Berlin from New York',
    'Europe/Berlin',
    '2027-01-15T15:00',
    'America/New_York',
    '2027-01-15T09:00-05:00',
  ],
  [
    'a summer afternoon in Berlin from New York',
    'Europe/Berlin',
    '2027-07-15T15:00',
    'America/New_York',
    '2027-07-15T09:00-04:00',
  ],
  [
    'the weeks when only America has summer time',
    'Europe/Berlin',
    '2027-03-22T15:00',
    'America/New_York',
    '2027-03-22T10:00-04:00',
  ],
  [
    'a morning in Sydney from Berlin, the day before',
    'Australia/Sydney',
    '2027-01-15T08:00',
    'Europe/Berlin',
    '2027-01-14T22:00+01:00',
  ],
  ['half an hour of offset in Kolkata', 'Asia/Kolkata', '2027-05-03T09:30', 'UTC', '2027-05-03T04:00+00:00'],
  [
    'Lord Howe in winter, half an hour behind its summer',
    'Australia/Lord_Howe',
    '2027-06-15T09:00',
    'UTC',
    '2027-06-14T22:30+00:00',
  ],
  ['Lord Howe in summer', 'Australia/Lord_Howe', '2027-01-15T09:00', 'UTC', '2027-01-14T22:00+00:00'],
  [
    'Santiago, whose summer is in January',
    'America/Santiago',
    '2027-01-15T09:00',
    'Europe/Berlin',
    '2027-01-15T13:00+01:00',
  ],
  ['Santiago in winter', 'America/Santiago', '2027-07-15T09:00', 'Europe/Berlin', '2027-07-15T15:00+02:00'],
  [
    'a time with an offset of its own, whatever the zone',
    'Europe/Berlin',
    '2027-01-15T09:00-05:00',
    'Europe/Berlin',
    '2027-01-15T15:00+01:00',
  ],
] as const;

const WINDOWS = [
  ['W. Europe Standard Time', '2027-07-01T09:00+02:00'],
  ['Eastern Standard Time', '2027-07-01T09:00-04:00'],
  ['India Standard Time', '2027-07-01T09:00+05:30'],
  ['AUS Eastern Standard Time', '2027-07-01T09:00+10:00'],
  ['Lord Howe Standard Time', '2027-07-01T09:00+10:30'],
  ['Pacific SA Standard Time', '2027-07-01T09:00-04:00'],
] as const;

/** Zone, a local time its clocks skip, and the one it would be moved to. */
const GAPS = [
  ['Europe/Berlin', '2027-03-28T02:30', '2027-03-28T03:30'],
  ['America/New_York', '2027-03-14T02:30', '2027-03-14T03:30'],
  ['Australia/Sydney', '2027-10-03T02:30', '2027-10-03T03:30'],
  ['America/Santiago', '2027-09-05T00:30', '2027-09-05T01:30'],
  ['Australia/Lord_Howe', '2027-10-03T02:15', '2027-10-03T02:45'],
] as const;

/** Zone, a local time its clocks show twice, and the offsets of the two. */
const FOLDS = [
  ['Europe/Berlin', '2027-10-31T02:30', '+02:00', '+01:00'],
  ['America/New_York', '2027-11-07T01:30', '-04:00', '-05:00'],
  ['Australia/Sydney', '2027-04-04T02:30', '+11:00', '+10:00'],
  ['America/Santiago', '2027-04-03T23:30', '-03:00', '-04:00'],
  ['Australia/Lord_Howe', '2027-04-04T01:45', '+11:00', '+10:30'],
] as const;

/** Zone and a date of which the day has not 24 hours. */
const ODD_DAYS = [
  ['Europe/Berlin', '2027-03-28', '2027-03-29'],
  ['Europe/Berlin', '2027-10-31', '2027-11-01'],
  ['America/New_York', '2027-03-14', '2027-03-15'],
  ['Australia/Sydney', '2027-04-04', '2027-04-05'],
  ['America/Santiago', '2027-09-05', '2027-09-06'],
  ['Australia/Lord_Howe', '2027-10-03', '2027-10-04'],
] as const;

describe('times and zones', () => {
  let calendars: Calendars;
  const keep = keptOpen();
  beforeAll(async () => {
    calendars = await keep(Calendars.open());
  });

  const plus = (local: string, minutes: number) =>
    new Date(Date.parse(`${local.slice(0, 16)}Z`) + minutes * 60_000).toISOString().slice(0, 16) + local.slice(16);
  const make = (start: string, timeZone: string) => calendars.create({ start, end: plus(start, 15), timeZone });

  it.each(oneIn(2, SEEN))('shows %s', async (_, timeZone, start, seenFrom, expected) => {
    const { id } = await make(start, timeZone);
    expect(await calendars.get(id, { timeZone: seenFrom })).toMatchObject({ start: expected });
  });

  it.each(WINDOWS)('takes the Windows name %s', async (timeZone, expected) => {
    const { id, start } = await make('2027-07-01T09:00', timeZone);
    expect(start).toBe(expected);
    expect((await calendars.get(id, { timeZone })).start).toBe(expected);
  });

  it.each(oneIn(2, GAPS))('refuses in %s %s, which no clock shows, and names %s', async (timeZone, start, instead) => {
    const args = { subject: calendars.subject(), start, end: plus(start, 90), timeZone };
    expect(await calendars.refusal('create_event', args)).toMatchObject({
      code: 'invalid_arguments',
      userAction: expect.stringContaining(instead),
    });
  });

  it.each(oneIn(2, GAPS))('does not move an event in %s to %s either', async (timeZone, start) => {
    const { id } = await make(`${start.slice(0, 8)}20T12:00`, timeZone);
    const refused = await calendars.refusal('update_event', { eventId: id, start, timeZone });
    expect(refused).toMatchObject({ code: 'invalid_arguments', message: expect.stringContaining('does not exist') });
  });

  it.each(oneIn(2, FOLDS))('takes the first of the two %s %s', async (timeZone, start, offset) => {
    const { id } = await make(start, timeZone);
    expect((await calendars.get(id, { timeZone })).start).toBe(`${start}${offset}`);
  });

  it.each(oneIn(2, FOLDS))(
    'takes the second in %s of %s where the offset says so',
    async (timeZone, start, _, offset) => {
      const { id } = await make(`${start}${offset}`, timeZone);
      expect(await calendars.get(id, { timeZone })).toMatchObject({
        start: `${start}${offset}`,
        end: `${plus(start, 15)}${offset}`,
      });
    },
  );

  it.each(oneIn(2, FOLDS))('moves an event in %s to the second of %s', async (timeZone, start, _, offset) => {
    const { id } = await make(`${start.slice(0, 8)}20T12:00`, timeZone);
    await calendars.update(id, { start: `${start}${offset}`, timeZone });
    expect((await calendars.get(id, { timeZone })).start).toBe(`${start}${offset}`);
  });

  it.each(oneIn(2, ODD_DAYS))(
    'lists the whole of a day in %s that has not 24 hours: %s',
    async (timeZone, day, next) => {
      const subject = calendars.subject();
      for (const start of [`${day}T05:00`, `${day}T23:30`, `${next}T00:30`]) {
        await calendars.create({ subject, start, end: plus(start, 15), timeZone });
      }
      const events = await calendars.list(subject, { from: day, to: day, timeZone });
      expect(startsOf(events).map((start) => start.slice(0, 16))).toEqual([`${day}T05:00`, `${day}T23:30`]);
    },
  );

  it.each([
    ['Europe/Berlin', '2027-03-26', '2027-03-29', '+02:00'],
    ['America/New_York', '2027-11-05', '2027-11-08', '-05:00'],
    ['Australia/Sydney', '2027-10-01', '2027-10-04', '+11:00'],
    ['America/Santiago', '2027-04-02', '2027-04-05', '-04:00'],
  ])('keeps the time of day in %s when an event moves from %s to %s', async (timeZone, from, to, offset) => {
    const { id } = await make(`${from}T09:00`, timeZone);
    const { event } = await calendars.update(id, { start: to, timeZone });
    expect(event).toMatchObject({ start: `${to}T09:00${offset}`, end: `${to}T09:15${offset}` });
  });

  it("keeps an event in its own zone when it is moved in the mailbox's", async () => {
    const { id } = await make('2027-06-01T09:00', 'America/New_York');
    const { event } = await calendars.update(id, { start: '2027-06-02T16:00' });
    expect(event.start).toBe('2027-06-02T16:00+02:00');
    expect((await calendars.get(id)).originalTimeZone).toBe('America/New_York');
  });

  it('refuses a zone that is none, and says how zones are written', async () => {
    const args = { subject: calendars.subject(), start: '2027-06-01T09:00', end: '2027-06-01T10:00' };
    expect(await calendars.refusal('create_event', { ...args, timeZone: 'Berlin' })).toMatchObject({
      code: 'invalid_arguments',
      userAction: expect.stringContaining('Europe/Berlin'),
    });
  });

  it('names what is in the way of the new time, and not the event itself', async () => {
    const subject = calendars.subject();
    const blocking = await calendars.create({ subject, start: '2027-06-08T10:00', end: '2027-06-08T11:00' });
    const { id } = await calendars.create({ start: '2027-06-08T09:00', end: '2027-06-08T10:00' });
    const { conflicts } = await calendars.update(id, { start: '2027-06-08T09:30', dryRun: true });
    expect(conflicts?.map((conflict) => conflict.id)).toEqual([blocking.id]);
  });
});
