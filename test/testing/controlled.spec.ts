import { DomainError } from '@app/domain';
import { aNewEvent, codeOf, controlled, type Controlled, inMemoryPorts, type InMemoryPorts } from '@app/testing';
import type { CalendarPort } from '@app/domain';

const ANNA = { key: 'tenant/anna', displayName: 'Anna Ebert', address: 'anna@contract.example' };

let memory: InMemoryPorts<'anna'>;
let fake: Controlled<CalendarPort>;
beforeEach(() => {
  memory = inMemoryPorts({ anna: ANNA });
  fake = controlled(memory.ports.calendar);
});

const anna = (limits = {}) => memory.as('anna', ['Calendars.ReadWrite'], limits);
const list = (limits?: object) => fake.port.listCalendars(anna(limits));

describe('a fake under control', () => {
  it('does what the adapter does where nothing was said', async () => {
    const { id } = await fake.port.createEvent(anna(), aNewEvent('2027-03-01T09:00:00', { subject: 'kept' }));
    expect(await fake.port.getEvent(anna(), id, { withBody: false })).toMatchObject({ subject: 'kept' });
    expect(controlled(memory.ports.documents).port.reads({ name: 'a.txt' })).toBe(true);
  });

  it('refuses one operation and no other, as often as was said', async () => {
    fake.control.refuse('listCalendars', new DomainError('not_found', 'Not here.'), 2);
    expect([await codeOf(list()), await codeOf(list())]).toEqual(['not_found', 'not_found']);
    expect(await list()).toHaveLength(1);
    fake.control.refuse('createEvent', new DomainError('not_allowed', 'Not now.'));
    expect(await codeOf(fake.port.createEvent(anna(), aNewEvent('2027-03-01T09:00:00')))).toBe('not_allowed');
    const range = { start: '2027-03-01T00:00:00Z', end: '2027-03-02T00:00:00Z' };
    expect((await fake.port.listEvents(anna(), { range, limit: 5 })).events).toEqual([]);
  });

  it('throttles with the seconds to wait', async () => {
    fake.control.throttle('listCalendars', 7, 1);
    await expect(list()).rejects.toMatchObject({ code: 'throttled', details: { retryAfter: 7 } });
    expect(await list()).toHaveLength(1);
  });

  it('is slow, and ends a call whose deadline passes or whose client goes', async () => {
    fake.control.delay('listCalendars', 20);
    expect(await list()).toHaveLength(1);
    fake.control.delay('listCalendars', 60_000);
    expect(await codeOf(list({ deadline: Date.now() + 10 }))).toBe('timeout');
    const client = new AbortController();
    const answer = codeOf(list({ signal: client.signal }));
    client.abort();
    expect(await answer).toBe('cancelled');
  });

  it('holds a call until it is let go', async () => {
    const release = fake.control.hold('listCalendars');
    let answered = false;
    const answer = list().then((calendars) => {
      answered = true;
      return calendars;
    });
    await memory.ports.calendar.listCalendars(anna());
    expect(answered).toBe(false);
    release();
    expect(await answer).toHaveLength(1);
    expect(await list()).toHaveLength(1);
  });

  it('tells what was called with what, and forgets all when it is cleared', async () => {
    fake.control.throttle('listCalendars', 1);
    const held = fake.control.hold('getEvent');
    const waiting = codeOf(fake.port.getEvent(anna(), 'nobody', { withBody: false }));
    await codeOf(list());
    expect(fake.control.calls.map(({ operation }) => operation)).toEqual(['getEvent', 'listCalendars']);
    expect(fake.control.calls[0]?.given.slice(1)).toEqual(['nobody', { withBody: false }]);
    fake.control.clear();
    expect(await waiting).toBe('not_found');
    expect([await list(), fake.control.calls.length]).toEqual([expect.any(Array), 1]);
    held();
  });

  it('is cleared for one operation alone', async () => {
    fake.control.throttle('listCalendars', 1);
    fake.control.throttle('getEvent', 1);
    fake.control.clear('listCalendars');
    expect(await list()).toHaveLength(1);
    expect(await codeOf(fake.port.getEvent(anna(), 'nobody', { withBody: false }))).toBe('throttled');
  });
});
