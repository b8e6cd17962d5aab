import { anna, type Target } from './target.js';
import { type Attack, hidden, refused, type Table, titled } from './attack.js';
import { Browser } from '../browser.js';
import { sendBytes } from '../../attack/support/wire.js';
import { DEEP } from '../../support/depth.js';

const UNKNOWN = 'This link cannot be read';

/** A text made of the sealed one that must not open. */
function altered(name: string, alter: (sealed: string, target: Target) => string | readonly string[]): Attack {
  return {
    name,
    run: async (target) => {
      const { sealed } = await target.ask();
      for (const text of [alter(sealed, target)].flat()) refused(await open(target, text), UNKNOWN);
    },
  };
}

function open({ pages }: Target, text: string) {
  return new Browser().open(`${pages}${text}`);
}

function flip(text: string, index: number): string {
  const other = text[index] === 'A' ? 'B' : 'A';
  return text.slice(0, index) + other + text.slice(index + 1);
}

/** Places in the sealed text: every 31st, which are all four of the places in a group of base64url, or every one. */
const STEP = DEEP ? 1 : 31;
const places = (sealed: string) =>
  Array.from({ length: Math.ceil((sealed.length - 3) / STEP) }, (_, index) => index * STEP + 3);

/** The sealed text is another. */
export const links: Table = {
  name: 'links',
  attacks: [
    altered('each character is another', (sealed) => places(sealed).map((index) => flip(sealed, index))),
    altered('it is cut off anywhere', (sealed) => places(sealed).map((length) => sealed.slice(0, length))),
    altered('its beginning is cut off', (sealed) => [1, 8, 40].map((from) => `v1.${sealed.slice(3 + from)}`)),
    altered('something is behind it', (sealed) => ['A', 'AAAA', '.AAAA', '=', '=='].map((more) => sealed + more)),
    altered('it stands there twice', (sealed) => [`${sealed}.${sealed}`, `${sealed}${sealed.slice(3)}`]),
    altered('it names another version', (sealed) => ['v0', 'v2', 'V1', ''].map((name) => name + sealed.slice(2))),
    altered('its letters are all small or all large', (sealed) => [
      `v1.${sealed.slice(3).toLowerCase()}`,
      `v1.${sealed.slice(3).toUpperCase()}`,
    ]),
    altered('a part of another link is in its place', (sealed) => {
      const half = Math.floor(sealed.length / 2);
      return sealed.slice(0, half) + sealed.slice(3, 3 + sealed.length - half);
    }),
    altered('it is content that nobody sealed', () => {
      const content = JSON.stringify({ tid: 't', oid: 'o', client: 'c', tool: 'mail_send_draft', args: {}, exp: 9e9 });
      return `v1.${Buffer.from(content).toString('base64url')}`;
    }),
    altered('a space, a null byte or a line end is in it', (sealed) =>
      ['%20', '%00', '%0d%0a', '%E2%80%AE'].map((mark) => `${sealed.slice(0, 20)}${mark}${sealed.slice(20)}`),
    ),
    altered('it is over-long', (sealed) => [2_600, 8_000].map((length) => sealed.padEnd(length, 'A'))),
    altered('it is markup', () => ['%3Cscript%3Ealert(1)%3C%2Fscript%3E', 'javascript%3Aalert(1)']),
    {
      name: 'it is longer than a request may be',
      run: async (target) => {
        const page = await open(target, 'v1.'.padEnd(100_000, 'A'));
        expect(page.status).toBe(431);
      },
    },
    {
      name: 'it was made with another key',
      run: async (target) => {
        const { sealed } = await target.ask();
        target.serveBy('otherKey');
        refused(await open(target, sealed), UNKNOWN);
      },
    },
    {
      name: 'the sealed text of a sign-in stands for a link',
      run: async (target) => {
        const browser = new Browser();
        browser.stopsBefore = '/authorize';
        await browser.open((await target.ask()).url);
        const [cookie = ''] = [...browser.cookies.values()];
        expect(cookie).toMatch(/^v1\./);
        refused(await open(target, cookie), UNKNOWN);
      },
    },
    {
      name: 'the sealed text of a form stands for a link',
      run: async (target) => {
        const page = await anna().open((await target.ask()).url);
        const shown = /name="shown" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
        expect(shown).toMatch(/^v1\./);
        refused(await open(target, shown), UNKNOWN);
      },
    },
    {
      name: 'it goes up the path',
      run: async (target) => {
        for (const path of ['..%2fmcp', '%2e%2e%2fmcp', '..%5cmcp', 'v1.%2f..%2f..%2fetc%2fpasswd'])
          refused(await open(target, path), UNKNOWN);
      },
    },
    {
      name: 'it is for a host that this server is not',
      run: async (target) => {
        const { pathname } = new URL((await target.ask()).url);
        for (const hosts of [['evil.example'], ['localhost', 'evil.example'], ['localhost.evil.example']]) {
          const lines = hosts.map((host) => `Host: ${host}\r\n`).join('');
          const { status, text, headers } = await sendBytes(
            target.main.url,
            `GET ${pathname} HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`,
          );
          expect([400, 403]).toContain(status);
          hidden({ html: text, headers });
        }
      },
    },
    {
      name: 'a forwarded host changes nothing of where Entra sends people back to',
      run: async (target) => {
        const browser = new Browser();
        browser.stopsBefore = '/authorize';
        const headers = {
          'x-forwarded-host': 'evil.example',
          forwarded: 'host=evil.example',
          'x-host': 'evil.example',
        };
        const { next } = await browser.open((await target.ask()).url, headers);
        expect(next?.searchParams.get('redirect_uri')).toBe(`${target.pages}callback`);
        expect(next?.href).not.toContain('evil');
      },
    },
    {
      name: 'it is over before it is opened',
      run: async (target) => {
        const { url } = await target.ask();
        target.later(21);
        refused(await anna().open(url), 'This link is over');
      },
    },
    {
      name: 'this server has no pages of approval',
      run: async (target) => {
        const { url } = await target.ask();
        target.serveBy('off');
        const person = anna();
        refused(await person.open(url), 'This link is not needed any more');
        expect(person.browser.cookies.size).toBe(0);
      },
    },
    {
      name: 'the policy denies the tool since the agent asked',
      run: async (target) => {
        const { url } = await target.ask();
        target.serveBy('denying');
        refused(await new Browser().open(url), 'This is not allowed any more');
      },
    },
    {
      name: 'it says where to go on to, and nobody goes there',
      run: async (target) => {
        const { url } = await target.ask();
        const names = ['redirect', 'redirect_uri', 'next', 'url', 'returnTo', 'continue', 'goesOnTo', 'state'];
        const browser = new Browser();
        browser.stopsBefore = '/authorize';
        const { next } = await browser.open(`${url}?${names.map((name) => `${name}=https://evil.example`).join('&')}`);
        expect(next?.origin).toBe(target.tenant.entraUrl);
        expect(decodeURIComponent(next?.href ?? '')).not.toContain('evil');
        titled(
          await browser.open(target.pages + 'callback?url=https://evil.example'),
          'This sign-in was not begun in this browser',
        );
      },
    },
  ],
};
