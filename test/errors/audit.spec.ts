import { callTool, rpc, send } from '../support/mcp.js';
import { Output } from '../support/output.js';
import { RANGE, Fixture } from './support/fixture.js';
import { keptOpen } from '../support/keep-open.js';

const GUID = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);

let fixture: Fixture;
let output: Output;
let url: string;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  fixture = await keep(Fixture.open());
  url = await fixture.url();
});
beforeEach(() => output.takeAudit());
afterEach(() => fixture.tenant.reset());

const listEvents = (token: string | undefined, args: object = RANGE, at = url) =>
  callTool(at, token, 'calendar_list_events', args);
const graphRequests = () => fixture.tenant.state.log.entries('graph');

/** Of every record. */
const always = (decision: 'allowed' | 'refused') => ({
  log: 'audit',
  time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  decision,
  traceId: GUID,
  durationMs: expect.any(Number),
});
const who = (user: string, verifiedBy = 'signature') => ({
  tenantId: fixture.tenant.tenantId,
  objectId: fixture.forge.userId(user),
  clientId: fixture.tenant.clients.foundry.clientId,
  verifiedBy,
  // Passthrough: of a token that Graph verified, nothing is believed.
  ...(verifiedBy === 'signature' && { tokenId: expect.stringMatching(/^[\w-]{16,}$/) }),
});

describe('the audit has one line, and nothing else, for', () => {
  it('a call that was allowed, with the ids under which Graph knows it', async () => {
    await listEvents(await fixture.token());
    const scopes = ['Calendars.ReadBasic', 'MailboxSettings.Read'];
    const call = { ...always('allowed'), ...who('anna'), tool: 'calendar_list_events', scopes, requestId: GUID };
    const lines = output.takeAudit();
    expect(lines).toEqual([call]);
    expect(graphRequests().map(({ requestId }) => requestId)).toContain(lines[0]?.['requestId']);
  });

  it('a call that Graph refused, with the id of the request it refused', async () => {
    await callTool(url, await fixture.token({ user: 'ben' }), 'calendar_get_event', { eventId: 'AAMkAGnothing=' });
    const lines = output.takeAudit();
    expect(lines).toEqual([
      {
        ...always('refused'),
        ...who('ben'),
        reason: 'not_found',
        tool: 'calendar_get_event',
        scopes: expect.arrayContaining(['Calendars.ReadBasic']),
        requestId: graphRequests().at(-1)?.requestId,
      },
    ]);
  });

  it('a call for which Entra gave no token, with the scopes that were asked for', async () => {
    await listEvents(await fixture.token({ user: 'noor' }));
    expect(output.takeAudit()).toEqual([
      {
        ...always('refused'),
        ...who('noor'),
        reason: 'consent_required',
        tool: 'calendar_list_events',
        scopes: ['Calendars.ReadBasic'],
        requestId: GUID,
      },
    ]);
  });

  it('a call whose arguments are wrong, without the arguments', async () => {
    await listEvents(await fixture.token(), { from: 'a day nobody knows' });
    const tool = 'calendar_list_events';
    expect(output.takeAudit()).toEqual([{ ...always('refused'), ...who('anna'), reason: 'invalid_arguments', tool }]);
  });

  it('a tool that does not exist, without the name that was made up', async () => {
    await callTool(url, await fixture.token(), 'made_up');
    expect(output.takeAudit()).toEqual([{ ...always('refused'), ...who('anna'), reason: 'unknown_tool' }]);
  });

  it('a request without a token', async () => {
    await listEvents(undefined);
    expect(output.takeAudit()).toEqual([{ ...always('refused'), reason: 'token_missing' }]);
  });

  it('a token that was not accepted, without what nobody verified', async () => {
    await listEvents(fixture.forge.token({}, {}, 'unpublished'));
    expect(output.takeAudit()).toEqual([{ ...always('refused'), reason: 'unknown_key' }]);
  });

  it('a client that is not allowed, with its id, so that the operator can allow it', async () => {
    await listEvents(await fixture.token({ client: 'rogue' }));
    const { clientId } = fixture.tenant.clients.rogue;
    expect(output.takeAudit()).toEqual([{ ...always('refused'), reason: 'client_not_allowed', clientId }]);
  });

  it('a client whose id is no id, without it', async () => {
    await listEvents(fixture.forge.token({ azp: 'injected"\n' }));
    expect(output.takeAudit()).toEqual([{ ...always('refused'), reason: 'client_not_allowed' }]);
  });

  it('a missing scope, with the person and the tool', async () => {
    await listEvents(await fixture.token({ scope: 'User.Read' }));
    const tool = 'calendar_list_events';
    expect(output.takeAudit()).toEqual([{ ...always('refused'), ...who('anna'), reason: 'insufficient_scope', tool }]);
  });

  it('a call that was answered as a challenge', async () => {
    await fixture.change('/users/chitra', { mfaRequired: true });
    const { status } = await listEvents(await fixture.token({ user: 'chitra', capabilities: ['cp1'] }));
    const [line, ...others] = output.takeAudit();
    expect([status, line?.['reason'], others]).toEqual([401, 'interaction_required', []]);
  });

  it('a call of passthrough, which says that Graph and not we verified who it is', async () => {
    const at = await fixture.url({ TOKEN_MODE: 'passthrough', APPROVALS: 'off' });
    await listEvents(await fixture.token({ audience: 'graph' }), RANGE, at);
    expect(output.takeAudit()).toMatchObject([{ ...always('allowed'), ...who('anna', 'graph') }]);
  });

  it('a call whose client went away', async () => {
    await fixture.fault({ service: 'graph', match: { path: 'calendarView' }, kind: 'latency', ms: 600_000, times: 1 });
    const [token, client] = [await fixture.token(), new AbortController()];
    const call = callTool(url, token, 'calendar_list_events', RANGE, client.signal).catch(() => undefined);
    await fixture.until(() => fixture.tenant.faults.all.length === 0);
    client.abort();
    await call;
    const lines: unknown[] = [];
    await fixture.until(() => lines.push(...output.takeAudit()) > 0);
    expect(lines).toMatchObject([{ ...always('refused'), ...who('anna'), reason: 'cancelled' }]);
  });
});

describe('the audit has', () => {
  it('a line for each call of a batch, under one trace id', async () => {
    const call = (id: number) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'get_my_context' } });
    await send(url, { token: await fixture.token(), body: JSON.stringify([call(1), call(2)]) });
    const lines = output.takeAudit();
    expect(lines).toHaveLength(2);
    expect(new Set(lines.map((line) => line['traceId'])).size).toBe(1);
  });

  it('no line for what decides nothing about anybody', async () => {
    await rpc(url, await fixture.token(), 'tools/list');
    await send(url, { method: 'GET' });
    await send(`${url}/more`, { method: 'GET' });
    expect(output.takeAudit()).toEqual([]);
  });
});
