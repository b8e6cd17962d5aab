// The playground: a page on loopback, and what it needs of the local tenant. Not part of the product.
import { createServer } from 'node:http';
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
  const server = createServer((request, response) => void serve(routes, request, response));
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
  return {
    'GET /api/setting': () => ({ people, modes: MODES, mcp: local.mcp }),
    'GET /api/week': ({ user, from }) => weekOf(tenant, user, from),
    'GET /api/trace': async ({ since }) => ({ lines: await traceSince(tenant, audit, since) }),
    'GET /api/consent': ({ user }) => consentOf(tenant, local, user),
    'POST /api/withdraw': ({ user }) =>
      tenant.control('POST', '/foundry/consents', {
        project: PROJECT,
        connection: MODES[0].id,
        caller: user,
        action: 'withdraw',
      }),
    'POST /api/graph': ({ broken }) =>
      broken ? tenant.control('POST', '/faults', FAULT) : tenant.control('DELETE', '/faults'),
    'POST /api/responses': (turn, response) => respond(tenant, local, turn, response),
  };
}

async function serve(routes, request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  // Another site that a browser shows must not drive this one.
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '') || crossSite(request))
    return void response.writeHead(403).end();
  const route = routes[`${request.method} ${pathname}`];
  if (!route) return sendFile(pathname, response);
  try {
    const answer = await route(
      request.method === 'GET' ? Object.fromEntries(searchParams) : await bodyOf(request),
      response,
    );
    if (!response.headersSent && pathname !== '/api/responses') sendJson(response, 200, answer ?? {});
  } catch (error) {
    if (!response.headersSent) sendJson(response, 502, { error: { message: error.message } });
  }
}

function crossSite({ headers }) {
  return headers['sec-fetch-site'] !== undefined && !['same-origin', 'none'].includes(headers['sec-fetch-site']);
}

async function consentOf(tenant, local, user) {
  const { connections } = await tenant.control('GET', '/foundry/connections');
  const person = local.state.users.find(({ key }) => key === user);
  const connection = connections.find(({ name }) => name === MODES[0].id);
  return { consented: connection?.consentedBy.includes(person?.id) ?? false };
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
