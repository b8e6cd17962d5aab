import type { CalendarPort, EventQuery } from '@app/domain';
import { codeOf, aNewEvent } from '@app/testing';
import { adaptersOn } from './adapters.js';
import { callWith } from './calls.js';
import { type Answer, FakeGraph, graphError, hangUp, json, silence } from './fake-graph.js';
import { graphEvent } from './samples.js';
import { keptOpen } from '../support/keep-open.js';

const QUERY: EventQuery = { range: { start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z' }, limit: 5 };
const FOUND = json(200, { value: [graphEvent()] });
const THROTTLED = graphError(429, 'TooManyRequests', 'Too many requests', { 'retry-after': '0.02' });
const DOWN = graphError(503, 'ServiceUnavailable', 'down');

describe('retries and time', () => {
  let graph: FakeGraph;
  let calendar: CalendarPort;
  const keep = keptOpen();
  beforeAll(async () => {
    graph = await keep(FakeGraph.open());
    ({ calendar } = adaptersOn(graph.origin));
  });

  it.each<[string, Answer]>([
    ['a 429', THROTTLED],
    ['a 503', DOWN],
    ['a 504', graphError(504, 'GatewayTimeout', 'late')],
    ['a broken connection', hangUp],
  ])('reads again after %s', async (_, failure) => {
    graph.willAnswer(failure, failure, FOUND);
    expect((await calendar.listEvents(callWith('t'), QUERY)).events).toHaveLength(1);
    expect(graph.received).toHaveLength(3);
  });

  it('gives up after the retries that are configured', async () => {
    graph.willAnswer(DOWN);
    const patient = adaptersOn(graph.origin, { maxRetries: 1 }).calendar;
    expect(await codeOf(patient.listEvents(callWith('t'), QUERY))).toBe('temporarily_unavailable');
    expect(graph.received).toHaveLength(2);
  });

  it.each<[string, Answer]>([
    ['a 503', DOWN],
    ['a 504', graphError(504, 'GatewayTimeout', 'late')],
    ['a 500', graphError(500, 'InternalServerError', 'oops')],
    ['a broken connection', hangUp],
  ])('never writes again after %s', async (_, failure) => {
    graph.willAnswer(failure, json(201, graphEvent()));
    const create = calendar.createEvent(callWith('t'), aNewEvent('2026-11-23T09:00:00'));
    expect(await codeOf(create)).toBe('temporarily_unavailable');
    expect(graph.received).toHaveLength(1);
  });

  it('writes again after a 429, which says that nothing was done', async () => {
    graph.willAnswer(THROTTLED, json(201, graphEvent()));
    expect((await calendar.createEvent(callWith('t'), aNewEvent('2026-11-23T09:00:00'))).id).toBe('AAMkEvent=');
    expect(graph.received.map(({ body }) => body)).toEqual([graph.received[0]?.body, graph.received[0]?.body]);
  });

  it('does not wait for a Retry-After beyond the deadline, and passes it on', async () => {
    graph.willAnswer(graphError(429, 'TooManyRequests', 'Too many requests', { 'retry-after': '300' }));
    await expect(calendar.listEvents(callWith('t'), QUERY)).rejects.toMatchObject({
      code: 'throttled',
      details: { retryAfter: 300 },
    });
    expect(graph.received).toHaveLength(1);
  });

  it('understands a Retry-After that is a date', async () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    graph.willAnswer(graphError(429, 'TooManyRequests', 'Too many requests', { 'retry-after': inAMinute }));
    const error: unknown = await calendar.listEvents(callWith('t'), QUERY).catch((reason: unknown) => reason);
    const { retryAfter = 0 } = (error as { details: { retryAfter?: number } }).details;
    expect(retryAfter).toBeGreaterThan(50);
    expect(retryAfter).toBeLessThanOrEqual(60);
  });

  it('stops waiting for a retry when the caller goes away', async () => {
    graph.willAnswer((response) => {
      graphError(429, 'TooManyRequests', 'Too many requests', { 'retry-after': '5' })(response, graph.received[0]!);
      setTimeout(() => leaving.abort(), 20);
    });
    const leaving = new AbortController();
    const call = callWith('t', undefined, { signal: leaving.signal });
    expect(await codeOf(calendar.listEvents(call, QUERY))).toBe('cancelled');
    expect(graph.received).toHaveLength(1);
  });

  it('is cancelled while Graph is silent', async () => {
    const leaving = new AbortController();
    graph.willAnswer(() => leaving.abort());
    const call = callWith('t', undefined, { signal: leaving.signal });
    expect(await codeOf(calendar.listEvents(call, QUERY))).toBe('cancelled');
  });

  it('times out at the deadline of the call', async () => {
    graph.willAnswer(silence);
    const call = callWith('t', undefined, { deadline: Date.now() + 100 });
    expect(await codeOf(calendar.listEvents(call, QUERY))).toBe('timeout');
  });

  it('sends nothing when the deadline has passed', async () => {
    graph.willAnswer(FOUND);
    const call = callWith('t', undefined, { deadline: Date.now() - 1 });
    expect(await codeOf(calendar.listEvents(call, QUERY))).toBe('timeout');
    expect(graph.received).toEqual([]);
  });

  it('times out one attempt after the time an attempt may take', async () => {
    graph.willAnswer(silence);
    const hasty = adaptersOn(graph.origin, { requestTimeoutMs: 80, maxRetries: 0 }).calendar;
    expect(await codeOf(hasty.listEvents(callWith('t'), QUERY))).toBe('timeout');
  });

  it('times out in the middle of an answer', async () => {
    graph.willAnswer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"value":[');
    });
    const hasty = adaptersOn(graph.origin, { requestTimeoutMs: 80, maxRetries: 0 }).calendar;
    expect(await codeOf(hasty.listEvents(callWith('t'), QUERY))).toBe('timeout');
  });
});
