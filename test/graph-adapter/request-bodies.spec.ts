import type {
  CalendarPort,
  EventResponse,
  FilesPort,
  MeetingSearch,
  NewEvent,
  Recurrence,
  SchedulePort,
} from '@app/domain';
import { aNewEvent } from '@app/testing';
import { loadOpenApi } from '../support/openapi.js';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { FakeGraph, json } from './fake-graph.js';
import { graphEvent } from './samples.js';
import { keptOpen } from '../support/keep-open.js';

const openApi = loadOpenApi();
const BERLIN = { timeZone: 'Europe/Berlin', allDay: false };
const RECURRENCES: readonly Omit<Recurrence, 'from' | 'interval'>[] = [
  { every: 'day' },
  { every: 'week', daysOfWeek: ['monday', 'friday'], count: 5 },
  { every: 'month', dayOfMonth: 15, until: '2027-11-23' },
  { every: 'month', weekOfMonth: 'last', daysOfWeek: ['friday'] },
  { every: 'year', dayOfMonth: 23, month: 11 },
  { every: 'year', weekOfMonth: 'second', daysOfWeek: ['sunday'], month: 5 },
];
const EVENTS: readonly (readonly [string, NewEvent])[] = [
  ['with nothing but a time', aNewEvent('2026-11-23T09:00:00')],
  [
    'with everything',
    aNewEvent('2026-11-23T09:00:00', {
      location: 'Room 7',
      body: 'Text',
      attendees: [
        { address: 'ben@contract.example', kind: 'required' },
        { address: 'eva@contract.example', kind: 'optional' },
      ],
      onlineMeeting: true,
      isPrivate: true,
      showAs: 'workingElsewhere',
      reminderMinutes: 0,
    }),
  ],
  ['for whole days', aNewEvent('', { time: { ...BERLIN, allDay: true, start: '2026-11-23', end: '2026-11-24' } })],
  ...RECURRENCES.map((rule): [string, NewEvent] => [
    `that repeats: ${JSON.stringify(rule)}`,
    aNewEvent('2026-11-23T09:00:00', { recurrence: { ...rule, interval: 1, from: '2026-11-23' } }),
  ]),
];
const RESPONSES: readonly EventResponse[] = [
  { answer: 'accept', notifyOrganizer: true },
  { answer: 'tentative', comment: 'maybe', notifyOrganizer: true, proposedTime: slot() },
  { answer: 'decline', notifyOrganizer: false },
];

const SEARCH: MeetingSearch = {
  addresses: ['ben@contract.example'],
  range: slot(),
  minutes: 30,
  workingHoursOnly: false,
  minimumPercentage: 75,
  organizerOptional: true,
  limit: 5,
};

const FILES_USER = callWith('t', ['Files.ReadWrite']);
const ROOT = { itemId: 'root' };
const FOREIGN = { driveId: 'b!1', itemId: '01ITEM' };
const BIG = { folder: ROOT, name: 'big.txt', content: new Uint8Array(5 * 1024 * 1024), contentType: 'text/plain' };
const ON_DRIVES: readonly (readonly [string, (files: FilesPort) => Promise<unknown>])[] = [
  ['a new folder', (files) => files.createFolder(FILES_USER, ROOT, 'Plans')],
  ['a new name and place', (files) => files.change(FILES_USER, FOREIGN, { name: 'b.txt', folderId: '01DIR' }, '"1"')],
  ['a link for the organisation', (files) => files.shareWithOrganization(FILES_USER, FOREIGN, 'edit')],
  [
    'an invitation',
    (files) =>
      files.invite(FILES_USER, FOREIGN, { addresses: ['ben@contract.example'], role: 'view', message: 'Have a look' }),
  ],
  [
    'the beginning of an upload',
    (files) => files.writeFile(FILES_USER, { ...BIG, ifExists: 'replace', version: '"1"' }),
  ],
];

describe(`request bodies${openApi ? ' against the OpenAPI description of Graph' : ', without a description to compare'}`, () => {
  let graph: FakeGraph;
  let calendar: CalendarPort;
  let schedule: SchedulePort;
  let files: FilesPort;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(FakeGraph.open());
    ({ calendar, schedule, files } = adaptersOn(graph.origin));
  });

  function mistakes(): readonly string[] {
    const { method, url, body } = graph.received[0] ?? {};
    const path = (url?.pathname ?? '')
      .replace('/v1.0', '')
      .replace(/:\/[^/]+:/, '')
      .replace('items/root/children', 'root/children');
    return openApi?.validateRequest(method ?? '', path, body) ?? [];
  }

  it('would not pass an event of another shape', () => {
    const wrong = { subject: 7, showAs: 'dreaming', start: 'noon' };
    expect(openApi?.validateRequest('POST', '/me/events', wrong) ?? ['not compared']).not.toEqual([]);
  });

  it('would not pass an invitation of another shape', () => {
    const wrong = { recipients: 'ben', roles: 7 };
    expect(openApi?.validateRequest('POST', '/drives/b!1/items/1/invite', wrong) ?? ['not compared']).not.toEqual([]);
  });

  it.each(ON_DRIVES)('sends %s as documented', async (_, send) => {
    const item = { id: '1', lastModifiedDateTime: '2026-11-23T08:00:00Z', parentReference: { driveId: 'b!1' } };
    graph.willAnswer(json(200, { ...item, link: { webUrl: 'https://contract.example/link' } }));
    // An upload ends at once: the answer has no address to upload to.
    await send(files).catch((error: unknown) => expect(String(error)).toContain('could not be read'));
    expect(graph.received).toHaveLength(1);
    expect(mistakes()).toEqual([]);
  });

  it.each(EVENTS)('sends an event %s as documented', async (_, event) => {
    graph.willAnswer(json(201, graphEvent()));
    await calendar.createEvent(callWith('t'), event);
    expect(mistakes()).toEqual([]);
    expect(graph.received[0]?.body).toMatchObject({ subject: event.subject, transactionId: event.transactionId });
  });

  it.each(RESPONSES)('sends the answer $answer as documented', async (response) => {
    graph.willAnswer((answer) => answer.writeHead(202).end());
    await calendar.respond(callWith('t'), 'AAMk=', response);
    expect(mistakes()).toEqual([]);
    expect(graph.received[0]?.body).toMatchObject({ sendResponse: response.notifyOrganizer });
  });

  it('sends the whole of an event, in the words of Graph', async () => {
    graph.willAnswer(json(201, graphEvent()));
    const recurrence = { every: 'week', interval: 2, daysOfWeek: ['monday'], from: '2026-11-23', count: 4 } as const;
    const time = { ...BERLIN, start: '2026-11-23T09:00:00', end: '2026-11-23T10:00:00' };
    const attendees = [{ address: 'ben@contract.example', kind: 'optional' as const }];
    const more = { time, recurrence, attendees, body: 'Text', onlineMeeting: true, isPrivate: true };
    await calendar.createEvent(
      callWith('t'),
      aNewEvent('', { ...more, subject: 's', transactionId: 'id', calendarId: 'c' }),
    );
    expect(graph.received[0]?.url.pathname).toBe('/v1.0/me/calendars/c/events');
    expect(graph.received[0]?.body).toEqual({
      subject: 's',
      isAllDay: false,
      start: { dateTime: '2026-11-23T09:00:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2026-11-23T10:00:00', timeZone: 'Europe/Berlin' },
      attendees: [{ emailAddress: { address: 'ben@contract.example' }, type: 'optional' }],
      sensitivity: 'private',
      transactionId: 'id',
      body: { contentType: 'text', content: 'Text' },
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      recurrence: {
        pattern: { type: 'weekly', interval: 2, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
        range: {
          type: 'numbered',
          startDate: '2026-11-23',
          numberOfOccurrences: 4,
          recurrenceTimeZone: 'Europe/Berlin',
        },
      },
    });
  });

  it('looks for meeting times as documented, in UTC and with nobody but required attendees', async () => {
    graph.willAnswer(json(200, { emptySuggestionsReason: 'OrganizerUnavailable', meetingTimeSuggestions: [] }));
    const found = await schedule.meetingTimes(callWith('t'), SEARCH);
    expect(found).toEqual({ times: [], whyNone: 'organizer_unavailable' });
    expect(mistakes()).toEqual([]);
    expect(graph.received[0]?.url.pathname).toBe('/v1.0/me/findMeetingTimes');
    expect(graph.received[0]?.body).toEqual({
      attendees: [{ type: 'required', emailAddress: { address: 'ben@contract.example' } }],
      timeConstraint: {
        activityDomain: 'unrestricted',
        timeSlots: [
          {
            start: { dateTime: '2026-11-24T08:00:00', timeZone: 'UTC' },
            end: { dateTime: '2026-11-24T09:00:00', timeZone: 'UTC' },
          },
        ],
      },
      meetingDuration: 'PT30M',
      maxCandidates: 5,
      isOrganizerOptional: true,
      returnSuggestionReasons: false,
      minimumAttendeePercentage: 75,
    });
  });

  it('ends an all-day event at the midnight after its last day', async () => {
    graph.willAnswer(json(201, graphEvent()));
    await calendar.createEvent(
      callWith('t'),
      aNewEvent('', { time: { ...BERLIN, allDay: true, start: '2026-12-31', end: '2026-12-31' } }),
    );
    expect(graph.received[0]?.body).toMatchObject({
      isAllDay: true,
      start: { dateTime: '2026-12-31T00:00:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2027-01-01T00:00:00', timeZone: 'Europe/Berlin' },
    });
  });
});

function slot() {
  return { start: '2026-11-24T08:00:00Z', end: '2026-11-24T09:00:00Z' };
}
