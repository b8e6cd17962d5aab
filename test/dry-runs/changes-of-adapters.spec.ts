import fc from 'fast-check';
import { tries } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { ADDRESS, type Fixture, type Options, tryThen, WORLDS } from './adapters.js';

interface Shown {
  readonly id: string;
  readonly start: string;
  readonly seriesId?: string;
}

const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Auckland'] as const;
const zone = fc.constantFrom(...ZONES);
const two = (number: number) => String(number).padStart(2, '0');

/** Mondays and Tuesdays around the changes of the clocks, a leap day and a year's end. */
const FIRST_DAYS = ['2028-02-28', '2028-02-29', '2028-03-20', '2028-10-23', '2028-12-25', '2029-03-05'] as const;

const rule = fc.oneof(
  fc.record({ repeat: fc.constant('daily'), interval: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    repeat: fc.constant('weekly'),
    interval: fc.integer({ min: 1, max: 2 }),
    daysOfWeek: fc.subarray(['monday', 'tuesday', 'friday', 'sunday']),
  }),
  fc.record({ repeat: fc.constantFrom('monthly', 'yearly'), interval: fc.integer({ min: 1, max: 2 }) }),
  fc.record({
    repeat: fc.constant('monthly'),
    weekOfMonth: fc.constantFrom('first', 'last'),
    daysOfWeek: fc.constantFrom(['monday'], ['tuesday', 'friday']),
  }),
);
const end = fc.constantFrom({ count: 4 }, { count: 1 }, { until: '2031-01-31' }, {});
const people = fc.subarray([ADDRESS.ben, ADDRESS.eva]);

const events = fc.record({
  day: fc.constantFrom(...FIRST_DAYS),
  hour: fc.integer({ min: 0, max: 22 }),
  allDay: fc.boolean(),
  timeZone: zone,
  repeats: fc.option(fc.tuple(rule, end), { freq: 4 }),
  attendees: people,
});

/** By how many days, and to which hour; as a date alone, or with an end that may be before it. */
const moves = fc.record(
  {
    days: fc.integer({ min: -9, max: 9 }),
    hour: fc.option(fc.integer({ min: 0, max: 23 })),
    lasts: fc.option(fc.integer({ min: -1, max: 26 })),
  },
  { requiredKeys: ['days', 'hour'] },
);
const changes = fc.record(
  {
    subject: fc.constantFrom('New subject', 'Changed'),
    location: fc.constantFrom('', 'Room 9'),
    body: fc.constantFrom('', 'Other words'),
    showAs: fc.constantFrom('free', 'oof', 'busy'),
    private: fc.boolean(),
    reminderMinutes: fc.constantFrom(0, 30),
    allDay: fc.boolean(),
    timeZone: zone,
    addAttendees: people,
    addOptionalAttendees: people,
    removeAttendees: people,
    move: moves,
  },
  { requiredKeys: [] },
);
const scope = fc.constantFrom(undefined, 'occurrence', 'series');
const options: fc.Arbitrary<Options> = fc.constantFrom({}, {}, { policy: { recipientDomains: ['contract.example'] } });
const cases = fc.record({ event: events, change: changes, scope, nth: fc.integer({ min: 0, max: 2 }), options });

type Event = (typeof events)['generate'] extends (...args: never) => { value: infer Value } ? Value : never;
type Move = { readonly days: number; readonly hour: number | null; readonly lasts?: number | null };

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The move as arguments, from the day on which what is moved is. */
function timesOf({ days, hour, lasts }: Move, from: string): object {
  const day = dayAfter(from, days);
  const start = hour === null ? day : `${day}T${two(hour)}:15`;
  if (lasts === undefined || lasts === null) return { start };
  const at = (hour ?? 0) + lasts;
  const last = dayAfter(day, Math.floor(at / 24));
  return { start, end: hour === null ? last : `${last}T${two(((at % 24) + 24) % 24)}:45` };
}

describe.each(WORLDS)('What a dry run says of a changed event, %s,', (_where, open, numRuns) => {
  const keep = keptOpen();
  let fixture: Fixture;
  let count = 0;
  beforeAll(async () => {
    fixture = await keep(open());
  });

  async function made({ day, hour, allDay, timeZone, repeats, attendees }: Event): Promise<string> {
    const times = allDay
      ? { start: day, end: day }
      : { start: `${day}T${two(hour)}:30`, end: `${day}T${two(hour + 1)}:00` };
    const [repeat, until] = repeats ?? [{}, {}];
    const args = {
      subject: `Changed ${++count}`,
      ...times,
      allDay,
      timeZone,
      ...repeat,
      ...(repeats ? until : {}),
      attendees,
    };
    const { event } = await fixture.call<{ event: Shown }>('calendar_create_event', args);
    return event.id;
  }

  const occurrences = async (eventId: string) => {
    const range = { eventId, from: '2028-02-01', to: '2030-12-31', limit: 8, timeZone: 'UTC' };
    return (await fixture.call<{ occurrences: Shown[] }>('calendar_list_occurrences', range)).occurrences;
  };

  it('is what is changed, who is told and why not, and what is read afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ event, change: { move, ...change }, scope: meant, nth, options: more }) => {
        const id = await made(event);
        const all = event.repeats ? await occurrences(id) : [];
        const named = all[Math.min(nth, all.length - 1)];
        const eventId = named?.id ?? id;
        const day = named?.start.slice(0, 10) ?? event.day;
        const args = { eventId, scope: meant, ...change, ...(move ? timesOf(move, day) : {}) };
        const { tried, made: done, refused } = await tryThen(fixture, 'calendar_update_event', args, more);
        expect({ args, ...done }).toEqual({ args, ...tried });
        if (refused !== undefined) return;
        const after = done['event'] as Shown;
        const read = await fixture.call<{ event: object }>('calendar_get_event', {
          eventId: after.id,
          timeZone: done['timeZone'],
        });
        expect({ args, event: read.event }).toMatchObject({ args, event: after });
        if (meant !== 'series' || !event.repeats) return;
        const [first] = await occurrences(after.id);
        const firstAgain = await fixture.call<{ event: Shown }>('calendar_get_event', {
          eventId: first?.id,
          timeZone: done['timeZone'],
        });
        expect({ args, start: firstAgain.event.start }).toEqual({ args, start: after.start });
      }),
      tries(numRuns * 3),
    );
  }, 240_000);
});
