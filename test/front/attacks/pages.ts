import { request } from 'node:http';
import { anna, authorizeUrl, type Front } from '../support.js';
import type { Attack, Table } from './attack.js';

const PATHS = ['authorize', 'authorize?client_id=evil', 'callback', 'callback?state=x&code=y', 'decide', 'nothing'];

function page(path: string): Attack {
  return {
    name: `${path} cannot be framed, and runs and loads nothing`,
    run: async ({ origin }: Front) => {
      const { headers } = await fetch(`${origin}/authorization/${path}`);
      if (path === 'nothing') return expect(headers.has('set-cookie')).toBe(false);
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"])
        expect(policy).toContain(part);
      expect(policy).not.toContain('script-src');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    },
  };
}

export const pages: Table = {
  name: 'A page of the front',
  attacks: [
    ...PATHS.map(page),
    {
      name: 'of consent sets one cookie, which says nothing of consent',
      run: async (front) => {
        const response = await fetch(authorizeUrl(front));
        const [cookie = '', ...more] = response.headers.getSetCookie();
        expect(more).toEqual([]);
        expect(cookie).toMatch(
          /^__Host-behalf-consent=[\w-]{32}; Max-Age=600; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
        );
      },
    },
    {
      name: 'of consent sets the cookie of the sign-in only when the person approves',
      run: async (front) => {
        const { browser } = anna();
        const shown = await browser.open(authorizeUrl(front));
        expect([...browser.cookies.keys()]).toEqual(['__Host-behalf-consent']);
        browser.stopsBefore = '/oauth2/v2.0/authorize';
        const { headers } = await browser.press(shown, 'Approve and sign in');
        expect(headers.getSetCookie()).toEqual([
          expect.stringMatching(/^__Host-behalf-front-[\w-]{8}=v1\..*HttpOnly; Secure; SameSite=Lax$/),
        ]);
      },
    },
    {
      name: 'is not served to another host',
      run: async ({ behalf }) => {
        const url = new URL('/authorization/authorize', behalf.url);
        const status = await new Promise((resolve) =>
          request(url, { headers: { host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode)).end(),
        );
        expect(status).toBe(403);
      },
    },
  ],
};
