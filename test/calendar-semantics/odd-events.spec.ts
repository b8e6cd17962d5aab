import { graphError, json } from '../graph-adapter/fake-graph.js';
import { graphEvent } from '../graph-adapter/samples.js';
import { keptOpen } from '../support/keep-open.js';
import { DAILY, ODD_RULES } from './odd-rules.js';
import { StubbedGraph } from './stubbed-graph.js';

const DAY = { from: '2026-11-23', to: '2026-11-23', timeZone: 'UTC' };
const BASE = '/me/calendar/calendarView';

interface Listed {
  readonly events: readonly { readonly id: string; readonly subject: string }[];
  readonly notes?: readonly string[];
}

const good = (id: string) => graphEvent({ id, subject: `Good ${id}` });

/** What Graph was seen to send among events, each without something that the others have. */
const ODD: readonly (readonly [string, unknown])[] = [
  ['that is null', null],
  ['that is a text', 'event'],
  ['without an id', { ...graphEvent(), id: null }],
  ['without a start', { ...graphEvent({ id: 'odd' }), start: null }],
  ['without an end', { ...graphEvent({ id: 'odd' }), end: undefined }],
  ['with an end that is no time', { ...graphEvent({ id: 'odd' }), end: { dateTime: 'never', timeZone: 'UTC' } }],
  [
    'in an unknown zone',
    { ...graphEvent({ id: 'odd' }), start: { dateTime: '2026-11-23T08:00:00', timeZone: 'Narnia' } },
  ],
  ['with a number for a kind', { ...graphEvent({ id: 'odd' }), type: 7 }],
  ['with a number for a subject', { ...graphEvent({ id: 'odd' }), subject: 7 }],
  ['with an object for a subject', { ...graphEvent({ id: 'odd' }), subject: { text: 'Plan' } }],
  ['with a number for a place', { ...graphEvent({ id: 'odd' }), location: { displayName: 7 } }],
  [
    'with a list for an organizer',
    { ...graphEvent({ id: 'odd' }), organizer: { emailAddress: { address: ['a@b.c'] } } },
  ],
  ['with an answer that is a number', { ...graphEvent({ id: 'odd' }), responseStatus: { response: 3 } }],
];

/** Odd only where it is read whole. */
const ODD_WHOLE: readonly (readonly [string, object])[] = [
  ['with attendees that are no list', { attendees: { value: [] } }],
  ['with an attendee whose name is a number', { attendees: [{ emailAddress: { name: 7 } }] }],
  ['with a link that is an object', { webLink: {} }],
  ['with a body that is a number', { body: { contentType: 'text', content: 7 } }],
];

describe('one odd event', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });

  it.each(ODD)('%s hides no other, in any list', async (_, odd) => {
    const page = { value: [good('one'), odd, good('two')] };
    const series = graphEvent({ id: 'series', type: 'seriesMaster' });
    graph.will({
      [`GET ${BASE}`]: page,
      'GET /me/events/series': series,
      'GET /me/events/series/instances': page,
      'GET /users/eva@fernglas.example/calendar/calendarView': page,
    });
    const { events, notes } = await graph.call<Listed>('calendar_list_events', DAY);
    expect(events.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(notes).toEqual(['1 of the events could not be read and is left out.']);
    expect(await graph.call('calendar_list_occurrences', { eventId: 'series', ...DAY })).toMatchObject({
      occurrences: [{ id: 'one' }, { id: 'two' }],
      notes,
    });
    const shared = { calendarOf: 'eva@fernglas.example', ...DAY };
    expect(await graph.call('calendar_list_shared_events', shared)).toMatchObject({
      events: [{ subject: 'Good one' }, { subject: 'Good two' }],
      notes,
    });
  });

  it.each([...ODD, ...ODD_WHOLE.map(([name, odd]) => [name, { ...graphEvent(), ...odd }] as const)])(
    '%s cannot be read, and that is said',
    async (_, odd) => {
      if (typeof odd !== 'object') return;
      graph.will({ 'GET /me/events/odd': json(200, odd) });
      const refused = await graph.refusal('calendar_get_event', { eventId: 'odd' });
      expect([refused.code, refused.message]).toEqual([
        'temporarily_unavailable',
        expect.stringContaining('could not be read'),
      ]);
    },
  );

  it('without words is shown, and so is one of kinds that nobody knows', async () => {
    const bare = { ...graphEvent({ id: 'bare', subject: null, location: null, organizer: null }), showAs: 'dreaming' };
    graph.will({ [`GET ${BASE}`]: { value: [bare] } });
    const { events, notes } = await graph.call<Listed>('calendar_list_events', DAY);
    expect([events, notes]).toEqual([
      [expect.objectContaining({ id: 'bare', subject: '', showAs: 'unknown' })],
      undefined,
    ]);
  });

  it('that ends before it starts is shown where it starts', async () => {
    const end = { dateTime: '2026-11-22T07:00:00.0000000', timeZone: 'UTC' };
    graph.will({ [`GET ${BASE}`]: { value: [good('one'), graphEvent({ id: 'odd', end }), good('two')] } });
    const { events } = await graph.call<Listed>('calendar_list_events', DAY);
    expect(new Set(events.map(({ id }) => id))).toEqual(new Set(['one', 'odd', 'two']));
  });

  it('at the end of a page does not end the list', async () => {
    const [first, second] = [{ value: [good('one'), null] }, { value: [good('two')] }];
    graph.will({
      [`GET ${BASE}`]: (response, request) => {
        const next = new URL(request.url);
        next.searchParams.set('$skip', '2');
        const isFirst = !request.url.searchParams.has('$skip');
        json(200, isFirst ? { ...first, '@odata.nextLink': next.href } : second)(response, request);
      },
    });
    const { events } = await graph.call<Listed>('calendar_list_events', DAY);
    expect(events.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it.each(ODD_RULES)('whose rule has %s is shown, and is not moved as a series', async (_, { pattern, range }) => {
    const recurrence = {
      pattern: { ...DAILY, ...pattern },
      range: { type: 'noEnd', startDate: '2026-11-24', recurrenceTimeZone: 'UTC', ...range },
    };
    const event = { ...graphEvent({ id: 'series', type: 'seriesMaster', isOrganizer: true }), recurrence };
    graph.will({ 'GET /me/events/series': event });
    const shown = await graph.call('calendar_get_event', { eventId: 'series' });
    expect(shown).toMatchObject({ event: { id: 'series' }, notes: [expect.stringContaining('rule')] });
    const moved = { eventId: 'series', scope: 'series', start: '2026-11-23T12:00', timeZone: 'UTC' };
    expect((await graph.refusal('calendar_update_event', moved)).code).toBe('not_allowed');
  });

  it('in a zone of no name is shown with a note, and moved as a series only into a zone that is given', async () => {
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'sunday' },
      range: { type: 'noEnd', startDate: '2026-11-23', recurrenceTimeZone: 'tzone://Microsoft/Custom' },
    };
    const series = { ...graphEvent({ id: 'series', type: 'seriesMaster', isOrganizer: true }), recurrence };
    graph.will({ 'GET /me/events/series': series, 'PATCH /me/events/series': series });
    expect(await graph.call('calendar_get_event', { eventId: 'series' })).toMatchObject({
      notes: [expect.stringContaining('zone without an IANA name')],
    });
    const moved = { eventId: 'series', scope: 'series', start: '2026-11-23T12:00' };
    const { message, details } = await graph.refusal('calendar_update_event', moved);
    expect([message, details.userAction]).toEqual([
      expect.stringContaining('tzone://Microsoft/Custom'),
      expect.stringContaining('give timeZone'),
    ]);
    expect(graph.writes).toEqual([]);
    await graph.call('calendar_update_event', { ...moved, timeZone: 'America/New_York' });
    expect(graph.writes[0]?.body).toMatchObject({
      start: { timeZone: 'America/New_York' },
      recurrence: { pattern: { firstDayOfWeek: 'sunday' }, range: { recurrenceTimeZone: 'America/New_York' } },
    });
  });
});

describe('an odd schedule', () => {
  const keep = keptOpen();
  let graph: StubbedGraph;
  beforeAll(async () => {
    graph = await keep(StubbedGraph.open());
  });

  const ASK = { addresses: ['ben@fernglas.example', 'eva@fernglas.example'], ...DAY };
  const item = (start: unknown, end: unknown) => ({ status: 'busy', start, end });
  const at = (time: string) => ({ dateTime: `2026-11-23T${time}:00.0000000`, timeZone: 'UTC' });

  it('hides no other, and its odd entries hide no others', async () => {
    const value = [
      null,
      {
        scheduleId: 'ben@fernglas.example',
        scheduleItems: [null, item(at('09:00'), null), item(at('10:00'), at('11:00'))],
      },
      { scheduleId: 'eva@fernglas.example', scheduleItems: [], availabilityView: '0' },
    ];
    graph.will({ 'POST /me/calendar/getSchedule': { value } });
    const { people, unreadable, notes } = await graph.call('calendar_get_free_busy', ASK);
    expect(people).toEqual([
      { address: 'ben@fernglas.example', busy: [{ start: '2026-11-23T10:00+00:00', end: '2026-11-23T11:00+00:00' }] },
      { address: 'eva@fernglas.example', busy: [] },
    ]);
    expect(unreadable).toBeUndefined();
    expect(notes).toEqual([expect.stringMatching(/^ben@fernglas\.example: 2 entries could not be read/)]);
  });

  it('is read from its view where there are no entries, and is not taken for a free day where there is nothing', async () => {
    const value = [
      { scheduleId: 'ben@fernglas.example', availabilityView: `${'0'.repeat(18)}22${'3'}000` },
      { scheduleId: 'eva@fernglas.example' },
    ];
    graph.will({ 'POST /me/calendar/getSchedule': { value } });
    expect(await graph.call('calendar_get_free_busy', ASK)).toMatchObject({
      people: [
        {
          address: 'ben@fernglas.example',
          busy: [
            { start: '2026-11-23T09:00+00:00', end: '2026-11-23T10:00+00:00' },
            { start: '2026-11-23T10:00+00:00', end: '2026-11-23T10:30+00:00', status: 'oof' },
          ],
        },
      ],
      unreadable: [{ address: 'eva@fernglas.example' }],
    });
  });

  it('leaves out odd suggestions with a note', async () => {
    const slot = { start: at('10:00'), end: at('10:30') };
    const meetingTimeSuggestions = [
      null,
      { confidence: 100, meetingTimeSlot: { start: null } },
      {
        confidence: 100,
        organizerAvailability: 'free',
        meetingTimeSlot: slot,
        attendeeAvailability: [null, { availability: 'free' }],
      },
    ];
    graph.will({ 'POST /me/findMeetingTimes': { meetingTimeSuggestions } });
    expect(await graph.call('calendar_find_meeting_times', DAY)).toMatchObject({
      suggestions: [{ start: '2026-11-23T10:00+00:00', attendees: [] }],
      notes: ['2 suggestions could not be read and are left out.'],
    });
  });

  it('asks again by the Windows name of a zone that Graph does not know', async () => {
    const unknown = graphError(
      400,
      'TimeZoneNotSupportedException',
      "A valid TimeZone value must be specified. The following TimeZone value is not supported: 'Europe/Kyiv'.",
    );
    const zoneOf = (body: unknown) => JSON.stringify(body).match(/"timeZone":"([^"]+)"/)?.[1];
    const inWindows =
      (answer: object) => (response: Parameters<typeof unknown>[0], request: Parameters<typeof unknown>[1]) =>
        (zoneOf(request.body)?.includes('/') ? unknown : json(200, answer))(response, request);
    graph.will({
      'POST /me/calendar/getSchedule': inWindows({ value: [] }),
      'POST /me/events': inWindows(graphEvent({ isOrganizer: true })),
      'GET /me/events/AAMkEvent=': graphEvent({ isOrganizer: true }),
      'PATCH /me/events/AAMkEvent=': inWindows(graphEvent({ isOrganizer: true })),
    });
    const when = { start: '2026-11-24T10:00', end: '2026-11-24T11:00' };
    await graph.call('calendar_get_free_busy', { ...ASK, timeZone: 'Europe/Kyiv' });
    await graph.call('calendar_create_event', {
      subject: 'New',
      ...when,
      repeat: 'daily',
      count: 2,
      timeZone: 'Europe/Kyiv',
    });
    await graph.call('calendar_update_event', { eventId: 'AAMkEvent=', ...when, timeZone: 'America/Ciudad_Juarez' });
    expect(graph.writes.map(({ body }) => zoneOf(body))).toEqual([
      ...['Europe/Kyiv', 'FLE Standard Time', 'Europe/Kyiv', 'FLE Standard Time'],
      ...['America/Ciudad_Juarez', 'Mountain Standard Time'],
    ]);
    expect(graph.writes[3]?.body).toMatchObject({
      start: { dateTime: '2026-11-24T10:00:00' },
      recurrence: { range: { recurrenceTimeZone: 'FLE Standard Time' } },
    });
    const nowhere = await graph.refusal('calendar_create_event', {
      subject: 'New',
      ...when,
      timeZone: 'Antarctica/Troll',
    });
    expect([nowhere.code, nowhere.message]).toEqual(['invalid_arguments', expect.stringContaining('Antarctica/Troll')]);
  });
});
