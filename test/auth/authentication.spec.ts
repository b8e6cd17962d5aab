import { createHmac, sign } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import {
  authConfig,
  FakeClock,
  type ProtectedResource,
  request,
  requestWith,
  startProtectedResource,
} from './support/protected-resource.js';
import { ANNA, API, FOUNDRY, OTHER_TENANT, ROGUE, TENANT } from './support/ids.js';
import { jwt, signedBy } from './support/jwt.js';
import { SECOND_KEY, STRANGERS_KEY, TinyEntra } from './support/tiny-entra.js';
import { keptOpen } from '../support/keep-open.js';

describe('the bearer gate', () => {
  const clock = new FakeClock();
  let entra: TinyEntra;
  let protectedResource: ProtectedResource;

  const keep = keptOpen();
  beforeAll(async () => {
    entra = await keep(new TinyEntra().start());
    const foreign = `https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`;
    entra.published = [
      { key: entra.key, issuer: `${entra.origin}/{tenantid}/v2.0` },
      { key: SECOND_KEY, issuer: foreign },
    ];
    const audiences = ['https://behalf.example/api/'];
    protectedResource = await keep(
      startProtectedResource(authConfig(entra.origin, { audiences, tenantIds: [TENANT.toUpperCase()] }), clock),
    );
  });

  const seconds = () => Math.floor(clock.now() / 1000);

  describe('lets in', () => {
    const accepted: Record<string, () => string> = {
      'a v2 token of a person': () => entra.token(),
      'a v1 token whose audience is the Application ID URI': () => entra.tokenV1(),
      'a v1 token whose audience has a trailing slash': () => entra.tokenV1({ aud: `api://${API}/` }),
      'a v1 token whose audience is the client id': () => entra.tokenV1({ aud: API }),
      'a v1 token for a further configured audience': () => entra.tokenV1({ aud: 'https://behalf.example/api' }),
      'a token that expired within the skew': () => entra.token({ exp: seconds() - 59 }),
      'a token that becomes valid within the skew': () => entra.token({ nbf: seconds() + 60 }),
      'a token that says idtyp user': () => entra.token({ idtyp: 'user' }),
    };
    it.each(Object.entries(accepted))('%s', async (_name, token) => {
      const answer = await requestWith(protectedResource.url, token());
      expect(answer.body).toMatchObject({ objectId: ANNA, clientId: FOUNDRY, verifiedBy: 'signature' });
    });

    it('any case of the scheme', async () => {
      const answer = await request(protectedResource.url, { authorization: `bEARER ${entra.token()}` });
      expect(answer.status).toBe(201);
    });

    it('the caller with what the token says and the token itself hidden', async () => {
      const claims = { roles: ['Reader'], xms_cc: ['cp1'], exp: seconds() + 1000 };
      const { body } = await requestWith(protectedResource.url, entra.token(claims));
      expect(body).toEqual({
        tenantId: TENANT,
        objectId: ANNA,
        clientId: FOUNDRY,
        scopes: ['User.Read', 'Calendars.Read'],
        roles: ['Reader'],
        clientCapabilities: ['cp1'],
        displayName: 'Anna Berg',
        token: '[token]',
        expiresAt: claims.exp,
        verifiedBy: 'signature',
      });
    });

    it.each([
      ['groups of a token', { groups: ['A1B2'] }, ['a1b2']],
      ['none of a token that says nothing of groups', {}, undefined],
      ['too many where Entra names another place', { _claim_names: { groups: 'src1' }, groups: ['a1'] }, 'too_many'],
      ['too many where Entra says only that there are some', { hasgroups: true }, 'too_many'],
    ])('%s', async (_, claims, groups) => {
      const { body } = await requestWith(protectedResource.url, entra.token(claims));
      expect((body as { groups?: unknown }).groups).toEqual(groups);
    });
  });

  describe('refuses', () => {
    const unsigned = (header: object) =>
      jwt({ typ: 'JWT', kid: 'first', ...header }, entra.claims(), () => Buffer.alloc(0));
    const withPublicKeyAsSecret = () => {
      const pem = entra.key.publicKey.export({ format: 'pem', type: 'spki' });
      return jwt({ alg: 'HS256', kid: 'first' }, entra.claims(), (input) =>
        createHmac('sha256', pem).update(input).digest(),
      );
    };
    const refused: Record<string, [() => string, string]> = {
      'something that is no JWT': [() => 'opaque', 'token_malformed'],
      'a JWT whose payload is no object': [() => `${btoa('{}')}.${btoa('7')}.x`.replaceAll('=', ''), 'token_malformed'],
      'a JWT without signature': [() => unsigned({ alg: 'RS256' }), 'token_malformed'],
      'alg none with a signature': [() => entra.token({}, { alg: 'none' }), 'algorithm_not_allowed'],
      'alg HS256 keyed with the public key': [withPublicKeyAsSecret, 'algorithm_not_allowed'],
      'alg PS256': [() => entra.token({}, { alg: 'PS256' }), 'algorithm_not_allowed'],
      'a list as kid': [() => entra.token({}, { kid: ['first'] }), 'token_malformed'],
      'an extension it would have to understand': [
        () => entra.token({}, { crit: ['b64'], b64: false }),
        'token_malformed',
      ],
      'a key that is not published': [() => signedBy(STRANGERS_KEY, entra.claims()), 'unknown_key'],
      'a published kid over another key': [
        () => signedBy(STRANGERS_KEY, entra.claims(), { kid: 'first' }),
        'bad_signature',
      ],
      'a key it brings itself': [
        () =>
          signedBy(STRANGERS_KEY, entra.claims(), {
            kid: 'first',
            jwk: STRANGERS_KEY.publicKey.export({ format: 'jwk' }),
          }),
        'bad_signature',
      ],
      'a key that signs for another issuer': [() => signedBy(SECOND_KEY, entra.claims()), 'wrong_issuer'],
      'a v1 issuer in a v2 token': [() => entra.token({ iss: entra.issuer('1.0') }), 'wrong_issuer'],
      'an issuer with a trailing slash': [() => entra.token({ iss: `${entra.issuer()}/` }), 'wrong_issuer'],
      'the issuer of another tenant': [() => entra.token({ iss: entra.issuer('2.0', OTHER_TENANT) }), 'wrong_issuer'],
      'a list of issuers': [() => entra.token({ iss: [entra.issuer()] }), 'wrong_issuer'],
      'a version that does not exist': [() => entra.token({ ver: '3.0' }), 'token_malformed'],
      'another audience': [() => entra.token({ aud: ROGUE }), 'wrong_audience'],
      'a list of audiences': [() => entra.token({ aud: [API] }), 'wrong_audience'],
      'a token for Graph': [() => entra.token({ aud: 'https://graph.microsoft.com' }), 'wrong_audience'],
      'another tenant': [() => entra.token({ tid: OTHER_TENANT }), 'tenant_not_allowed'],
      'a tenant that is no GUID': [() => entra.token({ tid: '../common' }), 'person_unknown'],
      'no tenant': [() => entra.token({ tid: undefined }), 'person_unknown'],
      'no object id': [() => entra.token({ oid: undefined }), 'person_unknown'],
      'a token that expired before the skew': [() => entra.token({ exp: seconds() - 61 }), 'token_expired'],
      'a token without expiry': [() => entra.token({ exp: undefined }), 'token_malformed'],
      'an expiry that is text': [() => entra.token({ exp: '99999999999' }), 'token_malformed'],
      'a token from the future': [() => entra.token({ nbf: seconds() + 62 }), 'token_not_yet_valid'],
      'another client': [() => entra.token({ azp: ROGUE }), 'client_not_allowed'],
      'a v2 token that names its client as v1 does': [
        () => entra.token({ azp: undefined, appid: FOUNDRY }),
        'client_not_allowed',
      ],
      'a v1 token that names its client as v2 does': [
        () => entra.tokenV1({ appid: undefined, azp: FOUNDRY }),
        'client_not_allowed',
      ],
      'a token without scp': [() => entra.token({ scp: undefined }), 'app_only_token'],
      'a token with roles only': [() => entra.token({ scp: undefined, roles: ['Admin'] }), 'app_only_token'],
      "an agent's own user account": [() => entra.token({ idtyp: 'user', xms_sub_fct: '9 13' }), 'app_only_token'],
      "an agent's own user account, as a list": [() => entra.token({ xms_sub_fct: [9, 13] }), 'app_only_token'],
      'idtyp app, whatever its scp': [() => entra.token({ idtyp: 'app' }), 'app_only_token'],
      'an empty scp': [() => entra.token({ scp: ' ' }), 'scope_claim_missing'],
      'a list as scp': [() => entra.token({ scp: ['User.Read'] }), 'scope_claim_missing'],
    };
    it.each(Object.entries(refused))('%s', async (_name, [token, reason]) => {
      const answer = await requestWith(protectedResource.url, token());
      expect(answer.body.reason).toBe(reason);
      expect([answer.status, answer.body.error]).toEqual([401, 'invalid_token']);
    });

    it('a token signed with RS512, although the key is right', async () => {
      const token = jwt({ alg: 'RS512', kid: 'first' }, entra.claims(), (input) =>
        sign('RSA-SHA512', input, entra.key.privateKey),
      );
      expect((await requestWith(protectedResource.url, token)).body.reason).toBe('algorithm_not_allowed');
    });

    it('a Graph token with the advice to request scopes of this API', async () => {
      const { body } = await requestWith(
        protectedResource.url,
        entra.token({ aud: '00000003-0000-0000-c000-000000000000' }),
      );
      expect(body.error_description).toContain(`Request scopes of this API, as api://${API}/User.Read`);
    });

    it('an application with the advice to use OAuth identity passthrough', async () => {
      const { body } = await requestWith(protectedResource.url, entra.token({ scp: undefined }));
      expect(body.error_description).toContain('OAuth identity passthrough');
    });

    it('a token that was changed after it was signed', async () => {
      const [header, , signature] = entra.token().split('.');
      const payload = Buffer.from(JSON.stringify(entra.claims({ oid: ROGUE }))).toString('base64url');
      expect((await requestWith(protectedResource.url, `${header}.${payload}.${signature}`)).body.reason).toBe(
        'bad_signature',
      );
    });
  });

  describe('refuses what is not one bearer token in the header:', () => {
    const sent: Record<string, [Record<string, string>, string, number]> = {
      'nothing at all': [{}, 'token_missing', 401],
      'a function key': [{ 'x-functions-key': 'k' }, 'key_not_accepted', 401],
      'an api key': [{ 'api-key': 'k' }, 'key_not_accepted', 401],
      'a user name and a password': [{ authorization: 'Basic dTpw' }, 'key_not_accepted', 401],
      'a key in the Authorization header': [{ authorization: 'SharedKey abc' }, 'key_not_accepted', 401],
      'the scheme alone': [{ authorization: 'Bearer' }, 'token_malformed', 401],
      'two tokens in one header': [{ authorization: 'Bearer a.b.c, Bearer d.e.f' }, 'token_malformed', 401],
    };
    it.each(Object.entries(sent))('%s', async (_name, [headers, reason, status]) => {
      const answer = await request(protectedResource.url, headers);
      expect([answer.status, answer.body.reason]).toEqual([status, reason]);
    });

    it('a token in the URL, valid as it is', async () => {
      const answer = await request(`${protectedResource.url}?access_token=${entra.token()}`, {});
      expect([answer.status, answer.body.reason]).toEqual([400, 'token_in_url']);
    });

    it('a token in the body, valid as it is', async () => {
      const answer = await request(protectedResource.url, {}, { access_token: entra.token() });
      expect(answer.body.reason).toBe('token_missing');
    });

    it('two Authorization headers, of which the first is valid', async () => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const { hostname, port } = new URL(protectedResource.url);
        const headers = ['Host', 'localhost', 'Authorization', `Bearer ${entra.token()}`, 'Authorization', 'Bearer x'];
        httpRequest({ hostname, port, path: '/mcp', method: 'POST', headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
      expect(status).toBe(400);
    });

    it('a key beside a good token does no harm', async () => {
      const answer = await request(protectedResource.url, { authorization: `Bearer ${entra.token()}`, 'api-key': 'k' });
      expect(answer.status).toBe(201);
    });
  });

  it('judges by its own rules when another server lives in the same process', async () => {
    const other = await startProtectedResource(authConfig(entra.origin, { allowedClientIds: [ROGUE] }), clock);
    const token = entra.token();
    const [mine, theirs] = await Promise.all([
      requestWith(protectedResource.url, token),
      requestWith(other.url, token),
    ]);
    await other.close();
    expect([mine.status, theirs.body.reason]).toEqual([201, 'client_not_allowed']);
    expect((await requestWith(protectedResource.url, token)).status).toBe(201);
  });

  it('gives each of many callers at once their own identity', async () => {
    const people = Array.from({ length: 100 }, (_, n) => `${ANNA.slice(0, -3)}${String(n).padStart(3, '0')}`);
    const answers = await Promise.all(people.map((oid) => requestWith(protectedResource.url, entra.token({ oid }))));
    expect(answers.map(({ body }) => body.objectId)).toEqual(people);
  });

  it('never looks for the keys of a tenant that is not allowed', () => {
    expect(entra.count(new RegExp(OTHER_TENANT))).toBe(0);
  });
});
