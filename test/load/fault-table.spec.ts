import { readConfig } from '@app/config';
import { createApp } from '../../apps/mcp-api/src/create-app.js';
import { API, FOUNDRY, TENANT } from '../auth/support/ids.js';
import { FakeClock } from '../auth/support/protected-resource.js';
import { oneIn } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { callTool, toolError } from '../support/mcp.js';
import { type FaultyCloud, startFaultyCloud, tokenOfSomebody } from './support/faulty-cloud.js';
import type { Fault } from './support/faulty-service.js';

const UPSTREAM_MS = 1_000;
const CALL_MS = 2_000;
const DAY_MS = 86_400_000;

const NAMES = ['discovery', 'keys', 'token', 'graph'] as const;

let cloud: FaultyCloud;
let url: string;
const clock = new FakeClock();
const keep = keptOpen();
beforeAll(async () => {
  cloud = await keep(startFaultyCloud());
  const config = readConfig({
    NODE_ENV: 'test',
    ENTRA_ORIGIN: cloud.discovery.origin,
    GRAPH_ORIGIN: cloud.graph.origin,
    ENTRA_TENANT_IDS: TENANT,
    ENTRA_CLIENT_ID: API,
    ENTRA_CLIENT_SECRET: 'not-a-secret',
    ENTRA_ALLOWED_CLIENT_IDS: FOUNDRY,
    PUBLIC_URL: 'http://localhost:3000/mcp',
    UPSTREAM_TIMEOUT_MS: String(UPSTREAM_MS),
    CALL_TIMEOUT_MS: String(CALL_MS),
    LOG_JSON: 'true',
  });
  const app = await keep(createApp({ ...config, graph: { ...config.graph, retryDelayMs: 5 } }, {}, clock));
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/mcp`;
});

/** As somebody new, with signing keys that have to be read anew. */
async function call() {
  clock.pass(2 * DAY_MS);
  return callTool(url, tokenOfSomebody(cloud.discovery.origin, clock.now()), 'calendar_list_calendars');
}

/** A status and the reason, or the code of the tool's error. */
async function outcome(): Promise<string> {
  const { status, body, headers, ...rest } = await call();
  if (status !== 200) return `${status}, retry after ${headers.get('retry-after')}`;
  return body.result?.isError ? toolError({ status, body, headers, ...rest }).code : 'served';
}

type Row = readonly [fault: Fault, outcome: string];
const SILENT: readonly Fault[] = ['hang', 'drip'];
const ALL: readonly Fault[] = [
  ...(['refused', 'reset', 'reset half-way', 'hang', 'drip', 'slow', 429, 500, 503] as const),
  ...(['wrong type', 'truncated', 'garbage', 'huge', 'endless'] as const),
];

/** The same for every fault, unless said otherwise. */
function rows(usual: string, others: Partial<Record<Fault, string>> = {}): Row[] {
  return ALL.map((fault) => [fault, fault === 'slow' ? 'served' : (others[fault] ?? usual)]);
}

const TABLE: Readonly<Record<keyof FaultyCloud, readonly Row[]>> = {
  discovery: rows('503, retry after 10'),
  keys: rows('503, retry after 10'),
  token: rows('temporarily_unavailable', { hang: 'timeout', drip: 'timeout', 429: 'throttled' }),
  graph: rows('temporarily_unavailable', {
    ...Object.fromEntries(SILENT.map((fault) => [fault, 'timeout'])),
    429: 'throttled',
    huge: 'not_allowed',
    // Whichever limit is met first.
    endless: 'not_allowed or timeout',
  }),
};

describe.each(Object.entries(TABLE) as [keyof FaultyCloud, readonly Row[]][])('While %s fails', (name, faults) => {
  afterEach(() => cloud[name].recover());

  it.each(oneIn(3, faults))(
    'with "%s", a call comes to: %s; and it is served again afterwards',
    async (fault, expected) => {
      await cloud[name].fail(fault);
      expect(expected.split(' or ')).toContain(await outcome());
      await cloud[name].recover();
      expect(await outcome()).toBe('served');
    },
  );
});

it('A request that waits for keys, Entra and Graph one after the other ends with its own deadline', async () => {
  // Each of them answers in its own time; all of them together need more than the call has.
  for (const name of NAMES) await cloud[name].fail('slow');
  expect(await outcome()).toBe('timeout');
  for (const name of NAMES) await cloud[name].recover();
});
