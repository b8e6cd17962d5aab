import { Calendars, MAIL } from './calendar.js';
import { keptOpen } from '../support/keep-open.js';

interface FreeBusy {
  readonly timeZone: string;
  readonly people: readonly { readonly address: string; readonly busy: readonly object[] }[];
  readonly unreadable?: readonly { readonly address: string; readonly reason: string }[];
}

/** Entries of one day (start, end, shown as) and what is left of them merged. */
const MERGES = [
  [
    'two that overlap',
    [
      ['09:00', '10:00'],
      ['09:30', '11:00'],
    ],
    [['09:00', '11:00']],
  ],
  [
    'two that touch',
    [
      ['09:00', '10:00'],
      ['10:00', '11:00'],
    ],
    [['09:00', '11:00']],
  ],
  [
    'one inside another',
    [
      ['09:00', '12:00'],
      ['10:00', '10:30'],
    ],
    [['09:00', '12:00']],
  ],
  [
    'two apart',
    [
      ['09:00', '09:30'],
      ['10:00', '10:30'],
    ],
    [
      ['09:00', '09:30'],
      ['10:00', '10:30'],
    ],
  ],
  [
    'a tentative one under a busy one',
    [
      ['09:00', '11:00', 'tentative'],
      ['10:00', '12:00'],
    ],
    [
      ['09:00', '10:00', 'tentative'],
      ['10:00', '12:00'],
    ],
  ],
  [
    'an absence over a busy one',
    [
      ['09:00', '12:00'],
      ['10:00', '11:00', 'oof'],
    ],
    [
      ['09:00', '10:00'],
      ['10:00', '11:00', 'oof'],
      ['11:00', '12:00'],
    ],
  ],
  [
    'free ones, which take no time',
    [
      ['09:00', '12:00', 'free'],
      ['10:00', '10:30'],
    ],
    [['10:00', '10:30']],
  ],
  ['work elsewhere, where one can be met', [['09:00', '12:00', 'workingElsewhere']], []],
] as const;

describe('free and busy times', () => {
  let calendars: Calendars;
  let sundays = 0;
  const keep = keptOpen();
  beforeAll(async () => {
    calendars = await keep(Calendars.open());
  });

  const freeBusy = (args: object, addresses: readonly string[] = [MAIL.anna]) =>
    calendars.call<FreeBusy>('get_free_busy', { addresses, ...args }, 'ben');
  const busyOf = async (args: object) => (await freeBusy(args)).people[0]?.busy;

  const nextSunday = () => new Date(Date.UTC(2028, 4, 7 + 7 * sundays++)).toISOString().slice(0, 10);

  it.each(MERGES)('merges %s', async (_, entries, merged) => {
    const date = nextSunday();
    const at = (time: string) => `${date}T${time}`;
    for (const [start, end, showAs] of entries) {
      await calendars.create({ start: at(start), end: at(end), showAs, timeZone: 'Europe/Berlin' });
    }
    const shown = merged.map(([start, end, status]: readonly string[]) => ({
      start: `${at(start ?? '')}+02:00`,
      end: `${at(end ?? '')}+02:00`,
      ...(status && { status }),
    }));
    expect(await busyOf({ from: date, to: date, timeZone: 'Europe/Berlin' })).toEqual(shown);
  });

  it('takes a day of summer time beginning as 23 hours when it is taken whole', async () => {
    await calendars.create({ start: '2028-03-26', end: '2028-03-26', allDay: true, showAs: 'oof' });
    expect(await busyOf({ from: '2028-03-26', to: '2028-03-26', timeZone: 'Europe/Berlin' })).toEqual([
      { start: '2028-03-26T00:00+01:00', end: '2028-03-27T00:00+02:00', status: 'oof' },
    ]);
  });

  it('keeps both of the hours that the clocks show twice', async () => {
    const times = { start: '2028-10-29T00:30:00Z', end: '2028-10-29T01:30:00Z' };
    await calendars.create({ ...times, timeZone: 'Europe/Berlin' });
    const busy = [{ start: '2028-10-29T02:30+02:00', end: '2028-10-29T02:30+01:00' }];
    expect(await busyOf({ from: '2028-10-29', to: '2028-10-29', timeZone: 'Europe/Berlin' })).toEqual(busy);
    const second = { from: '2028-10-29T02:00+01:00', to: '2028-10-29T02:45+01:00', timeZone: 'Europe/Berlin' };
    expect(await busyOf(second)).toEqual([{ start: '2028-10-29T02:00+01:00', end: '2028-10-29T02:30+01:00' }]);
  });

  it('gives times in the zone asked for, and cuts them to the range', async () => {
    await calendars.create({ start: '2028-07-03T09:00', end: '2028-07-03T12:00', timeZone: 'Europe/Berlin' });
    const range = { from: '2028-07-03T13:00', to: '2028-07-03T14:00', timeZone: 'Asia/Kolkata' };
    expect(await busyOf(range)).toEqual([{ start: '2028-07-03T13:00+05:30', end: '2028-07-03T14:00+05:30' }]);
  });

  it('names who cannot be read, with a reason, beside those who can', async () => {
    const range = { from: '2028-08-01', to: '2028-08-01' };
    const { people, unreadable } = await freeBusy(range, [
      MAIL.anna,
      'nobody@elsewhere.example',
      MAIL.anna.toUpperCase(),
    ]);
    expect(people).toHaveLength(1);
    expect(unreadable).toEqual([
      { address: 'nobody@elsewhere.example', reason: expect.stringContaining('could not be read') },
    ]);
  });

  it('refuses more than 20 people and more than 60 days, saying so', async () => {
    const addresses = Array.from({ length: 21 }, (_, index) => `person${index}@fernglas.example`);
    const tooMany = await calendars.refusal('get_free_busy', { addresses, from: '2028-08-01', to: '2028-08-01' });
    expect(tooMany).toMatchObject({ code: 'invalid_arguments', message: expect.stringContaining('20') });
    const tooLong = { addresses: [MAIL.ben], from: '2028-01-01', to: '2028-04-01' };
    expect(await calendars.refusal('get_free_busy', tooLong)).toMatchObject({
      code: 'invalid_arguments',
      message: expect.stringContaining('60 days'),
    });
  });
});
