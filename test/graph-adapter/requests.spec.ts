import type { CalendarPort, EventQuery, ProfilePort } from '@app/domain';
import { codeOf } from '@app/testing';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { FakeGraph, json } from './fake-graph.js';
import { graphEvent } from './samples.js';
import { keptOpen } from '../support/keep-open.js';

const QUERY: EventQuery = { range: { start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z' }, limit: 25 };

describe('what the Graph adapter sends', () => {
  let graph: FakeGraph;
  let calendar: CalendarPort;
  let profile: ProfilePort;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(FakeGraph.open());
    ({ calendar, profile } = adaptersOn(graph.origin));
  });

  it("carries the person's token, the trace and the preferences on a read", async () => {
    graph.willAnswer(json(200, { value: [graphEvent()] }));
    await calendar.listEvents(callWith('token-of-anna'), QUERY);
    expect(graph.received[0]?.headers).toMatchObject({
      authorization: 'Bearer token-of-anna',
      'client-request-id': '0af76519-16cd-43dd-8448-eb211c80319c',
      prefer: 'IdType="ImmutableId", outlook.timezone="UTC"',
    });
  });

  it('reads a calendarView with explicit offsets, only the fields it uses, and never a body', async () => {
    graph.willAnswer(json(200, { value: [] }));
    await calendar.listEvents(callWith('t'), { ...QUERY, calendarId: 'AAMk/cal+1=' });
    const { pathname, searchParams } = graph.received[0]?.url ?? new URL('https://none.invalid');
    expect(pathname).toBe('/v1.0/me/calendars/AAMk%2Fcal%2B1%3D/calendarView');
    expect(searchParams.get('startDateTime')).toMatch(/Z$/);
    expect(searchParams.get('endDateTime')).toMatch(/Z$/);
    expect(searchParams.get('$orderby')).toBe('start/dateTime');
    expect(searchParams.get('$select')?.split(',')).toEqual(expect.arrayContaining(['id', 'start', 'end', 'isAllDay']));
    expect(searchParams.get('$select')).not.toMatch(/body/i);
  });

  it('asks for a body, as text, only when it is wanted', async () => {
    graph.willAnswer(json(200, graphEvent({ body: { contentType: 'text', content: 'hello\r\nthere\r\n' } })));
    const withBody = await calendar.getEvent(callWith('t'), 'AAMk=', { withBody: true });
    await calendar.getEvent(callWith('t'), 'AAMk=', { withBody: false });
    const selects = graph.received.map(({ url }) => url.searchParams.get('$select')?.split(',').includes('body'));
    expect(selects).toEqual([true, false]);
    expect(graph.received[0]?.headers['prefer']).toMatch(/outlook\.body-content-type="text"/);
    expect(withBody.body).toBe('hello\nthere');
  });

  it('selects just what a profile and mailbox settings need', async () => {
    graph.willAnswer(json(200, { id: '1', userPrincipalName: 'a@b.example', timeZone: 'UTC' }));
    await profile.me(callWith('t'));
    await profile.mailboxSettings(callWith('t'));
    expect(graph.received.map(({ url }) => url.pathname + url.search)).toEqual([
      `/v1.0/me?$select=${encodeURIComponent('id,displayName,mail,userPrincipalName')}`,
      `/v1.0/me/mailboxSettings?$select=${encodeURIComponent('timeZone,workingHours')}`,
    ]);
  });

  it('sends an answer to an invitation with everything the person said', async () => {
    graph.willAnswer((response) => response.writeHead(202).end());
    const proposedTime = { start: '2026-11-24T08:00:00Z', end: '2026-11-24T09:00:00Z' };
    const response = { answer: 'tentative', comment: 'later?', notifyOrganizer: true, proposedTime } as const;
    await calendar.respond(callWith('t'), 'AAMk=', response);
    await calendar.respond(callWith('t'), 'AAMk=', { answer: 'accept', notifyOrganizer: false });
    await calendar.respond(callWith('t'), 'AAMk=', { answer: 'decline', notifyOrganizer: true });
    expect(graph.received.map(({ url, body }) => [url.pathname, body])).toEqual([
      [
        '/v1.0/me/events/AAMk%3D/tentativelyAccept',
        {
          comment: 'later?',
          sendResponse: true,
          proposedNewTime: {
            start: { dateTime: '2026-11-24T08:00:00', timeZone: 'UTC' },
            end: { dateTime: '2026-11-24T09:00:00', timeZone: 'UTC' },
          },
        },
      ],
      ['/v1.0/me/events/AAMk%3D/accept', { sendResponse: false }],
      ['/v1.0/me/events/AAMk%3D/decline', { sendResponse: true }],
    ]);
  });

  it.each([
    '..',
    '.',
    '../../users/victim',
    'x?$select=body',
    'x#y',
    'a b',
    '%2e%2e',
    'ä',
    '',
    'a'.repeat(3_001),
    "x')",
  ])('sends nothing for the id %p, which Graph cannot have given', async (id) => {
    graph.willAnswer(json(200, graphEvent()));
    const call = callWith('t');
    expect(await codeOf(calendar.getEvent(call, id, { withBody: false }))).toBe('invalid_arguments');
    expect(await codeOf(calendar.respond(call, id, { answer: 'accept', notifyOrganizer: true }))).toBe(
      'invalid_arguments',
    );
    expect(await codeOf(calendar.listEvents(call, { ...QUERY, calendarId: id }))).toBe('invalid_arguments');
    expect(graph.received).toEqual([]);
  });

  it('refuses an origin that is not https', () => {
    expect(() => adaptersOn('http://localhost:1')).toThrow('must be https');
  });
});
