import { bearerChallenge, resourceMetadataUrl } from '@app/auth';
import {
  authConfig,
  type ProtectedResource,
  request,
  requestWith,
  RESOURCE,
  startProtectedResource,
} from './support/protected-resource.js';
import { API } from './support/ids.js';
import { TinyEntra } from './support/tiny-entra.js';
import { keptOpen } from '../support/keep-open.js';

const METADATA = 'resource_metadata="https://behalf.example/.well-known/oauth-protected-resource/mcp"';
const ALL_SCOPES = [
  'Calendars.Read.Shared',
  'Calendars.ReadWrite',
  'Files.ReadWrite',
  'Mail.ReadWrite',
  'Mail.Send',
  'MailboxSettings.Read',
  'People.Read',
  'User.Read',
  'User.ReadBasic.All',
];
const requestable = (...scopes: string[]) => `scope="${scopes.map((scope) => `api://${API}/${scope}`).join(' ')}"`;
const call = (name: unknown) => ({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: {} } });

describe('challenges', () => {
  let entra: TinyEntra;
  let protectedResource: ProtectedResource;

  const keep = keptOpen();
  beforeAll(async () => {
    entra = await keep(new TinyEntra().start());
    protectedResource = await keep(startProtectedResource(authConfig(entra.origin)));
  });

  it('name metadata and scopes, and no error, when no token was sent', async () => {
    const { status, challenge: header, headers } = await request(protectedResource.url, {});
    expect([status, header]).toEqual([401, `Bearer ${requestable(...ALL_SCOPES)}, ${METADATA}`]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('name the error when a token was sent, and quote nothing of it', async () => {
    const { challenge: header, body } = await requestWith(
      protectedResource.url,
      entra.token({ exp: 1, name: 'Secret Name' }),
    );
    const description = 'The token has expired. Refresh it or sign in again.';
    expect(header).toBe(
      `Bearer error="invalid_token", error_description="${description}", ${requestable(...ALL_SCOPES)}, ${METADATA}`,
    );
    expect(body).toEqual({ error: 'invalid_token', error_description: description, reason: 'token_expired' });
  });

  it('are without error for a key, which is an unsupported way to authenticate', async () => {
    const { challenge: header } = await request(protectedResource.url, { 'x-api-key': 'k' });
    expect(header).toBe(`Bearer ${requestable(...ALL_SCOPES)}, ${METADATA}`);
  });

  it('name every scope the tool needs and those granted, when one is missing', async () => {
    const token = entra.token({ scp: 'User.Read Made.Up' });
    const {
      status,
      challenge: header,
      body,
    } = await requestWith(protectedResource.url, token, call('calendar_create_event'));
    const description =
      'calendar_create_event needs Calendars.ReadWrite. Sign in again and consent to the named scopes.';
    expect(status).toBe(403);
    expect(header).toBe(
      `Bearer error="insufficient_scope", error_description="${description}", ` +
        `${requestable('Calendars.ReadWrite', 'User.Read')}, ${METADATA}`,
    );
    expect(body).toEqual({ error: 'insufficient_scope', error_description: description, reason: 'insufficient_scope' });
  });

  it('cannot be broken out of by what they quote', () => {
    const quoted = { error_description: 'a "quoted"\r\nSet-Cookie: x=\\y\u00e9', scope: 'Evil"\r\n, realm="x' };
    expect(bearerChallenge(quoted)).toBe(
      `Bearer error_description="a 'quoted'Set-Cookie: x=y", scope="Evil', realm='x"`,
    );
  });

  it('point to the metadata of a resource at the root, at a path, and with a port', () => {
    expect(resourceMetadataUrl('https://h.example/')).toBe('https://h.example/.well-known/oauth-protected-resource');
    expect(resourceMetadataUrl(RESOURCE)).toBe('https://behalf.example/.well-known/oauth-protected-resource/mcp');
    expect(resourceMetadataUrl('http://localhost:1/a/mcp')).toBe(
      'http://localhost:1/.well-known/oauth-protected-resource/a/mcp',
    );
  });
});

describe('the tool scope guard', () => {
  let entra: TinyEntra;
  let protectedResource: ProtectedResource;
  const as = (scp: string, body: unknown) => requestWith(protectedResource.url, entra.token({ scp }), body);

  const keep = keptOpen();
  beforeAll(async () => {
    entra = await keep(new TinyEntra().start());
    protectedResource = await keep(startProtectedResource(authConfig(entra.origin)));
  });

  it('lets a call through for a scope that implies the required one', async () => {
    expect((await as('Calendars.ReadWrite.Shared', call('calendar_create_event'))).status).toBe(201);
  });

  it('refuses a batch in which one call lacks a scope', async () => {
    const batch = [call('calendar_list_events'), call('calendar_create_event')];
    const answer = await as('User.Read MailboxSettings.Read Calendars.ReadBasic', batch);
    expect([answer.status, answer.body.reason]).toEqual([403, 'insufficient_scope']);
    expect(answer.body.error_description).toContain('calendar_create_event needs Calendars.ReadWrite');
    expect(answer.body.error_description).not.toContain('calendar_list_events');
  });

  it.each([
    ['an unknown tool', call('no_such_tool')],
    ['a name that is no text', call({ toString: 'calendar_create_event' })],
    ['a call without parameters', { jsonrpc: '2.0', id: 1, method: 'tools/call' }],
    ['another method', { jsonrpc: '2.0', id: 1, method: 'tools/list' }],
    ['a list of no messages', [null, 7, 'calendar_create_event']],
  ])('leaves %s to the protocol, which runs no tool for it', async (_name, body) => {
    expect((await as('User.Read', body)).status).toBe(201);
  });

  it('leaves the refusal to the tool in denial mode tool_error', async () => {
    const lenient = await startProtectedResource(authConfig(entra.origin, { denialMode: 'tool_error' }));
    const answer = await requestWith(lenient.url, entra.token({ scp: 'User.Read' }), call('calendar_create_event'));
    await lenient.close();
    expect(answer.status).toBe(201);
  });
});
