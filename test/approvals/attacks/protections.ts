import { Browser, type Page } from '../browser.js';
import { type Attack, type Table, titled } from './attack.js';
import { anna, annaBeforeCallback, ben, type Target } from './target.js';

/** Every page of ours that somebody can be brought to. */
const PAGES: Readonly<Record<string, (target: Target) => Promise<Page>>> = {
  'the way to the sign-in': async ({ ask }) => {
    const browser = new Browser();
    browser.stopsBefore = '/authorize';
    return browser.open((await ask()).url);
  },
  'the page of a request': async ({ ask }) => anna().open((await ask()).url),
  'the page after approving': async (target) => {
    const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
    callback.searchParams.delete('code');
    return person.browser.open(callback);
  },
  'the page between approving and Entra': async ({ ask }) => {
    const person = anna();
    const page = await person.open((await ask()).url);
    person.browser.stopsBefore = '/authorize';
    return person.approve(page);
  },
  'the page after declining': async ({ ask }) => {
    const person = anna();
    return person.decline(await person.open((await ask()).url));
  },
  'the page for another person': async ({ ask }) => ben().open((await ask()).url),
  'an unknown link': ({ pages }) => new Browser().open(`${pages}v1.AAAA`),
  'a form from elsewhere': ({ pages }) => new Browser().post(new URL('decide', pages), new URLSearchParams()),
  'a path that is not there': ({ pages }) => new Browser().open(`${pages}a/b`),
  'the pages without a link': ({ pages }) => new Browser().open(pages),
};

const HEADERS: Readonly<Record<string, RegExp>> = {
  'cache-control': /^no-store$/,
  'content-security-policy': /^default-src 'none'; .*form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'cross-origin-opener-policy': /^same-origin$/,
};

const guarded = Object.entries(PAGES).map(([name, open]): Attack => ({
  name: `framed, cached, or followed by its referrer: ${name}`,
  run: async (target) => {
    const { headers } = await open(target);
    for (const [header, value] of Object.entries(HEADERS))
      expect(`${header}: ${headers.get(header)}`).toMatch(new RegExp(`^${header}: ${value.source.slice(1)}`));
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  },
}));

/** Headers and cookies. */
export const protections: Table = {
  name: 'protections',
  attacks: [
    ...guarded,
    {
      name: 'a script or another host reads or sets the cookie of a sign-in',
      run: async ({ ask }) => {
        const browser = new Browser();
        browser.stopsBefore = '/authorize';
        const { headers } = await browser.open((await ask()).url);
        for (const cookie of headers.getSetCookie()) {
          expect(cookie).toMatch(/^__Host-/);
          expect(cookie).toMatch(/; Path=\/(;|$)/);
          expect(cookie).toMatch(/; HttpOnly(;|$)/);
          expect(cookie).toMatch(/; Secure(;|$)/);
          expect(cookie).toMatch(/; SameSite=Lax(;|$)/);
          expect(cookie).not.toMatch(/; Domain/i);
        }
      },
    },
    {
      name: 'so many links are opened that the cookies of their sign-ins fill a request',
      run: async ({ ask }) => {
        const person = anna();
        for (let times = 0; times < 30; times++) {
          person.browser.stopsBefore = '/authorize';
          await person.browser.open((await ask()).url);
        }
        person.browser.stopsBefore = undefined;
        titled(await person.open((await ask()).url), 'Send a draft?');
      },
    },
    {
      name: 'cookies are full of the sign-ins of others',
      run: async ({ ask }) => {
        const person = anna();
        for (let index = 0; index < 3; index++)
          person.browser.cookies.set(`__Host-behalf-approval-AAAAAAA${index}`, 'v1.'.padEnd(2_000, 'A'));
        titled(await person.open((await ask()).url), 'Send a draft?');
      },
    },
  ],
};
