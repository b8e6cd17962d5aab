import { decodeJwt } from 'jose';
import { keptOpen } from '../support/keep-open.js';
import { toolData } from '../support/mcp.js';
import { Output } from '../support/output.js';
import {
  anna,
  askForToken,
  authorizeUrl,
  decide,
  DESK,
  DESK_HOST_REDIRECT,
  type Front,
  redemption,
  signIn,
  startFront,
} from './support.js';

let front: Front;
let output: Output;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  front = await keep(startFront());
});

const apiId = () => front.tenant.clients['behalf-api'].clientId;

it('names itself as the authorization server, with what it can do', async () => {
  const read = async (path: string) => (await fetch(`${front.origin}${path}`)).json();
  expect(await read('/.well-known/oauth-protected-resource/mcp')).toMatchObject({
    resource: `${front.origin}/mcp`,
    authorization_servers: [front.origin],
  });
  expect(await read('/.well-known/oauth-authorization-server')).toMatchObject({
    issuer: front.origin,
    authorization_endpoint: `${front.origin}/authorization/authorize`,
    token_endpoint: `${front.origin}/authorization/token`,
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    authorization_response_iss_parameter_supported: true,
    client_id_metadata_document_supported: true,
    scopes_supported: expect.arrayContaining([`api://${apiId()}/Calendars.ReadWrite`, 'offline_access']),
  });
});

it('offers no registration', async () => {
  const metadata = await (await fetch(`${front.origin}/.well-known/oauth-authorization-server`)).json();
  expect(metadata).not.toHaveProperty('registration_endpoint');
  expect((await fetch(`${front.origin}/authorization/register`, { method: 'POST' })).status).toBe(404);
});

it('signs a person in for a registered client, with a token that calls tools', async () => {
  const url = authorizeUrl(front);
  const person = anna();
  const page = await person.browser.open(url);
  expect(page).toMatchObject({ status: 200, title: 'Let this application act as you?' });
  const back = await decide(person, page);
  expect(back.searchParams.get('state')).toBe(url.searchParams.get('state'));
  expect(back.searchParams.get('iss')).toBe(front.origin);
  const { status, body, headers } = await askForToken(front, redemption(back));
  expect({ status, ...body }).toMatchObject({ status: 200, token_type: 'Bearer', refresh_token: expect.any(String) });
  expect(body.scope).toBe(`api://${apiId()}/User.Read offline_access`);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({ azp: apiId(), aud: apiId(), scp: 'User.Read' });
  const me = await toolData<{ displayName: string }>(front.behalf.url, body.access_token ?? '', 'get_my_context', {});
  expect(JSON.stringify(me)).toContain('Anna Berg');
});

it('drops the resource, and asks Entra for its own scopes by its own registration and redirect URI', async () => {
  const person = anna();
  const page = await person.browser.open(authorizeUrl(front));
  person.browser.stopsBefore = '/oauth2/v2.0/authorize';
  const { next } = await person.browser.press(page, 'Approve and sign in');
  const asked = Object.fromEntries(next?.searchParams ?? []);
  expect(next?.origin).toBe(front.tenant.entraUrl);
  expect(asked).toMatchObject({
    client_id: apiId(),
    redirect_uri: `${front.origin}/authorization/callback`,
    scope: `openid profile offline_access ${apiId()}/User.Read`,
    code_challenge_method: 'S256',
  });
  expect(asked).not.toHaveProperty('resource');
});

it('refreshes, and gives a refresh token that works again', async () => {
  const first = await askForToken(front, redemption(await signIn(front)));
  const refresh = (token = '') => askForToken(front, { grant_type: 'refresh_token', refresh_token: token });
  const second = await refresh(first.body.refresh_token);
  expect({ status: second.status, ...second.body }).toMatchObject({ status: 200, access_token: expect.any(String) });
  expect(second.body.access_token).not.toBe(first.body.access_token);
  expect(await refresh(second.body.refresh_token)).toMatchObject({ status: 200 });
});

it('gives no refresh token to who did not ask for one', async () => {
  const { status, body } = await askForToken(front, redemption(await signIn(front, { scope: 'User.Read' })));
  expect({ status, ...body }).toMatchObject({ status: 200, scope: `api://${apiId()}/User.Read` });
  expect(body).not.toHaveProperty('refresh_token');
});

it('asks for what the metadata lists where a client names no scope', async () => {
  const person = anna();
  const { html } = await person.browser.open(authorizeUrl(front, { scope: undefined }));
  for (const scope of ['Calendars.ReadWrite', 'Mail.Send', 'People.Read']) expect(html).toContain(`<dt>${scope}</dt>`);
});

it('signs a person in for a client that Entra and the operator do not know, by its metadata document', async () => {
  const id = front.documents.put('/client.json', {
    client_name: 'Desk <b>“Deluxe”</b>',
    redirect_uris: ['http://127.0.0.1/done', 'cursor://elsewhere/done'],
    token_endpoint_auth_method: 'none',
  });
  const person = anna();
  const page = await person.browser.open(authorizeUrl(front, { client_id: id }));
  expect(page.html).toContain(new URL(id).host);
  expect(page.html).toContain('It calls itself “<bdi>Desk &#60;b&#62;“Deluxe”&#60;/b&#62;</bdi>”; nobody has checked');
  const answer = await askForToken(front, redemption(await decide(person, page), { client_id: id }));
  expect(answer).toMatchObject({ status: 200, body: { access_token: expect.any(String) } });
});

it('says on the page who asks, where the answer goes and what it may do', async () => {
  const { html } = await anna().browser.open(authorizeUrl(front, { redirect_uri: DESK_HOST_REDIRECT }));
  const words = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(words).toContain('desk asks to use Microsoft 365 as you');
  expect(words).toContain('An administrator of this server registered it under this name.');
  expect(words).toContain('To desk.example');
  expect(words).toContain('User.Read');
  expect(words).toContain('Also while you are away');
});

it('tells the client that the person declined, and gives nothing', async () => {
  const person = anna();
  const back = await decide(person, await person.browser.open(authorizeUrl(front, { state: 's1' })), 'Decline');
  const { error, state, iss, code } = Object.fromEntries(back.searchParams);
  expect({ error, state, iss, code }).toEqual({
    error: 'access_denied',
    state: 's1',
    iss: front.origin,
    code: undefined,
  });
});

it('asks again each time', async () => {
  const person = anna();
  await signIn(front, {}, person);
  expect((await person.browser.open(authorizeUrl(front))).title).toBe('Let this application act as you?');
});

describe('the audit', () => {
  const lines = () =>
    output.text.split('\n').flatMap((line) => (line.startsWith('{"log":"audit"') ? [JSON.parse(line)] : []));

  it('names the client behind a token, and each call names the token', async () => {
    const { body } = await askForToken(front, redemption(await signIn(front)));
    const token = body.access_token ?? '';
    await toolData(front.behalf.url, token, 'get_my_context', {});
    const tokenId = decodeJwt(token).uti;
    const { objectId } = { objectId: decodeJwt(token).oid };
    expect(lines().filter((line) => line.tokenId === tokenId)).toEqual([
      expect.objectContaining({
        ...{ decision: 'allowed', grant: 'authorization_code', frontClient: DESK, redirectHost: '127.0.0.1:33418' },
        ...{ objectId, clientId: apiId(), scopes: ['User.Read'] },
      }),
      expect.objectContaining({ decision: 'allowed', tool: 'get_my_context', objectId, clientId: apiId() }),
    ]);
  });

  it('says which client a refreshed token is of', async () => {
    const { body } = await askForToken(front, redemption(await signIn(front)));
    const again = await askForToken(front, { grant_type: 'refresh_token', refresh_token: body.refresh_token });
    const tokenId = decodeJwt(again.body.access_token ?? '').uti;
    expect(lines()).toContainEqual(expect.objectContaining({ tokenId, grant: 'refresh_token', frontClient: DESK }));
  });

  it('says which client was declined', async () => {
    const person = anna();
    await decide(person, await person.browser.open(authorizeUrl(front)), 'Decline');
    expect(lines()).toContainEqual(expect.objectContaining({ decision: 'declined', frontClient: DESK }));
  });

  it('has no token, code or verifier in it', () => {
    expect(output.text).toContain('"grant":"authorization_code"');
    expect(output.text).not.toMatch(/eyJ[\w-]{10,}|v1\.[\w-]{40,}|vvvvvvvvvv/);
  });
});
