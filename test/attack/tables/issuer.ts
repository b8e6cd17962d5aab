import { type AttackTable, each } from '../support/attack.js';
import type { Forge } from '../support/forge.js';
import { badToken } from '../support/request.js';

const OTHER = 'b81d4f07-92ce-4a36-8e55-7c0a6d31f902';

/** Issuers that are nearly the right one, from its origin and tenant. */
const ISSUERS: Readonly<Record<string, (origin: string, tid: string) => unknown>> = {
  absent: () => undefined,
  null: () => null,
  'an empty text': () => '',
  'a number': () => 1,
  'a list with the right one': (origin, tid) => [`${origin}/${tid}/v2.0`],
  'an object with the right one': (origin, tid) => ({ 0: `${origin}/${tid}/v2.0` }),
  'a trailing slash': (origin, tid) => `${origin}/${tid}/v2.0/`,
  'a blank after': (origin, tid) => `${origin}/${tid}/v2.0 `,
  'a line end after': (origin, tid) => `${origin}/${tid}/v2.0\n`,
  'http instead of https': (origin, tid) => `${origin.replace('https', 'http')}/${tid}/v2.0`,
  'the scheme in upper case': (origin, tid) => `${origin.replace('https', 'HTTPS')}/${tid}/v2.0`,
  'the host in upper case': (origin, tid) => `${origin.replace('localhost', 'LOCALHOST')}/${tid}/v2.0`,
  'the host with a dot at its end': (origin, tid) => `${origin.replace('localhost', 'localhost.')}/${tid}/v2.0`,
  'no port': (_origin, tid) => `https://localhost/${tid}/v2.0`,
  'another port': (_origin, tid) => `https://localhost:1/${tid}/v2.0`,
  'a host that begins as the right one': (origin, tid) => `${origin}.evil.example/${tid}/v2.0`,
  'a host that ends as the right one': (origin, tid) => `${origin.replace('//', '//evil-')}/${tid}/v2.0`,
  'the right host as a user': (origin, tid) => `${origin}@evil.example/${tid}/v2.0`,
  'the right host with a user': (origin, tid) => `${origin.replace('//', '//x@')}/${tid}/v2.0`,
  'the right host spelled with another o': (origin, tid) => `${origin.replace('o', 'о')}/${tid}/v2.0`,
  'the tenant in upper case': (origin, tid) => `${origin}/${tid.toUpperCase()}/v2.0`,
  'another tenant': (origin) => `${origin}/${OTHER}/v2.0`,
  'the tenant of personal accounts': (origin) => `${origin}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`,
  'the template of many tenants': (origin) => `${origin}/{tenantid}/v2.0`,
  common: (origin) => `${origin}/common/v2.0`,
  organizations: (origin) => `${origin}/organizations/v2.0`,
  'no tenant': (origin) => `${origin}/v2.0`,
  'a path through another tenant': (origin, tid) => `${origin}/${OTHER}/../${tid}/v2.0`,
  'a double slash': (origin, tid) => `${origin}//${tid}/v2.0`,
  'no version': (origin, tid) => `${origin}/${tid}`,
  'version 1.0 in the path': (origin, tid) => `${origin}/${tid}/v1.0`,
  'a query': (origin, tid) => `${origin}/${tid}/v2.0?x=1`,
  'a fragment': (origin, tid) => `${origin}/${tid}/v2.0#x`,
  'the tenant percent-encoded': (origin, tid) => `${origin}/${tid.replace('-', '%2D')}/v2.0`,
  "Microsoft's own login": (_origin, tid) => `https://login.microsoftonline.com/${tid}/v2.0`,
  'the v1 issuer in a v2 token': (_origin, tid) => `https://sts.windows.net/${tid}/`,
  'a look-alike of the v1 issuer': (_origin, tid) => `https://sts.windows.net.evil.example/${tid}/`,
};

/** The same for v1 tokens. */
const V1_ISSUERS: Readonly<Record<string, (origin: string, tid: string) => unknown>> = {
  'absent, in a v1 token': () => undefined,
  'the v2 issuer in a v1 token': (origin, tid) => `${origin}/${tid}/v2.0`,
  'no trailing slash, in a v1 token': (_origin, tid) => `https://sts.windows.net/${tid}`,
  'two trailing slashes, in a v1 token': (_origin, tid) => `https://sts.windows.net/${tid}//`,
  'http, in a v1 token': (_origin, tid) => `http://sts.windows.net/${tid}/`,
  'another tenant, in a v1 token': () => `https://sts.windows.net/${OTHER}/`,
  'the template, in a v1 token': () => 'https://sts.windows.net/{tenantid}/',
  'the upper-case host, in a v1 token': (_origin, tid) => `https://STS.windows.net/${tid}/`,
  'the explicit port, in a v1 token': (_origin, tid) => `https://sts.windows.net:443/${tid}/`,
};

export const issuer: AttackTable = {
  name: 'issuer',
  attacks: [
    ...each(ISSUERS, (iss) => badToken((forge) => forge.token({ iss: issuerOf(forge, iss) }), 'wrong_issuer')),
    ...each(V1_ISSUERS, (iss) =>
      badToken((forge) => forge.tenant.sign({}, forge.v1({ iss: issuerOf(forge, iss) })), 'wrong_issuer'),
    ),
  ],
};

function issuerOf({ tenant }: Forge, iss: (origin: string, tid: string) => unknown): unknown {
  return iss(tenant.entraUrl, tenant.tenantId);
}
