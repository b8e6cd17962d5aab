import 'reflect-metadata';
import { CalendarPort, ProfilePort } from '@app/domain';
import {
  GraphAdapterModule,
  GraphCalendar,
  type GraphConfig,
  GraphProfile,
  InMemoryCalendar,
  InMemoryProfile,
} from '@app/graph-adapter';
import { Test } from '@nestjs/testing';
import { codeOf } from '@app/testing';
import { callWith } from './calls.js';

const CONFIG: GraphConfig = { mode: 'graph', origin: 'https://graph.microsoft.com', requestTimeoutMs: 5_000 };

async function portsOf(config: GraphConfig) {
  const module = await Test.createTestingModule({ imports: [GraphAdapterModule.register(config)] }).compile();
  return { calendar: module.get(CalendarPort), profile: module.get(ProfilePort) };
}

function tokenOf(claims: object): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
}

describe('GraphAdapterModule', () => {
  it('serves the ports from Graph or from memory, as configured', async () => {
    const graph = await portsOf(CONFIG);
    const memory = await portsOf({ ...CONFIG, mode: 'memory' });
    expect([graph.calendar, graph.profile]).toEqual([expect.any(GraphCalendar), expect.any(GraphProfile)]);
    expect([memory.calendar, memory.profile]).toEqual([expect.any(InMemoryCalendar), expect.any(InMemoryProfile)]);
  });

  it('gives everybody their own mailbox in memory, by tenant and object id of their token', async () => {
    const { calendar, profile } = await portsOf({ ...CONFIG, mode: 'memory' });
    const anna = callWith(tokenOf({ tid: 't', oid: '1', name: 'Anna Ebert', upn: 'anna@contract.example' }));
    const other = callWith(tokenOf({ tid: 't', oid: '2', preferred_username: 'ben@contract.example' }));
    expect(await profile.me(anna)).toMatchObject({ id: '1', displayName: 'Anna Ebert', mail: 'anna@contract.example' });
    expect(await profile.me(other)).toMatchObject({ id: '2', displayName: 'ben@contract.example' });
    const [annas, others] = await Promise.all([calendar.listCalendars(anna), calendar.listCalendars(other)]);
    expect(annas[0]?.id).not.toBe(others[0]?.id);
    expect(await calendar.listCalendars(anna)).toEqual(annas);
  });

  it.each(['opaque', 'a.b.c', tokenOf({ oid: '1' }), tokenOf({ tid: 't', oid: 7 })])(
    'has no mailbox for a token that names nobody: %s',
    async (token) => {
      const { calendar } = await portsOf({ ...CONFIG, mode: 'memory' });
      expect(await codeOf(calendar.listCalendars(callWith(token)))).toBe('invalid_token');
    },
  );

  it('starts memory with the mailboxes that are configured', async () => {
    const time = { allDay: false, start: '2026-11-23T09:00:00', end: '2026-11-23T10:00:00', timeZone: 'UTC' };
    const event = {
      subject: 'seeded',
      time,
      attendees: [],
      onlineMeeting: false,
      isPrivate: false,
      transactionId: '1',
    };
    const mailboxes = [{ key: 't/1', displayName: 'Anna', address: 'anna@contract.example', events: [event] }];
    const { calendar } = await portsOf({ ...CONFIG, mode: 'memory', mailboxes });
    const range = { start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z' };
    const { events } = await calendar.listEvents(callWith(tokenOf({ tid: 't', oid: '1' })), { range, limit: 5 });
    expect(events.map(({ subject }) => subject)).toEqual(['seeded']);
  });
});
