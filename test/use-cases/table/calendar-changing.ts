import { findEvent, withEvent } from '../calls.js';
import { idIn, last, type UseCase } from '../use-case.js';
import { BEN, PARTNER, type SeenEvent } from '../fixture.js';

const FORECAST = 'Snowfall forecast for the orchards';
const REVIEW = 'Glacier model review';

/** A use case to change an event that is found by a word, which then looks so. */
const changed = (words: string, query: string, args: object, subject: string, looks: Partial<SeenEvent>): UseCase => ({
  words,
  calls: [findEvent(query), withEvent('calendar_update_event', args)],
  holds: async ({ events }) => expect((await events(subject))[0]).toMatchObject(looks),
});

/** Use cases to change, answer and cancel what is there. */
export const calendarChanging: readonly UseCase[] = [
  {
    words: 'Move the snowfall forecast to the next day, same time',
    calls: [
      findEvent('Snowfall'),
      ['calendar_update_event', (said, { day }) => ({ eventId: idIn(last(said).events), start: day(4) })],
    ],
    holds: async ({ events, day }) =>
      expect((await events(FORECAST, 'ben'))[0]?.start.dateTime).toContain(`${day(4)}T15:00`),
  },
  changed('Call the forecast "Snow"', 'Snowfall', { subject: 'Snow' }, 'Snow', { isCancelled: false }),
  changed('Show me as free while I write the report', 'ice core', { showAs: 'free' }, 'Write the ice core report', {
    showAs: 'free',
  }),
  changed(
    'Remind me half an hour before the Svalbard call',
    'Svalbard',
    { reminderMinutes: 30 },
    'Call with the Svalbard station',
    { reminderMinutesBeforeStart: 30 },
  ),
  {
    words: 'Uninvite Ben from the forecast and ask Robin instead',
    calls: [
      findEvent('Snowfall'),
      withEvent('calendar_update_event', { addAttendees: [PARTNER], removeAttendees: [BEN] }),
    ],
    holds: async ({ events }) => {
      const asked = (await events(FORECAST))[0]?.attendees.map(({ emailAddress }) => emailAddress.address);
      expect([asked?.includes(PARTNER), asked?.includes(BEN)]).toEqual([true, false]);
    },
  },
  {
    words: 'Only the next glacier review is in Room Amundsen',
    calls: [
      findEvent('Glacier'),
      withEvent('calendar_update_event', { scope: 'occurrence', location: 'Room Amundsen' }),
    ],
    holds: async ({ events }) => {
      const places = (await events(REVIEW)).map(({ location }) => location.displayName);
      expect(places.filter((place) => place === 'Room Amundsen')).toHaveLength(1);
    },
  },
  {
    words: 'From now on all glacier reviews are called ice reviews',
    calls: [findEvent('Glacier'), withEvent('calendar_update_event', { scope: 'series', subject: 'Ice review' })],
    holds: async ({ events }) => expect((await events('Ice review')).length).toBeGreaterThan(1),
  },
  {
    words: 'Who would be told if I cancelled the forecast? Do not do it',
    calls: [findEvent('Snowfall'), withEvent('calendar_cancel_event', { dryRun: true })],
    holds: async ({ events }, said) => {
      expect(last(said).notified).toContain(BEN);
      expect(await events(FORECAST)).toHaveLength(1);
    },
  },
  {
    words: 'Cancel the forecast, and say sorry',
    calls: [findEvent('Snowfall'), withEvent('calendar_cancel_event', { comment: 'Sorry!' })],
    holds: async ({ events }) => {
      expect(await events(FORECAST)).toEqual([]);
      expect((await events(FORECAST, 'ben')).every(({ isCancelled }) => isCancelled)).toBe(true);
    },
  },
  {
    words: 'Take the report off my calendar',
    calls: [findEvent('ice core'), withEvent('calendar_cancel_event', {})],
    holds: async ({ events }) => expect(await events('Write the ice core report')).toEqual([]),
  },
  ...(['accept', 'tentative'] as const).map((response): UseCase => ({
    words: response === 'accept' ? 'Tell Ben I will come to the tasting' : 'Perhaps I come to the tasting',
    calls: [findEvent('Cider label'), withEvent('calendar_respond', { response })],
    holds: async ({ events }) => {
      const answered = response === 'accept' ? 'accepted' : 'tentativelyAccepted';
      expect((await events('Cider label tasting'))[0]?.responseStatus.response).toBe(answered);
    },
  })),
  {
    words: 'Decline the tasting, I am away',
    calls: [findEvent('Cider label'), withEvent('calendar_respond', { response: 'decline', comment: 'I am away.' })],
    holds: async ({ events }) => expect(await events('Cider label tasting')).toEqual([]),
  },
  {
    words: 'Ask Ben whether the tasting can be a day later',
    calls: [
      findEvent('Cider label'),
      [
        'calendar_respond',
        (said, { day }) => ({
          eventId: idIn(last(said).events),
          response: 'tentative',
          proposedStart: `${day(4)}T16:00`,
          proposedEnd: `${day(4)}T17:00`,
        }),
      ],
    ],
    holds: async ({ events }) =>
      expect((await events('Cider label tasting'))[0]?.responseStatus.response).toBe('tentativelyAccepted'),
  },
];
