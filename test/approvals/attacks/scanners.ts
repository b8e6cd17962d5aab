import { hiddenFields } from '../../local-tenant/entra/browser.js';
import { actionOf, Browser } from '../browser.js';
import { type Attack, hidden, refused, type Table, titled } from './attack.js';
import { anna, annaBeforeCallback, type Target } from './target.js';

const NOT_HERE = 'This sign-in was not begun in this browser';

/** A program without the person's sign-in opens the link in its own way; then the person still decides. */
function opened(name: string, init: RequestInit): Attack {
  return {
    name,
    run: async ({ ask }) => {
      const { url } = await ask();
      for (let times = 0; times < 3; times++) {
        const response = await fetch(url, { redirect: 'manual', ...init });
        hidden({ html: await response.text(), headers: response.headers });
        expect([303, 405]).toContain(response.status);
      }
      titled(await anna().open(url), 'Send a draft?');
    },
  };
}

/** The browser of the person, signed in at Entra, loads the link before anybody clicked on it. */
function loadedAhead(name: string, headers: Record<string, string>): Attack {
  return {
    name,
    run: async ({ ask }) => {
      const person = anna();
      await person.open((await ask()).url);
      const { url } = await ask();
      for (let times = 0; times < 5; times++) await person.browser.open(url, headers);
      titled(await person.open(url), 'Send a draft?');
    },
  };
}

/** Everything that can be followed or sent from a page. */
async function followsAll(target: Target, url: string): Promise<void> {
  const browser = new Browser();
  const page = await browser.open(url);
  hidden(page);
  const found = [...page.html.matchAll(/(?:href|action|src)="([^"]+)"/g)].map(([, address = '']) => address);
  for (const address of found.map((one) => new URL(one, page.url)).filter(({ origin }) => origin !== 'null')) {
    if ([new URL(target.pages).origin, target.tenant.entraUrl].includes(address.origin)) await browser.open(address);
  }
  hidden(await browser.post(actionOf(page), new URLSearchParams(hiddenFields(page.html))));
}

/** Programs that open what is in a mail or a chat: filters of links, previews, browsers that load ahead. */
export const scanners: Table = {
  name: 'scanners',
  attacks: [
    opened('a filter of links that opens them at the time of the click', {
      headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) SafeLinks', accept: '*/*' },
    }),
    opened('a filter of links that asks by HEAD first', { method: 'HEAD' }),
    opened('a preview of a chat, which wants the first bytes', {
      headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', range: 'bytes=0-32768' },
    }),
    opened('a preview that accepts pictures and structured data only', {
      headers: { 'user-agent': 'SkypeUriPreview Preview/0.5', accept: 'application/json+oembed, image/*' },
    }),
    opened('a program that asks whether something is new', {
      headers: { 'if-none-match': '*', 'if-modified-since': new Date(0).toUTCString() },
    }),
    loadedAhead('a browser that loads ahead', { 'sec-purpose': 'prefetch', purpose: 'prefetch' }),
    loadedAhead('a browser that renders ahead', { 'sec-purpose': 'prefetch;prerender' }),
    loadedAhead('a page that loads the link as its picture', {
      'sec-fetch-dest': 'image',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-site': 'cross-site',
    }),
    loadedAhead('a page that loads the link in its frame', {
      'sec-fetch-dest': 'iframe',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-site': 'cross-site',
    }),
    {
      name: 'a sandbox that follows and sends everything it finds',
      run: async (target) => {
        const { url } = await target.ask();
        await followsAll(target, url);
        titled(await anna().open(url), 'Send a draft?');
      },
    },
    {
      name: 'a scanner opens the way back from Entra before the browser of the person, which still gets there',
      sends: 1,
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST'])
          hidden({ ...(await asked(method, callback)), headers: new Headers() });
        refused(await new Browser().open(callback), NOT_HERE);
        titled(await person.browser.open(callback), 'Done');
      },
    },
    {
      name: 'HEAD on the way back, in the browser of the person, where nobody would see what was done',
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        const cookie = [...person.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        expect((await asked('HEAD', callback, { cookie })).status).toBe(405);
      },
    },
  ],
};

async function asked(method: string, url: URL, headers: Record<string, string> = {}) {
  const response = await fetch(url, { method, redirect: 'manual', headers });
  return { status: response.status, html: await response.text() };
}
