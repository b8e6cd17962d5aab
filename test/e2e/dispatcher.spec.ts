import { VerifiedTokens } from '../../libs/auth/src/bearer/verified-tokens.js';
import { type Caller, type Tool, TOOLS } from '@app/domain';
import fc from 'fast-check';
import type { IncomingHttpHeaders } from 'node:http';
import { Dispatcher } from '../../apps/mcp-api/src/mcp/dispatch/dispatcher.js';
import type { JsonAnswer } from '../../apps/mcp-api/src/mcp/answers/json-answer.js';
import { lenientBody } from '../../apps/mcp-api/src/mcp/body/lenient-body.js';
import { McpEndpoint } from '../../apps/mcp-api/src/mcp/mcp-endpoint.js';
import { ASKING_TOOLS } from '../conformance/asking-tools.js';
import { PROMPTS } from '../conformance/prompts.js';
import { RESOURCES } from '../conformance/resources.js';
import { PLAIN_TOOLS } from '../conformance/tools.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { DEEP } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { rpc, send } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const RANGE = { from: '2026-03-02T00:00:00', to: '2026-03-09T00:00:00', timeZone: 'UTC' };
const CLIENT = { name: 'test', version: '1' };
const INITIALIZE = { protocolVersion: '2025-06-18', capabilities: { roots: {} }, clientInfo: CLIENT };
const ARGS = { arg1: 'a', arg2: 'b' };

type Message = readonly [method: string, params?: object];

/** In every revision, though not every revision has them. */
const MESSAGES: readonly Message[] = [
  ['initialize', INITIALIZE],
  ['initialize', { ...INITIALIZE, protocolVersion: '1999-01-01' }],
  ['ping'],
  ['server/discover', {}],
  ['tools/list', {}],
  ['tools/list', { cursor: 'foreign' }],
  ['tools/call', { name: 'calendar_list_events', arguments: RANGE }],
  ['tools/call', { name: 'calendar_list_events', arguments: { from: 'never', colour: 'blue' } }],
  ['tools/call', { name: 'calendar_create_event', arguments: {} }],
  ['tools/call', { name: 'mail_search', arguments: { query: 'x' } }],
  ['tools/call', { name: 'no_such_tool', arguments: {} }],
  ['tools/call', { name: 'test_simple_text' }],
  ['tools/call', { name: 'test_image_content', arguments: {} }],
  ['tools/call', { name: 'test_audio_content', arguments: {} }],
  ['tools/call', { name: 'test_multiple_content_types', arguments: {} }],
  ['tools/call', { name: 'test_error_handling', arguments: {} }],
  ...ASKING_TOOLS.map(({ name }): Message => ['tools/call', { name, arguments: {} }]),
  ['prompts/list'],
  ['prompts/list', { cursor: 'foreign' }],
  ['prompts/get', { name: 'test_prompt_with_arguments', arguments: ARGS }],
  ['prompts/get', { name: 'test_prompt_with_arguments', arguments: {} }],
  ['prompts/get', { name: 'test_prompt_with_image' }],
  ['prompts/get', { name: 'test_input_required_result_prompt' }],
  ['prompts/get', { name: 'no_such_prompt' }],
  ['resources/list', {}],
  ['resources/templates/list', {}],
  ['resources/read', { uri: 'test://static-binary' }],
  ['resources/read', { uri: 'test://template/7/data' }],
  ['resources/read', { uri: 'test://nowhere' }],
  [
    'completion/complete',
    { ref: { type: 'ref/prompt', name: 'test_prompt_with_arguments' }, argument: { name: 'arg1', value: 'pa' } },
  ],
  ['completion/complete', { ref: { type: 'ref/prompt', name: 'none' }, argument: { name: 'arg1', value: '' } }],
  ['resources/subscribe', { uri: 'test://static-text' }],
  ['sampling/createMessage', {}],
  ['no/such/method', { some: 'thing' }],
  ['constructor'],
];
const NOTIFICATIONS = ['notifications/initialized', 'notifications/cancelled', 'notifications/of/nobody'];

const REVISIONS = [undefined, '2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'];
const CAPABILITIES = [{}, { elicitation: {} }, { elicitation: { url: {} }, sampling: {} }, { roots: {}, sampling: {} }];

interface Sent {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** As a client of the revision sends it. */
function sentIn(revision: string | undefined, [method, params]: Message, id?: unknown, capabilities = {}): Sent {
  const message = { jsonrpc: '2.0', ...(id !== undefined && { id }), method };
  const version = revision === undefined ? {} : { 'mcp-protocol-version': revision };
  if (revision !== '2026-07-28') return { headers: version, body: { ...message, ...(params && { params }) } };
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': revision,
    'io.modelcontextprotocol/clientCapabilities': capabilities,
    'io.modelcontextprotocol/clientInfo': CLIENT,
  };
  const { name, uri } = (params ?? {}) as { readonly name?: string; readonly uri?: string };
  const named = ['tools/call', 'prompts/get', 'resources/read'].includes(method) && { 'mcp-name': name ?? uri };
  const envelope = id === undefined ? params : { ...params, _meta };
  return { headers: { ...version, 'mcp-method': method, ...named }, body: { ...message, params: envelope } };
}

let tenant: LocalTenant;
let behalf: Behalf;
let token: string;
let caller: Caller;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(
    startBehalf(tenant, {
      tools: [...TOOLS, ...PLAIN_TOOLS, ...ASKING_TOOLS] as readonly Tool[],
      prompts: PROMPTS,
      resources: RESOURCES,
      toolsets: [{ name: 'conformance', title: 'What the suite calls', onByDefault: true }],
    }),
  );
  token = await tenant.token({ user: 'anna', scope: 'User.Read MailboxSettings.Read Calendars.Read' });
  await rpc(behalf.url, token, 'ping');
  caller = behalf.app.get(VerifiedTokens).callerOf(token)!;
});

function callOf({ headers, body }: Sent) {
  const limits = { signal: new AbortController().signal, deadline: Date.now() + 60_000, traceId: 'trace' };
  const accepting = { accept: 'application/json, text/event-stream', ...headers };
  return { caller, headers: accepting, body: lenientBody(body), limits };
}

/** Whether the dispatcher takes it, and what both ways answer. */
async function bothWays(sent: Sent) {
  const call = callOf(sent);
  const extra = { caller, limits: call.limits, streams: false, escalate: () => undefined };
  const served = behalf.app.get(Dispatcher).serve(call.body, call.headers, extra);
  if (!served) return { isDirect: false };
  await served;
  const endpoint = behalf.app.get(McpEndpoint);
  const [direct, bySdk] = await Promise.all([endpoint.serve(call), endpoint.serveBySdk(call)]);
  return { isDirect: true, direct: await plain(direct), bySdk: await plain(bySdk) };
}

async function plain(answer: JsonAnswer | Response) {
  const text = answer instanceof Response ? await answer.text() : (answer.json ?? '');
  // A state is sealed with the time until which it holds.
  return { status: answer.status, text: text.replace(/"requestState":"[^"]+"/g, '"requestState":"…"') };
}

describe.each(REVISIONS)('a client that speaks %s', (revision) => {
  it.each(MESSAGES.map(([method, params]) => ({ method, params })))(
    'is answered $method $params as by the SDK',
    async ({ method, params }) => {
      const message: Message = [method, params];
      for (const capabilities of revision === '2026-07-28' ? CAPABILITIES : [{}]) {
        const { isDirect, direct, bySdk } = await bothWays(sentIn(revision, message, 'one', capabilities));
        expect(direct).toEqual(bySdk);
        expect(isDirect).toBe(true);
      }
    },
  );

  it.each(NOTIFICATIONS)('may tell %s', async (method) => {
    const { isDirect, direct, bySdk } = await bothWays(sentIn(revision, [method]));
    expect([isDirect, direct]).toEqual([true, { status: 202, text: '' }]);
    expect(direct).toEqual(bySdk);
  });
});

it('answers each message of a batch, and none where none is asked', async () => {
  const asked = MESSAGES.filter(([method]) => method !== 'initialize').slice(3, 10);
  const requests = asked.map((message, id) => sentIn(undefined, message, id).body);
  const told = NOTIFICATIONS.map((method) => sentIn(undefined, [method]).body);
  for (const body of [[...told, ...requests], told, [told[0], requests[0]]]) {
    const { direct, bySdk } = await bothWays({ headers: {}, body });
    expect(direct).toEqual(bySdk);
  }
});

it.each([
  ['asks for progress', { name: 'test_simple_text', _meta: { progressToken: 1 } }],
  ['answers a question', { name: 'test_simple_text', inputResponses: {} }],
  ['wants a task', { name: 'test_simple_text', task: { ttl: 1 } }],
])('leaves to the SDK a call that %s', async (_what, params) => {
  expect((await bothWays(sentIn('2025-06-18', ['tools/call', params], 1))).isDirect).toBe(false);
});

it.each([
  ['tools/call', '{"name":"test_simple_text","arguments":{"__proto__":"x"}}'],
  ['prompts/get', '{"name":"test_prompt_with_arguments","arguments":{"__proto__":"x"}}'],
  [
    'completion/complete',
    '{"ref":{"type":"ref/prompt","name":"x"},"argument":{"name":"a","value":""},"context":{"arguments":{"__proto__":"x"}}}',
  ],
])('leaves to the SDK %s with a member that it leaves out of records: %s', async (method, params) => {
  const given = JSON.parse(params) as Record<string, unknown>;
  expect((await bothWays(sentIn('2025-06-18', [method, given], 1))).isDirect).toBe(false);
});

it('says over HTTP what it says', async () => {
  const { headers, body } = sentIn('2026-07-28', ['tools/call', { name: 'test_simple_text' }], 7);
  const sent = { token, headers: headers as Record<string, string>, body: JSON.stringify(body) };
  const answer = await send(behalf.url, sent);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect([answer.headers.get('cache-control'), answer.body.id]).toEqual(['no-store', 7]);
  expect(answer.text).toBe((await bothWays({ headers, body })).bySdk?.text);
});

/** Something is changed in a message or its headers. */
interface Change {
  readonly at: number;
  readonly key: string;
  readonly value: unknown;
}

const KEYS = [
  ...['jsonrpc', 'id', 'method', 'params', 'name', 'arguments', 'uri', 'cursor', '_meta', 'task', 'requestState'],
  ...['inputResponses', 'progressToken', 'io.modelcontextprotocol/related-task', 'io.modelcontextprotocol/logLevel'],
  ...['io.modelcontextprotocol/protocolVersion', 'io.modelcontextprotocol/clientCapabilities', 'elicitation', 'tasks'],
  ...[
    'mcp-protocol-version',
    'mcp-method',
    'mcp-name',
    'accept',
    '__proto__',
    'constructor',
    'from',
    'ref',
    'argument',
  ],
];
const VALUES: readonly unknown[] = [
  ...[undefined, null, '', 'x', 0, -1, 1.5, 1e300, true, [], {}, ['a'], { a: 1 }, { __proto__: null, a: null }],
  ...['tools/call', 'ping', '2026-07-28', '2025-03-26', '1999-01-01', '2027-01-01', 'test_simple_text', '{"from":1}'],
];

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({ at: fc.nat(30), key: fc.constantFrom(...KEYS), value: fc.constantFrom(...VALUES) }),
  { maxLength: 3 },
);
const cases = fc.record({
  revision: fc.constantFrom(...REVISIONS),
  message: fc.constantFrom(...MESSAGES),
  id: fc.constantFrom<unknown>(1, 'one', 0, undefined),
  capabilities: fc.constantFrom<object>(...CAPABILITIES),
  changes,
});

/** Sets the member of one of the objects in it; `undefined` takes it away. */
function changed(sent: Sent, { at, key, value }: Change): Sent {
  const copy = structuredClone(sent);
  const objects = objectsIn(copy).slice(1);
  const place = objects[at % objects.length];
  if (place && value === undefined) Reflect.deleteProperty(place, key);
  else if (place) Object.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)];
}

const CASES = DEEP ? 12_000 : 100;

it('answers whatever it answers as the SDK does, in every revision, with anything changed', async () => {
  let directly = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({ revision, message, id, capabilities, changes: done }) => {
      const { direct, bySdk, isDirect } = await bothWays(
        asSent(done.reduce(changed, sentIn(revision, message, id, capabilities))),
      );
      expect(direct).toEqual(bySdk);
      if (isDirect) directly++;
    }),
    { numRuns: CASES },
  );
  expect(directly).toBeGreaterThan(CASES / 4);
});

/** As it comes from the wire: Node has texts in headers alone. */
function asSent({ headers, body }: Sent): Sent {
  const texts = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return {
    headers: Object.fromEntries(texts) as IncomingHttpHeaders,
    body: JSON.parse(JSON.stringify(body)) as unknown,
  };
}
