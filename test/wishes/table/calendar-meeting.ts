import { last, type Answer, type Call, type Wish } from '../wish.js';
import { ANNA, BEN, PARTNER, type World } from '../world.js';

const NOOR = 'noor.haddad@fernglas.example';

const findTimes = (from: number, to: number, more: object): Call => [
  'calendar_find_meeting_times',
  (_said, { day }) => ({ from: day(from), to: day(to), ...more }),
];

/** Whether everybody is free at the first time that was found. */
async function mustBeFree(people: readonly string[], { taken }: World, said: readonly Answer[], before = 0) {
  const [first] = last(said, before).suggestions;
  const statuses = await taken(people, first?.start ?? '', first?.end ?? '');
  expect(statuses.filter((status) => !['free', 'workingElsewhere'].includes(status))).toEqual([]);
}

/** Wishes for a time at which people can meet. */
export const calendarMeeting: readonly Wish[] = [
  {
    words: 'When can Ben and I meet for half an hour this week?',
    calls: [findTimes(0, 6, { attendees: [BEN], workingHoursOnly: false })],
    holds: (world, said) => mustBeFree([ANNA, BEN], world, said),
  },
  {
    words: 'Find an hour for Noor and me next week, with Ben if he can',
    calls: [findTimes(7, 13, { attendees: [NOOR], optionalAttendees: [BEN], durationMinutes: 60 })],
    holds: async (world, said) => {
      await mustBeFree([ANNA, NOOR], world, said);
      expect(last(said).suggestions[0]?.attendees[1]).toMatchObject({ address: BEN, optional: true });
    },
  },
  {
    words: 'When could Ben and Noor meet without me in the next days?',
    calls: [findTimes(1, 5, { attendees: [BEN, NOOR], organizerOptional: true })],
    holds: (world, said) => mustBeFree([BEN, NOOR], world, said),
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
    holds: async (world, said) => {
      expect(last(said, 1)).toMatchObject({ suggestions: [], reason: expect.stringContaining('hidden') });
      await mustBeFree([ANNA], world, said);
    },
  },
];
