import { send } from '../../support/mcp.js';
import { type Attack, type AttackTable, each, everyOf, under } from '../support/attack.js';
import { call, WHO_AM_I, whoAmI, withHeaders } from '../support/request.js';
import { dropped, refused } from '../support/verdicts.js';

/** Headers in which gateways, proxies and hosting platforms pass tokens on; none of them is ours to believe. */
const TOKEN_HEADERS: readonly string[] = [
  ...[
    'X-Forwarded-Authorization',
    'X-Authorization',
    'X-Original-Authorization',
    'Proxy-Authorization',
    'X-Auth-Token',
  ],
  ...['X-MS-TOKEN-AAD-ACCESS-TOKEN', 'X-MS-TOKEN-AAD-ID-TOKEN', 'X-Access-Token', 'X-Forwarded-Access-Token', 'DPoP'],
  ...['X-Amzn-Oidc-Accesstoken', 'X-Amzn-Oidc-Data', 'X-Goog-IAP-JWT-Assertion', 'Cf-Access-Jwt-Assertion', 'X-Jwt'],
  ...['Authentication', 'WWW-Authenticate', 'Mcp-Authorization', 'Mcp-Session-Id', 'Sec-WebSocket-Protocol'],
  ...['HTTP_AUTHORIZATION', 'X-Serverless-Authorization', 'X-ZUMO-AUTH', 'X-Identity-Token', 'X-Id-Token'],
];

const PERSON_HEADERS: readonly string[] = [
  ...['X-MS-CLIENT-PRINCIPAL-ID', 'X-MS-CLIENT-PRINCIPAL-NAME', 'X-Forwarded-User', 'X-Forwarded-Email', 'Remote-User'],
  ...['X-Remote-User', 'X-User-Id', 'X-Authenticated-User', 'X-WEBAUTH-USER', 'From', 'X-AnchorMailbox', 'X-Entra-Oid'],
];

const COOKIES: readonly string[] = ['access_token', 'Authorization', 'token', 'AppServiceAuthSession', '__Host-token'];

/** Names of query parameters with a good token as their value. */
const IN_URL: readonly string[] = ['access_token', 'ACCESS_TOKEN', 'Access_Token', 'x=1&access_token'];
const IN_URL_UNNAMED: readonly string[] = ['token', 'bearer', 'jwt', 'id_token', 'authorization', 'access%5Ftoken'];
const KEYS_IN_URL: readonly string[] = ['code', 'api-key', 'x=1&code'];

const KEY_HEADERS: readonly string[] = [
  'Api-Key',
  'X-Api-Key',
  'X-Functions-Key',
  'ApiKey',
  'Ocp-Apim-Subscription-Key',
];

const BODIES: Readonly<Record<string, (token: string) => string>> = {
  'access_token beside the method': (token) => `${WHO_AM_I.slice(0, -1)},"access_token":"${token}"}`,
  'authorization beside the method': (token) => `${WHO_AM_I.slice(0, -1)},"authorization":"Bearer ${token}"}`,
  'among the arguments': (token) => call('get_my_context', { access_token: token }),
  'in _meta': (token) => WHO_AM_I.replace('"params":{', `"params":{"_meta":{"authorization":"Bearer ${token}"},`),
};

/** A good token, everywhere but where it belongs (RFC 6750 section 2.1). */
export const elsewhere: AttackTable = {
  name: 'a credential elsewhere',
  attacks: [
    ...under(
      'a token in the header',
      everyOf(TOKEN_HEADERS, (name) => inHeader(name, (token) => `Bearer ${token}`)),
    ),
    ...under(
      'a name in the header',
      everyOf(PERSON_HEADERS, (name) => inHeader(name, () => 'anna.berg@fernglas.example')),
    ),
    ...under(
      'a token in the cookie',
      everyOf(COOKIES, (name) => inHeader('Cookie', (token) => `${name}=${token}`)),
    ),
    ...under(
      'a key in the header',
      everyOf(KEY_HEADERS, (name) => inHeader(name, () => 'key', 'key_not_accepted')),
    ),
    ...under('a token in the URL', [
      ...everyOf(IN_URL, (name) => inUrl(name, refused('token_in_url', 400))),
      ...everyOf(IN_URL_UNNAMED, (name) => inUrl(name, refused('token_missing'))),
      ...everyOf(KEYS_IN_URL, (name) => inUrl(name, refused('key_not_accepted'))),
    ]),
    {
      name: 'a token in the URL beside a good one in its place',
      request: ({ url, good }) => whoAmI(`${url}?access_token=${good}`, good),
      answer: refused('token_in_url', 400),
    },
    {
      name: 'X-MS-CLIENT-PRINCIPAL with all of her claims',
      request: (target) =>
        withHeaders(target, { 'X-MS-CLIENT-PRINCIPAL': btoa(JSON.stringify(target.forge.claims())) }),
      answer: refused('token_missing'),
    },
    ...under(
      'a token in the body',
      each(BODIES, (body) => ({
        request: ({ url, good }) => send(url, { body: body(good) }),
        answer: refused('token_missing'),
      })),
    ),
    {
      name: 'a token in a form (RFC 6750 section 2.2)',
      request: ({ url, good }) => {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        return send(url, { headers, body: `access_token=${good}&method=tools/list` });
      },
      answer: dropped(415),
    },
  ],
};

function inHeader(name: string, value: (token: string) => string, reason = 'token_missing'): Omit<Attack, 'name'> {
  return { request: (target) => withHeaders(target, { [name]: value(target.good) }), answer: refused(reason) };
}

function inUrl(name: string, answer: Attack['answer']): Omit<Attack, 'name'> {
  return { request: ({ url, good }) => send(`${url}?${name}=${good}`, { body: WHO_AM_I }), answer };
}
