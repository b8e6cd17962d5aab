import { DEFAULT_POLICY, type Policy, ToolCatalog, TOOLS, TOOLSETS } from '@app/domain';
import { aCaller } from '@app/testing';
import { type McpAnswer, rpc } from '../../support/mcp.js';
import { type Attack, type AttackTable, each } from '../support/attack.js';
import type { Forge } from '../support/forge.js';
import { whoAmI, withLines } from '../support/request.js';
import type { Target } from '../support/target.js';

/** Unusual and right: a gate that refuses these is broken as well. */
const TOKENS: Readonly<Record<string, (forge: Forge) => string>> = {
  'a v1 token': (forge) => forge.tenant.sign({}, forge.v1()),
  'a v1 token whose audience ends with a slash': (forge) =>
    forge.tenant.sign({}, forge.v1({ aud: `${String(forge.v1()['aud'])}/` })),
  'the other published key': (forge) => forge.token({}, {}, 'next'),
  'a person of upper-case ids': (forge) =>
    forge.token({ oid: forge.userId('anna').toUpperCase(), tid: forge.tenant.tenantId.toUpperCase() }),
  'a client of upper-case id': (forge) => forge.token({ azp: forge.tenant.clients.foundry.clientId.toUpperCase() }),
  'neither nbf nor iat nor name': (forge) => forge.token({ nbf: undefined, iat: undefined, name: undefined }),
  'an expiry with a fraction': (forge) => forge.token({ exp: Date.now() / 1000 + 1000.5 }),
  'header parameters nobody knows': (forge) => forge.token({}, { typ: 'at+jwt', x: 1, b64: true }),
  'the bad one of two scp first': (forge) => forge.written(forge.header(), forge.writtenClaims('', '"scp":""')),
  'members of __proto__ that count for nothing': (forge) =>
    forge.written(forge.header(), forge.writtenClaims('"__proto__":{"oid":"x","roles":["y"]}')),
};

const LINES: Readonly<Record<string, (token: string) => string>> = {
  'the scheme in lower case (RFC 9110 section 11.1)': (token) => `Authorization: bearer ${token}`,
  'the scheme in upper case': (token) => `Authorization: BEARER ${token}`,
  'two blanks after the scheme (1*SP)': (token) => `Authorization: Bearer  ${token}`,
  'blanks around the value (OWS)': (token) => `Authorization:   Bearer ${token}  `,
  'tabs around the value (OWS)': (token) => `Authorization:\tBearer ${token}\t`,
  'no blank after the colon': (token) => `Authorization:Bearer ${token}`,
  'the name in upper case': (token) => `AUTHORIZATION: Bearer ${token}`,
};

/** Somebody else's identity beside a good token changes nothing. */
const BESIDE: Readonly<Record<string, (ben: string) => string>> = {
  'X-MS-CLIENT-PRINCIPAL-ID of another': (ben) => `X-MS-CLIENT-PRINCIPAL-ID: ${ben}`,
  'X-MS-CLIENT-PRINCIPAL of another': (ben) => `X-MS-CLIENT-PRINCIPAL: ${btoa(JSON.stringify({ oid: ben }))}`,
  'X-AnchorMailbox of another': (ben) => `X-AnchorMailbox: UPN:${ben}`,
  'X-Forwarded-User of another': (ben) => `X-Forwarded-User: ${ben}`,
  'a cookie of another': (ben) => `Cookie: oid=${ben}`,
};

export const controls: AttackTable = {
  name: 'let in, as Anna and nobody else:',
  attacks: [
    ...each(TOKENS, (token) => ({ request: ({ url, forge }) => rpc(url, token(forge), 'tools/list'), answer: listed })),
    ...each(LINES, (line) => ({ request: (target) => withLines(target, line(target.good)), answer: asAnna })),
    ...each(BESIDE, (line) => ({
      request: (target) => withLines(target, `Authorization: Bearer ${target.good}`, line(target.forge.userId('ben'))),
      answer: asAnna,
    })),
    {
      name: 'a Graph token in passthrough',
      request: ({ passthroughUrl, graphToken }) => whoAmI(passthroughUrl, graphToken),
      answer: asAnna,
    },
  ] satisfies readonly Attack[],
};

const EVERYTHING: Policy = { ...DEFAULT_POLICY, toolsets: TOOLSETS.map(({ name }) => name) };

/** What a token with the scopes of a calendar can use. */
const USABLE = new ToolCatalog(TOOLS, EVERYTHING).availableTo(aCaller()).map(({ name }) => name);

/** The answer to `get_my_context`, of Anna. */
export function asAnna({ status, body }: McpAnswer, { forge }: Target): void {
  expect(status).toBe(200);
  expect(body.result?.structuredContent?.['actingAs']).toMatchObject({ id: forge.userId('anna') });
}

function listed({ status, body }: McpAnswer): void {
  expect([status, body.result?.tools?.map(({ name }) => name)]).toEqual([200, USABLE]);
}
