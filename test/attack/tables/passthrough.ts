import { type Attack, type AttackTable, each } from '../support/attack.js';
import type { Forge } from '../support/forge.js';
import { whoAmI } from '../support/request.js';
import { refused } from '../support/verdicts.js';

const GRAPH = 'https://graph.microsoft.com';

/** What a token for Graph says of itself, when that alone is enough to refuse it. */
const DENYING_HINTS: Readonly<Record<string, readonly [Record<string, unknown>, string]>> = {
  'for this API': [{ aud: '1c0de4a1-77b0-4a4e-8a51-c0ffee00a001' }, 'wrong_audience'],
  'for a look-alike of Graph': [{ aud: `${GRAPH}.evil.example` }, 'wrong_audience'],
  'for Graph in a list': [{ aud: [GRAPH] }, 'wrong_audience'],
  'for Graph in upper case': [{ aud: GRAPH.toUpperCase() }, 'wrong_audience'],
  'for Graph over http': [{ aud: 'http://graph.microsoft.com' }, 'wrong_audience'],
  'for nobody': [{ aud: undefined }, 'wrong_audience'],
  'that has expired': [{ exp: 1 }, 'token_expired'],
  'without expiry': [{ exp: undefined }, 'token_malformed'],
  'whose expiry is a text': [{ exp: '9999999999' }, 'token_malformed'],
  'from the future': [{ nbf: 9_999_999_999 }, 'token_not_yet_valid'],
  'of an application': [{ scp: undefined }, 'app_only_token'],
  'with idtyp app': [{ idtyp: 'app' }, 'app_only_token'],
  'with idtyp device': [{ idtyp: 'device' }, 'app_only_token'],
  'with a list as scp': [{ scp: ['User.Read'] }, 'scope_claim_missing'],
  'with an empty scp': [{ scp: '' }, 'scope_claim_missing'],
  'of another tenant': [{ tid: 'b81d4f07-92ce-4a36-8e55-7c0a6d31f902' }, 'tenant_not_allowed'],
  'of no tenant': [{ tid: undefined }, 'person_unknown'],
  'of nobody': [{ oid: undefined }, 'person_unknown'],
  'of another application': [{ appid: '1c0de4a1-77b0-4a4e-8a51-c0ffee00a003' }, 'client_not_allowed'],
  'of no application': [{ appid: undefined }, 'client_not_allowed'],
};

/** Tokens whose words are all good: Graph, which alone can verify them, must be asked and must be believed. */
const LYING: Readonly<Record<string, (forge: Forge, graphToken: string) => string>> = {
  'signed by a stranger': (forge) => forge.strangers({}, graphClaims(forge)),
  'signed by a stranger, with jwk': (forge) => forge.strangers({ jwk: { kty: 'RSA' } }, graphClaims(forge)),
  'signed with a key that is not published': (forge) => forge.token(graphClaims(forge), {}, 'unpublished'),
  'signed with a key of another issuer': (forge) => forge.token(graphClaims(forge), {}, 'foreign'),
  'alg none with a signature': (forge) => forge.token(graphClaims(forge), { alg: 'none' }),
  'alg HS256': (forge) => forge.token(graphClaims(forge), { alg: 'HS256' }),
  'by another issuer': (forge) => forge.token({ ...graphClaims(forge), iss: 'https://evil.example/' }),
  'a good one with more scopes': (_forge, token) => changed(token, { scp: 'User.Read Calendars.ReadWrite.Shared' }),
  'a good one with another person': (forge, token) => changed(token, { oid: forge.userId('ben') }),
  'a good one with a later expiry': (_forge, token) => changed(token, { exp: 9_999_999_999 }),
  'a good one with other roles': (_forge, token) => changed(token, { roles: ['Calendar.Writer'] }),
  'a good one with its signature cut': (_forge, token) => token.slice(0, -20),
  'of a person that does not exist': (forge) =>
    forge.token({ ...graphClaims(forge), oid: '00000000-0000-4000-8000-000000000000' }),
};

const MALFORMED: Readonly<Record<string, (token: string) => string>> = {
  opaque: () => 'EwBwA8l6BAAUO9chh8cJscQLmU',
  'without a signature': (token) => token.split('.').slice(0, 2).join('.'),
  'with an empty signature': (token) => `${token.split('.').slice(0, 2).join('.')}.`,
  'with a part more': (token) => `${token}.x`,
};

export const passthrough: AttackTable = {
  name: 'passthrough: a Graph token',
  attacks: [
    ...each(DENYING_HINTS, ([claims, reason]) => ({
      request: ({ passthroughUrl, forge, outgoing }) => {
        outgoing.take();
        return whoAmI(passthroughUrl, forge.token({ ...graphClaims(forge), ...claims }));
      },
      answer: async (answer, target) => {
        await refused(reason)(answer, target);
        expect(target.outgoing.take()).toEqual([]);
      },
    })),
    ...each(LYING, (token) => bring((forge, graph) => token(forge, graph), 'refused_by_graph')),
    ...each(MALFORMED, (token) => bring((_forge, graph) => token(graph), 'token_malformed')),
    {
      name: 'passed on by another application, for real',
      request: async ({ passthroughUrl, tenant }) =>
        whoAmI(passthroughUrl, await tenant.token({ audience: 'graph', client: 'rogue', scope: 'User.Read' })),
      answer: refused('client_not_allowed'),
    },
    {
      name: 'of an application, for real',
      request: async ({ passthroughUrl, tenant }) =>
        whoAmI(passthroughUrl, await tenant.token({ audience: 'graph', client: 'foundry', appOnly: true })),
      answer: refused('app_only_token'),
    },
    {
      name: 'of another tenant, for real',
      request: async ({ passthroughUrl, tenant }) =>
        whoAmI(passthroughUrl, await tenant.token({ audience: 'graph', user: 'otto', scope: 'User.Read' })),
      answer: refused('tenant_not_allowed'),
    },
    {
      name: 'for this API instead, for real',
      request: ({ passthroughUrl, good }) => whoAmI(passthroughUrl, good),
      answer: refused('wrong_audience'),
    },
    {
      name: 'without User.Read',
      request: async ({ passthroughUrl, tenant }) =>
        whoAmI(passthroughUrl, await tenant.token({ audience: 'graph', scope: 'Calendars.Read' })),
      answer: refused('refused_by_graph'),
    },
  ],
};

function bring(makeToken: (forge: Forge, graphToken: string) => string, reason: string): Omit<Attack, 'name'> {
  return {
    request: ({ passthroughUrl, forge, graphToken }) => whoAmI(passthroughUrl, makeToken(forge, graphToken)),
    answer: refused(reason),
  };
}

function graphClaims(forge: Forge): Readonly<Record<string, unknown>> {
  return { ...forge.v1(), aud: GRAPH };
}

function changed(token: string, overrides: Record<string, unknown>): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  return [header, Buffer.from(JSON.stringify({ ...claims, ...overrides })).toString('base64url'), signature].join('.');
}
