// `node stub-cloud.mjs <certificate> <key>`: Entra and Graph that answer at once, so that nothing is measured but the server.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { newCloud } from './cloud.mjs';
import { eventsPage } from './events-page.mjs';

const PEOPLE = 50;
const cloud = newCloud(() => `https://localhost:${server.address().port}`);
const EVENTS_PAGE = eventsPage(10, 'Planning of the quarter');
const TOKEN = JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: 'x'.repeat(1_500) });

const [certFile, keyFile] = process.argv.slice(2);
const server = createServer({ cert: readFileSync(certFile), key: readFileSync(keyFile) }, (request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(answerTo(new URL(request.url, 'https://localhost').pathname));
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const tokens = Array.from({ length: PEOPLE }, () => cloud.tokenOf(randomUUID()));
  process.stdout.write(cloud.introduction({ tokens }));
});

function answerTo(path) {
  if (path.startsWith('/v1.0/')) return EVENTS_PAGE;
  if (path.endsWith('/token')) return TOKEN;
  return path.endsWith('/keys') ? cloud.keys : cloud.discovery();
}
