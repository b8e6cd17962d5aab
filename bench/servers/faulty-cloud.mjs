// `node faulty-cloud.mjs <certificate> <key> <people>`: Entra and Graph that answer each person with what is theirs, and now
// and then with a fault. The subject of each event names whom the token of the request was for.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { newCloud } from './cloud.mjs';
import { eventsPage } from './events-page.mjs';

const SLOW_MS = 300;
/** One in so many requests; each is tried in this order. */
const FAULTS = [
  [200, (_request, response) => answer(response, 503, '{"error":{"code":"serviceNotAvailable"}}')],
  [200, (_request, response) => answer(response, 429, '{"error":{"code":"TooManyRequests"}}', { 'retry-after': '1' })],
  [200, (_request, response) => answer(response, 500, '{"error":{"code":"generalException"}}')],
  [400, (request) => request.socket.destroy()],
  [400, (_request, response) => answer(response, 200, '<html>')],
  [
    400,
    (_request, response) => (
      response.writeHead(200, { 'content-length': 4_000 }),
      response.write('{"value":['),
      response.destroy()
    ),
  ],
  [100, (request, response) => void setTimeout(() => serve(request, response), SLOW_MS)],
];

const cloud = newCloud(() => `https://localhost:${server.address().port}`);
const [certFile, keyFile, people] = process.argv.slice(2);
const server = createServer({ cert: readFileSync(certFile), key: readFileSync(keyFile) }, (request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    request.text = body;
    const path = new URL(request.url, 'https://localhost').pathname;
    if (!path.startsWith('/v1.0/') && !path.endsWith('/token')) {
      return answer(response, 200, path.endsWith('/keys') ? cloud.keys : cloud.discovery());
    }
    const fault = FAULTS.find(([oneIn]) => Math.random() * oneIn < 1)?.[1] ?? serve;
    fault(request, response);
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const ids = Array.from({ length: Number(people) }, () => randomUUID());
  process.stdout.write(cloud.introduction({ people: ids.map((id) => ({ id, token: cloud.tokenOf(id) })) }));
});

function serve(request, response) {
  answer(response, 200, request.url.startsWith('/v1.0/') ? ownEvents(request) : exchanged(request));
}

function exchanged({ text }) {
  const [, claims] = (new URLSearchParams(text).get('assertion') ?? '').split('.');
  const { oid } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const access_token = `${oid}.${'x'.repeat(1_500)}`;
  return JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token });
}

function ownEvents({ url, headers: { authorization = '' } }) {
  const { searchParams } = new URL(url, 'https://localhost');
  const [from, to] = ['startDateTime', 'endDateTime'].map((name) => Date.parse(searchParams.get(name) ?? ''));
  // The adapter asks for more than the day, on both sides.
  const day = Number.isNaN(from + to) ? undefined : new Date((from + to) / 2).toISOString().slice(0, 10);
  return eventsPage(10, `Of ${authorization.slice('Bearer '.length).split('.')[0]}`, day);
}

function answer(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
