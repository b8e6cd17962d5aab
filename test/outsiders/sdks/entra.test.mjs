// Clients of Entra, each by its own documentation: msal-node, @azure/identity, openid-client, oauth4webapi.
import { ConfidentialClientApplication, CryptoProvider, PublicClientApplication } from '@azure/msal-node';
import { ClientSecretCredential, DeviceCodeCredential, InteractiveBrowserCredential } from '@azure/identity';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { Person } from './support/person.mjs';
import { claimsOf } from './support/claims.mjs';
import { withTenant } from './support/tenant.mjs';

const GRAPH = 'https://graph.microsoft.com';
const REDIRECT = 'http://localhost:51234/callback';
const ACRS = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });

describe('Entra for clients of all kinds', () => {
  const scene = withTenant();
  let authority, api, cli, apiScope, foundry;
  before(() => {
    const { tenant } = scene;
    authority = `${tenant.entraUrl}/${tenant.tenantId}`;
    [api, cli, foundry] = ['behalf-api', 'cli', 'foundry'].map((key) => tenant.clients[key]);
    apiScope = `api://${api.clientId}/Calendars.Read`;
  });
  const known = () => [new URL(scene.tenant.entraUrl).host];
  const publicClient = () =>
    new PublicClientApplication({ auth: { clientId: cli.clientId, authority, knownAuthorities: known() } });
  const confidential = ({ clientId, secret: clientSecret }) =>
    new ConfidentialClientApplication({ auth: { clientId, clientSecret, authority, knownAuthorities: known() } });

  describe('msal-node', () => {
    const signIn = async (client, more = {}) => {
      const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
      const request = { scopes: [apiScope], redirectUri: REDIRECT, ...more };
      const url = await client.getAuthCodeUrl({ ...request, codeChallenge: challenge, codeChallengeMethod: 'S256' });
      const code = (await new Person(scene.tenant).signIn(url)).searchParams.get('code');
      return client.acquireTokenByCode({ ...request, code, codeVerifier: verifier });
    };

    it('redeems a code with PKCE, and refreshes silently', async () => {
      const client = publicClient();
      const { accessToken, account } = await signIn(client);
      assert.equal(claimsOf(accessToken).name, 'Anna Berg');
      const again = await client.acquireTokenSilent({ account, scopes: [apiScope], forceRefresh: true });
      assert.notEqual(again.accessToken, accessToken);
    });

    it('gets the authentication context that it asks for by claims', async () => {
      const client = publicClient();
      const { accessToken, account } = await signIn(client, { claims: ACRS });
      assert.deepEqual(claimsOf(accessToken).acrs, ['c1']);
      const silent = await client.acquireTokenSilent({ account, scopes: [apiScope], claims: ACRS });
      assert.deepEqual(claimsOf(silent.accessToken).acrs, ['c1']);
      assert.equal(claimsOf((await signIn(publicClient())).accessToken).acrs, undefined);
    });

    it('signs in by a device code', async () => {
      const result = await publicClient().acquireTokenByDeviceCode({
        scopes: [apiScope],
        deviceCodeCallback: ({ userCode }) => new Person(scene.tenant).enter(userCode),
      });
      assert.equal(claimsOf(result.accessToken).name, 'Anna Berg');
    });

    it('exchanges on behalf of the person, with the context too', async () => {
      const { accessToken: oboAssertion } = await signIn(publicClient());
      const request = { oboAssertion, scopes: [`${GRAPH}/Calendars.Read`] };
      const { accessToken } = await confidential(api).acquireTokenOnBehalfOf(request);
      assert.deepEqual([claimsOf(accessToken).aud, claimsOf(accessToken).name], [GRAPH, 'Anna Berg']);
      const stepped = await confidential(api).acquireTokenOnBehalfOf({ ...request, claims: ACRS });
      assert.deepEqual(claimsOf(stepped.accessToken).acrs, ['c1']);
    });

    it('gets a token for itself by its GUID, and none by its Application ID URI', async () => {
      const ask = (scope) => confidential(api).acquireTokenByClientCredential({ scopes: [scope] });
      const { accessToken } = await ask(`${api.clientId}/.default`);
      assert.equal(claimsOf(accessToken).aud, api.clientId);
      await assert.rejects(ask(`api://${api.clientId}/.default`), /AADSTS90009/);
    });
  });

  describe('@azure/identity', () => {
    const options = () => ({
      tenantId: scene.tenant.tenantId,
      clientId: cli.clientId,
      authorityHost: scene.tenant.entraUrl,
      disableInstanceDiscovery: true,
    });

    it('signs in by a device code', async () => {
      const userPromptCallback = ({ userCode }) => new Person(scene.tenant).enter(userCode);
      const { token } = await new DeviceCodeCredential({ ...options(), userPromptCallback }).getToken(apiScope);
      assert.equal(claimsOf(token).name, 'Anna Berg');
    });

    it('signs in by a browser', { timeout: 30_000 }, async () => {
      const redirectUri = 'http://localhost:51235';
      const credential = new InteractiveBrowserCredential({ ...options(), redirectUri });
      const token = await new Person(scene.tenant).inBrowser(() => credential.getToken(apiScope));
      assert.equal(claimsOf(token.token).name, 'Anna Berg');
    });

    it('gets a token of an application', async () => {
      const { tenantId, authorityHost, disableInstanceDiscovery } = options();
      const { clientId, secret } = foundry;
      const credential = new ClientSecretCredential(tenantId, clientId, secret, {
        authorityHost,
        disableInstanceDiscovery,
      });
      const { token } = await credential.getToken(`api://${api.clientId}/.default`);
      assert.equal(claimsOf(token).idtyp ?? 'app', 'app');
    });
  });

  describe('openid-client', () => {
    const discovered = () => openid.discovery(new URL(`${authority}/v2.0`), cli.clientId, undefined, openid.None());

    it('redeems a code with PKCE, refreshes, and checks the id token', async () => {
      const config = await discovered();
      const pkceCodeVerifier = openid.randomPKCECodeVerifier();
      const code_challenge = await openid.calculatePKCECodeChallenge(pkceCodeVerifier);
      const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()];
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: REDIRECT,
        scope: `openid offline_access ${apiScope}`,
        code_challenge,
        code_challenge_method: 'S256',
        state: expectedState,
        nonce: expectedNonce,
      });
      const back = await new Person(scene.tenant).signIn(url.href);
      const checks = { pkceCodeVerifier, expectedState, expectedNonce };
      const tokens = await openid.authorizationCodeGrant(config, back, checks);
      assert.equal(tokens.claims().name, 'Anna Berg');
      const fresh = await openid.refreshTokenGrant(config, tokens.refresh_token, { scope: apiScope });
      assert.equal(claimsOf(fresh.access_token).scp, 'Calendars.Read');
    });

    it('signs in by a device code', async () => {
      const config = await discovered();
      const waiting = await openid.initiateDeviceAuthorization(config, { scope: `openid ${apiScope}` });
      await new Person(scene.tenant).enter(waiting.user_code);
      assert.ok((await openid.pollDeviceAuthorizationGrant(config, waiting)).access_token);
    });
  });

  describe('oauth4webapi', () => {
    const ask = async (parameters) => {
      const issuer = new URL(`${authority}/v2.0`);
      const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer));
      const client = { client_id: cli.clientId };
      const verifier = oauth.generateRandomCodeVerifier();
      const url = new URL(server.authorization_endpoint);
      url.search = new URLSearchParams({
        client_id: cli.clientId,
        redirect_uri: REDIRECT,
        response_type: 'code',
        scope: apiScope,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...parameters,
      });
      const back = oauth.validateAuthResponse(server, client, await new Person(scene.tenant).signIn(url.href));
      const more = parameters.resource ? { additionalParameters: { resource: parameters.resource } } : {};
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        oauth.None(),
        back,
        REDIRECT,
        verifier,
        more,
      );
      return oauth.processAuthorizationCodeResponse(server, client, response);
    };

    it('redeems a code with PKCE', async () => {
      assert.equal(claimsOf((await ask({})).access_token).name, 'Anna Berg');
    });

    it('may send the resource whose scopes it asks for, and no other', async () => {
      assert.ok((await ask({ resource: `api://${api.clientId}` })).access_token);
      await assert.rejects(ask({ resource: 'https://example.test/mcp' }), ({ error, error_description: why }) => {
        assert.equal(error, 'invalid_target');
        return assert.match(why, /AADSTS9010010/) ?? true;
      });
    });
  });
});
