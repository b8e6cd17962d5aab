import { ConfidentialClientApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { type LocalTenant, startTestTenant } from '../../support/tenant.js';
import { GRAPH } from './support.js';
import { keptOpen } from '../../support/keep-open.js';

describe('msal-node, unchanged, on the local tenant', () => {
  let tenant: LocalTenant;
  const keep = keptOpen();
  beforeAll(async () => void (tenant = await keep(startTestTenant())));

  function msal(): ConfidentialClientApplication {
    const { clientId, secret: clientSecret } = tenant.clients['behalf-api'];
    const authority = `${tenant.entraUrl}/${tenant.tenantId}`;
    const knownAuthorities = [new URL(tenant.entraUrl).host];
    return new ConfidentialClientApplication({ auth: { clientId, clientSecret, authority, knownAuthorities } });
  }

  it('gets a Graph token of the person', async () => {
    const result = await msal().acquireTokenOnBehalfOf({
      oboAssertion: await tenant.token({ user: 'ben' }),
      scopes: [`${GRAPH}/Calendars.Read`],
    });
    const claims = decodeJwt(result?.accessToken ?? '');
    expect(claims).toMatchObject({
      aud: GRAPH,
      iss: `https://sts.windows.net/${tenant.tenantId}/`,
      oid: tenant.directory.user('ben')?.id,
      appid: tenant.clients['behalf-api'].clientId,
      ver: '1.0',
    });
    expect(String(claims.scp).split(' ')).toContain('Calendars.Read');
    expect(result?.scopes).toContain(`${GRAPH}/Calendars.Read`);
  });

  it('finds an answer for .default in its cache', async () => {
    const [client, oboAssertion] = [msal(), await tenant.token()];
    const request = { oboAssertion, scopes: [`${GRAPH}/.default`] };
    await client.acquireTokenOnBehalfOf(request);
    const again = await client.acquireTokenOnBehalfOf(request);
    expect(again?.fromCache).toBe(true);
  });

  it('works configured for Microsoft’s host when its traffic is led here', async () => {
    const { clientId, secret: clientSecret } = tenant.clients['behalf-api'];
    const seen: string[] = [];
    const led = async (
      url: string,
      method: string,
      options: { headers?: Record<string, string>; body?: string } = {},
    ) => {
      seen.push(new URL(url).host);
      const { pathname, search } = new URL(url);
      const response = await fetch(`${tenant.entraUrl}${pathname}${search}`, { method, ...options });
      const body = await response.json();
      return { status: response.status, headers: Object.fromEntries(response.headers), body } as never;
    };
    const client = new ConfidentialClientApplication({
      auth: { clientId, clientSecret, authority: `https://login.microsoftonline.com/${tenant.tenantId}` },
      system: {
        networkClient: {
          sendGetRequestAsync: (url, options) => led(url, 'GET', options),
          sendPostRequestAsync: (url, options) => led(url, 'POST', options),
        },
      },
    });
    const request = { oboAssertion: await tenant.token(), scopes: [`${GRAPH}/User.Read`] };
    const result = await client.acquireTokenOnBehalfOf(request);
    expect(decodeJwt(result?.accessToken ?? '').aud).toBe(GRAPH);
    expect(new Set(seen)).toEqual(new Set(['login.microsoftonline.com']));
  });

  it('hears that consent is missing', async () => {
    const request = { oboAssertion: await tenant.token({ user: 'noor' }), scopes: [`${GRAPH}/User.Read`] };
    await expect(msal().acquireTokenOnBehalfOf(request)).rejects.toMatchObject({
      name: 'InteractionRequiredAuthError',
      errorCode: 'invalid_grant',
      subError: 'consent_required',
      errorNo: 65001,
    });
  });
});
