import { Calendars, MAIL, type Shown, type Someone } from './calendar.js';
import { keptOpen } from '../support/keep-open.js';

interface Page {
  readonly calendarOf: string;
  readonly timeZone: string;
  readonly events: readonly (Omit<Shown, 'id'> & {
    readonly location?: string;
    readonly private?: true;
    readonly showAs?: string;
  })[];
  readonly hasMore: boolean;
  readonly cursor?: string;
}

const NOOR = 'noor.haddad@fernglas.example';

// Anna shares her calendar with Ben, Noor hers with Anna as her delegate; nobody else shares anything.
describe('calendars that others share', () => {
  let calendars: Calendars;
  let sundays = 0;
  const keep = keptOpen();
  beforeAll(async () => {
    calendars = await keep(Calendars.open());
  });

  const nextSunday = () => new Date(Date.UTC(2028, 4, 7 + 7 * sundays++)).toISOString().slice(0, 10);
  const look = (calendarOf: string, args: object, who: Someone = 'ben') =>
    calendars.call<Page>('list_shared_events', { calendarOf, ...args }, who);
  const refusedFor = (calendarOf: string, who: Someone = 'anna') =>
    calendars.refusal('list_shared_events', { calendarOf, from: '2028-08-07', to: '2028-08-07' }, who);
  const atNine = (date: string) => ({ start: `${date}T09:00`, end: `${date}T10:00`, timeZone: 'Europe/Berlin' });

  it("shows a reader what is there, in the zone of the reader's own mailbox", async () => {
    const [date, subject] = [nextSunday(), calendars.subject()];
    await calendars.create({ subject, location: 'Room Nansen', ...atNine(date) });
    const { events, timeZone, calendarOf } = await look(MAIL.anna, { from: date, to: date });
    expect([timeZone, calendarOf]).toEqual(['America/New_York', MAIL.anna]);
    expect(events).toMatchObject([
      { subject, location: 'Room Nansen', start: `${date}T03:00-04:00`, end: `${date}T04:00-04:00` },
    ]);
  });

  it('shows it in the zone asked for, and takes the range in that zone', async () => {
    const date = nextSunday();
    await calendars.create(atNine(date));
    const inKolkata = { timeZone: 'Asia/Kolkata', from: `${date}T12:30` };
    const seen = await look(MAIL.anna, { ...inKolkata, to: `${date}T12:45` });
    expect(seen.events).toMatchObject([{ start: `${date}T12:30+05:30`, end: `${date}T13:30+05:30` }]);
    expect((await look(MAIL.anna, { ...inKolkata, from: `${date}T13:30`, to: `${date}T14:00` })).events).toEqual([]);
  });

  it('gives no ids, which no other tool could use', async () => {
    const date = nextSunday();
    await calendars.create(atNine(date));
    const { events } = await look(MAIL.anna, { from: date, to: date });
    expect(events.map((event) => 'id' in event)).toEqual([false]);
  });

  it('shows a reader of a private event that it takes time, and nothing else', async () => {
    const date = nextSunday();
    await calendars.create({ subject: 'Secret', location: 'Clinic', private: true, showAs: 'oof', ...atNine(date) });
    const page = await look(MAIL.anna, { from: date, to: date, timeZone: 'Europe/Berlin' });
    expect(page.events).toEqual([
      {
        ...{ subject: 'Private Appointment', private: true, showAs: 'oof', organizer: expect.any(String) },
        ...{ start: `${date}T09:00+02:00`, end: `${date}T10:00+02:00` },
      },
    ]);
    expect(JSON.stringify(page)).not.toMatch(/Secret|Clinic/);
  });

  it('shows a delegate private events as they are', async () => {
    const { events } = await look(NOOR, { from: '2026-11-23', to: '2026-12-08', limit: 50 }, 'anna');
    const secret = events.filter((event) => event.private);
    expect(secret.map(({ subject }) => subject)).toContain('Visa appointment');
  });

  it('shows every occurrence of a series on its own', async () => {
    const [first, second] = [nextSunday(), nextSunday()];
    const subject = calendars.subject();
    await calendars.create({ subject, repeat: 'weekly', count: 2, ...atNine(first) });
    const { events } = await look(MAIL.anna, { from: first, to: second, timeZone: 'Europe/Berlin', limit: 50 });
    const own = events.filter((event) => event.subject === subject);
    expect(own).toMatchObject([
      { start: `${first}T09:00+02:00`, kind: 'occurrence' },
      { start: `${second}T09:00+02:00`, kind: 'occurrence' },
    ]);
  });

  it.each(['Europe/Berlin', 'Pacific/Honolulu', 'Pacific/Auckland'])(
    'shows a day-long event on its date, seen from %s',
    async (timeZone) => {
      const [date, subject] = [nextSunday(), calendars.subject()];
      await calendars.create({ subject, start: date, end: date, allDay: true });
      const { events } = await look(MAIL.anna, { from: date, to: date, timeZone });
      expect(events.filter((event) => event.subject === subject)).toMatchObject([
        { start: date, end: date, allDay: true },
      ]);
    },
  );

  it('shows only the default calendar of the other', async () => {
    const date = nextSunday();
    const found = await calendars.call<{ calendars: { id: string; name: string }[] }>('list_calendars', {});
    const family = found.calendars.find(({ name }) => name === 'Family');
    await calendars.create({ calendarId: family?.id, ...atNine(date) });
    expect((await look(MAIL.anna, { from: date, to: date })).events).toEqual([]);
  });

  it('shows the own calendar to its owner too', async () => {
    const [date, subject] = [nextSunday(), calendars.subject()];
    await calendars.create({ subject, ...atNine(date) });
    expect((await look(MAIL.anna, { from: date, to: date }, 'anna')).events).toMatchObject([{ subject }]);
  });

  it('goes on page by page, with a cursor for that calendar and that reader alone', async () => {
    const date = nextSunday();
    await calendars.create({ subject: 'First', ...atNine(date) });
    await calendars.create({
      subject: 'Second',
      start: `${date}T11:00`,
      end: `${date}T12:00`,
      timeZone: 'Europe/Berlin',
    });
    const range = { from: date, to: date, limit: 1 };
    const { events, hasMore, cursor } = await look(MAIL.anna, range);
    expect([events.map(({ subject }) => subject), hasMore]).toEqual([['First'], true]);
    const next = await look(MAIL.anna, { ...range, cursor });
    expect([next.events.map(({ subject }) => subject), next.hasMore]).toEqual([['Second'], false]);
    const elsewhere = { calendarOf: MAIL.ben, ...range, cursor };
    expect(await calendars.refusal('list_shared_events', elsewhere, 'ben')).toMatchObject({
      code: 'invalid_arguments',
    });
    const stolen = { calendarOf: MAIL.anna, ...range, cursor };
    expect(await calendars.refusal('list_shared_events', stolen, 'anna')).toMatchObject({ code: 'invalid_arguments' });
  });

  it.each([
    ['somebody who shares nothing', MAIL.ben],
    ['nobody', 'nobody@fernglas.example'],
    ['somebody of another organisation', 'otto@otterbank.example'],
  ])('says of %s that no calendar is shared, and how to get at it', async (_, address) => {
    expect(await refusedFor(address)).toMatchObject({
      code: 'not_allowed',
      message: `No calendar of ${address} is shared with the signed-in person.`,
      userAction: expect.stringContaining('calendar_get_free_busy'),
    });
  });

  it('leaves free and busy times of those who share nothing to the tool for them', async () => {
    const date = nextSunday();
    await calendars.create(atNine(date), 'ben');
    const asked = { addresses: [MAIL.ben], from: date, to: date, timeZone: 'Europe/Berlin' };
    const { people } = await calendars.call<{ people: { busy: object[] }[] }>('get_free_busy', asked);
    expect(people[0]?.busy).toEqual([{ start: `${date}T09:00+02:00`, end: `${date}T10:00+02:00` }]);
  });
});
