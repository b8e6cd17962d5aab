import { GraphHarness } from './harness.js';
import type { PersonKey } from './people.js';
import { keptOpen } from '../../support/keep-open.js';

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});

const VIEW = 'startDateTime=2026-11-22T00:00:00Z&endDateTime=2027-04-30T00:00:00Z&$top=1000';

async function viewOf(as: PersonKey) {
  const { body } = await graph.ask(`/me/calendarView?${VIEW}`, { as });
  return body.value as Record<string, unknown>[];
}

describe('what everybody starts with', () => {
  it.each(['anna', 'ben', 'chitra', 'dylan'] as const)('has for %s one of each kind of event', async (as) => {
    const events = await viewOf(as);
    const some = (wanted: object) => expect(events).toContainEqual(expect.objectContaining(wanted));
    some({ type: 'singleInstance' });
    some({ type: 'occurrence' });
    some({ type: 'exception' });
    some({ isAllDay: true });
    some({ sensitivity: 'private' });
    some({ isOnlineMeeting: true, onlineMeeting: { joinUrl: expect.any(String) } });
    some({ isOrganizer: false, responseStatus: expect.objectContaining({ response: 'notResponded' }) });
    some({ start: { dateTime: expect.stringMatching(/^2026-11-2[34]/), timeZone: 'UTC' } });
    const masters = await graph.ask('/me/events?$top=100', { as });
    const weekly = masters.body.value.find(
      ({ recurrence }: { recurrence?: { pattern: { type: string } } }) => recurrence?.pattern.type === 'weekly',
    );
    const { body } = await graph.ask(`/me/events/${weekly.id}?$select=cancelledOccurrences`, { as });
    expect(body.cancelledOccurrences).toHaveLength(1);
    expect((await graph.ask('/me/calendars', { as })).body.value).toHaveLength(2);
  });

  it.each([
    ['anna', 'Glacier model review', ['08:30', '07:30']],
    ['ben', 'Orchard yield standup', ['14:30', '13:30']],
    ['dylan', 'Reef sensor calibration', ['22:30', '23:30']],
  ] as const)('keeps the weekly hour of %s across the next change of the clocks', async (as, subject, hours) => {
    const found = (await viewOf(as)).filter((event) => event['subject'] === subject && event['type'] === 'occurrence');
    const times = found.map((event) => (event['start'] as { dateTime: string }).dateTime.slice(11, 16));
    expect([...new Set(times)]).toEqual(hours);
  });

  it('comes back as it was on reset', async () => {
    const before = await viewOf('anna');
    const { body } = await graph.ask('/me/events?$top=100');
    for (const { id } of body.value) await graph.ask(`/me/events/${id}`, { method: 'DELETE' });
    expect(await viewOf('anna')).toEqual([]);
    graph.reset();
    expect(await viewOf('anna')).toEqual(before);
  });
});

describe('many people at once', () => {
  it('each get their own', async () => {
    const people = ['anna', 'ben', 'chitra', 'dylan', 'noor', 'otto'] as const;
    const calls = Array.from({ length: 120 }, (_, index) => people[index % people.length]!);
    await Promise.all(
      calls.map(async (as, index) => {
        const event = {
          subject: `only for ${as} ${index}`,
          start: { dateTime: '2027-06-01T09:00:00', timeZone: 'UTC' },
          end: { dateTime: '2027-06-01T10:00:00', timeZone: 'UTC' },
        };
        expect((await graph.ask('/me/events', { method: 'POST', as, body: event })).status).toBe(201);
      }),
    );
    for (const as of people) {
      const window = 'startDateTime=2027-06-01T00:00:00Z&endDateTime=2027-06-02T00:00:00Z&$top=1000&$select=subject';
      const { body } = await graph.ask(`/me/calendarView?${window}`, { as });
      const subjects = (body.value as { subject: string }[])
        .map(({ subject }) => subject)
        .filter((one) => one.startsWith('only for'));
      expect(subjects).toHaveLength(20);
      for (const subject of subjects) expect(subject).toContain(`only for ${as} `);
    }
  });
});
