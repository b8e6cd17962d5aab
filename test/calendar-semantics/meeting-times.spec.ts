import { Calendars, MAIL, type Someone } from './calendar.js';
import { keptOpen } from '../support/keep-open.js';

interface Found {
  readonly timeZone: string;
  readonly suggestions: readonly {
    readonly start: string;
    readonly end: string;
    readonly confidence: number;
    readonly organizer?: string;
    readonly attendees: readonly {
      readonly address: string;
      readonly availability: string;
      readonly optional?: true;
    }[];
  }[];
  readonly reason?: string;
}

type Entry = readonly [who: Someone, start: string, end: string, showAs?: string];

interface Search {
  readonly name: string;
  readonly taken?: readonly Entry[];
  readonly args?: object;
  readonly starts: readonly string[];
  readonly reason?: string;
}

const STRANGER = 'nobody@elsewhere.example';
const EVERY_START = ['09:00', '09:30', '10:00', '10:30', '11:00'];

/** An hour of anna and ben on a Sunday from nine to twelve: what takes time then, and where a meeting can begin. */
const SEARCHES: readonly Search[] = [
  { name: 'finds every half hour when nobody has anything', starts: EVERY_START },
  {
    name: 'leaves out when the signed-in person is busy',
    taken: [['anna', '09:00', '10:00']],
    starts: ['10:00', '10:30', '11:00'],
  },
  { name: 'leaves out when an attendee is busy', taken: [['ben', '10:00', '11:00']], starts: ['09:00', '11:00'] },
  {
    name: 'leaves out when an attendee may be busy',
    taken: [['ben', '10:00', '11:00', 'tentative']],
    starts: ['09:00', '11:00'],
  },
  { name: 'lets entries shown as free pass', taken: [['ben', '09:00', '12:00', 'free']], starts: EVERY_START },
  {
    name: 'lets people meet who work elsewhere',
    taken: [['ben', '09:00', '12:00', 'workingElsewhere']],
    starts: EVERY_START,
  },
  {
    name: 'finds the one gap between two meetings',
    taken: [
      ['anna', '09:00', '10:00'],
      ['ben', '11:00', '12:00'],
    ],
    starts: ['10:00'],
  },
  {
    name: 'says that nobody else is free',
    taken: [['ben', '08:00', '13:00', 'oof']],
    starts: [],
    reason: 'make people optionalAttendees',
  },
  {
    name: 'says that the signed-in person is never free',
    taken: [['anna', '08:00', '13:00']],
    starts: [],
    reason: 'organizerOptional',
  },
  {
    name: 'does without the signed-in person when asked',
    taken: [['anna', '08:00', '13:00']],
    args: { organizerOptional: true },
    starts: EVERY_START,
  },
  {
    name: 'says that a calendar is hidden',
    args: { attendees: [MAIL.ben, STRANGER] },
    starts: [],
    reason: 'is hidden',
  },
  {
    name: 'takes a hidden calendar as almost half a yes',
    args: { attendees: [MAIL.ben, STRANGER], minimumAttendeePercentage: 74 },
    starts: EVERY_START,
  },
  {
    name: 'is content with half of the attendees when asked, the surest times first',
    taken: [['ben', '09:00', '10:30']],
    args: { minimumAttendeePercentage: 0 },
    starts: ['10:30', '11:00', '09:00', '09:30', '10:00'],
  },
  {
    name: 'puts times first that suit optional attendees',
    taken: [['ben', '09:00', '10:00']],
    args: { attendees: [], optionalAttendees: [MAIL.ben] },
    starts: ['10:00', '10:30', '11:00', '09:00', '09:30'],
  },
  {
    name: 'is not stopped by an optional attendee with a hidden calendar',
    args: { optionalAttendees: [STRANGER] },
    starts: EVERY_START,
  },
  { name: 'needs room for long meetings', args: { durationMinutes: 150 }, starts: ['09:00', '09:30'] },
  { name: 'finds a meeting as long as the range', args: { durationMinutes: 180 }, starts: ['09:00'] },
  { name: 'gives no more times than wanted', args: { maxSuggestions: 2 }, starts: ['09:00', '09:30'] },
  { name: 'needs nobody but the signed-in person', args: { attendees: [] }, starts: EVERY_START },
];

describe('times to meet', () => {
  let calendars: Calendars;
  let sundays = 0;
  const keep = keptOpen();
  beforeAll(async () => {
    calendars = await keep(Calendars.open());
  });

  const find = (args: object, who: Someone = 'anna') => calendars.call<Found>('find_meeting_times', args, who);
  const nextSunday = () => new Date(Date.UTC(2028, 4, 7 + 7 * sundays++)).toISOString().slice(0, 10);
  const onSunday = (date: string, args: object = {}) =>
    find({
      from: `${date}T09:00`,
      to: `${date}T12:00`,
      attendees: [MAIL.ben],
      durationMinutes: 60,
      workingHoursOnly: false,
      maxSuggestions: 20,
      ...args,
    });
  const clocks = ({ suggestions }: Found) => suggestions.map(({ start }) => start.slice(11, 16));

  it.each(SEARCHES)('$name', async ({ taken = [], args, starts, reason }) => {
    const date = nextSunday();
    for (const [who, start, end, showAs] of taken) {
      await calendars.create(
        { start: `${date}T${start}`, end: `${date}T${end}`, showAs, timeZone: 'Europe/Berlin' },
        who,
      );
    }
    const found = await onSunday(date, args);
    expect(clocks(found)).toEqual(starts);
    expect(found.reason).toEqual(reason === undefined ? undefined : expect.stringContaining(reason));
  });

  it('shows of each attendee whether they are free, and who is optional', async () => {
    const date = nextSunday();
    await calendars.create({ start: `${date}T09:00`, end: `${date}T10:00`, timeZone: 'Europe/Berlin' }, 'ben');
    const both = { attendees: [STRANGER], optionalAttendees: [MAIL.ben, STRANGER.toUpperCase()] };
    const { suggestions } = await onSunday(date, { ...both, minimumAttendeePercentage: 49, to: `${date}T10:00` });
    expect(suggestions).toMatchObject([
      {
        confidence: 49,
        attendees: [
          { address: STRANGER, availability: 'unknown' },
          { address: MAIL.ben, availability: 'busy', optional: true },
        ],
      },
    ]);
    expect(suggestions[0]?.attendees).toHaveLength(2);
  });

  it('counts an all-day absence from midnight to midnight', async () => {
    const date = nextSunday();
    await calendars.create({ start: date, end: date, allDay: true, showAs: 'oof' }, 'ben');
    expect(clocks(await onSunday(date))).toEqual([]);
  });

  it('counts every occurrence of a series, and not one that was cancelled', async () => {
    const [first, second] = [nextSunday(), nextSunday()];
    const times = { start: `${first}T09:00`, end: `${first}T11:00`, timeZone: 'Europe/Berlin' };
    const subject = calendars.subject();
    await calendars.create({ ...times, subject, repeat: 'weekly', count: 2 });
    expect(clocks(await onSunday(second))).toEqual(['11:00']);
    const [, last] = await calendars.list(subject, { from: first, to: second, timeZone: 'Europe/Berlin' });
    await calendars.call('cancel_event', { eventId: last?.id, scope: 'occurrence' });
    expect(clocks(await onSunday(second))).toEqual(EVERY_START);
  });

  it('reads the range and gives the times in the zone asked for', async () => {
    const date = nextSunday();
    const range = { from: `${date}T03:00`, to: `${date}T05:00`, timeZone: 'America/New_York' };
    await calendars.create({ start: `${date}T09:00`, end: `${date}T10:00`, timeZone: 'Europe/Berlin' });
    const { suggestions, timeZone } = await onSunday(date, range);
    expect(timeZone).toBe('America/New_York');
    expect(suggestions).toMatchObject([{ start: `${date}T04:00-04:00`, end: `${date}T05:00-04:00` }]);
  });

  it('skips the hour that the clocks skip', async () => {
    const night = { from: '2028-03-26T00:00', to: '2028-03-26T05:00', attendees: [] };
    const { suggestions } = await onSunday('2028-03-26', night);
    expect(suggestions.map(({ start }) => start.slice(11))).toEqual([
      ...['00:00+01:00', '00:30+01:00', '01:00+01:00', '01:30+01:00'],
      ...['03:00+02:00', '03:30+02:00', '04:00+02:00'],
    ]);
    expect(suggestions[3]?.end).toBe('2028-03-26T03:30+02:00');
  });

  it('has both of the hours that the clocks show twice', async () => {
    const night = { from: '2028-10-29T01:00', to: '2028-10-29T04:00', attendees: [], durationMinutes: 30 };
    const { suggestions } = await onSunday('2028-10-29', night);
    const twice = suggestions.map(({ start }) => start.slice(11)).filter((start) => start.startsWith('02:'));
    expect(twice).toEqual(['02:00+02:00', '02:30+02:00', '02:00+01:00', '02:30+01:00']);
  });

  it.each([
    ['anna', '2028-08-07', 'Europe/Berlin', ['08:00+02:00', '16:00+02:00']],
    ['anna', '2028-08-07', 'America/New_York', ['02:00-04:00', '10:00-04:00']],
    ['anna', '2028-03-24', 'Europe/Berlin', ['08:00+01:00', '16:00+01:00']],
    ['anna', '2028-03-27', 'Europe/Berlin', ['08:00+02:00', '16:00+02:00']],
    ['ben', '2028-08-07', 'America/New_York', ['08:00-04:00', '16:00-04:00']],
    ['ben', '2028-08-07', 'Europe/Berlin', ['14:00+02:00', '22:00+02:00']],
  ] as const)('keeps to the working hours of %s on %s, seen from %s', async (who, date, timeZone, [first, last]) => {
    const args = { from: date, to: date, timeZone, durationMinutes: 60, organizerOptional: true, maxSuggestions: 20 };
    const starts = (await find(args, who)).suggestions.map(({ start }) => start.slice(11));
    expect([starts[0], starts.at(-1)]).toEqual([first, last]);
  });

  it('has no working hours at the weekend, and says what to do', async () => {
    const { suggestions, reason } = await find({ from: '2028-08-05', to: '2028-08-06' });
    expect([suggestions, reason]).toEqual([[], expect.stringContaining('workingHoursOnly to false')]);
  });

  it.each([
    ['a range shorter than the meeting', { from: '2028-08-07T09:00', to: '2028-08-07T09:30', durationMinutes: 60 }],
    ['more than 60 days', { from: '2028-01-01', to: '2028-04-01' }],
    ['more than 20 attendees', { attendees: Array.from({ length: 21 }, (_, index) => `p${index}@fernglas.example`) }],
    ['an end before the start', { from: '2028-08-08', to: '2028-08-07' }],
  ])('refuses %s', async (_, args) => {
    const refused = await calendars.refusal('find_meeting_times', { from: '2028-08-07', to: '2028-08-07', ...args });
    expect(refused).toMatchObject({ code: 'invalid_arguments', userAction: expect.any(String) });
  });
});
