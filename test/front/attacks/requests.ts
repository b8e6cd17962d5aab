import { anna, authorizeUrl } from '../support.js';
import { type Attack, CANNOT_BEGIN, onPage, refused, type Table, toldClient, UNKNOWN_CLIENT } from './attack.js';

const GRAPH = 'https://graph.microsoft.com';

/** The same parameter once more, with another value. */
function twice(name: string): Attack {
  return {
    name: `with two of ${name}`,
    run: async (front) => {
      const url = authorizeUrl(front);
      url.searchParams.append(name, 'https://evil.example/');
      refused(await anna().browser.open(url), CANNOT_BEGIN);
    },
  };
}

export const requests: Table = {
  name: 'An authorization request',
  attacks: [
    onPage('of a client that nobody knows', UNKNOWN_CLIENT, { client_id: 'evil' }),
    onPage('of no client', UNKNOWN_CLIENT, { client_id: undefined }),
    onPage('of a client in capitals', UNKNOWN_CLIENT, { client_id: 'DESK' }),
    onPage('of a client with a space behind it', UNKNOWN_CLIENT, { client_id: 'desk ' }),
    onPage('of an object’s own property', UNKNOWN_CLIENT, { client_id: '__proto__' }),
    ...['client_id', 'redirect_uri', 'state', 'scope', 'code_challenge', 'code_challenge_method', 'resource'].map(
      twice,
    ),
    twice('response_type'),
    toldClient('without response_type', 'invalid_request', { response_type: undefined }),
    toldClient('for a token without a code', 'unsupported_response_type', { response_type: 'token' }),
    toldClient('for a code and a token', 'unsupported_response_type', { response_type: 'code token' }),
    toldClient('for an id token', 'unsupported_response_type', { response_type: 'id_token' }),
    toldClient('answered in a fragment', 'invalid_request', { response_mode: 'fragment' }),
    toldClient('answered by a form', 'invalid_request', { response_mode: 'form_post' }),
    toldClient('answered to a window', 'invalid_request', { response_mode: 'web_message' }),
    toldClient('without PKCE', 'invalid_request', { code_challenge: undefined, code_challenge_method: undefined }),
    toldClient('with a method and no challenge', 'invalid_request', { code_challenge: undefined }),
    toldClient('with a challenge and no method', 'invalid_request', { code_challenge_method: undefined }),
    toldClient('with PKCE in the clear', 'invalid_request', { code_challenge_method: 'plain' }),
    toldClient('with a method in small letters', 'invalid_request', { code_challenge_method: 's256' }),
    toldClient('with a short challenge', 'invalid_request', { code_challenge: 'abc' }),
    toldClient('with a challenge that is no hash', 'invalid_request', { code_challenge: `${'a'.repeat(42)}=` }),
    toldClient('as a request object', 'request_not_supported', { request: 'e30.e30.' }),
    toldClient('as an address of a request', 'request_uri_not_supported', { request_uri: 'https://evil.example/r' }),
    toldClient('for Graph itself', 'invalid_scope', { scope: `${GRAPH}/Mail.Send` }),
    toldClient('for everything consented', 'invalid_scope', { scope: '.default' }),
    toldClient('for everything consented of Graph', 'invalid_scope', { scope: `${GRAPH}/.default` }),
    toldClient('for an API of another', 'invalid_scope', { scope: 'api://evil/User.Read' }),
    toldClient('for a scope that no tool uses', 'invalid_scope', { scope: 'Directory.ReadWrite.All' }),
    toldClient('for one good and one bad scope', 'invalid_scope', { scope: 'User.Read Directory.ReadWrite.All' }),
    toldClient('for a scope with a line end', 'invalid_scope', { scope: 'User.Read\nMail.Send' }),
    toldClient('for the property of an object', 'invalid_scope', { scope: 'constructor' }),
    toldClient('for another server', 'invalid_target', { resource: 'https://evil.example/mcp' }),
    toldClient('for Graph as the resource', 'invalid_target', { resource: GRAPH }),
    toldClient('for a resource below this one', 'invalid_target', { resource: 'https://localhost/mcp/x' }),
    toldClient('without asking the person', 'interaction_required', { prompt: 'none' }),
    toldClient('without asking the person, in other words', 'interaction_required', { prompt: 'login none' }),
    toldClient('with a state of many characters', 'invalid_request', { state: 's'.repeat(1025) }),
    toldClient('with a state that breaks lines', 'invalid_request', { state: 'a\r\nSet-Cookie: a=b' }),
    onPage('with a parameter of many characters', CANNOT_BEGIN, { nonce: 'n'.repeat(4001) }),
    {
      name: 'with an address that no server reads whole',
      run: async (front) => {
        const { status } = await fetch(authorizeUrl(front, { nonce: 'n'.repeat(40_000) }));
        expect(status).toBe(431);
      },
    },
    ...['POST', 'PUT', 'DELETE', 'PATCH'].map((method) => ({
      name: `by ${method}`,
      run: async (front: Parameters<Attack['run']>[0]) => {
        const response = await fetch(authorizeUrl(front), { method, redirect: 'manual' });
        expect(response.status).toBe(404);
        expect(await response.text()).not.toContain('<form');
      },
    })),
  ],
};
