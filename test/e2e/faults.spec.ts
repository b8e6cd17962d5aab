import { type Behalf, startBehalf } from '../support/behalf.js';
import { control } from '../support/control.js';
import { callTool, type McpAnswer, toolData, toolError } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';
import { Output } from '../support/output.js';

const SCOPE = 'User.Read MailboxSettings.Read Calendars.ReadWrite';
const RANGE = { from: '2026-12-01', to: '2026-12-02', timeZone: 'UTC' };

let tenant: LocalTenant;
let behalf: Behalf;
let output: Output;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  output = await keep(new Output());
  behalf = await keep(startBehalf(tenant, { env: { CALL_TIMEOUT_MS: '10000', UPSTREAM_TIMEOUT_MS: '3000' } }));
});
afterEach(() => control(tenant, 'POST', '/reset'));

const tokenOf = (user: string) => tenant.token({ user, scope: SCOPE });
const listEvents = async (user = 'anna', args: object = RANGE) =>
  callTool(behalf.url, await tokenOf(user), 'calendar_list_events', args);
const fault = (body: object) => control(tenant, 'POST', '/faults', body);

describe('Graph fails', () => {
  it.each([
    ['404', { kind: 'status', status: 404 }, 'not_found'],
    ['403', { kind: 'status', status: 403 }, 'access_denied'],
    ['a short 429', { kind: 'status', status: 429, retryAfter: 60 }, 'throttled'],
    ['500', { kind: 'status', status: 500 }, 'temporarily_unavailable'],
    ['garbage', { kind: 'garbage' }, 'temporarily_unavailable'],
    ['a cut connection', { kind: 'cut' }, 'temporarily_unavailable'],
    ['silence', { kind: 'latency', ms: 10_000 }, 'timeout'],
  ])(
    'with %s',
    async (_what, how, code) => {
      await fault({ service: 'graph', match: { path: 'calendarView' }, ...how });
      const answer = await listEvents();
      expect(answer.status).toBe(200);
      const error = toolError(answer);
      expect(error).toMatchObject({ code, message: expect.any(String), userAction: expect.any(String) });
      assertLeaksNothing(answer);
    },
    15_000,
  );

  it('says how long to wait when it throttles', async () => {
    await fault({ service: 'graph', match: { path: 'calendarView' }, kind: 'status', status: 429, retryAfter: 60 });
    expect(toolError(await listEvents()).retryAfter).toBe(60);
  });

  it('once, and a read is tried again', async () => {
    await fault({
      service: 'graph',
      match: { path: 'calendarView' },
      kind: 'status',
      status: 503,
      retryAfter: 0,
      times: 1,
    });
    expect((await listEvents()).body.result?.isError).toBeFalsy();
  });

  it('once, and a write is not tried again', async () => {
    await fault({
      service: 'graph',
      match: { method: 'POST', path: '/events' },
      kind: 'status',
      status: 503,
      times: 1,
    });
    const args = { subject: 'Once', start: '2026-12-01T10:00', end: '2026-12-01T11:00', timeZone: 'UTC' };
    expect(toolError(await callTool(behalf.url, await tokenOf('anna'), 'calendar_create_event', args)).code).toBe(
      'temporarily_unavailable',
    );
  });
});

describe('Entra fails', () => {
  it.each([
    ['500', { kind: 'status', status: 500 }, 'temporarily_unavailable'],
    ['an empty 200', { kind: 'empty' }, 'temporarily_unavailable'],
    ['garbage', { kind: 'garbage' }, 'temporarily_unavailable'],
    ['429', { kind: 'status', status: 429, retryAfter: 30 }, 'throttled'],
    ['a cut connection', { kind: 'cut' }, 'temporarily_unavailable'],
    ['silence', { kind: 'latency', ms: 10_000 }, 'timeout'],
  ])(
    'the token endpoint answers with %s',
    async (_what, how, code) => {
      await fault({ service: 'entra', match: { path: '/token' }, ...how });
      const answer = await listEvents('ben');
      expect(toolError(answer)).toMatchObject({ code, userAction: expect.any(String) });
      assertLeaksNothing(answer);
    },
    15_000,
  );

  it('consent is missing, and the answer has the page that gives it', async () => {
    const error = toolError(await listEvents('noor'));
    expect(error).toMatchObject({
      code: 'consent_required',
      url: expect.stringContaining(`${tenant.entraUrl}/${tenant.tenantId}/`),
    });
    // The broadest scope, which covers the one of the tool.
    expect(error.url).toContain('Calendars.ReadWrite');
  });
});

describe('the arguments are wrong', () => {
  it.each([
    ['missing', { to: '2026-12-01' }, '"from" is missing'],
    ['of another type', { ...RANGE, from: 5 }, '"from"'],
    ['unknown', { ...RANGE, timezone: 'UTC' }, 'Did you mean "timeZone"?'],
    ['no date', { ...RANGE, from: 'tomorrow' }, '"tomorrow" is not a date-time'],
    ['no zone', { ...RANGE, timeZone: 'Berlin' }, '"Berlin" is not a time zone'],
    ['in the wrong order', { ...RANGE, from: '2026-12-09' }, 'is not after'],
    ['a path', { ...RANGE, calendarId: '../../users/victim' }, '"calendarId"'],
    ['no cursor', { ...RANGE, cursor: 'x' }, '"cursor" is not one that this tool gave'],
  ])('%s', async (_what, args, message) => {
    const error = toolError(await listEvents('anna', args));
    expect(error).toMatchObject({ code: 'invalid_arguments', message: expect.stringContaining(message) });
  });

  it('an id of another mailbox is not found', async () => {
    const { events } = await toolData<{ events: { id: string }[] }>(
      behalf.url,
      await tokenOf('anna'),
      'calendar_list_events',
      {
        from: today(0),
        to: today(14),
      },
    );
    const answer = await callTool(behalf.url, await tokenOf('ben'), 'calendar_get_event', { eventId: events[0]!.id });
    expect(toolError(answer).code).toBe('not_found');
  });
});

describe('whatever failed', () => {
  it('no token, secret or stack was in the log', () => {
    const log = output.text;
    expect(log).toContain('"decision":"refused"');
    expect(log).not.toMatch(/eyJ[A-Za-z0-9_-]{10,}/);
    expect(log).not.toContain(tenant.clients['behalf-api'].secret);
  });
});

function assertLeaksNothing({ text }: McpAnswer): void {
  expect(text).not.toMatch(/eyJ[\w-]{10,}|\bat .*\.(ts|js):\d|node_modules|AADSTS\d+.*Trace ID/);
  expect(text).not.toContain(tenant.clients['behalf-api'].secret);
}

function today(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}
