// The local tenant's sign-in pages over HTTP on loopback, for browsers: they do not know its certificate authority.
// See docs/decisions/010-sign-in-pages-without-a-certificate.md.
import { request as send } from 'node:https';
import { pipeline } from 'node:stream';

/** Pages that a person opens; no token is given at any of them. */
const ENTRA = /^\/(sign-in\/|devicelogin\b|[^/]+\/(oauth2\/)?(v2\.0\/)?(authorize|adminconsent)$)/;
const FOUNDRY = /^\/(login|redirect)\//;

/** The services whose pages are served here. */
export function doorOrigins({ entra, foundry }) {
  return [entra, foundry].map((url) => new URL(url).origin);
}

/**
 * @param {{ entra: string, foundry: string, ca: Buffer }} local
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 *   false when the path is of no such page
 */
export function doorTo(local) {
  const [entra, foundry] = doorOrigins(local);
  const originOf = (path) => (FOUNDRY.test(path) ? foundry : ENTRA.test(path) ? entra : undefined);
  return (request, response) => {
    const origin = originOf(request.url.split('?')[0]);
    if (origin === undefined) return false;
    const headers = { ...request.headers, host: new URL(origin).host };
    const outgoing = send(`${origin}${request.url}`, { method: request.method, headers, ca: local.ca }, (answer) => {
      response.writeHead(answer.statusCode, throughDoor(answer.headers, [entra, foundry]));
      pipeline(answer, response, () => undefined);
    });
    outgoing.on('error', () => {
      if (!response.headersSent) response.writeHead(502).end('The local tenant does not answer: is npm start running?');
    });
    pipeline(request, outgoing, () => undefined);
    return true;
  };
}

/** A redirect from one page to the next stays here; a cookie does not ask for HTTPS. */
function throughDoor({ location, 'set-cookie': cookies, ...headers }, origins) {
  const origin = origins.find((known) => location?.startsWith(`${known}/`));
  return {
    ...headers,
    ...(location && { location: origin ? location.slice(origin.length) : location }),
    ...(cookies && { 'set-cookie': cookies.map((cookie) => cookie.replace(/; secure/i, '')) }),
  };
}
