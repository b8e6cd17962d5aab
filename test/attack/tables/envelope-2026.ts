import { type RawRequest, send } from '../../support/mcp.js';
import { type Attack, type AttackTable, each } from '../support/attack.js';
import { dropped, protocolError, refused } from '../support/verdicts.js';

const HEADER_MISMATCH = -32020;
const UNSUPPORTED_VERSION = -32022;
const INVALID_PARAMS = -32602;

const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
};

interface Modern {
  readonly method?: string;
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly meta?: object;
}

/** Headers and body of 2026-07-28 that tell different things, where the body's call is not allowed: the body decides. */
const FORBIDDEN_IN_BODY: Readonly<Record<string, Modern>> = {
  'Mcp-Name of an allowed tool': { headers: { 'mcp-name': 'get_my_context' } },
  'Mcp-Method of a listing': { headers: { 'mcp-method': 'tools/list' } },
  'no Mcp-Name': { headers: { 'mcp-name': '' } },
  'no headers of 2026-07-28': { headers: { 'mcp-name': '', 'mcp-method': '', 'mcp-protocol-version': '' } },
  'a version that does not exist': { headers: { 'mcp-protocol-version': '2027-01-01' } },
  'headers that fit': {},
};

/** The same where the body's call is allowed and only the headers are wrong. */
const HEADERS_WRONG: Readonly<Record<string, readonly [Modern, number]>> = {
  'Mcp-Name of a forbidden tool': [{ headers: { 'mcp-name': 'calendar_create_event' } }, HEADER_MISMATCH],
  'Mcp-Name in upper case': [{ headers: { 'mcp-name': 'GET_MY_CONTEXT' } }, HEADER_MISMATCH],
  'Mcp-Name of a forbidden tool in base64': [
    { headers: { 'mcp-name': `=?base64?${btoa('calendar_create_event')}?=` } },
    HEADER_MISMATCH,
  ],
  'Mcp-Name of broken base64': [{ headers: { 'mcp-name': '=?base64?%%%?=' } }, HEADER_MISMATCH],
  'Mcp-Name of two': [{ headers: { 'mcp-name': 'get_my_context, calendar_create_event' } }, HEADER_MISMATCH],
  'Mcp-Method of a listing': [{ headers: { 'mcp-method': 'tools/list' } }, HEADER_MISMATCH],
  'Mcp-Method in upper case': [{ headers: { 'mcp-method': 'TOOLS/CALL' } }, HEADER_MISMATCH],
  'Mcp-Method of two': [{ headers: { 'mcp-method': 'tools/call, tools/list' } }, HEADER_MISMATCH],
  'a version header that the body contradicts': [
    { headers: { 'mcp-protocol-version': '2025-11-25' } },
    HEADER_MISMATCH,
  ],
  'a version that does not exist': [
    {
      headers: { 'mcp-protocol-version': '2027-01-01' },
      meta: { ...META, 'io.modelcontextprotocol/protocolVersion': '2027-01-01' },
    },
    UNSUPPORTED_VERSION,
  ],
  'no capabilities': [{ meta: { 'io.modelcontextprotocol/protocolVersion': '2026-07-28' } }, INVALID_PARAMS],
  'a method header over another body': [
    { method: 'tools/list', headers: { 'mcp-method': 'tools/call' } },
    HEADER_MISMATCH,
  ],
};

export const envelope2026: AttackTable = {
  name: 'headers and body of 2026-07-28',
  attacks: [
    ...each(FORBIDDEN_IN_BODY, (modern) => ({
      ...request({ name: 'calendar_create_event', ...modern }),
      answer: refused('insufficient_scope', 403),
    })).map((attack) => ({ ...attack, name: `a forbidden call under ${attack.name}` })),
    ...each(HEADERS_WRONG, ([modern, code]) => ({ ...request(modern), answer: protocolError(400, code) })),
    {
      name: 'a version of the last century',
      ...request({ headers: { 'mcp-protocol-version': '1999-01-01' }, meta: {} }),
      answer: dropped(400),
    },
  ],
};

function request({
  method = 'tools/call',
  name = 'get_my_context',
  headers = {},
  meta = META,
}: Modern): Pick<Attack, 'request'> {
  const raw: RawRequest = {
    headers: withoutEmpty({
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      'mcp-name': name,
      ...headers,
    }),
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { name, arguments: {}, _meta: meta } }),
  };
  return { request: ({ url, reader }) => send(url, { ...raw, token: reader }) };
}

function withoutEmpty(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
}
