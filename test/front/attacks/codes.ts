import { Seal } from '../../../apps/mcp-api/src/browser/seal.js';
import {
  anna,
  askForToken,
  authorizeUrl,
  challengeOf,
  type Front,
  redemption,
  SEALING_KEY,
  signIn,
  VERIFIER,
} from '../support.js';
import { type Attack, noToken, type Table } from './attack.js';

/** A code of Anna's, and a request that would redeem it but for a change. */
function changed(name: string, change: Readonly<Record<string, string | undefined>>, error = 'invalid_grant'): Attack {
  return { name, run: async (front) => noToken(front, error, redemption(await signIn(front), change)) };
}

function codeOf(back: URL): string {
  return back.searchParams.get('code') ?? '';
}

function flipped(text: string, at: number): string {
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}

async function refreshTokenOf(front: Front, change = {}): Promise<string> {
  return (await askForToken(front, redemption(await signIn(front, change)))).body.refresh_token ?? '';
}

const refresh = (token: string, change = {}) => ({ grant_type: 'refresh_token', refresh_token: token, ...change });

/** What a code of the front holds. */
const CONTENT = { code: 'x', verifier: VERIFIER, nonce: 'n', scopes: ['User.Read'], offline: false, endsAt: 1e15 };

export const codes: Table = {
  name: 'A code',
  attacks: [
    changed('with the id of another client', { client_id: 'other' }),
    changed('with the redirect URI of another client', { redirect_uri: 'https://other.example/done' }),
    changed('with another redirect URI of the client', { redirect_uri: 'https://desk.example/done' }),
    changed('with another port', { redirect_uri: 'http://127.0.0.1:33419/done' }),
    changed('without a redirect URI', { redirect_uri: undefined }, 'invalid_request'),
    changed('with another verifier', { code_verifier: 'w'.repeat(43) }),
    changed('without a verifier', { code_verifier: undefined }, 'invalid_request'),
    changed('with the challenge as its verifier', { code_verifier: challengeOf(VERIFIER) }),
    changed('with a verifier and one character more', { code_verifier: `${VERIFIER}v` }),
    changed('that is missing', { code: undefined }, 'invalid_request'),
    changed('that is nothing', { code: 'v1.' }),
    changed('for another server', { resource: 'https://evil.example/mcp' }, 'invalid_target'),
    {
      name: 'that was redeemed before',
      run: async (front) => {
        const request = redemption(await signIn(front));
        expect((await askForToken(front, request)).status).toBe(200);
        await noToken(front, 'invalid_grant', request);
      },
    },
    {
      name: 'that is redeemed twice at the same time: one of them gets a token',
      run: async (front) => {
        const request = redemption(await signIn(front));
        const answers = await Promise.all([askForToken(front, request), askForToken(front, request)]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      },
    },
    {
      name: 'that is over',
      run: async (front) => {
        const back = await signIn(front);
        front.later(61);
        await noToken(front, 'invalid_grant', redemption(back));
      },
    },
    {
      name: 'of the attacker, put into the answer to a victim: the victim’s verifier does not fit',
      run: async (front) => {
        const back = await signIn(front, { code_challenge: challengeOf('a'.repeat(43)) });
        await noToken(front, 'invalid_grant', redemption(back));
      },
    },
    {
      name: 'that was altered anywhere',
      run: async (front) => {
        const back = await signIn(front);
        const code = codeOf(back);
        const places = Array.from({ length: 24 }, (_, n) => Math.floor((n * (code.length - 1)) / 23));
        for (const at of places) await noToken(front, 'invalid_grant', redemption(back, { code: flipped(code, at) }));
        for (const cut of [code.slice(0, -1), code.slice(1), `${code}A`, `${code}.A`, ` ${code}`])
          await noToken(front, 'invalid_grant', redemption(back, { code: cut }));
        expect((await askForToken(front, redemption(back))).status).toBe(200);
      },
    },
    {
      name: 'of Entra itself',
      run: async (front) => {
        const person = anna();
        const page = await person.browser.open(authorizeUrl(front));
        person.browser.stopsBefore = '/authorization/callback';
        const end = await person.signIn(await person.browser.press(page, 'Approve and sign in'));
        const code = end.next?.searchParams.get('code') ?? '';
        const request = { grant_type: 'authorization_code', code, redirect_uri: 'http://127.0.0.1:33418/done' };
        await noToken(front, 'invalid_grant', { ...request, code_verifier: VERIFIER });
      },
    },
    {
      name: 'that another server made',
      run: async (front) => {
        const code = new Seal('another-another-another-another-1', 'front code').seal({ ...CONTENT, binding: 'b' });
        await noToken(front, 'invalid_grant', redemption(await signIn(front), { code }));
      },
    },
    {
      name: 'that is a sealed text for another purpose',
      run: async (front) => {
        for (const purpose of ['front flow', 'front consent', 'front refresh', 'approvals request'] as const) {
          const code = new Seal(SEALING_KEY, purpose).seal({ ...CONTENT, binding: 'b' });
          await noToken(front, 'invalid_grant', redemption(await signIn(front), { code }));
        }
      },
    },
  ],
};

export const refreshTokens: Table = {
  name: 'A refresh token',
  attacks: [
    {
      name: 'of another client',
      run: async (front) =>
        noToken(front, 'invalid_grant', refresh(await refreshTokenOf(front), { client_id: 'other' })),
    },
    {
      name: 'that was altered',
      run: async (front) => {
        const token = await refreshTokenOf(front);
        for (const at of [3, 40, 400, token.length - 1])
          await noToken(front, 'invalid_grant', refresh(flipped(token, at)));
      },
    },
    {
      name: 'used as a code',
      run: async (front) => {
        const code = await refreshTokenOf(front);
        await noToken(front, 'invalid_grant', redemption(new URL('http://127.0.0.1:33418/done'), { code }));
      },
    },
    {
      name: 'that is a code',
      run: async (front) => noToken(front, 'invalid_grant', refresh(codeOf(await signIn(front)))),
    },
    {
      name: 'for more scopes than the person approved',
      run: async (front) => {
        const token = await refreshTokenOf(front);
        await noToken(front, 'invalid_scope', refresh(token, { scope: 'User.Read Mail.Send' }));
        await noToken(front, 'invalid_scope', refresh(token, { scope: 'https://graph.microsoft.com/Mail.Send' }));
      },
    },
    {
      name: 'for another server',
      run: async (front) => {
        const change = { resource: 'https://evil.example/mcp' };
        await noToken(front, 'invalid_target', refresh(await refreshTokenOf(front), change));
      },
    },
    {
      name: 'of somebody whose sessions were revoked',
      run: async (front) => {
        const token = await refreshTokenOf(front);
        const user = front.tenant.directory.user('anna.berg@fernglas.example');
        front.tenant.state.issued.revoke(user?.id ?? '', front.tenant.clock());
        await noToken(front, 'invalid_grant', refresh(token));
      },
    },
  ],
};
