import { GraphHarness } from './harness.js';
import { keptOpen } from '../../support/keep-open.js';

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open());
});

const DAY = 'startDateTime=2026-11-24T00:00:00Z&endDateTime=2026-11-25T00:00:00Z';
const EVENT = {
  subject: 'wire',
  start: { dateTime: '2027-02-01T09:00:00', timeZone: 'Tokyo Standard Time' },
  end: { dateTime: '2027-02-01T10:00:00', timeZone: 'Tokyo Standard Time' },
};

describe('every answer', () => {
  it('carries the ids of its request, and the log a line without query or content', async () => {
    const { headers } = await graph.ask(`/me/calendarView?${DAY}`, { headers: { 'client-request-id': 'mine-1' } });
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('client-request-id')).toBe('mine-1');
    expect(headers.get('x-ms-ags-diagnostic')).toContain('ServerInfo');
    expect(headers.get('content-type')).toContain('application/json');
    expect(graph.log.at(-1)).toEqual({
      time: expect.any(String),
      service: 'graph',
      method: 'GET',
      path: '/v1.0/me/calendarView',
      status: 200,
      requestId: headers.get('request-id'),
      userId: '22222222-0000-4000-8000-000000000001',
    });
  });

  it('that is an error has its code, message and ids in the body', async () => {
    const { status, body, headers } = await graph.ask('/me/nothingOfTheKind');
    expect([status, body.error.code]).toEqual([400, 'BadRequest']);
    expect(body.error.message).toContain('nothingOfTheKind');
    expect(body.error.innerError).toEqual({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      'request-id': headers.get('request-id'),
      'client-request-id': headers.get('client-request-id'),
    });
  });

  it('without a body has no content type', async () => {
    const created = await graph.ask('/me/events', { method: 'POST', body: EVENT });
    const { status, headers, text } = await graph.ask(`/me/events/${created.body.id}`, { method: 'DELETE' });
    expect([status, headers.get('content-type'), text]).toEqual([204, null, '']);
  });
});

describe('a request body', () => {
  it.each([
    ['{"subject": ', 'application/json', 'BadRequest'],
    ['subject=x', 'application/x-www-form-urlencoded', 'BadRequest'],
    ['[]', 'application/json', 'RequestBodyRead'],
    ['', 'application/json', 'RequestBodyRead'],
  ])('%j as %s is refused', async (body, type, code) => {
    const answer = await graph.ask('/me/events', { method: 'POST', body, headers: { 'Content-Type': type } });
    expect([answer.status, answer.body.error.code]).toEqual([400, code]);
  });
});

describe('Prefer', () => {
  it.each(['Eastern Standard Time', 'America/New_York'])('gives times in %s and says so', async (zone) => {
    const headers = { Prefer: `outlook.timezone="${zone}", outlook.body-content-type="text"` };
    const answer = await graph.ask(`/me/calendarView?${DAY}`, { headers });
    const event = answer.body.value.find(
      ({ subject }: { subject: string }) => subject === 'Call with the Svalbard station',
    );
    expect(event.start).toEqual({ dateTime: '2026-11-24T08:00:00.0000000', timeZone: zone });
    expect(event.body.contentType).toBe('text');
    expect(event.body.content).toMatch(/^Agenda: delivery dates and open questions\.\r\n/);
    expect(event.body.content).toContain('Join the meeting now<https://teams.microsoft.com/l/meetup-join/');
    expect(answer.headers.get('preference-applied')).toBe(headers.Prefer);
  });

  it('does not move the window that the query asks for', async () => {
    const plain = await graph.ask(`/me/calendarView?${DAY}`);
    const inTokyo = await graph.ask(`/me/calendarView?${DAY}`, {
      headers: { Prefer: 'outlook.timezone="Asia/Tokyo"' },
    });
    const ids = ({ body }: typeof plain) => body.value.map(({ id }: { id: string }) => id);
    expect(ids(inTokyo)).toEqual(ids(plain));
  });

  it('refuses a zone that nobody knows', async () => {
    const { status, body } = await graph.ask('/me/events', { headers: { Prefer: 'outlook.timezone="Middle-earth"' } });
    expect([status, body.error.code]).toEqual([400, 'TimeZoneNotSupportedException']);
    expect(body.error.message).toContain("'Middle-earth'");
  });

  it('gives immutable ids, and takes ids of both kinds', async () => {
    const headers = { Prefer: 'IdType="ImmutableId"' };
    const [plain] = (await graph.ask(`/me/calendarView?${DAY}`)).body.value;
    const [immutable] = (await graph.ask(`/me/calendarView?${DAY}`, { headers })).body.value;
    expect(immutable.id).not.toBe(plain.id);
    for (const id of [plain.id, immutable.id]) {
      expect((await graph.ask(`/me/events/${id}`, { headers })).body.id).toBe(immutable.id);
    }
  });
});

describe('a page', () => {
  const view =
    'startDateTime=2026-10-01T00:00:00%2B01:00&endDateTime=2027-10-01T00:00:00Z&$select=subject,start&$count=true';

  it('has ten events unless told otherwise, and a link that keeps the query', async () => {
    const first = await graph.ask(`/me/calendarView?${view}`);
    expect(first.body.value).toHaveLength(10);
    const next = new URL(first.body['@odata.nextLink']);
    expect(next.origin).toBe(graph.origin);
    expect(next.search).toContain('startDateTime=2026-10-01T00:00:00%2B01:00');
    expect(next.searchParams.get('$skip')).toBe('10');
    expect(next.searchParams.get('$select')).toBe('subject,start');
  });

  it('after page gives every event once, in order', async () => {
    const ids: string[] = [];
    const starts: string[] = [];
    let link: string | undefined = `/me/calendarView?${view}&$top=7`;
    let count = 0;
    while (link !== undefined) {
      const { body } = await graph.ask(link);
      for (const event of body.value) {
        ids.push(event.id);
        starts.push(event.start.dateTime);
      }
      count = body['@odata.count'];
      link = body['@odata.nextLink'];
    }
    expect(new Set(ids).size).toBe(count);
    expect(ids).toHaveLength(count);
    expect(starts).toEqual([...starts].sort());
  });

  it.each([
    '$top=0',
    '$top=1001',
    '$top=ten',
    '$skip=-1',
    '$orderby=body',
    '$filter=subject like 5',
    '$select=colour',
    '$foo=1',
  ])('is refused with %s', async (option) => {
    const { status, body } = await graph.ask(`/me/events?${option}`);
    expect([status, typeof body.error.message]).toEqual([400, 'string']);
  });

  it('of a filtered view is in the order of the starts', async () => {
    const { body } = await graph.ask(`/me/calendarView?${view}&$filter=isAllDay eq false&$top=100`);
    const starts = body.value.map(({ start }: { start: { dateTime: string } }) => start.dateTime);
    expect(starts.length).toBeGreaterThan(10);
    expect(starts).toEqual([...starts].sort());
  });

  it('can be filtered and ordered', async () => {
    const filter = encodeURIComponent(
      "isAllDay eq false and startswith(subject,'l') and start/dateTime ge '2026-11-23'",
    );
    const { body } = await graph.ask(`/me/events?$filter=${filter}&$orderby=start/dateTime desc`);
    expect(body.value.map(({ subject }: { subject: string }) => subject)).toEqual(['Lunch at the Fischmarkt']);
  });

  it('leaves out onlineMeeting unless isOnlineMeeting is selected with it', async () => {
    const bare = await graph.ask(`/me/calendarView?${DAY}&$select=onlineMeeting`);
    const both = await graph.ask(`/me/calendarView?${DAY}&$select=onlineMeeting,isOnlineMeeting`);
    const links = ({ body }: typeof bare) =>
      body.value.filter((event: { onlineMeeting: unknown }) => event.onlineMeeting !== null);
    expect([links(bare).length, links(both).length]).toEqual([0, 1]);
  });
});

describe('a calendar view', () => {
  it.each([
    ['', 'ErrorInvalidParameter'],
    ['startDateTime=2026-11-24T00:00:00Z', 'ErrorInvalidParameter'],
    ['startDateTime=tomorrow&endDateTime=2026-11-25T00:00:00Z', 'ErrorInvalidParameter'],
    ['startDateTime=2026-11-25T00:00:00Z&endDateTime=2026-11-24T00:00:00Z', 'ErrorInvalidParameter'],
    ['startDateTime=2020-01-01T00:00:00Z&endDateTime=2026-11-24T00:00:00Z', 'ErrorInvalidRequest'],
  ])('is refused with the window "%s"', async (window, code) => {
    const { status, body } = await graph.ask(`/me/calendarView?${window}`);
    expect([status, body.error.code]).toEqual([400, code]);
  });

  it('shows an all-day event as the same dates in every zone', async () => {
    const window = 'startDateTime=2026-11-29T00:00:00Z&endDateTime=2026-12-04T00:00:00Z&$filter=isAllDay eq true';
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Honolulu']) {
      const { body } = await graph.ask(`/me/calendarView?${window}`, {
        headers: { Prefer: `outlook.timezone="${zone}"` },
      });
      const expedition = body.value.find(({ subject }: { subject: string }) => subject === 'Longyearbyen expedition');
      expect(expedition).toMatchObject({
        start: { dateTime: '2026-11-30T00:00:00.0000000', timeZone: zone },
        end: { dateTime: '2026-12-03T00:00:00.0000000', timeZone: zone },
      });
    }
  });
});

describe('the supported zones', () => {
  it('are given by Windows or IANA names, and each is understood in Prefer', async () => {
    const windows = await graph.ask('/me/outlook/supportedTimeZones');
    const iana = await graph.ask(
      "/me/outlook/supportedTimeZones(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')",
    );
    const aliases = ({ body }: typeof windows) => body.value.map(({ alias }: { alias: string }) => alias) as string[];
    expect(aliases(windows)).toEqual(expect.arrayContaining(['Pacific Standard Time', 'UTC']));
    expect(aliases(iana)).toEqual(expect.arrayContaining(['Europe/Berlin', 'Asia/Tokyo']));
    for (const zone of [...aliases(windows), ...aliases(iana).slice(0, 40)]) {
      const { status } = await graph.ask('/me/calendars', { headers: { Prefer: `outlook.timezone="${zone}"` } });
      expect([zone, status]).toEqual([zone, 200]);
    }
  });
});
