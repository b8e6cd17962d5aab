import { send } from '../../support/mcp.js';
import { type AttackTable, everyOf } from '../support/attack.js';
import { WHO_AM_I } from '../support/request.js';
import { refused } from '../support/verdicts.js';
import { postBytes, sendBytes } from '../support/wire.js';

const METHODS: readonly string[] = [
  ...['initialize', 'server/discover', 'ping', 'tools/list', 'tools/call', 'resources/list', 'resources/read'],
  ...['prompts/get', 'logging/setLevel', 'completion/complete', 'notifications/initialized', 'subscriptions/listen'],
];

/** No method is for strangers, whatever it tells. */
export const withoutToken: AttackTable = {
  name: 'without a token',
  attacks: [
    ...everyOf(METHODS, (method) => ({
      request: ({ url }) => send(url, { body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: {} }) }),
      answer: refused('token_missing'),
    })),
    {
      name: 'a batch',
      request: ({ url }) => send(url, { body: `[${WHO_AM_I},${WHO_AM_I}]` }),
      answer: refused('token_missing'),
    },
    { name: 'no body', request: ({ url }) => send(url, {}), answer: refused('token_missing') },
    {
      name: 'a second request on the connection that a good one came on',
      request: ({ url, good }) => {
        const first = postBytes(url, [`Authorization: Bearer ${good}`], WHO_AM_I).replace('Connection: close', 'X: 1');
        return sendBytes(url, first + postBytes(url, [], WHO_AM_I));
      },
      answer: refused('token_missing'),
    },
  ],
};
