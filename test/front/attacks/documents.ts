import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { anna, askForToken, authorizeUrl, decide, type Front, redemption } from '../support.js';
import { type Attack, CANNOT_BEGIN, refused, type Table, UNKNOWN_CLIENT, WRONG_REDIRECT } from './attack.js';

const UNUSABLE = 'This application cannot be looked up';
const REDIRECTS = { redirect_uris: ['http://127.0.0.1/done'] };
const JSON_TYPE = { 'content-type': 'application/json' };

let number = 0;
const nextPath = () => `/client-${++number}.json`;

/** A document that is answered in this way, and what the page says of it. */
function answered(
  name: string,
  says: RegExp,
  answer: (response: ServerResponse, url: string, front: Front) => void,
): Attack {
  return {
    name,
    run: async (front) => {
      const path = nextPath();
      const url = `${front.documents.origin}${path}`;
      front.documents.answer(path, (response) => answer(response, url, front));
      const page = await anna().browser.open(authorizeUrl(front, { client_id: url }));
      refused(page, UNUSABLE);
      expect(page.html).toMatch(says);
    },
  };
}

function says(name: string, expected: RegExp, document: (url: string) => unknown): Attack {
  return answered(name, expected, (response, url) => {
    const value = document(url);
    response.writeHead(200, JSON_TYPE).end(typeof value === 'string' ? value : JSON.stringify(value));
  });
}

function headed(name: string, headers: Record<string, string>, pack = (text: string): string | Buffer => text): Attack {
  return answered(name, /is not plain JSON by its headers/, (response, url) => {
    response.writeHead(200, headers).end(pack(JSON.stringify({ client_id: url, ...REDIRECTS })));
  });
}

function status(code: number, headers: Record<string, string> = {}): Attack {
  return answered(`answered with ${code}`, new RegExp(`HTTP ${code}`), (response) =>
    response.writeHead(code, headers).end(),
  );
}

/** Ids that are never fetched, made of the host that would be. */
function unfetched(name: string, id: (host: string) => string): Attack {
  return {
    name: `at ${name}`,
    run: async (front) => {
      const asked = front.documents.asked.length;
      const client_id = id(new URL(front.documents.origin).host);
      const page = await anna().browser.open(authorizeUrl(front, { client_id }));
      refused(page, client_id.length > 4000 ? CANNOT_BEGIN : UNKNOWN_CLIENT);
      expect(front.documents.asked.length).toBe(asked);
    },
  };
}

export const documents: Table = {
  name: 'A client-id metadata document',
  attacks: [
    ...[301, 302, 303, 307, 308].map((code) =>
      answered(`that redirects with ${code}`, new RegExp(`HTTP ${code}`), (response, _url, { documents: host }) => {
        const location = host.put('/elsewhere.json', REDIRECTS);
        response.writeHead(code, { location }).end();
      }),
    ),
    ...[201, 204, 206, 400, 401, 404, 500].map((code) => status(code)),
    headed('of HTML', { 'content-type': 'text/html' }),
    headed('of a script', { 'content-type': 'application/javascript' }),
    headed('of no type', {}),
    headed('of plain text', { 'content-type': 'text/plain' }),
    headed('in another charset', { 'content-type': 'application/json; charset=utf-16' }),
    headed('that unpacks', { ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync),
    answered('that is too large', /larger than 5120 bytes/, (response, url) => {
      response.writeHead(200, JSON_TYPE).end(JSON.stringify({ client_id: url, ...REDIRECTS, x: 'x'.repeat(5_200) }));
    }),
    answered('without end', /larger than 5120 bytes/, (response) => {
      response.writeHead(200, JSON_TYPE);
      const more = () => {
        while (!response.destroyed && response.write('"'.repeat(1_000)));
      };
      response.on('drain', more);
      more();
    }),
    answered('that breaks off', /did not come whole/, (response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-length': '900' });
      response.write('{', () => response.destroy());
    }),
    says('that names another client', /another client_id/, (url) => ({ client_id: `${url}x`, ...REDIRECTS })),
    says('that names a registered client', /another client_id/, () => ({ client_id: 'desk', ...REDIRECTS })),
    says('that names its URL in capitals', /another client_id/, (url) => ({
      client_id: url.toUpperCase(),
      ...REDIRECTS,
    })),
    says('without client_id', /no right value at &#34;client_id/, () => REDIRECTS),
    says('with client_id twice', /has a key twice/, (url) =>
      JSON.stringify({ client_id: url, ...REDIRECTS }).replace('{', `{"client_id":"${url}x",`),
    ),
    says('with client_id twice, once escaped', /has a key twice/, (url) =>
      JSON.stringify({ client_id: url, ...REDIRECTS }).replace('{', `{"client\\u005fid":"${url}",`),
    ),
    says('with redirect_uris twice', /has a key twice/, (url) =>
      JSON.stringify({ client_id: url, ...REDIRECTS }).replace('{', '{"redirect_uris":["https://evil.example/"],'),
    ),
    says('that is no JSON', /is not JSON/, () => '<html>'),
    says('that is empty', /is not JSON/, () => ''),
    says('that is a list', /no right value/, (url) => [{ client_id: url, ...REDIRECTS }]),
    says('that is nothing', /no right value/, () => 'null'),
    says('without redirect URIs', /no right value at &#34;redirect_uris/, (url) => ({ client_id: url })),
    says('with a redirect URI that is no text', /no right value/, (url) => ({ client_id: url, redirect_uris: [1] })),
    says('with redirect URIs of scripts alone', /has no redirect URI/, (url) => ({
      client_id: url,
      redirect_uris: ['javascript:alert(1)', 'data:text/html,x', 'cursor://x/done', 'http://evil.example/done'],
    })),
    says('with a secret', /client_secret/, (url) => ({ client_id: url, ...REDIRECTS, client_secret: 'x' })),
    says('that wants a secret', /token_endpoint_auth_method/, (url) => ({
      ...{ client_id: url, ...REDIRECTS },
      token_endpoint_auth_method: 'client_secret_basic',
    })),
    says('that wants a key', /token_endpoint_auth_method/, (url) => ({
      ...{ client_id: url, ...REDIRECTS },
      token_endpoint_auth_method: 'private_key_jwt',
    })),
    says('of another grant', /authorization_code/, (url) => ({
      ...{ client_id: url, ...REDIRECTS },
      grant_types: ['client_credentials'],
    })),
    says('that is deep', /is not JSON|no right value/, () => '['.repeat(5_000)),
    unfetched('a host that is not allowed', () => 'https://evil.example/client.json'),
    unfetched('another port of the host', () => 'https://localhost:1/client.json'),
    unfetched('no encryption', (host) => `http://${host}/client.json`),
    unfetched('no path', (host) => `https://${host}/`),
    unfetched('the bare host', (host) => `https://${host}`),
    unfetched('a query', (host) => `https://${host}/client.json?x=1`),
    unfetched('a fragment', (host) => `https://${host}/client.json#x`),
    unfetched('a user', (host) => `https://user@${host}/client.json`),
    unfetched('a user that looks like the host', (host) => `https://${host}@evil.example/client.json`),
    unfetched('dot segments', (host) => `https://${host}/x/../client.json`),
    unfetched('encoded dot segments', (host) => `https://${host}/x/%2e%2e/client.json`),
    unfetched('a host in capitals', (host) => `https://${host.toUpperCase()}/client.json`),
    unfetched('a scheme in capitals', (host) => `HTTPS://${host}/client.json`),
    unfetched('a trailing dot', (host) => `https://${host.replace('localhost', 'localhost.')}/client.json`),
    unfetched('an address', (host) => `https://${host.replace('localhost', '127.0.0.1')}/client.json`),
    unfetched('an address of IPv6', (host) => `https://${host.replace('localhost', '[::1]')}/client.json`),
    unfetched('a backslash', (host) => `https:\\\\${host}\\client.json`),
    unfetched('a space before it', (host) => ` https://${host}/client.json`),
    unfetched('very many characters', (host) => `https://${host}/${'a'.repeat(300)}`),
    unfetched('far too many characters', (host) => `https://${host}/${'a'.repeat(4_100)}`),
    {
      name: 'does not let its client use the redirect URI of another',
      run: async (front) => {
        const client_id = front.documents.put(nextPath(), REDIRECTS);
        for (const redirect_uri of ['https://desk.example/done', 'http://127.0.0.1/done/x', 'http://[::1]/done'])
          refused(await anna().browser.open(authorizeUrl(front, { client_id, redirect_uri })), WRONG_REDIRECT);
      },
    },
    {
      name: 'does not make this server send people on to a host of its choice',
      run: async (front) => {
        const client_id = front.documents.put(nextPath(), { redirect_uris: ['https://evil.example/done'] });
        const change = { client_id, redirect_uri: 'https://evil.example/done', scope: 'Everything' };
        const { browser } = anna();
        browser.stopsBefore = 'evil.example';
        refused(await browser.open(authorizeUrl(front, change)), CANNOT_BEGIN);
      },
    },
    {
      name: 'shows where its answer goes when that is another host',
      run: async (front) => {
        const client_id = front.documents.put(nextPath(), { redirect_uris: ['https://evil.example/done'] });
        const change = { client_id, redirect_uri: 'https://evil.example/done' };
        const { html } = await anna().browser.open(authorizeUrl(front, change));
        const words = html.replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ');
        expect(words).toContain('To evil.example, which is another host than that of its identity');
      },
    },
    {
      name: 'cannot write into the page by its name',
      run: async (front) => {
        const client_name = 'A“ <script>alert(1)</script>\u202eB&copy; ' + 'n'.repeat(100);
        const client_id = front.documents.put(nextPath(), { ...REDIRECTS, client_name });
        const { html } = await anna().browser.open(authorizeUrl(front, { client_id }));
        expect(html).not.toContain('<script');
        expect(html).toContain('[U+202E]');
        expect(html).not.toContain('n'.repeat(61));
      },
    },
    {
      name: 'is fetched once for many requests, and its failure too',
      run: async (front) => {
        const path = nextPath();
        const client_id = `${front.documents.origin}${path}`;
        const times = () => front.documents.asked.filter((one) => one === path).length;
        const open = () => anna().browser.open(authorizeUrl(front, { client_id }));
        await Promise.all([open(), open(), open()]);
        expect(times()).toBe(1);
        front.documents.put(path, REDIRECTS);
        front.later(31);
        await Promise.all([open(), open(), open()]);
        expect([await open(), times()]).toEqual([expect.objectContaining({ status: 200 }), 2]);
      },
    },
    {
      name: 'gives its client no token for the code of another one',
      run: async (front) => {
        const [client_id, other] = [nextPath(), nextPath()].map((path) => front.documents.put(path, REDIRECTS));
        const person = anna();
        const back = await decide(person, await person.browser.open(authorizeUrl(front, { client_id })));
        expect((await askForToken(front, redemption(back, { client_id: other }))).body.error).toBe('invalid_grant');
      },
    },
  ],
};
