import fc from 'fast-check';
import { tries } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { Calendars, MAIL } from './calendar.js';
import { WEEKDAYS } from '@app/domain';

/** What a tool answers that can be tried first. */
interface Answer {
  readonly done: boolean;
  readonly event: Record<string, unknown> & { readonly id: string; readonly start: string };
  readonly notes?: readonly string[];
}

/** What only the real thing has: a dry run cannot know it. */
const ONLY_REAL = ['done', 'summary'];
const ONLY_REAL_OF_EVENTS = ['id', 'joinUrl', 'webLink'];

/**
 * Whatever a dry run says is what is done, and what is read afterwards. For any tool with `dryRun`: `tried` and `made`
 * are its answers to the same arguments, `read` is the thing as another tool shows it.
 */
function assertSucceedsAsTried(tried: object, made: object, read?: object): void {
  expect(plain(made)).toMatchObject(plain(tried));
  const { event } = plain(tried) as { event?: object };
  if (read && event) expect(read).toMatchObject(event);
}

function plain(answer: object): object {
  const kept = (object: object, left: readonly string[]) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => !left.includes(name)));
  const whole = kept(answer, ONLY_REAL);
  const { event } = whole as { event?: object };
  return event ? { ...whole, event: kept(event, ONLY_REAL_OF_EVENTS) } : whole;
}

const pad = (number: number) => String(number).padStart(2, '0');
const dates = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })).map(([month, day]) => {
  const date = new Date(Date.UTC(2031, month - 1, day));
  return date.toISOString().slice(0, 10);
});
const hours = fc.integer({ min: 4, max: 21 });
const days = fc.subarray([...WEEKDAYS]);
const rule = fc.oneof(
  fc.record({ repeat: fc.constant('daily'), interval: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ repeat: fc.constant('weekly'), interval: fc.integer({ min: 1, max: 3 }), daysOfWeek: days }),
  fc.record({ repeat: fc.constantFrom('monthly', 'yearly'), interval: fc.integer({ min: 1, max: 2 }) }),
  fc.record({
    repeat: fc.constantFrom('monthly', 'yearly'),
    weekOfMonth: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
    daysOfWeek: days,
  }),
);
const ends = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 8 }) }),
  fc.constant({ until: '2035-12-31' }),
  fc.constant({}),
);
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text);
const looks = fc.record(
  {
    showAs: fc.constantFrom('free', 'tentative', 'busy', 'oof', 'workingElsewhere'),
    private: fc.boolean(),
    location: words,
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
  },
  { requiredKeys: [] },
);
const events = fc
  .record({ date: dates, hour: hours, allDay: fc.boolean(), looks, rule: fc.option(rule), ends, online: fc.boolean() })
  .map(({ date, hour, allDay, looks: look, rule: repeats, ends: end, online }) => ({
    ...look,
    ...(allDay
      ? { start: date, end: date, allDay }
      : { start: `${date}T${pad(hour)}:00`, end: `${date}T${pad(hour)}:45` }),
    ...(repeats ? { ...repeats, ...end } : {}),
    onlineMeeting: online,
  }));

describe('what a dry run says', () => {
  const keep = keptOpen();
  let calendars: Calendars;
  beforeAll(async () => {
    calendars = await keep(Calendars.open());
  });

  const tryThen = async (name: string, args: object, who: 'anna' | 'ben' = 'anna') => {
    const tried = await calendars.call<Answer>(name, { ...args, dryRun: true }, who);
    const made = await calendars.call<Answer>(name, args, who);
    expect([tried.done, made.done]).toEqual([false, true]);
    return { tried, made };
  };
  const firstOf = async (id: string) => {
    const args = { eventId: id, from: '2030-12-01', to: '2035-11-01', limit: 1, timeZone: 'UTC' };
    const { occurrences } = await calendars.call<{ occurrences: { start: string }[] }>('list_occurrences', args);
    return occurrences[0]?.start;
  };

  it('of a new event is what is made, and what is read', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.boolean(), async (event, invites) => {
        const attendees = invites ? { attendees: [MAIL.ben] } : {};
        const { tried, made } = await tryThen('create_event', { subject: calendars.subject(), ...event, ...attendees });
        const read = await calendars.get(made.event.id, event.timeZone ? { timeZone: event.timeZone } : {});
        assertSucceedsAsTried(named(tried), named(made), named({ event: read }).event);
        if ('repeat' in event) {
          const first = await firstOf(made.event.id);
          expect(Date.parse(first ?? '')).toBe(Date.parse(tried.event.start));
        }
      }),
      tries(40),
    );
  }, 120_000);

  it.each([
    [
      'begins on the first day that its rule contains',
      { repeat: 'weekly', daysOfWeek: ['monday', 'wednesday'] },
      '2026-11-25',
    ],
    ["falls on the start's day when no day is given", { repeat: 'weekly', daysOfWeek: [] }, '2026-11-24'],
    [
      'begins on the first such weekday of a month',
      { repeat: 'monthly', weekOfMonth: 'first', daysOfWeek: ['monday'] },
      '2026-12-07',
    ],
    [
      'begins within the same week of a fortnightly rule',
      { repeat: 'weekly', interval: 2, daysOfWeek: ['friday'] },
      '2026-11-27',
    ],
    ['begins in the next week that counts', { repeat: 'weekly', interval: 2, daysOfWeek: ['monday'] }, '2026-12-07'],
  ])('of a series from a Tuesday %s', async (_, repeats, expected) => {
    const times = { start: '2026-11-24T09:00', end: '2026-11-24T09:30', timeZone: 'UTC' };
    const args = { subject: calendars.subject(), ...times, ...repeats, count: 3 };
    const { tried, made } = await tryThen('create_event', args);
    expect([tried.event.start, made.event.start]).toEqual([`${expected}T09:00+00:00`, `${expected}T09:00+00:00`]);
    expect((tried.notes ?? []).join()).toContain(expected === '2026-11-24' ? '' : `first occurrence is on ${expected}`);
    const all = await calendars.occurrences(made.event.id, { from: '2026-11-01', to: '2027-12-31' });
    expect([all.length, all[0]?.start.slice(0, 10)]).toEqual([3, expected]);
  });

  it.each([
    ['a rule that ends before its first day', { repeat: 'weekly', daysOfWeek: ['friday'], until: '2026-11-25' }],
    ['days without a rule that uses them', { repeat: 'daily', daysOfWeek: ['friday'] }],
    ['an interval without a rule', { interval: 2 }],
  ])('refuses %s as the real thing does', async (_, more) => {
    const args = { subject: calendars.subject(), start: '2026-11-24T09:00', end: '2026-11-24T09:30', ...more };
    const refusals = [
      await calendars.refusal('create_event', { ...args, dryRun: true }),
      await calendars.refusal('create_event', args),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(['invalid_arguments', 'invalid_arguments']);
    expect(refusals[0]).toEqual(refusals[1]);
  });

  it('of a change is what is changed, and what is read', async () => {
    const changes = fc.record(
      {
        subject: words,
        location: fc.oneof(words, fc.constant('')),
        showAs: fc.constantFrom('free', 'tentative', 'busy', 'oof'),
        private: fc.boolean(),
        addAttendees: fc.constant([MAIL.ben]),
        start: fc.tuple(dates, hours).map(([date, hour]) => `${date}T${pad(hour)}:15`),
      },
      { requiredKeys: ['subject'] },
    );
    await fc.assert(
      fc.asyncProperty(changes, fc.option(rule), async ({ start, ...change }, repeats) => {
        const times = { start: '2031-06-03T09:00', end: '2031-06-03T09:30' };
        const { id } = await calendars.create({ ...times, ...(repeats ? { ...repeats, count: 4 } : {}) });
        const [first] = repeats ? await calendars.occurrences(id, { from: '2031-01-01', to: '2035-12-01' }) : [{ id }];
        const scope = repeats ? { scope: 'occurrence' } : {};
        const moves = repeats || start === undefined ? {} : { start };
        const { tried, made } = await tryThen('update_event', { eventId: first?.id, ...scope, ...change, ...moves });
        assertSucceedsAsTried(tried, made, await calendars.get(first?.id ?? ''));
        expect(made.event.id).toBe(tried.event.id);
      }),
      tries(25),
    );
  }, 120_000);

  it.each(['2028-03-13', '2028-03-12', '2028-03-27', '2028-04-02'])('of an occurrence moved to %s', async (start) => {
    const times = { start: '2028-03-13T09:00', end: '2028-03-13T09:30', repeat: 'weekly', count: 3 };
    const { id } = await calendars.create(times);
    const all = await calendars.occurrences(id, { from: '2028-03-01', to: '2028-12-31' });
    const args = { eventId: all[1]?.id, scope: 'occurrence', start };
    if (start === '2028-03-12' || start === '2028-04-02' || start === '2028-03-13' || start === '2028-03-27') {
      const [tried, made] = [
        await calendars.refusal('update_event', { ...args, dryRun: true }),
        await calendars.refusal('update_event', args),
      ];
      expect(tried).toEqual(made);
    }
  });

  it('of an answer is what is answered, and what is read', async () => {
    const answers = fc.record({
      response: fc.constantFrom('accept', 'tentative', 'decline'),
      notifyOrganizer: fc.boolean(),
      proposes: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(answers, async ({ proposes, ...answer }) => {
        const subject = calendars.subject();
        const times = { start: '2031-09-03T09:00', end: '2031-09-03T09:30' };
        const { id } = await calendars.create({ subject, ...times, attendees: [MAIL.ben] });
        const [invitation] = await calendars.list(subject, { from: '2031-09-03', to: '2031-09-03' }, 'ben');
        const may = proposes && answer.response !== 'accept' && answer.notifyOrganizer;
        const proposal = may ? { proposedStart: '2031-09-04T15:00', proposedEnd: '2031-09-04T15:30' } : {};
        const args = { eventId: invitation?.id, ...answer, ...proposal };
        const { tried, made } = await tryThen('respond', args, 'ben');
        assertSucceedsAsTried(tried, made);
        const [left] = await calendars.list(subject, { from: '2031-09-03', to: '2031-09-03' }, 'ben');
        const shown = { accept: 'accepted', tentative: 'tentative', decline: undefined }[answer.response];
        expect(left?.response).toBe(shown);
        const ben = (await calendars.get(id)).attendees[0] as { response: string; proposed?: { start: string } };
        const told = { accept: 'accepted', tentative: 'tentative', decline: 'declined' }[answer.response];
        expect(ben.response).toBe(answer.notifyOrganizer ? told : 'none');
        const { proposed } = tried as unknown as { proposed?: { start: string } };
        expect(Date.parse(ben.proposed?.start ?? '')).toEqual(Date.parse(proposed?.start ?? ''));
      }),
      tries(15),
    );
  }, 120_000);
});

/** Names are the directory's to give; a dry run asks it nothing. */
function named<Data extends { readonly event: object }>(data: Data): Data {
  const { attendees = [] } = data.event as { attendees?: readonly { readonly name?: string }[] };
  return { ...data, event: { ...data.event, attendees: attendees.map(({ name: _, ...rest }) => rest) } };
}
