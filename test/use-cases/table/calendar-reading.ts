import { findEvent, withEvent } from '../calls.js';
import { idIn, last, type UseCase } from '../use-case.js';
import { ANNA, BEN } from '../fixture.js';

const CALL = 'Call with the Svalbard station';
const NOOR = 'noor.haddad@fernglas.example';

/** Questions about calendars. */
export const calendarReading: readonly UseCase[] = [
  {
    words: 'What do I have today?',
    calls: [['calendar_list_events', (_said, { day }) => ({ from: day(0), to: day(0) })]],
    holds: async ({ events }, said) => {
      const [lunch] = await events('Lunch at the Fischmarkt');
      expect(last(said).events.map(({ subject }) => subject)).toContain(lunch?.subject);
    },
  },
  {
    words: 'When is my call with the Svalbard station, and what is the link?',
    calls: [findEvent('Svalbard'), withEvent('calendar_get_event', {})],
    holds: async ({ events }, said) => {
      const [call] = await events(CALL);
      expect(last(said).event.start.slice(0, 16)).toBe(call?.start.dateTime.slice(0, 16));
      expect(last(said).event.joinUrl).toMatch(/^https:/);
    },
  },
  {
    words: 'Who has answered the invitation to the snowfall forecast?',
    calls: [findEvent('Snowfall'), withEvent('calendar_get_event', { includeBody: false })],
    holds: async ({ events }, said) => {
      const [forecast] = await events('Snowfall forecast for the orchards');
      const asked = forecast?.attendees.map(({ emailAddress }) => emailAddress.address);
      expect(last(said).event.attendees.map(({ address }) => address)).toEqual(asked);
    },
  },
  {
    words: 'What is the agenda of the Svalbard call?',
    calls: [findEvent('Svalbard'), withEvent('calendar_get_event', {})],
    holds: async (_world, said) => expect(last(said).untrustedBody).toContain('delivery dates'),
  },
  {
    words: 'What is in the family calendar tomorrow?',
    calls: [
      ['calendar_list_calendars', () => ({})],
      [
        'calendar_list_events',
        (said, { day }) => ({
          calendarId: idIn(last(said).calendars.filter(({ name }) => name === 'Family')),
          from: day(1),
          to: day(1),
        }),
      ],
    ],
    holds: async (_world, said) => expect(last(said).events.map(({ subject }) => subject)).toEqual(['Choir rehearsal']),
  },
  {
    words: 'On which days is the glacier model review in the next five weeks?',
    calls: [
      findEvent('Glacier'),
      [
        'calendar_list_occurrences',
        (said, { day }) => ({ eventId: idIn(last(said).events), from: day(1), to: day(35) }),
      ],
    ],
    holds: async ({ events, day }, said) => {
      const dates = (await events('Glacier model review')).map(({ start }) => start.dateTime.slice(0, 10));
      const asked = dates.filter((date) => date >= day(1) && date <= day(35));
      expect(last(said).occurrences.map(({ start }) => start.slice(0, 10))).toEqual(asked);
    },
  },
  {
    words: 'What time is it for me, and what may you do for me?',
    calls: [['get_my_context', () => ({})]],
    holds: async ({ day }, said) => {
      expect(last(said)).toMatchObject({ timeZone: 'Europe/Berlin', now: expect.stringContaining(day(0)) });
      expect(last(said).grantedScopes).toContain('Mail.Send');
    },
  },
  {
    words: 'When is Ben busy today and tomorrow?',
    calls: [['calendar_get_free_busy', (_said, { day }) => ({ addresses: [BEN], from: day(0), to: day(1) })]],
    holds: async ({ events }, said) => {
      const [plan] = await events('Pruning plan for the spring', 'ben');
      const starts = last(said).people[0]?.busy.map(({ start }) => start.slice(0, 16));
      expect(starts).toContain(plan?.start.dateTime.slice(0, 16));
    },
  },
  {
    words: 'Who of Ben, Noor and me is free for an hour tomorrow at eight?',
    calls: [
      [
        'calendar_get_free_busy',
        (_said, { day }) => ({
          addresses: [BEN, NOOR, ANNA],
          from: `${day(1)}T08:00`,
          to: `${day(1)}T09:00`,
        }),
      ],
    ],
    holds: async (_world, said) => expect(last(said).people.map(({ address }) => address)).toEqual([BEN, NOOR, ANNA]),
  },
];
