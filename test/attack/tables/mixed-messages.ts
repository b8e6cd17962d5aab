import { send } from '../../support/mcp.js';
import { type AttackTable, each } from '../support/attack.js';
import { FORBIDDEN, LISTING, NAME, PARAMS } from '../support/forbidden-call.js';
import { WHO_AM_I } from '../support/request.js';
import { refused } from '../support/verdicts.js';

/** Bodies in which a call that is not allowed stands beside one that is. */
const BESIDE: Readonly<Record<string, string>> = {
  alone: FORBIDDEN,
  'as a notification': FORBIDDEN.replace('"id":1,', ''),
  'with id null': FORBIDDEN.replace('"id":1', '"id":null'),
  'in a batch of one': `[${FORBIDDEN}]`,
  'first in a batch': `[${FORBIDDEN},${WHO_AM_I}]`,
  'last in a batch': `[${WHO_AM_I},${FORBIDDEN}]`,
  'between two': `[${WHO_AM_I},${FORBIDDEN},${LISTING}]`,
  'after a listing': `[${LISTING},${FORBIDDEN}]`,
  'twice in a batch': `[${FORBIDDEN},${FORBIDDEN}]`,
  'as the hundredth of a batch': `[${`${WHO_AM_I},`.repeat(99)}${FORBIDDEN}]`,
  'after something that is no message': `[1,null,"x",[],${FORBIDDEN}]`,
  'in a batch of 2025-03-26 with initialize': `[{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"x","version":"1"}}},${FORBIDDEN}]`,
  'by the last of two methods': `{"jsonrpc":"2.0","id":1,"method":"tools/list","method":"tools/call",${PARAMS}}`,
  'by the last of two names': FORBIDDEN.replace(NAME, `"name":"get_my_context",${NAME}`),
  'by the last of two params': `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_my_context"},${PARAMS}}`,
  'by an escaped name': FORBIDDEN.replace(NAME, '"name":"calendar_\\u0063reate_event"'),
  'by an escaped method': FORBIDDEN.replace('tools/call', 'tools\\/call'),
  'with the wrong version of JSON-RPC': FORBIDDEN.replace('"2.0"', '"1.0"'),
  'without a version of JSON-RPC': FORBIDDEN.replace('"jsonrpc":"2.0",', ''),
  'with arguments that are none': FORBIDDEN.replace(/"arguments":\{.*\}\}/, '"arguments":7}}'),
};

export const mixedMessages: AttackTable = {
  name: 'a call that is not allowed',
  attacks: each(BESIDE, (body) => ({
    request: ({ url, reader }) => send(url, { token: reader, body }),
    answer: refused('insufficient_scope', 403),
  })),
};
