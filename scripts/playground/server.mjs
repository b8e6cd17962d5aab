// The playground: a page on loopback, and what it needs of the local tenant. Not part of the product.
import { createServer } from 'node:http';
import { doorOrigins, doorTo } from './door.mjs';
import { sendFile } from './files.mjs';
import { MODES, PROJECT } from './modes.mjs';
import { respond } from './responses.mjs';
import { tenantClient } from './tenant.mjs';
import { traceSince } from './trace.mjs';
import { weekOf } from './week.mjs';

const HOST = '127.0.0.1';
const FAULT = { service: 'graph', kind: 'status', status: 503, retryAfter: 1 };

/**
 * @param {object} local what `.behalf/local.json` has, with `ca` read
 * @param {readonly object[]} audit the server's audit lines, as they come
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function startPlayground(local, audit, port) {
  const tenant = tenantClient(local);
  const routes = routesOf(tenant, local, audit);
  const door = doorTo(local);
  const server = createServer((request, response) => void serve(routes, door, request, response));
  await new Promise((resolve, reject) => {
    server.once('error', ({ code }) =>
      reject(new Error(code === 'EADDRINUSE' ? `Port ${port} is taken: set LOCAL_PLAYGROUND_PORT.` : code)),
    );
    server.listen(port, HOST, resolve);
  });
  return {
    url: `http://localhost:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

function routesOf(tenant, local, audit) {
  const people = local.state.users.map(({ key, displayName }) => ({ key, displayName }));
  const idOf = (user) => local.state.users.find(({ key }) => key === user)?.id;
  const setting = { people, modes: MODES, mcp: local.mcp, localPages: doorOrigins(local) };
  return {
    'GET /api/setting': () => setting,
    'GET /api/week': ({ user, from }, signal) => weekOf(tenant, user, from, signal),
    'GET /api/trace': async ({ user, since, responses }) => ({
      lines: await traceSince(tenant, audit, {
        since,
        personId: idOf(user),
        people: local.state.users.map(({ id }) => id),
        responses: responses.split(','),
      }),
      graphBroken: (await ownFaults(tenant)).length > 0,
    }),
    'GET /api/consent': ({ user, response }) => consentOf(tenant, idOf(user), response),
    'POST /api/withdraw': ({ user }) =>
      tenant.control('POST', '/foundry/consents', {
        project: PROJECT,
        connection: MODES[0].id,
        caller: user,
        action: 'withdraw',
      }),
    'POST /api/graph': ({ broken }) => breakGraph(tenant, broken),
    'POST /api/responses': (turn, signal, response) => respond(tenant, local, turn, response, signal),
  };
}

async function breakGraph(tenant, broken) {
  const faults = await ownFaults(tenant);
  if (broken && faults.length === 0) await tenant.control('POST', '/faults', FAULT);
  if (!broken) await Promise.all(faults.map(({ id }) => tenant.control('DELETE', `/faults/${id}`)));
}

/** Those that this page made, in whichever tab. */
async function ownFaults(tenant) {
  const { faults } = await tenant.control('GET', '/faults');
  return faults.filter((fault) => Object.entries(FAULT).every(([name, value]) => fault[name] === value));
}

async function serve(routes, door, request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const isRead = request.method === 'GET';
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')) return void response.writeHead(403).end();
  const route = routes[`${request.method} ${pathname}`];
  // Another site that a browser shows must not drive this one; it may lead to a sign-in page, as at Entra.
  if ((route || !isRead) && crossSite(request)) return void response.writeHead(403).end();
  if (!route) return void (door(request, response) || sendFile(pathname, response));
  const left = new AbortController();
  response.on('close', () => left.abort());
  try {
    const asked = isRead ? Object.fromEntries(searchParams) : await bodyOf(request);
    const answer = await route(asked, left.signal, response);
    if (!response.headersSent) sendJson(response, 200, answer ?? {});
  } catch (error) {
    if (!response.headersSent) sendJson(response, 502, { error: { message: sentenceOf(error) } });
    else response.destroy();
  }
}

function sentenceOf({ code, message }) {
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' ? 'The local tenant does not answer.' : message;
}

function crossSite({ headers }) {
  return headers['sec-fetch-site'] !== undefined && !['same-origin', 'none'].includes(headers['sec-fetch-site']);
}

/** What became of the consent that a response asked for: Foundry keeps it by person, whichever link it was given by. */
async function consentOf(tenant, personId, responseId) {
  const { connections } = await tenant.control('GET', '/foundry/connections');
  const connection = connections.find(({ name }) => name === MODES[0].id);
  if (connection?.consentedBy.includes(personId)) return { state: 'given' };
  const { entries } = await tenant.control('GET', `/foundry/trace?response=${encodeURIComponent(responseId)}`);
  return { state: entries.some(({ step }) => step === 'consent_declined') ? 'declined' : 'open' };
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

function sendJson(response, status, body) {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
