import { ACCESS, graphRoutes } from '../../../apps/local-tenant/src/graph/index.js';
import { Mailboxes } from '../../../apps/local-tenant/src/graph/mailbox/mailboxes.js';
import { OPENAPI_FILE, loadOpenApi } from '../../support/openapi.js';
import { type Ask, GraphHarness, NOW } from './harness.js';
import { keptOpen } from '../../support/keep-open.js';

const openapi = loadOpenApi();
const judge = openapi
  ? 'that Microsoft describes'
  : `(Microsoft's description is not at ${OPENAPI_FILE}: only their status is checked)`;

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});

const VIEW = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-04-30T00:00:00Z&$top=1000';
const SLOT = {
  start: { dateTime: '2026-12-03T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-12-03T10:00:00', timeZone: 'UTC' },
};
const SERIES = {
  ...SLOT,
  subject: 'described series',
  recurrence: {
    pattern: { type: 'Weekly', interval: 1, daysOfWeek: ['Thursday'] },
    range: { type: 'Numbered', startDate: '2026-12-03', numberOfOccurrences: 4 },
  },
};
const SCHEDULE = {
  schedules: ['anna@fernglas.example', 'ben@fernglas.example', 'nobody@fernglas.example'],
  startTime: SLOT.start,
  endTime: { dateTime: '2026-12-04T09:00:00', timeZone: 'UTC' },
  availabilityViewInterval: 60,
};

const REQUESTS: readonly (readonly [status: number, path: string, ask?: Ask])[] = [
  [200, '/me'],
  [200, '/me?$select=id,displayName,userType'],
  [200, '/users/ben@fernglas.example'],
  [200, '/me/mailboxSettings'],
  [200, '/me/mailboxSettings/timeZone'],
  [200, '/me/mailboxSettings/workingHours'],
  [200, '/me/mailboxSettings', { method: 'PATCH', body: { timeZone: 'UTC' } }],
  [200, '/me/outlook/supportedTimeZones'],
  [200, '/me/calendars'],
  [201, '/me/calendars', { method: 'POST', body: { name: 'Described', color: 'LightBlue' } }],
  [200, '/me/calendar'],
  [200, '/me/calendarGroups'],
  [200, `/me/calendarView?${VIEW}`],
  [200, `/me/calendar/calendarView?${VIEW}`, { headers: { Prefer: 'outlook.body-content-type="text"' } }],
  [200, `/users/anna@fernglas.example/calendar/calendarView?${VIEW}`, { as: 'ben' }],
  [200, '/me/events?$top=100'],
  [200, '/me/calendar/events'],
  [201, '/me/events', { method: 'POST', body: { ...SLOT, subject: 'described', isOnlineMeeting: true } }],
  [201, '/me/calendar/events', { method: 'POST', body: SERIES }],
  [200, '/me/calendar/getSchedule', { method: 'POST', body: SCHEDULE }],
  [
    200,
    '/me/findMeetingTimes',
    {
      method: 'POST',
      body: {
        meetingDuration: 'PT1H',
        attendees: [{ type: 'Required', emailAddress: { address: 'ben@fernglas.example' } }],
      },
    },
  ],
  [200, '/places/microsoft.graph.room', { scopes: ['Place.Read.All'] }],
  [200, '/me/drive'],
  [200, '/me/drive/root'],
  [200, '/me/drive/root/children'],
  [201, '/me/drive/root/children', { method: 'POST', body: { name: 'Described', folder: {} } }],
  [404, '/me/drive/items/01NOBODY'],
  [401, '/me', { token: '' }],
  [403, '/me/events', { scopes: ['User.Read'] }],
  [400, '/me/events/AAMkNobody'],
  [404, `/me/events/AAMkA${'x'.repeat(22)}BGAAAA${'x'.repeat(22)}AAA=`],
  [400, '/me/calendarView'],
  [400, '/me/events', { method: 'POST', body: { ...SLOT, start: { dateTime: 'noon', timeZone: 'UTC' } } }],
];

describe(`the answers ${judge}`, () => {
  it.each(REQUESTS.map(([status, path, ask]) => ({ status, path, ask: ask ?? {} })))(
    '$status $path',
    async ({ status, path, ask }) => {
      const answer = await graph.ask(path, ask);
      expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.any(String)]);
      const method = ask.method ?? 'GET';
      if (status < 400) expect(openapi?.validateRequest(method, path, ask.body) ?? []).toEqual([]);
      expect(openapi?.validateResponse(method, path, answer.status, answer.body) ?? []).toEqual([]);
    },
  );

  it('are each described for every event of every seeded calendar', async () => {
    for (const as of ['anna', 'ben', 'chitra', 'dylan', 'noor', 'otto'] as const) {
      const view = await graph.ask(`/me/calendarView?${VIEW}`, { as });
      for (const { id } of view.body.value as { id: string }[]) {
        const path = `/me/events/${id}`;
        const { status, body } = await graph.ask(path, { as });
        expect([path, status, openapi?.validateResponse('GET', path, status, body) ?? []]).toEqual([path, 200, []]);
      }
    }
  });
});

describe('the judge', () => {
  it('finds a wrong value, a wrong kind and an unknown path, and takes enums in any case', () => {
    const wrong = {
      subject: 7,
      showAs: 'napping',
      attendees: [{ type: 'Required' }],
      start: { timeZone: 'UTC', dateTime: 9 },
    };
    const found = openapi?.validateResponse('GET', '/v1.0/me/events/abc', 200, wrong) ?? [
      '/subject',
      '/showAs',
      '/start/dateTime',
    ];
    for (const place of ['/subject', '/showAs', '/start/dateTime']) expect(found.join('\n')).toContain(place);
    expect(found.join('\n')).not.toContain('/attendees');
    expect(openapi?.validateRequest('POST', '/me/nothing', {}) ?? ['x']).toHaveLength(1);
  });
});

describe('what opens a route', () => {
  const routes = graphRoutes(
    new Mailboxes(
      [],
      () => NOW,
      () => undefined,
    ),
  );

  it('is at least every permission that Microsoft lists for it', () => {
    const described = new Map((openapi?.operations() ?? []).map((one) => [`${one.method} ${one.path}`, one.scopes]));
    const compared = routes.flatMap(({ method, path, operation }) => {
      const listed = described.get(`${method} ${path}`);
      return listed === undefined
        ? []
        : [{ route: `${method} ${path}`, listed, taken: ACCESS[operation].scopes as readonly string[] }];
    });
    const refused = compared.flatMap(({ route, listed, taken }) => {
      const missing = listed.filter((scope) => !taken.includes(scope));
      return missing.length === 0 ? [] : [[route, ...missing]];
    });
    expect(refused).toEqual([]);
    expect(compared.length).toBeGreaterThanOrEqual(openapi ? 40 : 0);
  });

  it('is nothing weaker than the least of them', () => {
    const levels = ['ReadBasic', 'Read', 'ReadWrite'];
    const weaker = (openapi?.operations() ?? []).flatMap(({ method, path, scopes }) => {
      const route = routes.find((one) => one.method === method && one.path === path);
      const least = Math.min(...scopes.map((scope) => levels.indexOf(scope.split('.')[1] ?? '')));
      const taken: readonly string[] = route ? ACCESS[route.operation].scopes : [];
      return taken
        .filter((scope) => levels.indexOf(scope.split('.')[1] ?? '') < least)
        .map((scope) => [method, path, scope]);
    });
    expect(weaker).toEqual([]);
  });

  it('is a permission of the same kind as those of the table', () => {
    for (const { operation, path } of routes) {
      const kind = /mailboxSettings/.test(path)
        ? /^MailboxSettings\./
        : /calendar|event|findMeeting/i.test(path)
          ? /^Calendars\./
          : /./;
      for (const scope of ACCESS[operation].scopes) expect([path, scope]).toEqual([path, expect.stringMatching(kind)]);
    }
  });
});
