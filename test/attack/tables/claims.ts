import { type AttackTable, each, under } from '../support/attack.js';
import type { Forge } from '../support/forge.js';
import { badToken } from '../support/request.js';

/** What a token without each claim is refused for. */
const WITHOUT: Readonly<Record<string, string>> = {
  aud: 'wrong_audience',
  iss: 'wrong_issuer',
  exp: 'token_malformed',
  azp: 'client_not_allowed',
  oid: 'person_unknown',
  scp: 'app_only_token',
  tid: 'person_unknown',
  ver: 'token_malformed',
};

/** A member that comes a second time; the last one counts (RFC 7519 section 4), for everyone who reads the token. */
const TWICE: Readonly<Record<string, [member: string, reason: string]>> = {
  'aud twice, the last another API': ['"aud":"https://graph.microsoft.com"', 'wrong_audience'],
  'aud twice, the last a list': ['"aud":["x"]', 'wrong_audience'],
  'iss twice, the last another issuer': ['"iss":"https://evil.example/"', 'wrong_issuer'],
  'tid twice, the last another tenant': ['"tid":"b81d4f07-92ce-4a36-8e55-7c0a6d31f902"', 'tenant_not_allowed'],
  'oid twice, the last no GUID': ['"oid":"anna"', 'person_unknown'],
  'oid twice, the last null': ['"oid":null', 'person_unknown'],
  'scp twice, the last empty': ['"scp":""', 'scope_claim_missing'],
  'scp twice, the last a list': ['"scp":["User.Read"]', 'scope_claim_missing'],
  'azp twice, the last another client': ['"azp":"1c0de4a1-77b0-4a4e-8a51-c0ffee00a003"', 'client_not_allowed'],
  'exp twice, the last in the past': ['"exp":1', 'token_expired'],
  'nbf twice, the last in the future': ['"nbf":99999999999', 'token_not_yet_valid'],
  'ver twice, the last unknown': ['"ver":"3.0"', 'token_malformed'],
  'idtyp twice, the last app': ['"idtyp":"user","idtyp":"app"', 'app_only_token'],
  'scp a second time by an escape': ['"\\u0073cp":""', 'scope_claim_missing'],
};

/** Good claims hidden where a careless merge would find them. */
const HIDDEN: Readonly<Record<string, (forge: Forge) => string>> = {
  'scp in __proto__': (forge) => hidden(forge, 'scp', '__proto__'),
  'scp in constructor.prototype': (forge) => hidden(forge, 'scp', 'constructor'),
  'scp in a list': (forge) => JSON.stringify({ ...forge.claims({ scp: undefined }), 0: { scp: 'User.Read' } }),
  'scp with a blank in its name': (forge) =>
    JSON.stringify({ ...forge.claims({ scp: undefined }), 'scp ': 'User.Read' }),
};

const TIMES: Readonly<Record<string, [members: string, reason: string]>> = {
  'exp a text': ['"exp":"9999999999"', 'token_malformed'],
  'exp null (NaN in JSON)': ['"exp":null', 'token_malformed'],
  'exp a list': ['"exp":[9999999999]', 'token_malformed'],
  'exp true': ['"exp":true', 'token_malformed'],
  'exp an object': ['"exp":{"valueOf":9999999999}', 'token_malformed'],
  'exp beyond every number': ['"exp":1e999', 'token_malformed'],
  'exp below every number': ['"exp":-1e999', 'token_malformed'],
  'exp zero': ['"exp":0', 'token_expired'],
  'exp minus zero': ['"exp":-0', 'token_expired'],
  'exp negative': ['"exp":-9999999999', 'token_expired'],
  'exp a small fraction': ['"exp":1e-9', 'token_expired'],
  'nbf a text': ['"nbf":"0"', 'token_malformed'],
  'nbf null': ['"nbf":null', 'token_malformed'],
  'nbf a list': ['"nbf":[0]', 'token_malformed'],
  'nbf false': ['"nbf":false', 'token_malformed'],
  'nbf beyond every number': ['"nbf":1e999', 'token_not_yet_valid'],
  'nbf in milliseconds': [`"nbf":${Date.now()}`, 'token_not_yet_valid'],
};

export const claims: AttackTable = {
  name: 'claims',
  attacks: [
    ...under(
      'without',
      each(WITHOUT, (reason, name) => badToken((forge) => forge.token({ [name]: undefined }), reason)),
    ),
    ...each({ ...TWICE, ...TIMES }, ([members, reason]) =>
      badToken((forge) => forge.written(forge.header(), forge.writtenClaims(members)), reason),
    ),
    ...each(HIDDEN, (payload) => badToken((forge) => forge.written(forge.header(), payload(forge)), 'app_only_token')),
    {
      name: '400 claims, signed by a stranger',
      ...badToken((forge) => forge.strangers({}, many(400)), 'bad_signature'),
    },
    {
      name: 'claims 2,000 levels deep, signed by a stranger',
      ...badToken((forge) => forge.strangers({}, { deep: deep(2_000) }), 'bad_signature'),
    },
  ],
};

function hidden(forge: Forge, name: string, where: string): string {
  const value = where === 'constructor' ? `{"prototype":{"${name}":"User.Read"}}` : `{"${name}":"User.Read"}`;
  return `{"${where}":${value},${JSON.stringify(forge.claims({ [name]: undefined })).slice(1)}`;
}

function many(count: number): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`claim${index}`, index]));
}

function deep(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels));
}
