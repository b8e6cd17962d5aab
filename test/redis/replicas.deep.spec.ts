import { until } from './support/until.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { type FrontProxy, startFrontProxy } from '../support/front-proxy.js';
import { control } from '../support/control.js';
import { keptOpen } from '../support/keep-open.js';
import { callTool, toolData } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { Agent, OUTSIDER, Person, SCOPE } from '../approvals/support.js';
import { redisCli } from './support/redis-cli.js';
import { RedisServer } from './support/redis-server.js';

const CALLS = 30;

let redis: RedisServer;
let tenant: LocalTenant;
let proxy: FrontProxy;
let replicas: readonly Behalf[];
let agents: readonly Agent[];
let turn = 0;
const tokens: string[] = [];

const keep = keptOpen();
beforeAll(async () => {
  redis = await keep(RedisServer.start({ tls: true }));
  tenant = await keep(startTestTenant());
  proxy = await keep(startFrontProxy(() => new URL(replicas[turn++ % 2]?.url ?? '').origin));
  const env = {
    APPROVALS_URL: proxy.origin,
    SEALING_KEY: 'of-both-replicas-of-both-replicas-1',
    CALLS_PER_PERSON: String(CALLS),
    ALLOWED_HOSTS: 'localhost',
    REDIS_URL: redis.url,
    REDIS_TIMEOUT_MS: '2000',
  };
  replicas = [await keep(startBehalf(tenant, { env })), await keep(startBehalf(tenant, { env }))];
  for (const { url } of replicas) await until(async () => (await readiness(url)).redis === 'ok');
  const token = await signIn('anna', SCOPE);
  agents = replicas.map((replica) => new Agent(replica, token));
});
beforeEach(() => redisCli(redis, 'FLUSHALL'));

async function signIn(user: string, scope: string): Promise<string> {
  const token = await tenant.token({ user, scope });
  tokens.push(token);
  return token;
}

async function readiness(url: string): Promise<{ readonly redis?: string }> {
  return (await fetch(new URL('/readyz', url))).json() as Promise<{ readonly redis?: string }>;
}

const agent = (index: number) => agents[index]!;
const sentWith = async (subject: string) => (await agent(0).sent()).filter((one) => one === subject);
const keys = async (pattern: string) =>
  (await redisCli(redis, 'KEYS', pattern)).split('\n').filter((key) => key !== '');

it('exchanges the token of a person once for both replicas', async () => {
  const token = await signIn('ben', 'User.Read Calendars.Read');
  await toolData(replicas[0]!.url, token, 'calendar_list_calendars', {});
  await until(async () => (await keys('behalf:token:*')).length === 1);
  // Whoever exchanged it again would fail.
  await control(tenant, 'POST', '/faults', {
    service: 'entra',
    match: { path: '/token' },
    kind: 'status',
    status: 500,
  });
  await toolData(replicas[1]!.url, token, 'calendar_list_calendars', {});
  await control(tenant, 'DELETE', '/faults');
});

it('counts the calls of a person at both replicas together', async () => {
  const token = await signIn('chitra', 'User.Read Calendars.Read');
  const statuses: number[] = [];
  for (let n = 0; n <= CALLS; n++)
    statuses.push((await callTool(replicas[n % 2]!.url, token, 'get_my_context')).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(CALLS);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
});

it('lets a person approve although each request reaches another replica, and tells the agent at the other', async () => {
  const messageId = await agent(0).draftTo(OUTSIDER, { subject: 'In turns' });
  const { url } = await agent(0).refused('mail_send_draft', { messageId });
  const person = new Person('Anna Berg');
  expect(await person.approve(await person.open(url))).toMatchObject({ title: 'Done' });
  expect(await sentWith('In turns')).toHaveLength(1);
  expect(await agent(1).refused('mail_send_draft', { messageId })).toMatchObject({ code: 'not_allowed' });
});

it('sends one draft once when it is approved at both replicas at the same moment', async () => {
  const messageId = await agent(0).draftTo(OUTSIDER, { subject: 'Both at once' });
  const { url } = await agent(0).refused('mail_send_draft', { messageId });
  const people = [new Person('Anna Berg'), new Person('Anna Berg')];
  const pages = [await people[0]!.open(url), await people[1]!.open(url)];
  const answers = await Promise.all(people.map((person, index) => person.approve(pages[index]!)));
  expect(answers.map(({ title }) => title).filter((title) => title === 'Done')).toHaveLength(1);
  expect(await sentWith('Both at once')).toHaveLength(1);
});

it('knows at one replica what was declined at the other', async () => {
  const messageId = await agent(0).draftTo(OUTSIDER, { subject: 'No' });
  const { url } = await agent(0).refused('mail_send_draft', { messageId });
  const person = new Person('Anna Berg');
  expect(await person.decline(await person.open(url))).toMatchObject({ title: 'You declined' });
  for (const index of [0, 1])
    expect(await agent(index).refused('mail_send_draft', { messageId })).toMatchObject({
      message: expect.stringMatching(/declined/),
    });
  expect(await sentWith('No')).toHaveLength(0);
});

const JWT_BEGINNINGS = ['{"typ":', '{"alg":', '{"kid":', '{"aud":'].map((text) =>
  Buffer.from(text).toString('base64url').slice(0, -1),
);

it('puts no token, name or address into Redis in clear text', async () => {
  const token = await signIn('ben', 'User.Read Calendars.Read');
  await toolData(replicas[0]!.url, token, 'calendar_list_calendars', {});
  const messageId = await agent(0).draftTo(OUTSIDER, { subject: 'Dumped' });
  const { url } = await agent(0).refused('mail_send_draft', { messageId });
  const person = new Person('Anna Berg');
  await person.approve(await person.open(url));
  const all = await Promise.all((await keys('*')).map(async (key) => `${key} ${await redisCli(redis, 'GET', key)}`));
  const dump = all.join('\n');
  expect(dump).toMatch(/behalf:token:[\s\S]*/);
  // Long enough that what is sealed does not have them by chance.
  const words = [OUTSIDER, 'anna.berg', 'Dumped', tenant.tenantId, ...JWT_BEGINNINGS];
  for (const part of [...tokens.flatMap((one) => one.split('.')), ...words]) expect(dump).not.toContain(part);
});

it('serves while Redis is gone, carries out no approval meanwhile, and goes on when it is back', async () => {
  const messageId = await agent(0).draftTo(OUTSIDER, { subject: 'Away' });
  const { url } = await agent(0).refused('mail_send_draft', { messageId });
  const person = new Person('Anna Berg');
  const page = await person.open(url);
  await redis.kill();
  const token = await signIn('ben', 'User.Read Calendars.Read');
  expect((await callTool(replicas[0]!.url, token, 'calendar_list_calendars')).status).toBe(200);
  expect((await person.approve(page)).html).toContain(
    'cannot be checked right now whether this was already approved, so nothing was done',
  );
  expect(await sentWith('Away')).toHaveLength(0);
  await redis.restart();
  for (const { url: one } of replicas)
    await until(async () => (await callTool(one, token, 'get_my_context'), (await readiness(one)).redis === 'ok'));
  expect(await person.approve(await person.open(url))).toMatchObject({ title: 'Done' });
  expect(await sentWith('Away')).toHaveLength(1);
});
