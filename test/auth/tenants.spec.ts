import {
  authConfig,
  type ProtectedResource,
  requestWith,
  startProtectedResource,
} from './support/protected-resource.js';
import { OTHER_TENANT, TENANT } from './support/ids.js';
import { signedBy } from './support/jwt.js';
import { SECOND_KEY, TinyEntra } from './support/tiny-entra.js';
import { DEEP } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';

const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad';

let entra: TinyEntra;
let protectedResource: ProtectedResource;

const keep = keptOpen(afterEach);
beforeEach(async () => {
  entra = await keep(new TinyEntra().start());
  entra.published = [
    { key: entra.key, issuer: `${entra.origin}/{tenantid}/v2.0` },
    { key: SECOND_KEY, issuer: `${entra.origin}/${CONSUMERS}/v2.0` },
  ];
});

async function open(tenantIds: readonly string[], guests: 'allow' | 'refuse' = 'allow'): Promise<void> {
  protectedResource = await keep(startProtectedResource(authConfig(entra.origin, { tenantIds, guests })));
}

const ofTenant = (tid: string, claims = {}) => ({ tid, iss: entra.issuer('2.0', tid), ...claims });
const reasonFor = async (token: string) => (await requestWith(protectedResource.url, token)).body.reason ?? 'let in';

describe('with a list of tenants', () => {
  it('lets in people of each, and of no other', async () => {
    await open([TENANT, OTHER_TENANT]);
    expect(await reasonFor(entra.token())).toBe('let in');
    expect(await reasonFor(entra.token(ofTenant(OTHER_TENANT)))).toBe('let in');
    expect(await reasonFor(entra.token(ofTenant(CONSUMERS)))).toBe('tenant_not_allowed');
  });
});

describe('with any organisation', () => {
  beforeEach(() => open(['*']));

  it('lets in people of any tenant with v1 and v2 tokens', async () => {
    expect(await reasonFor(entra.token(ofTenant(OTHER_TENANT)))).toBe('let in');
    const v1 = { tid: OTHER_TENANT, iss: entra.issuer('1.0', OTHER_TENANT) };
    expect(await reasonFor(entra.tokenV1(v1))).toBe('let in');
  });

  it('wants the issuer to be of the tenant that the token names', async () => {
    expect(await reasonFor(entra.token({ tid: OTHER_TENANT }))).toBe('wrong_issuer');
    expect(await reasonFor(entra.token(ofTenant('{tenantid}')))).toBe('person_unknown');
    const lookalike = { tid: OTHER_TENANT, iss: `${entra.origin}.evil.example/${OTHER_TENANT}/v2.0` };
    expect(await reasonFor(entra.token(lookalike))).toBe('wrong_issuer');
  });

  it('does not take a key of one tenant for the tokens of another', async () => {
    expect(await reasonFor(signedBy(SECOND_KEY, entra.claims()))).toBe('wrong_issuer');
  });

  it('does not count personal accounts as an organisation', async () => {
    const token = signedBy(SECOND_KEY, entra.claims(ofTenant(CONSUMERS)));
    expect(await reasonFor(token)).toBe('tenant_not_allowed');
    await protectedResource.close();
    await open(['*', CONSUMERS]);
    expect(await reasonFor(token)).toBe('let in');
  });

  it('asks Entra no more however many tenants are invented', async () => {
    await reasonFor(entra.token());
    const before = entra.requests.length;
    const invented = Array.from(
      { length: DEEP ? 200 : 50 },
      (_, n) => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`,
    );
    const unsigned = invented.map((tid) => entra.token(ofTenant(tid)).replace(/\.[^.]*$/, '.Zm9yZ2Vk'));
    const reasons = await Promise.all(unsigned.map(reasonFor));
    expect(new Set(reasons)).toEqual(new Set(['bad_signature']));
    expect(entra.requests.length).toBe(before);
  });
});

describe('guests', () => {
  const HOME = `https://sts.windows.net/${OTHER_TENANT}/`;

  it.each<[string, object, string]>([
    ['acct 1', { acct: 1 }, 'guest_not_allowed'],
    ['acct 0, whatever idp says', { acct: 0, idp: HOME }, 'let in'],
    ['idp of another tenant', { idp: HOME }, 'guest_not_allowed'],
    ['idp of a mail account', { idp: 'mail' }, 'guest_not_allowed'],
    ['idp of the tenant itself', { idp: `https://sts.windows.net/${TENANT}/` }, 'let in'],
    ['idp of the tenant itself, as v2 names it', { idp: `https://login.microsoftonline.com/${TENANT}/v2.0` }, 'let in'],
    ['idp of another host with the tenant in it', { idp: `https://evil.example/${TENANT}/` }, 'guest_not_allowed'],
    ['idp that mentions the tenant', { idp: `mail?of=${TENANT}` }, 'guest_not_allowed'],
    ['idp that is not a text', { idp: 5 }, 'guest_not_allowed'],
    ['idp that is null', { idp: null }, 'guest_not_allowed'],
    ['idp that is a list', { idp: [`https://sts.windows.net/${TENANT}/`] }, 'guest_not_allowed'],
    ['idp that is empty', { idp: '' }, 'guest_not_allowed'],
    ['neither claim', {}, 'let in'],
    ['acct of an unknown value', { acct: 'maybe' }, 'guest_not_allowed'],
  ])('%s', async (_what, claims, reason) => {
    await open([TENANT], 'refuse');
    expect(await reasonFor(entra.token(claims))).toBe(reason);
  });

  it('are let in unless they are refused', async () => {
    await open([TENANT]);
    expect(await reasonFor(entra.token({ acct: 1, idp: HOME }))).toBe('let in');
  });
});
