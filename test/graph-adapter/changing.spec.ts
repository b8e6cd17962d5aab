import type { CalendarPort, EventChanges } from '@app/domain';
import { codeOf } from '@app/testing';
import { loadOpenApi } from '../support/openapi.js';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { type Answer, FakeGraph, graphError, hangUp, json } from './fake-graph.js';
import { graphEvent } from './samples.js';
import { keptOpen } from '../support/keep-open.js';

const openApi = loadOpenApi();
const EVENT = { id: 'AAMk=', version: 'W/"v1"' };
const TIME = { allDay: false, start: '2026-11-23T09:00:00', end: '2026-11-23T10:00:00', timeZone: 'Europe/Berlin' };
const CHANGES: readonly (readonly [string, EventChanges])[] = [
  ['words', { subject: 'New', location: '', showAs: 'oof', isPrivate: true, reminderMinutes: 0 }],
  ['a time', { time: TIME }],
  ['whole days', { time: { ...TIME, allDay: true, start: '2026-11-23', end: '2026-11-24' } }],
  [
    'a series',
    { time: TIME, recurrence: { every: 'week', interval: 1, daysOfWeek: ['monday'], from: '2026-11-23', count: 3 } },
  ],
  [
    'attendees',
    {
      attendees: [
        { name: 'Ben', address: 'ben@contract.example', kind: 'optional' },
        { address: 'room@contract.example', kind: 'resource' },
      ],
    },
  ],
];

/** Join blocks as Teams has written them over the years, and one that an editor took apart. */
const BLOCKS: Readonly<Record<string, string>> = {
  'of today':
    '<div style="width:100%"><span style="white-space:nowrap">________________________________________</span></div>' +
    '<div class="me-email-text" lang="en-US"><a class="me-email-headline" href="https://teams.microsoft.com/meet/1?p=x">Join the meeting now</a></div>',
  'with a line that is no element':
    '<br>________________________________________________________________________________<br>' +
    '<div class="me-email-text"><a href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_x">Join</a></div>',
  'without a line': '<div class="me-email-text"><a href="https://teams.microsoft.com/l/meetup-join/19">Join</a></div>',
  'that is only a link': '<div><a href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_x">Join</a></div>',
};

describe('changing events at Graph', () => {
  let graph: FakeGraph;
  let calendar: CalendarPort;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(FakeGraph.open());
    ({ calendar } = adaptersOn(graph.origin));
  });

  it.each(CHANGES)('sends %s as documented, for the version that was seen', async (_, changes) => {
    graph.willAnswer(json(200, graphEvent()));
    await calendar.updateEvent(callWith('t'), EVENT, changes);
    const [{ method, url, headers, body } = graph.received[0]!] = graph.received;
    expect([method, url.pathname, headers['if-match']]).toEqual(['PATCH', '/v1.0/me/events/AAMk%3D', 'W/"v1"']);
    expect(openApi?.validateRequest('PATCH', '/me/events/AAMk%3D', body) ?? []).toEqual([]);
  });

  it('sends nothing of what is to stay', async () => {
    graph.willAnswer(json(200, graphEvent()));
    await calendar.updateEvent(callWith('t'), EVENT, { subject: 'New' });
    expect(graph.received[0]?.body).toEqual({ subject: 'New' });
  });

  it('sends the recurrence with the time of a series, in the same zone', async () => {
    graph.willAnswer(json(200, graphEvent()));
    const recurrence = { every: 'day', interval: 1, from: '2026-11-23', until: '2026-11-30' } as const;
    await calendar.updateEvent(callWith('t'), EVENT, { time: TIME, recurrence });
    expect(graph.received[0]?.body).toMatchObject({
      start: { timeZone: 'Europe/Berlin' },
      recurrence: { range: { startDate: '2026-11-23', recurrenceTimeZone: 'Europe/Berlin' } },
    });
  });

  it.each(Object.entries(BLOCKS))('keeps a join block %s below the new text', async (_, block) => {
    const content = `<html><head><style>p{}</style></head><body>\r\n<p>Old words</p>${block}\r\n</body></html>`;
    graph.willAnswer(json(200, { id: 'AAMk=', body: { contentType: 'html', content } }), json(200, graphEvent()));
    await calendar.updateEvent(callWith('t'), EVENT, { body: 'New <b> &\nwords' });
    const { body } = graph.received[1]?.body as { body: { contentType: string; content: string } };
    expect(body.contentType).toBe('html');
    expect(body.content).toContain('<body><div>New &lt;b&gt; &amp;<br>words</div>');
    expect(body.content).toContain(block.slice(block.indexOf('<div')));
    expect(body.content).not.toContain('Old words');
  });

  it('keeps everything below the new text where the link is part of the old', async () => {
    const content = '<html><body><p>Old words, https://teams.microsoft.com/meet/1?p=x</p></body></html>';
    graph.willAnswer(json(200, { id: 'AAMk=', body: { contentType: 'html', content } }), json(200, graphEvent()));
    await calendar.updateEvent(callWith('t'), EVENT, { body: 'New' });
    const kept = '<html><body><div>New</div><p>Old words, https://teams.microsoft.com/meet/1?p=x</p></body></html>';
    expect(graph.received[1]?.body).toEqual({ body: { contentType: 'html', content: kept } });
  });

  it.each([
    ['HTML without a join block', { contentType: 'html', content: '<html><body><p>Old words</p></body></html>' }],
    ['plain text', { contentType: 'text', content: 'Old words' }],
    ['nothing', undefined],
  ])('replaces %s by the new text', async (_, body) => {
    graph.willAnswer(json(200, { id: 'AAMk=', body }), json(200, graphEvent()));
    await calendar.updateEvent(callWith('t'), EVENT, { body: 'New' });
    expect(graph.received[1]?.body).toEqual({ body: { contentType: 'text', content: 'New' } });
  });

  it.each([
    ['with a comment', 'Not this week', { Comment: 'Not this week' }],
    ['without one', undefined, {}],
  ])('cancels %s', async (_, comment, sent) => {
    graph.willAnswer((response) => response.writeHead(202).end());
    await calendar.cancelEvent(callWith('t'), 'AAMk=', comment);
    const [{ method, url, body } = graph.received[0]!] = graph.received;
    expect([method, url.pathname, body]).toEqual(['POST', '/v1.0/me/events/AAMk%3D/cancel', sent]);
    expect(openApi?.validateRequest('POST', '/me/events/AAMk%3D/cancel', body) ?? []).toEqual([]);
  });

  it('deletes the version that was seen, and sends no body', async () => {
    graph.willAnswer((response) => response.writeHead(204).end());
    await calendar.deleteEvent(callWith('t'), EVENT);
    const [{ method, headers, body } = graph.received[0]!] = graph.received;
    expect([method, headers['if-match'], body]).toEqual(['DELETE', 'W/"v1"', undefined]);
  });

  it('reads occurrences of a series in a window, only the fields it uses', async () => {
    graph.willAnswer(json(200, { value: [graphEvent({ type: 'occurrence', seriesMasterId: 'AAMk=' })] }));
    const range = { start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z' };
    const { events } = await calendar.listOccurrences(callWith('t'), 'AAMk=', { range, limit: 5 });
    const { pathname, searchParams } = graph.received[0]?.url ?? new URL('https://none.invalid');
    expect(pathname).toBe('/v1.0/me/events/AAMk%3D/instances');
    expect([...searchParams.keys()].sort()).toEqual(['$orderby', '$select', '$top', 'endDateTime', 'startDateTime']);
    expect(events).toMatchObject([{ kind: 'occurrence', seriesId: 'AAMk=' }]);
  });

  it.each([
    ['conflict', 412, 'ErrorIrresolvableConflict'],
    ['invalid_arguments', 400, 'ErrorOccurrenceCrossingBoundary'],
    ['not_found', 404, 'ErrorItemNotFound'],
  ])('says %s for a %i %s', async (code, status, graphCode) => {
    graph.willAnswer(graphError(status, graphCode, 'refused'));
    expect(await codeOf(calendar.updateEvent(callWith('t'), EVENT, { subject: 'New' }))).toBe(code);
    expect(await codeOf(calendar.deleteEvent(callWith('t'), EVENT))).toBe(code);
  });

  it.each<[string, Answer]>([
    ['a 503', graphError(503, 'ServiceUnavailable', 'down')],
    ['a broken connection', hangUp],
  ])('neither changes, cancels nor deletes again after %s', async (_, failure) => {
    const writes = [
      () => calendar.updateEvent(callWith('t'), EVENT, { subject: 'New' }),
      () => calendar.cancelEvent(callWith('t'), 'AAMk='),
      () => calendar.deleteEvent(callWith('t'), EVENT),
    ];
    for (const write of writes) {
      graph.willAnswer(failure);
      expect(await codeOf(write())).toBe('temporarily_unavailable');
      expect(graph.received).toHaveLength(1);
    }
  });

  it.each(['..', '../../users/victim', 'x?$select=body', "x')", ''])('sends nothing for the id %p', async (id) => {
    graph.willAnswer(json(200, graphEvent()));
    const range = { start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z' };
    const calls = [
      calendar.updateEvent(callWith('t'), { id, version: '1' }, { body: 'x' }),
      calendar.cancelEvent(callWith('t'), id),
      calendar.deleteEvent(callWith('t'), { id, version: '1' }),
      calendar.listOccurrences(callWith('t'), id, { range, limit: 1 }),
    ];
    expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => 'invalid_arguments'));
    expect(graph.received).toEqual([]);
  });

  it('knows the zone a series was moved to from its recurrence', async () => {
    const range = { type: 'noEnd', startDate: '2026-11-23', recurrenceTimeZone: 'W. Europe Standard Time' } as const;
    const recurrence = { pattern: { type: 'daily', interval: 1 }, range } as const;
    graph.willAnswer(json(200, graphEvent({ recurrence, originalStartTimeZone: 'Eastern Standard Time' })));
    const { originalTimeZone } = await calendar.getEvent(callWith('t'), 'AAMk=', { withBody: false });
    expect(originalTimeZone).toBe('Europe/Berlin');
  });
});
