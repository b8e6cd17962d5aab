import { send } from '../../support/mcp.js';
import { type AttackTable, each } from '../support/attack.js';
import { WHO_AM_I } from '../support/request.js';
import { dropped } from '../support/verdicts.js';
import { postBytes, sendBytes } from '../support/wire.js';

/** Spellings of the path, without a token: whatever they lead to, it is not let in. */
const PATHS: readonly string[] = [
  ...[
    '/mcp/',
    '/MCP',
    '/Mcp',
    '//mcp',
    '/mcp//',
    '/./mcp',
    '/x/../mcp',
    '/mcp/..',
    '/mcp%2f',
    '/%6dcp',
    '/mcp;x=1',
    '/mcp%00',
  ],
  ...['/mcp/anything', '/mcp.json', '/mcp?x', '/mcp#x', '/.well-known/../mcp', '/healthz/../mcp', '/mcp%20', '/mcp\\'],
  ...['http://evil.example/mcp', '*', '/mcp/tools/call', '/sse', '/messages', '/', '/admin', '/.env'],
];

/** Hosts and origins that are not this server's, with a good token. */
const FOREIGN: Readonly<Record<string, Record<string, string>>> = {
  'a foreign Origin': { origin: 'https://evil.example' },
  'an Origin that begins as ours': { origin: 'http://localhost.evil.example' },
  'an Origin that ends as ours': { origin: 'http://evil-localhost' },
  'an Origin of null': { origin: 'null' },
  'an Origin that is no URL': { origin: 'localhost' },
  'an Origin of a file': { origin: 'file://' },
  'an Origin with our host as a user': { origin: 'http://localhost@evil.example' },
};

const HOSTS: readonly string[] = [
  ...[
    'evil.example',
    'localhost.evil.example',
    'evil.example:80',
    '169.254.169.254',
    '0.0.0.0',
    '',
    'localhost,evil.example',
  ],
  ...[
    'localhost@evil.example',
    'evil.example#localhost',
    'localhos\u0074.example',
    '[::ffff:127.0.0.1]',
    'localhost:x:y',
  ],
];

const METHODS: readonly string[] = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export const addresses: AttackTable = {
  name: 'addresses, hosts and methods',
  attacks: [
    ...PATHS.map((path) => ({
      name: `the path ${path} without a token`,
      request: ({ url }: { readonly url: string }) => sendBytes(url, postBytes(url, [], WHO_AM_I, path)),
      answer: dropped(400, 401, 403, 404),
    })),
    ...each(FOREIGN, (headers) => ({
      request: ({ url, good }) => send(url, { token: good, headers, body: WHO_AM_I }),
      answer: dropped(403),
    })),
    ...HOSTS.map((host) => ({
      name: `the host ${JSON.stringify(host)} with a good token`,
      request: ({ url, good }: { readonly url: string; readonly good: string }) =>
        sendBytes(
          url,
          postBytes(url, [`Authorization: Bearer ${good}`], WHO_AM_I).replace(/Host: .*/, `Host: ${host}`),
        ),
      answer: dropped(400, 403),
    })),
    ...METHODS.map((method) => ({
      name: `${method} with a good token`,
      request: ({ url, good }: { readonly url: string; readonly good: string }) => send(url, { method, token: good }),
      answer: dropped(405),
    })),
    {
      name: 'GET that asks to be taken for POST',
      request: ({ url }) => send(url, { method: 'GET', headers: { 'x-http-method-override': 'POST' } }),
      answer: dropped(405),
    },
  ],
};
