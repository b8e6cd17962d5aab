// `node stub-cloud.mjs <certificate> <key>`: Entra and Graph that answer at once, so that nothing is measured but the server.
import { Buffer } from 'node:buffer';
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import process from 'node:process';
import { URL } from 'node:url';

const PEOPLE = 50;
const EVENTS = 10;
const [tenantId, clientId, foundryId] = [randomUUID(), randomUUID(), randomUUID()];
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const [certFile, keyFile] = process.argv.slice(2);
const server = createServer({ cert: readFileSync(certFile), key: readFileSync(keyFile) }, (request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(answerTo(new URL(request.url, origin()).pathname));
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const tokens = Array.from({ length: PEOPLE }, newToken);
  process.stdout.write(
    `${JSON.stringify({ origin: origin(), tenantId, clientId, foundryId, publicKey: pem, tokens })}\n`,
  );
});

function origin() {
  return `https://localhost:${server.address().port}`;
}

const EVENTS_PAGE = JSON.stringify({ value: Array.from({ length: EVENTS }, (_, index) => event(index)) });
const TOKEN = JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: 'x'.repeat(1_500) });
const KEYS = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig' }] });

function answerTo(path) {
  if (path.startsWith('/v1.0/')) return EVENTS_PAGE;
  if (path.endsWith('/token')) return TOKEN;
  return path.endsWith('/keys') ? KEYS : discovery();
}

function discovery() {
  const base = `${origin()}/${tenantId}`;
  return JSON.stringify({
    issuer: `${base}/v2.0`,
    jwks_uri: `${base}/keys`,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
  });
}

function newToken() {
  const now = Math.floor(Date.now() / 1000);
  const about = { aud: clientId, iss: `${origin()}/${tenantId}/v2.0`, iat: now, nbf: now, exp: now + 7200, ver: '2.0' };
  const person = {
    azp: foundryId,
    tid: tenantId,
    oid: randomUUID(),
    name: 'Anna Berg',
    scp: 'User.Read Calendars.Read',
  };
  const parts = [
    { typ: 'JWT', alg: 'RS256', kid: 'bench' },
    { ...about, ...person },
  ].map(encoded);
  const input = parts.join('.');
  return `${input}.${sign('RSA-SHA256', Buffer.from(input), privateKey).toString('base64url')}`;
}

function encoded(part) {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function event(index) {
  const hour = String(8 + index).padStart(2, '0');
  const at = (minute) => ({ dateTime: `2026-12-01T${hour}:${minute}:00.0000000`, timeZone: 'UTC' });
  const person = (name) => ({ emailAddress: { name, address: `${name.toLowerCase()}@fernglas.example` } });
  return {
    id: `AAMkAGI1${String(index).padStart(144, 'x')}`,
    '@odata.etag': `W/"${index}"`,
    subject: `Planning of the quarter, part ${index}`,
    bodyPreview: 'What is left of the last quarter, and what comes next.',
    start: at('00'),
    end: at('30'),
    location: { displayName: 'Room 4' },
    organizer: person('Ben'),
    attendees: ['Anna', 'Ben', 'Chen'].map((name) => ({
      ...person(name),
      type: 'required',
      status: { response: 'accepted' },
    })),
    showAs: 'busy',
    sensitivity: 'normal',
    type: 'singleInstance',
    isAllDay: false,
    isCancelled: false,
    isOrganizer: false,
    responseStatus: { response: 'accepted' },
    webLink: `https://outlook.office365.com/owa/?itemid=${index}`,
  };
}
