import { last, type Answer, type Call, type UseCase } from '../use-case.js';
import { DEFAULT_SCOPES } from '../../support/scopes.js';
import { ANNA, BEN, PARTNER, type Fixture } from '../fixture.js';

const NOOR = 'noor.haddad@fernglas.example';

const findTimes = (from: number, to: number, more: object): Call => [
  'calendar_find_meeting_times',
  (_said, { day }) => ({ from: day(from), to: day(to), ...more }),
];

/** Whether everybody is free at the first time that was found. */
async function assertNameFree(people: readonly string[], { taken }: Fixture, said: readonly Answer[], before = 0) {
  const [first] = last(said, before).suggestions;
  const statuses = await taken(people, first?.start ?? '', first?.end ?? '');
  expect(statuses.filter((status) => !['free', 'workingElsewhere'].includes(status))).toEqual([]);
}

const lookAt = (calendarOf: string): Call => [
  'calendar_list_shared_events',
  (_said, { day }) => ({ calendarOf, from: day(0), to: day(6) }),
];

const ROOMS = `${DEFAULT_SCOPES} Place.Read.All`;

/** Use cases for a time at which people can meet. */
export const calendarMeeting: readonly UseCase[] = [
  {
    words: 'When can Ben and I meet for half an hour this week?',
    calls: [findTimes(0, 6, { attendees: [BEN], workingHoursOnly: false })],
    holds: (fixture, said) => assertNameFree([ANNA, BEN], fixture, said),
  },
  {
    words: 'Find an hour for Noor and me next week, with Ben if he can',
    calls: [findTimes(7, 13, { attendees: [NOOR], optionalAttendees: [BEN], durationMinutes: 60 })],
    holds: async (fixture, said) => {
      await assertNameFree([ANNA, NOOR], fixture, said);
      expect(last(said).suggestions[0]?.attendees[1]).toMatchObject({ address: BEN, optional: true });
    },
  },
  {
    words: 'When could Ben and Noor meet without me in the next days?',
    calls: [findTimes(1, 5, { attendees: [BEN, NOOR], organizerOptional: true })],
    holds: (fixture, said) => assertNameFree([BEN, NOOR], fixture, said),
  },
  {
    words: 'Book the next free half hour with Ben next week',
    calls: [
      findTimes(7, 13, { attendees: [BEN], workingHoursOnly: false, maxSuggestions: 1 }),
      [
        'calendar_create_event',
        (said) => ({
          subject: 'Catch-up',
          start: last(said).suggestions[0]?.start.slice(0, 16),
          end: last(said).suggestions[0]?.end.slice(0, 16),
          attendees: [BEN],
        }),
      ],
    ],
    holds: async ({ events }, said) => {
      const [made] = await events('Catch-up');
      expect(made?.start.dateTime.slice(0, 16)).toBe(last(said, 1).suggestions[0]?.start.slice(0, 16));
    },
  },
  {
    words: 'When can my partner at the other company and I meet next week?',
    calls: [findTimes(7, 13, { attendees: [PARTNER] }), findTimes(7, 13, { optionalAttendees: [PARTNER] })],
    holds: async (fixture, said) => {
      expect(last(said, 1)).toMatchObject({ suggestions: [], reason: expect.stringContaining('hidden') });
      await assertNameFree([ANNA], fixture, said);
    },
  },
  {
    words: "What is on my manager Noor's calendar this week?",
    calls: [lookAt(NOOR)],
    holds: async ({ events, day }, said) => {
      const [seen] = await events('Solar field handover', 'noor');
      const isThisWeek = (seen?.start.dateTime ?? '') < day(7);
      const subjects = last(said).events.map(({ subject }) => subject);
      expect(subjects.includes('Solar field handover')).toBe(isThisWeek);
      expect(subjects.length).toBeGreaterThan(0);
    },
  },
  {
    words: "What is on Ben's calendar this week?",
    calls: [lookAt(BEN)],
    refusal: { code: 'not_allowed', tell: 'have its owner share' },
    holds: async ({ taken, day }) => expect(await taken([BEN], `${day(0)}T00:00`, `${day(6)}T00:00`)).not.toEqual([]),
  },
  {
    words: 'Find us a room for eight with a screen tomorrow from ten to eleven, and book it',
    scope: ROOMS,
    calls: [
      [
        'calendar_find_rooms',
        (_said, { day }) => ({
          capacity: 8,
          equipment: ['display'],
          from: `${day(1)}T10:00`,
          to: `${day(1)}T11:00`,
        }),
      ],
      [
        'calendar_create_event',
        (said, { day }) => ({
          subject: 'Ice core workshop',
          start: `${day(1)}T10:00`,
          end: `${day(1)}T11:00`,
          location: last(said).rooms[0]?.name,
          attendees: [last(said).rooms[0]?.address],
        }),
      ],
      [
        'calendar_find_rooms',
        (_said, { day }) => ({ capacity: 8, from: `${day(1)}T10:30`, to: `${day(1)}T11:30`, limit: 50 }),
      ],
    ],
    holds: async ({ taken, day }, said) => {
      const [room] = last(said, 2).rooms;
      expect(room).toMatchObject({ name: 'Room Nansen', free: true });
      expect(await taken([room?.address ?? ''], `${day(1)}T10:00`, `${day(1)}T11:00`)).toHaveLength(1);
      expect(last(said).rooms.map(({ name, free }) => [name, free])).toEqual([
        ['Room Wegener', true],
        ['Hall Humboldt', true],
        ['Room Nansen', false],
      ]);
    },
  },
  {
    words: 'Which rooms in the harbour annex can be reached in a wheelchair?',
    scope: ROOMS,
    calls: [['calendar_find_rooms', () => ({ building: 'harbour', equipment: ['wheelchairAccess'] })]],
    holds: async (_world, said) => expect(last(said).rooms.map(({ name }) => name)).toEqual(['Hall Humboldt']),
  },
];
