import type { CalendarPort, EventQuery } from '@app/domain';
import { codeOf } from '@app/testing';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { FakeGraph, json } from './fake-graph.js';
import { graphEvent } from './samples.js';
import { keptOpen } from '../support/keep-open.js';

const QUERY: EventQuery = { range: { start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z' }, limit: 5 };

describe('links in answers', () => {
  let graph: FakeGraph;
  let elsewhere: FakeGraph;
  let calendar: CalendarPort;
  const keep = keptOpen();
  beforeAll(async () => {
    [graph, elsewhere] = await Promise.all([keep(FakeGraph.open()), keep(FakeGraph.open())]);
    ({ calendar } = adaptersOn(graph.origin));
  });

  it('follows a nextLink of its own origin, whole and with the token', async () => {
    const nextLink = `${graph.origin}/v1.0/me/calendar/calendarView?startDateTime=x%3A1&$skip=10`;
    graph.willAnswer(
      json(200, { value: [graphEvent({ id: 'one' })], '@odata.nextLink': nextLink }),
      json(200, { value: [graphEvent({ id: 'two' })] }),
    );
    const { events } = await calendar.listEvents(callWith('secret'), QUERY);
    expect(events.map(({ id }) => id)).toEqual(['one', 'two']);
    const { href } = graph.received[1]?.url ?? {};
    expect([href && new URL(href).search, graph.received[1]?.headers.authorization]).toEqual([
      '?$skip=10&startDateTime=x%3A1',
      'Bearer secret',
    ]);
  });

  it('sends nothing to a nextLink that leads away', async () => {
    elsewhere.willAnswer(json(200, { value: [] }));
    const port = new URL(elsewhere.origin).port;
    const links = [
      `${elsewhere.origin}/v1.0/me/events`,
      `${graph.origin.replace('https:', 'http:')}/v1.0/me/events`,
      `${graph.origin}@localhost:${port}/v1.0/me/events`,
      `${graph.origin}/beta/me/events`,
      `${graph.origin}/v1.0/../beta/me/events`,
      `//localhost:${port}/v1.0/me/events`,
      '/v1.0/me/events',
      'not a link',
      7,
    ];
    for (const link of links) {
      graph.willAnswer(json(200, { value: [graphEvent()], '@odata.nextLink': link }));
      expect(await codeOf(calendar.listEvents(callWith('secret'), QUERY))).toBe('temporarily_unavailable');
      expect(graph.received).toHaveLength(1);
    }
    expect(elsewhere.received).toEqual([]);
  });

  it.each([301, 302, 307, 308])('does not follow a redirect with %i', async (status) => {
    elsewhere.willAnswer(json(200, { value: [] }));
    graph.willAnswer((response) =>
      response.writeHead(status, { location: `${elsewhere.origin}/v1.0/me/calendars` }).end(),
    );
    expect(await codeOf(calendar.listCalendars(callWith('secret')))).toBe('temporarily_unavailable');
    expect(elsewhere.received).toEqual([]);
  });

  it('stops reading when the page is full and nothing unread can belong to it', async () => {
    const at = (hours: number) => {
      const dateTime = new Date(Date.UTC(2026, 10, 23, hours)).toISOString().replace('Z', '');
      return { start: { dateTime, timeZone: 'UTC' }, end: { dateTime, timeZone: 'UTC' } };
    };
    const range = { start: '2026-11-23T00:00:00Z', end: '2026-12-23T00:00:00Z' };
    const nextLink = `${graph.origin}/v1.0/me/calendar/calendarView?$skip=10`;
    const items = (from: number) =>
      [0, 6, 12].map((more) => graphEvent({ id: `at${from + more}`, ...at(from + more) }));
    graph.willAnswer(
      json(200, { value: items(0), '@odata.nextLink': nextLink }),
      json(200, { value: items(24), '@odata.nextLink': nextLink }),
      json(200, { value: items(48), '@odata.nextLink': nextLink }),
    );
    const page = await calendar.listEvents(callWith('t'), { range, limit: 2 });
    expect(page.events.map(({ id }) => id)).toEqual(['at0', 'at6']);
    expect(page.next).toEqual({ start: '2026-11-23T06:00:00Z', id: 'at6' });
    expect(graph.received).toHaveLength(2);
  });
});
