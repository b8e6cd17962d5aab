import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { CLOUDS, readConfig } from '@app/config';
import { consentLink } from '../../libs/auth/src/obo/consent-links.js';
import { Browser } from '../local-tenant/entra/browser.js';
import { onTenant } from '../support/behalf.js';
import { callTool, toolData, toolError } from '../support/mcp.js';
import { callModern } from '../support/modern.js';
import { OBO, RANGE, Fixture } from './support/fixture.js';
import { keptOpen } from '../support/keep-open.js';

const HELD = 'User.Read Calendars.ReadWrite';

let fixture: Fixture;
let url: string;

const keep = keptOpen();
beforeAll(async () => {
  fixture = await keep(Fixture.open());
  url = await fixture.url();
});
afterEach(() => fixture.tenant.reset());

const noor = () => fixture.token({ user: 'noor', scope: HELD });
const listEvents = (token: string) => callTool(url, token, 'calendar_list_events', RANGE);
const linkFor = async (token: string) => new URL(toolError(await listEvents(token)).url ?? '');

/** Signs in on a consent page, presses a button, and goes where it leads. */
async function decide(link: string | URL, name: string, words: 'Accept' | 'Cancel'): Promise<string> {
  const [browser, { entraUrl }] = [new Browser(), fixture.tenant];
  const consent = await browser.press(await browser.open(link), name, entraUrl);
  const { location } = await browser.press(consent, words, entraUrl);
  return (await browser.open(location ?? '')).title;
}

describe('the link to the consent of a person', () => {
  it('asks in the right place, for this API, and for the broadest of what the token holds and the tools use', async () => {
    const link = await linkFor(await noor());
    expect(link.origin + link.pathname).toBe(
      `${fixture.tenant.entraUrl}/${fixture.tenant.tenantId}/oauth2/v2.0/authorize`,
    );
    expect(link.searchParams.get('client_id')).toBe(fixture.tenant.clients['behalf-api'].clientId);
    expect(link.searchParams.get('redirect_uri')).toBe(new URL('/consented', url).href);
    // What these imply is not asked for beside them.
    const scopes = ['Calendars.ReadWrite', 'User.Read'].map((name) => `https://graph.microsoft.com/${name}`);
    expect(link.searchParams.get('scope')?.split(' ').sort()).toEqual(scopes);
  });

  it('makes the same call work once it is accepted, and every other tool too', async () => {
    const token = await noor();
    expect(await decide(await linkFor(token), 'Noor Haddad', 'Accept')).toBe('Consent given');
    expect((await listEvents(token)).body.result?.isError).toBeFalsy();
    const event = { subject: 'x', start: '2026-12-01T10:00', end: '2026-12-01T11:00', timeZone: 'UTC' };
    await toolData(url, token, 'calendar_create_event', event);
    await toolData(url, token, 'get_my_context');
  });

  it('changes nothing where it is declined', async () => {
    const token = await noor();
    expect(await decide(await linkFor(token), 'Noor Haddad', 'Cancel')).toBe('Consent not given');
    expect(toolError(await listEvents(token)).code).toBe('consent_required');
  });
});

describe('the links of a cloud', () => {
  it.each(Object.entries(CLOUDS))('%s lead to its own sign-in and ask for its own Graph', (cloud, { login, graph }) => {
    const variables = Object.entries(onTenant(fixture.tenant)).filter(([name]) => !name.endsWith('_ORIGIN'));
    const { auth } = readConfig({ ...Object.fromEntries(variables), ENTRA_CLOUD: cloud, PUBLIC_URL: url });
    for (const kind of ['consent', 'adminConsent'] as const) {
      const link = new URL(consentLink(kind, auth, fixture.tenant.tenantId, { scopes: ['Mail.Read'] }));
      expect([link.origin, link.searchParams.get('scope')]).toEqual([login, `${graph}/Mail.Read`]);
    }
  });
});

describe('the link to the consent of an administrator', () => {
  it('makes the same call work for everybody once an administrator accepts it', async () => {
    const token = await noor();
    await fixture.fault({ service: 'entra', match: OBO, kind: 'aadsts', code: 90094, times: 1 });
    const { code, url: link = '' } = toolError(await listEvents(token));
    expect([code, new URL(link).pathname]).toEqual([
      'admin_consent_required',
      `/${fixture.tenant.tenantId}/v2.0/adminconsent`,
    ]);
    expect(await decide(link, 'Anna Berg', 'Accept')).toBe('Consent given');
    expect((await listEvents(token)).body.result?.isError).toBeFalsy();
  });
});

describe('the link as an elicitation', () => {
  const call = async (more?: object) => callModern(url, await noor(), 'calendar_list_events', RANGE, more);

  it.each([['modern', { mode: { pin: '2026-07-28' } }, 1] as const, ['legacy', undefined, 0] as const])(
    'is opened by an independent client of the %s era, where that era lets us know that it can',
    async (_era, versionNegotiation, times) => {
      const capabilities = { elicitation: { url: {} } };
      const client = new Client({ name: 'test', version: '1' }, { versionNegotiation, capabilities });
      const opened: string[] = [];
      client.setRequestHandler('elicitation/create', async ({ params }) => {
        const link = 'url' in params ? String(params.url) : '';
        opened.push(await decide(link, 'Noor Haddad', 'Accept'));
        return { action: 'accept' };
      });
      const headers = { authorization: `Bearer ${await noor()}` };
      await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
      const result = await client.callTool({ name: 'calendar_list_events', arguments: RANGE });
      await client.close();
      expect(opened).toEqual(times === 1 ? ['Consent given'] : []);
      expect(result.isError ?? false).toBe(times === 0);
    },
  );

  it('is not sent to a client that does not open links', async () => {
    for (const capabilities of [{}, { elicitation: {} }, { elicitation: { form: {} } }])
      expect(toolError(await call({ capabilities })).code).toBe('consent_required');
  });

  it.each(['accept', 'decline', 'cancel'])(
    'is not sent again to a client that answers %s with nothing consented; it gets the tool error',
    async (action) => {
      const error = toolError(await call({ inputResponses: { link: { action } } }));
      expect(error).toMatchObject({ code: 'consent_required', url: expect.stringContaining('prompt=consent') });
    },
  );
});
