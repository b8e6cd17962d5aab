import type { Scope } from '@app/domain';
import { ENTRA_ERRORS } from '../../libs/auth/src/obo/entra-errors.js';
import { anExchange, denied } from './support/exchange.js';
import { API, TENANT } from './support/ids.js';
import { type Answer, TinyEntra } from './support/tiny-entra.js';
import { DEEP } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes: numbers and the OAuth error each comes with. */
const DOCUMENTED: readonly [code: string, error: string, numbers: readonly number[], suberror?: string][] = [
  ['consent_required', 'invalid_grant', [65001, 65004], 'consent_required'],
  ['admin_consent_required', 'invalid_grant', [90094, 90095, 90099, 900941, 650052, 650056, 65005], 'consent_required'],
  ['interaction_required', 'interaction_required', [50076, 50079, 50072, 50074, 50078], 'basic_action'],
  ['interaction_required', 'invalid_grant', [50055, 50097, 50125, 50135, 50142, 50144, 50158, 50203, 500121]],
  ['access_blocked', 'interaction_required', [53000, 53001, 53002, 53003, 530032, 50105], 'message_only'],
  [
    'access_blocked',
    'invalid_grant',
    [53004, 53005, 53008, 53009, 53010, 53011, 530003, 530021, 530031, 530034, 530035],
  ],
  ['access_blocked', 'invalid_grant', [50002, 50014, 50155, 50177, 500021, 700003, 5000224]],
  [
    'access_blocked',
    'invalid_grant',
    [16003, 50005, 50020, 50034, 50053, 50057, 500571, 50129, 50131, 51004],
    'basic_action',
  ],
  ['access_blocked', 'invalid_grant', [90072, 135011, 500212, 500213], 'bad_token'],
  ['access_blocked', 'invalid_client', [90093, 650053]],
  ['invalid_token', 'invalid_grant', [50013, 500131, 500133, 50027]],
  ['invalid_token', 'invalid_grant', [50173, 70008, 700081, 700082, 700084, 70043, 70044, 50132, 50133], 'bad_token'],
  ['server_misconfigured', 'invalid_scope', [70011, 28002, 700022]],
  ['server_misconfigured', 'invalid_resource', [500011, 500014, 650054, 650057, 50001]],
  ['server_misconfigured', 'invalid_grant', [90009, 90013, 90014, 900144, 9002313]],
  ['server_misconfigured', 'invalid_client', [7000215, 7000216, 7000218, 7000219, 7000222, 700027, 70002]],
  ['server_misconfigured', 'invalid_grant', [50059, 50128, 50194, 90019]],
  ['server_misconfigured', 'invalid_request', [70021, 700023, 700024, 700025, 700030, 700211, 700212, 700213]],
  [
    'server_misconfigured',
    'unauthorized_client',
    [700016, 700019, 7000113, 7000114, 7000112, 7000229, 70001, 65002, 90002],
  ],
  ['throttled', 'invalid_grant', [50196]],
  ['temporarily_unavailable', 'temporarily_unavailable', [90055, 90033, 90006, 90024, 90025, 50000, 50033]],
];

/** What the link asks for beside the scopes of the call. */
const alsoHeld = ['Calendars.ReadWrite', 'MailboxSettings.Read'];
const graphScopes = (...names: string[]) => names.map((name) => `https://graph.microsoft.com/${name}`).join(' ');

describe('what Entra says when it refuses an exchange', () => {
  let entra: TinyEntra;
  const refusal = async (answer: Answer, scopes?: readonly string[]) => {
    entra.onToken = () => answer;
    // A provider of its own: one that met failures in a row would ask no more.
    return (await anExchange(entra)
      .ask('assertion', { scopes })
      .catch((error: unknown) => error)) as {
      code: string;
      message: string;
      details: Record<string, unknown>;
    };
  };

  const keep = keptOpen();
  beforeAll(async () => {
    entra = await keep(new TinyEntra().start());
  });

  const rows = DOCUMENTED.flatMap(([code, error, numbers, suberror]) =>
    numbers.map((number) => ({ code, error, number, suberror })),
  );

  /** One number of each kind, or all. */
  const asked = DEEP
    ? rows
    : DOCUMENTED.map(([code, error, [number = 0], suberror]) => ({ code, error, number, suberror }));

  it.each(asked)('AADSTS$number is $code', async ({ code, error, number, suberror }) => {
    expect((await refusal(denied(number, error, { suberror }))).code).toBe(code);
    expect((await refusal(denied(number, error))).code).toBe(code);
  });

  it('every number of the table is one of those documented', () => {
    const numbers = ENTRA_ERRORS.flatMap((row) => row.numbers ?? []);
    expect([...numbers].sort()).toEqual(rows.map(({ number }) => number).sort());
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each([
    ['invalid_grant', 'consent_required', 'consent_required'],
    ['invalid_grant', 'bad_token', 'invalid_token'],
    ['interaction_required', 'message_only', 'access_blocked'],
    ['interaction_required', undefined, 'interaction_required'],
    ['invalid_grant', undefined, 'invalid_token'],
    ['invalid_client', undefined, 'server_misconfigured'],
    ['access_denied', undefined, 'access_blocked'],
    ['something_new', undefined, 'server_misconfigured'],
  ])('%s with suberror %s and a number nobody knows is %s', async (error, suberror, code) => {
    expect((await refusal(denied(99999999, error, { suberror }))).code).toBe(code);
  });

  it('reads the number from the description when error_codes is missing', async () => {
    const answer = denied(65001, 'invalid_grant');
    expect((await refusal({ ...answer, body: { ...(answer.body as object), error_codes: undefined } })).code).toBe(
      'consent_required',
    );
  });

  it.each([
    ['numbers as texts', { error_codes: ['65001'] }],
    ['no numbers', { error_codes: [] }],
    ['the number within the description', { error_codes: null, error_description: 'Failed: AADSTS65001: Nobody.' }],
  ])('reads %s', async (_what, more) => {
    const answer = denied(65001, 'invalid_grant');
    expect((await refusal({ ...answer, body: { ...(answer.body as object), ...more } })).code).toBe('consent_required');
  });

  it.each([53099, 530033, 530999])(
    'takes AADSTS%i for one of Conditional Access, as the numbers around it',
    async (number) => {
      expect((await refusal(denied(number, 'invalid_grant'))).code).toBe('access_blocked');
    },
  );

  it.each([
    [50014, /invitation/],
    [16003, /not known in this organisation/],
    [50057, /locked or disabled/],
  ])('says of AADSTS%i what it is about', async (number, words) => {
    expect((await refusal(denied(number, 'invalid_grant'))).message).toMatch(words);
  });

  it('knows a refusal with the status 200 from a token', async () => {
    expect((await refusal({ ...denied(65001, 'invalid_grant'), status: 200 })).code).toBe('consent_required');
  });

  it('links to the consent page of this API in the right tenant, for the broadest of what the token holds and the tools use', async () => {
    const { details } = await refusal(denied(65001, 'invalid_grant'), ['Calendars.Read', 'User.Read']);
    const url = new URL(String(details.url));
    expect(url.origin + url.pathname).toBe(`${entra.origin}/${TENANT}/oauth2/v2.0/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: API,
      redirect_uri: 'https://behalf.example/consented',
      response_type: 'code',
      prompt: 'consent',
      scope: graphScopes('User.Read', ...alsoHeld),
    });
    expect(details.scopes).toEqual(['Calendars.Read', 'User.Read']);
  });

  it('asks a person for nothing that only an administrator can grant, unless the tool itself needs it', async () => {
    const caller = { scopes: ['Place.Read.All', 'Calendars.ReadBasic'] };
    const asked = async (scopes: readonly Scope[], number: number) => {
      entra.onToken = () => denied(number, 'invalid_grant');
      const error: unknown = await anExchange(entra)
        .ask('assertion', { scopes, caller })
        .catch((thrown: unknown) => thrown);
      return new URL((error as { details: { url: string } }).details.url).searchParams.get('scope');
    };
    expect(await asked(['Calendars.ReadBasic'], 65001)).toBe(graphScopes('Calendars.ReadBasic'));
    expect(await asked(['Place.Read.All', 'Calendars.ReadBasic'], 90094)).toBe(
      graphScopes('Place.Read.All', 'Calendars.ReadBasic'),
    );
  });

  it('links to the admin consent page where only an administrator can help', async () => {
    const withRedirect = anExchange(entra, { consentRedirectUri: 'https://elsewhere.example/done' });
    entra.onToken = () => denied(90094, 'invalid_grant');
    const error = await withRedirect.ask('assertion').catch((thrown: unknown) => thrown);
    const url = new URL(String((error as { details: { url: string } }).details.url));
    expect(url.origin + url.pathname).toBe(`${entra.origin}/${TENANT}/v2.0/adminconsent`);
    expect(url.searchParams.get('redirect_uri')).toBe('https://elsewhere.example/done');
    expect(url.searchParams.get('scope')).toBe(graphScopes(...alsoHeld, 'User.Read'));
  });

  it('keeps the claims that the next token must satisfy', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const { details } = await refusal(denied(50076, 'invalid_grant', { suberror: 'basic_action', claims }));
    expect(details).toMatchObject({ claims, requestId: '0f1c1e0e-0000-4000-8000-000000000002' });
  });

  it('gives each refusal a next step and none of Entra’s own text', async () => {
    for (const { number, error } of asked) {
      const { message, details } = await refusal(denied(number, error));
      expect(details.userAction).toMatch(/\.$/);
      expect(message + String(details.userAction)).not.toMatch(/AADSTS|Trace/);
    }
  });

  it.each([
    [50027, 'invalid_client'],
    [50013, 'invalid_client'],
    [70021, 'invalid_request'],
    [700213, 'invalid_request'],
    [700024, 'invalid_client'],
  ])('knows from AADSTS%s with %s that its own credential is refused', async (number, error) => {
    const { credential, ask } = anExchange(entra);
    entra.onToken = () => denied(number, error);
    const refused: unknown = await ask('assertion').catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject({ code: 'server_misconfigured', reason: 'credential_refused' });
    expect(credential.accepted).toBe(false);
  });

  it('says to whom the organisation blocks nothing of signing in again', async () => {
    for (const { code, error, number } of asked.filter((row) => row.code === 'access_blocked')) {
      const { message, details } = await refusal(denied(number, error));
      expect(`${code} ${message} ${String(details.userAction)}`).not.toMatch(/sign in|consent/i);
    }
  });

  it('knows from invalid_client that its own credential is refused, until an exchange works again', async () => {
    const { credential, ask } = anExchange(entra);
    entra.onToken = () => denied(7000215, 'invalid_client');
    await ask('assertion').catch(() => undefined);
    expect(credential.accepted).toBe(false);
    entra.onToken = () => ({ body: { access_token: 'graph', expires_in: 3600, token_type: 'Bearer', scope: '' } });
    await ask('assertion');
    expect(credential.accepted).toBe(true);
  });
});
