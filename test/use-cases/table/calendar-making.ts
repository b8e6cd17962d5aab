import type { Call, UseCase } from '../use-case.js';
import { last } from '../use-case.js';
import { ANNA, BEN, PARTNER, type SeenEvent } from '../fixture.js';

const create = (subject: string, after: number, start: string, end: string, more: object = {}): Call => [
  'calendar_create_event',
  (_said, { day }) => ({ subject, start: `${day(after)}T${start}`, end: `${day(after)}T${end}`, ...more }),
];

/** A use case for one new event, which then looks so. */
const made = (words: string, subject: string, call: Call, looks: Partial<SeenEvent>): UseCase => ({
  words,
  calls: [call],
  holds: async ({ events }) => expect((await events(subject))[0]).toMatchObject(looks),
});

/** Use cases for new events. */
export const calendarMaking: readonly UseCase[] = [
  made('Keep two hours for reading free on a morning this week', 'Reading', create('Reading', 4, '09:00', '11:00'), {
    showAs: 'busy',
  }),
  made(
    'Put me on leave for three days in three weeks',
    'Leave',
    [
      'calendar_create_event',
      (_said, { day }) => ({ subject: 'Leave', start: day(20), end: day(22), allDay: true, showAs: 'oof' }),
    ],
    { isAllDay: true, showAs: 'oof' },
  ),
  made(
    'Put my doctor on Thursday at eight, and let nobody see what it is',
    'Doctor',
    create('Doctor', 5, '08:00', '09:00', { private: true, reminderMinutes: 60 }),
    { sensitivity: 'private', reminderMinutesBeforeStart: 60 },
  ),
  made(
    'A Teams call with Robin the day after tomorrow at ten',
    'Robin and Anna',
    create('Robin and Anna', 2, '10:00', '10:30', { attendees: [PARTNER], onlineMeeting: true }),
    { isOnlineMeeting: true },
  ),
  {
    words: 'Invite Ben to a coffee in the kitchen the day after tomorrow at five',
    calls: [create('Coffee', 2, '17:00', '17:30', { attendees: [BEN], location: 'Kitchen' })],
    holds: async ({ events }) => expect(await events('Coffee', 'ben')).toHaveLength(1),
  },
  {
    words: 'Lunch with Chitra on Friday; I do not know her address',
    calls: [
      ['find_people', () => ({ query: 'chitra' })],
      [
        'calendar_create_event',
        (said, { day }) => ({
          subject: 'Lunch with Chitra',
          start: `${day(4)}T12:00`,
          end: `${day(4)}T13:00`,
          attendees: last(said).people.map(({ address }) => address),
        }),
      ],
    ],
    holds: async ({ events }) =>
      expect((await events('Lunch with Chitra'))[0]?.attendees.map(({ emailAddress }) => emailAddress.address)).toEqual(
        ['chitra.rao@fernglas.example'],
      ),
  },
  {
    words: 'Stretching every Tuesday and Thursday, four times',
    calls: [
      create('Stretching', 1, '08:00', '08:15', { repeat: 'weekly', daysOfWeek: ['tuesday', 'thursday'], count: 4 }),
    ],
    holds: async ({ events }) => expect(await events('Stretching')).toHaveLength(4),
  },
  {
    words: 'Find an hour in which Ben and I are free tomorrow, and invite him',
    calls: [
      [
        'calendar_get_free_busy',
        (_said, { day }) => ({
          addresses: [BEN, ANNA],
          from: `${day(1)}T08:00`,
          to: `${day(1)}T22:00`,
        }),
      ],
      [
        'calendar_create_event',
        (said, { day }) => {
          const busy = last(said).people.flatMap((person) => person.busy);
          const isFree = (hour: number) =>
            busy.every(
              ({ start, end }) => end <= `${day(1)}T${pad(hour)}:00` || start >= `${day(1)}T${pad(hour + 1)}:00`,
            );
          const hour = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].find(isFree) ?? 21;
          const [start, end] = [`${day(1)}T${pad(hour)}:00`, `${day(1)}T${pad(hour + 1)}:00`];
          return { subject: 'A free hour', start, end, attendees: [BEN] };
        },
      ],
    ],
    holds: async ({ events }) => expect(await events('A free hour', 'ben')).toHaveLength(1),
  },
  {
    words: 'What would happen if I invited Robin for tomorrow at ten? Do not do it yet',
    calls: [create('Perhaps', 1, '10:00', '11:00', { attendees: [PARTNER], dryRun: true })],
    holds: async ({ events }, said) => {
      expect(last(said)).toMatchObject({ done: false, notified: [PARTNER], external: [PARTNER] });
      expect(await events('Perhaps')).toEqual([]);
    },
  },
];

function pad(hour: number): string {
  return String(hour).padStart(2, '0');
}
