import type { CalendarPort, EventDetails, ProfilePort } from '@app/domain';
import type { Event, PatternedRecurrence } from '@microsoft/microsoft-graph-types';
import { codeOf } from '@app/testing';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { FakeGraph, json } from './fake-graph.js';
import { graphEvent } from './samples.js';
import { keptOpen } from '../support/keep-open.js';

describe('how the Graph adapter reads what Graph answers', () => {
  let graph: FakeGraph;
  let calendar: CalendarPort;
  let profile: ProfilePort;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(FakeGraph.open());
    ({ calendar, profile } = adaptersOn(graph.origin));
  });

  async function read(event: Event): Promise<EventDetails> {
    graph.willAnswer(json(200, graphEvent(event)));
    return calendar.getEvent(callWith('t'), 'AAMk=', { withBody: false });
  }
  async function readSettings(settings: object) {
    graph.willAnswer(json(200, settings));
    return profile.mailboxSettings(callWith('t'));
  }

  it('reads times in whatever zone Graph answers, should it not heed the preference', async () => {
    const { time } = await read({
      start: { dateTime: '2026-10-24T10:00:00.0000000', timeZone: 'Pacific Standard Time' },
      end: { dateTime: '2026-10-24T11:00:00.0000000', timeZone: 'Europe/Berlin' },
    });
    expect(time).toEqual({ allDay: false, start: '2026-10-24T17:00:00Z', end: '2026-10-24T09:00:00Z' });
  });

  it('reads an all-day event as dates, whatever zone it is given in', async () => {
    const at = (dateTime: string) => ({ dateTime, timeZone: 'Tokyo Standard Time' });
    const { time } = await read({ isAllDay: true, start: at('2026-11-23T00:00:00'), end: at('2026-11-26T00:00:00') });
    expect(time).toEqual({ allDay: true, start: '2026-11-23', end: '2026-11-25' });
  });

  it('reads enumerations in any case and takes unknown members for the mildest', async () => {
    const old = { type: 'Occurrence', showAs: 'WorkingElsewhere', sensitivity: 'Private' } as unknown as Event;
    const odd = { type: 'unheardOf', showAs: 'dreaming', sensitivity: 'odd' } as unknown as Event;
    expect(await read(old)).toMatchObject({ kind: 'occurrence', showAs: 'workingElsewhere', isPrivate: true });
    expect(await read(odd)).toMatchObject({ kind: 'single', showAs: 'unknown', isPrivate: false });
    expect(await read({ responseStatus: { response: 'tentativelyAccepted' } })).toMatchObject({
      response: 'tentative',
    });
  });

  it('leaves out what Graph gives as null or empty', async () => {
    const { location, organizer, seriesId, joinUrl, recurrence, attendees, originalTimeZone } = await read({
      location: { displayName: '' },
      organizer: { emailAddress: { name: '', address: '' } },
      seriesMasterId: null,
      onlineMeeting: null,
      onlineMeetingUrl: '',
      recurrence: null,
      attendees: [{ emailAddress: { name: 'nobody' } }],
      originalStartTimeZone: 'tzone://Microsoft/Custom',
    });
    expect({ location, organizer, seriesId, joinUrl, recurrence, originalTimeZone }).toEqual({});
    expect(attendees).toEqual([{ name: 'nobody', kind: 'required', response: 'none' }]);
  });

  it.each<[string, PatternedRecurrence, object]>([
    ['daily', range({ type: 'daily', interval: 2 }), { every: 'day', interval: 2 }],
    [
      'weekly',
      range({ type: 'weekly', interval: 1, daysOfWeek: ['sunday', 'monday'] }),
      { every: 'week', interval: 1, daysOfWeek: ['monday', 'sunday'], firstDayOfWeek: 'sunday' },
    ],
    [
      'absoluteMonthly',
      range({ type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 }),
      { every: 'month', interval: 1, dayOfMonth: 31 },
    ],
    [
      'relativeMonthly',
      range({ type: 'relativeMonthly', interval: 3, daysOfWeek: ['friday'], index: 'last' }),
      { every: 'month', interval: 3, daysOfWeek: ['friday'], weekOfMonth: 'last' },
    ],
    [
      'absoluteYearly',
      range({ type: 'absoluteYearly', interval: 1, dayOfMonth: 29, month: 2 }),
      { every: 'year', interval: 1, dayOfMonth: 29, month: 2 },
    ],
    [
      'relativeYearly',
      range({ type: 'relativeYearly', interval: 1, daysOfWeek: ['sunday'], index: 'second', month: 5 }),
      { every: 'year', interval: 1, daysOfWeek: ['sunday'], weekOfMonth: 'second', month: 5 },
    ],
  ])('reads a %s pattern without the zeros Graph fills it with', async (_, recurrence, expected) => {
    const event = await read({ type: 'seriesMaster', recurrence });
    expect(event.recurrence).toEqual({ ...expected, from: '2026-11-23' });
  });

  it.each([
    [{ type: 'endDate', endDate: '2026-12-24', numberOfOccurrences: 0 }, { until: '2026-12-24' }],
    [{ type: 'numbered', endDate: '0001-01-01', numberOfOccurrences: 7 }, { count: 7 }],
  ] as const)('reads how a series ends: %o', async (end, expected) => {
    const recurrence = range({ type: 'daily', interval: 1 });
    const event = await read({ recurrence: { ...recurrence, range: { ...recurrence.range, ...end } } });
    expect(event.recurrence).toEqual({ every: 'day', interval: 1, from: '2026-11-23', ...expected });
  });

  it.each<[string, Event]>([
    ['without a type', { recurrence: { pattern: {}, range: { startDate: '2026-11-23' } } }],
    ['without a range', { recurrence: { pattern: { type: 'daily', interval: 1 } } }],
    ['weekly on no day', { recurrence: range({ type: 'weekly', interval: 1, daysOfWeek: [] }) }],
    ['that a series does not show', { type: 'seriesMaster', recurrence: null }],
  ])('shows an event with a rule %s, and says that it has one', async (_, event) => {
    const { subject, recurrence, hasUnknownRule } = await read(event);
    expect([subject, recurrence, hasUnknownRule]).toEqual(['Planning', undefined, true]);
  });

  it.each<[string, Event]>([
    ['without an id', { id: undefined }],
    ['without a start', { start: null }],
    ['with a start that is no time', { start: { dateTime: 'soon', timeZone: 'UTC' } }],
    ['with a time in an unknown zone', { start: { dateTime: '2026-11-23T08:00:00', timeZone: 'Narnia' } }],
  ])('cannot read an event %s', async (_, event) => {
    expect(await codeOf(read(event))).toBe('temporarily_unavailable');
  });

  const HOURS = { daysOfWeek: ['monday'], startTime: '08:00:00.0000000', endTime: '17:30:00.0000000' } as const;
  const BERLIN = 'W. Europe Standard Time';

  it.each<[string, string]>([
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['w. europe standard time', 'Europe/Berlin'],
    ['asia/tokyo', 'Asia/Tokyo'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
  ])('names the zone %s as IANA', async (timeZone, expected) => {
    expect(await readSettings({ timeZone })).toEqual({ timeZone: expected });
  });

  it.each([
    'Customized Time Zone',
    'tzone://Microsoft/Custom',
    'tzone://Microsoft/Utc',
    'Narnia Standard Time',
    '+02:00',
    '',
    null,
    7 as unknown as string,
  ])('takes the mailbox zone %j for no other, not even for that of the working hours', async (timeZone) => {
    const settings = await readSettings({ timeZone, workingHours: { ...HOURS, timeZone: { name: BERLIN } } });
    expect(settings).toEqual({
      unknown: { timeZone: typeof timeZone === 'string' ? timeZone : '' },
      workingHours: { daysOfWeek: ['monday'], start: '08:00', end: '17:30', timeZone: 'Europe/Berlin' },
    });
  });

  it.each([
    ['as Exchange counts it', -60, -60, 'Europe/Berlin'],
    ["as Graph's reference counts it", 60, 60, 'Europe/Berlin'],
    ['of another offset', -120, -60, undefined],
    ['on the other side of Greenwich', 60, -60, undefined],
    ['without summer time', -60, 0, undefined],
  ])('knows working hours in a custom zone by its bias, %s', async (_, bias, daylightBias, expected) => {
    const timeZone = {
      '@odata.type': '#microsoft.graph.customTimeZone',
      name: 'Customized Time Zone',
      bias,
      standardOffset: { time: '03:00:00.0000000', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10, year: 0 },
      daylightOffset: {
        daylightBias,
        time: '02:00:00.0000000',
        dayOccurrence: 5,
        dayOfWeek: 'sunday',
        month: 3,
        year: 0,
      },
    };
    const { workingHours, unknown } = await readSettings({ timeZone: BERLIN, workingHours: { ...HOURS, timeZone } });
    expect([workingHours?.timeZone, unknown?.workingHours]).toEqual([expected, expected ? undefined : true]);
  });

  it('leaves out working hours whose zone has only a name that no table knows', async () => {
    const workingHours = { ...HOURS, timeZone: { name: 'Customized Time Zone' } };
    const unknown = { workingHours: true };
    expect(await readSettings({ timeZone: BERLIN, workingHours })).toEqual({ timeZone: 'Europe/Berlin', unknown });
  });

  it('calls a person without a display name by their user principal name', async () => {
    graph.willAnswer(json(200, { id: '1', userPrincipalName: 'a@b.example', displayName: null, mail: null }));
    expect(await profile.me(callWith('t'))).toEqual({
      id: '1',
      displayName: 'a@b.example',
      mail: undefined,
      userPrincipalName: 'a@b.example',
    });
  });
});

function range(pattern: PatternedRecurrence['pattern']): PatternedRecurrence {
  const zeros = { month: 0, dayOfMonth: 0, daysOfWeek: [], firstDayOfWeek: 'sunday', index: 'first' } as const;
  return {
    pattern: { ...zeros, ...pattern } as PatternedRecurrence['pattern'],
    range: { type: 'noEnd', startDate: '2026-11-23', endDate: '0001-01-01', numberOfOccurrences: 0 },
  };
}
