import { gzipSync } from 'node:zlib';
import { authorizeUrl, DESK, type Front, redemption, signIn } from '../support.js';
import { type Attack, noToken, type Table } from './attack.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A request to the token endpoint that would be right but for how it is sent. */
async function send(front: Front, init: RequestInit, query = ''): Promise<Response> {
  return fetch(`${front.origin}/authorization/token${query}`, init);
}

async function form(front: Front): Promise<URLSearchParams> {
  return new URLSearchParams({ ...redemption(await signIn(front)), client_id: DESK } as Record<string, string>);
}

async function refusedAs(response: Response, status: number, error: string): Promise<void> {
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { error } });
}

function grant(type: string): Attack {
  return {
    name: `with the grant ${type}`,
    run: (front) => noToken(front, 'unsupported_grant_type', { grant_type: type, username: 'anna', password: 'x' }),
  };
}

export const endpoint: Table = {
  name: 'A token request',
  attacks: [
    ...['password', 'client_credentials', 'implicit', 'urn:ietf:params:oauth:grant-type:device_code'].map(grant),
    ...['urn:ietf:params:oauth:grant-type:token-exchange', 'urn:ietf:params:oauth:grant-type:jwt-bearer'].map(grant),
    { name: 'without a grant', run: (front) => noToken(front, 'invalid_request', {}) },
    { name: 'of nobody', run: (front) => noToken(front, 'invalid_client', { client_id: undefined }) },
    { name: 'of an unknown client', run: (front) => noToken(front, 'invalid_client', { client_id: 'evil' }) },
    {
      name: 'with a secret',
      run: async (front) =>
        noToken(front, 'invalid_client', { ...redemption(await signIn(front)), client_secret: 'secret' }),
    },
    {
      name: 'with an assertion',
      run: async (front) =>
        noToken(front, 'invalid_client', { ...redemption(await signIn(front)), client_assertion: 'a.b.c' }),
    },
    {
      name: 'with a password in its header',
      run: async (front) => {
        const headers = { authorization: `Basic ${Buffer.from('desk:secret').toString('base64')}` };
        const response = await send(front, { method: 'POST', headers, body: await form(front) });
        expect(response.headers.get('www-authenticate')).toContain('Basic');
        await refusedAs(response, 401, 'invalid_client');
      },
    },
    {
      name: 'with a parameter twice',
      run: async (front) => {
        const body = await form(front);
        body.append('client_id', 'other');
        await refusedAs(await send(front, { method: 'POST', body }), 400, 'invalid_request');
      },
    },
    {
      name: 'in its address',
      run: async (front) => {
        const init = { method: 'POST', headers: FORM, body: '' };
        await refusedAs(await send(front, init, `?${await form(front)}`), 401, 'invalid_client');
      },
    },
    {
      name: 'as JSON',
      run: async (front) => {
        const body = JSON.stringify(Object.fromEntries(await form(front)));
        const headers = { 'content-type': 'application/json' };
        await refusedAs(await send(front, { method: 'POST', headers, body }), 401, 'invalid_client');
      },
    },
    {
      name: 'of many characters',
      run: async (front) => {
        const body = `${await form(front)}&x=${'x'.repeat(40_000)}`;
        await refusedAs(await send(front, { method: 'POST', headers: FORM, body }), 400, 'invalid_request');
      },
    },
    {
      name: 'that unpacks',
      run: async (front) => {
        const body = gzipSync((await form(front)).toString());
        const headers = { ...FORM, 'content-encoding': 'gzip' };
        await refusedAs(await send(front, { method: 'POST', headers, body }), 400, 'invalid_request');
      },
    },
    ...['GET', 'PUT', 'DELETE', 'HEAD'].map((method): Attack => ({
      name: `by ${method}`,
      run: async (front) => {
        const response = await send(front, { method }, `?${await form(front)}`);
        expect(response.status).toBe(404);
        expect(await response.text()).not.toContain('access_token');
      },
    })),
    {
      name: 'of a page of another site',
      run: async (front) => {
        const headers = { origin: 'https://evil.example' };
        const response = await send(front, { method: 'POST', headers, body: await form(front) });
        expect(response.status).toBe(403);
        expect(response.headers.has('access-control-allow-origin')).toBe(false);
      },
    },
    {
      name: 'of a page of another site, asked for beforehand',
      run: async (front) => {
        const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
        const response = await send(front, { method: 'OPTIONS', headers });
        expect(response.status).toBe(403);
        expect(response.headers.has('access-control-allow-origin')).toBe(false);
      },
    },
    {
      name: 'of a page of an allowed site is answered, and the page of consent is not shared with it',
      run: async (front) => {
        const headers = { origin: front.origin };
        const response = await send(front, { method: 'POST', headers, body: await form(front) });
        expect(response.status).toBe(200);
        expect(response.headers.get('access-control-allow-origin')).toBe(front.origin);
        expect(response.headers.has('access-control-allow-credentials')).toBe(false);
        const page = await fetch(authorizeUrl(front), { headers });
        expect(page.headers.has('access-control-allow-origin')).toBe(false);
      },
    },
  ],
};
