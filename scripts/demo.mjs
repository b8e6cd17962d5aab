// `npm run demo`: the promise as a story. Every line is checked; exit 0 only if all came out as told.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { ensureBuilt } from './built.mjs';
import { Children } from './children.mjs';
import { mintToken, runningPair, serverEnv, startServer, startTenant } from './local-pair.mjs';
import { callTool, mcpRequest } from './mcp-client.mjs';

const SCOPES = 'User.Read MailboxSettings.Read Calendars.ReadWrite';
let broken = 0;

const children = new Children(130);
try {
  const pair = (await runningPair()) ?? (await startOwnPair());
  await ownCalendars(pair);
  await ownEvents(pair);
  await missingScope(pair);
  await notAPerson(pair);
  await passthrough(pair);
} catch (error) {
  broken++;
  process.stdout.write(`\n✗ The story broke off: ${error.message}\n`);
}
process.stdout.write(
  broken === 0 ? '\nEvery line came out as told.\n' : `\n${broken} line(s) did not come out as told.\n`,
);
await children.stop(broken === 0 ? 0 : 1);

async function startOwnPair() {
  await ensureBuilt(['local-tenant', 'mcp-api']);
  const anyPort = ['ENTRA', 'GRAPH', 'CONTROL', 'FOUNDRY'].map((name) => [`LOCAL_${name}_PORT`, '0']);
  const tenant = await startTenant(children, Object.fromEntries(anyPort));
  const env = serverEnv(tenant, await freePort());
  await startServer(children, { ...env, QUIET: 'true' });
  return { ...tenant, mcp: env.PUBLIC_URL };
}

async function ownCalendars(pair) {
  heading('Two people ask the same question');
  const [anna, ben] = [await agenda(pair, 'anna'), await agenda(pair, 'ben')];
  tell(
    `Anna is answered as ${anna.who}: ${anna.subjects.slice(0, 3).join(', ')} …`,
    anna.who === 'Anna Berg' && anna.subjects.length > 0,
  );
  tell(
    `Ben is answered as ${ben.who}: ${ben.subjects.slice(0, 3).join(', ')} …`,
    ben.who === 'Ben Carter' && ben.subjects.length > 0,
  );
  tell('Their answers differ', JSON.stringify(anna.subjects) !== JSON.stringify(ben.subjects));
}

async function ownEvents(pair) {
  heading('Anna makes an event');
  const subject = `Demo ${randomUUID().slice(0, 8)}`;
  const day = inDays(2);
  const made = { subject, start: `${day}T10:00`, end: `${day}T10:30` };
  const created = await callTool(pair.mcp, await tokenOf(pair, 'anna'), 'calendar_create_event', made);
  const eventId = created.event?.id;
  tell(`"${subject}" is made, acting as ${created.actingAs}`, created.done === true && typeof eventId === 'string');
  try {
    tell('Anna sees it', (await agenda(pair, 'anna')).subjects.includes(subject));
    tell('Ben does not', !(await agenda(pair, 'ben')).subjects.includes(subject));
  } finally {
    await callTool(pair.mcp, await tokenOf(pair, 'anna'), 'calendar_cancel_event', { eventId, scope: 'occurrence' });
  }
  tell('She takes it back, and nothing is left of it', !(await agenda(pair, 'anna')).subjects.includes(subject));
}

async function missingScope(pair) {
  heading('Ben signed in for reading only');
  const token = await tokenOf(pair, 'ben', { scope: 'User.Read Calendars.Read' });
  const args = { subject: 'No', start: `${inDays(2)}T10:00`, end: `${inDays(2)}T10:30` };
  const refused = await mcpRequest(pair.mcp, `Bearer ${token}`, 'tools/call', {
    name: 'calendar_create_event',
    arguments: args,
  });
  tell(
    `Writing is refused with ${refused.status}, naming the scope: ${refused.challenge.slice(0, 150)}…`,
    refused.status === 403 &&
      /insufficient_scope/.test(refused.challenge) &&
      /Calendars\.ReadWrite/.test(refused.challenge),
  );
}

async function notAPerson(pair) {
  heading('Whoever is not a signed-in person is refused');
  const appOnly = await tokenOf(pair, undefined, { client: 'agent', appOnly: true });
  await refusal(pair, 'an agent identity', `Bearer ${appOnly}`, /app|person|user/i);
  await refusal(pair, 'a key', undefined, /key/i, { 'x-functions-key': 'a-function-key' });
  await refusal(pair, 'nobody at all', undefined, /token/i);
}

async function refusal({ mcp }, who, authorization, reason, headers) {
  const { status, challenge, body } = await mcpRequest(mcp, authorization, 'tools/list', {}, headers);
  tell(
    `To ${who}: ${status} ${body?.error_description}`,
    status === 401 && /resource_metadata=/.test(challenge) && reason.test(body?.error_description),
  );
}

async function passthrough(pair) {
  heading("Anna's own Graph token");
  const graphToken = await tokenOf(pair, 'anna', { audience: 'graph' });
  const refused = await mcpRequest(pair.mcp, `Bearer ${graphToken}`, 'tools/list');
  tell(`is refused where On-Behalf-Of is the mode: ${refused.body?.error_description}`, refused.status === 401);
  const env = {
    ...serverEnv({ ...pair, state: pair.state ?? pair }, await freePort()),
    TOKEN_MODE: 'passthrough',
    APPROVALS: 'off',
    QUIET: 'true',
  };
  await startServer(children, env);
  const me = await callTool(env.PUBLIC_URL, graphToken, 'get_my_context');
  tell(`works where passthrough was chosen, as ${me.actingAs.displayName}`, me.actingAs.displayName === 'Anna Berg');
}

async function agenda({ mcp, ...pair }, user) {
  const token = await tokenOf(pair, user);
  const me = await callTool(mcp, token, 'get_my_context');
  const { events } = await callTool(mcp, token, 'calendar_list_events', { from: inDays(0), to: inDays(7), limit: 50 });
  return { who: me.actingAs.displayName, subjects: events.map(({ subject }) => subject) };
}

function tokenOf(pair, user, options = {}) {
  return mintToken(pair, { user, client: 'foundry', scope: SCOPES, ...options });
}

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function heading(text) {
  process.stdout.write(`\n${text}\n`);
}

function tell(sentence, cameTrue) {
  if (!cameTrue) broken++;
  process.stdout.write(`  ${cameTrue ? '✓' : '✗'} ${sentence}\n`);
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
