import { hiddenFields } from '../../local-tenant/entra/browser.js';
import { sendBytes } from '../../attack/support/wire.js';
import { actionOf, Browser } from '../browser.js';
import { type Attack, hidden, refused, type Table, titled } from './attack.js';
import { codeIn } from './codes.js';
import { anna, annaBeforeCallback, ben, type Target } from './target.js';

const NOT_HERE = 'This sign-in was not begun in this browser';
const FOREIGN = 'This did not come from the page of approval';
const UNSIGNED = 'You did not sign in';

/** The right answer of Entra, in a browser whose cookies somebody else had a hand in. */
function tossed(name: string, cookies: (name: string, value: string) => string): Attack {
  return {
    name,
    run: async (target) => {
      const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
      const [own, value] = flowOf(person.browser, callback);
      const response = await fetch(callback, { redirect: 'manual', headers: { cookie: cookies(own, value) } });
      const html = await response.text();
      expect({ status: response.status, html }).toEqual({ status: 400, html: expect.stringContaining(NOT_HERE) });
      hidden({ html, headers: response.headers });
    },
  };
}

/** The cookie in which a browser keeps the sign-in that an answer of Entra belongs to. */
function flowOf({ cookies }: Browser, callback: URL): readonly [name: string, value: string] {
  const end = (callback.searchParams.get('state') ?? '').slice(0, 8);
  const found = [...cookies].find(([name]) => name.endsWith(end));
  if (!found) throw new Error('The browser has no cookie of the sign-in.');
  return found;
}

/** Anna's form, altered in its bytes or headers, sent with her cookies. */
function sent(name: string, alter: (form: { headers: Record<string, string>; body: string }) => void): Attack {
  return {
    name,
    run: async (target) => {
      const person = anna();
      const page = await person.open((await target.ask()).url);
      const body = new URLSearchParams({ ...hiddenFields(page.html), decision: 'approve' }).toString();
      const cookie = [...person.browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
      const origin = new URL(target.pages).origin;
      const headers = { cookie, origin, 'sec-fetch-site': 'same-origin', 'content-type': FORM };
      const form = { headers, body };
      alter(form);
      const response = await fetch(actionOf(page), { method: 'POST', redirect: 'manual', ...form });
      expect(response.status).toBeGreaterThanOrEqual(400);
      hidden({ html: await response.text(), headers: response.headers });
    },
  };
}

const FORM = 'application/x-www-form-urlencoded';

/** Something happens to the server between the approval and the way back. */
function meanwhile(name: string, server: 'off' | 'otherKey', title: string): Attack {
  return {
    name,
    run: async (target) => {
      const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
      target.serveBy(server);
      refused(await person.browser.open(callback), title);
    },
  };
}

/** Fixed, tossed and swapped sessions, forms from other hands (RFC 9700, RFC 6265bis, OWASP's sheets on both). */
export const sessions: Table = {
  name: 'sessions',
  attacks: [
    tossed('its cookie without the prefix that keeps sister hosts out', (name, value) => {
      return `${name.replace('__Host-', '')}=${value}`;
    }),
    tossed('its cookie with another prefix', (name, value) => `${name.replace('__Host-', '__Secure-')}=${value}`),
    tossed('its cookie in small letters', (name, value) => `${name.toLowerCase()}=${value}`),
    tossed('a cookie without a name whose value looks like one', (name, value) => `=${name}=${value}`),
    tossed('a space that does not break before its name, which a sister host can set', (name, value) => {
      return `a=b; \u00a0${name}=${value}`;
    }),
    tossed('a second cookie of the name behind it', (name, value) => `${name}=${value}; ${name}=v1.AAAA`),
    tossed('its cookie within the quotes of another', (name, value) => `a="b; ${name}=${value}"`),
    tossed('its value in quotes', (name, value) => `${name}="${value}"`),
    tossed('its value cut off', (name, value) => `${name}=${value.slice(0, -1)}`),
    {
      name: 'a sign-in that somebody else began, brought to the person: it ends nowhere',
      run: async (target) => {
        const { url } = await target.ask();
        const attacker = new Browser();
        attacker.stopsBefore = '/authorize';
        const authorize = (await attacker.open(url)).next!;
        refused(await anna().open(authorize.href), NOT_HERE);
        titled(await anna().open(url), 'Send a draft?');
      },
    },
    {
      name: 'the code of the person in a sign-in that a colleague began for the same link',
      run: async (target) => {
        const { url } = await target.ask();
        const code = await codeIn(anna(), url);
        const attacker = ben();
        attacker.browser.stopsBefore = '/approvals/callback';
        const back = (await attacker.open(url)).next!;
        attacker.browser.stopsBefore = undefined;
        back.searchParams.set('code', code);
        refused(await attacker.browser.open(back), UNSIGNED);
      },
    },
    {
      name: 'the sealed text of a form as the cookie of a sign-in',
      run: async (target) => {
        const person = anna();
        const page = await person.open((await target.ask()).url);
        const { shown = '' } = hiddenFields(page.html);
        const browser = new Browser();
        browser.cookies.set('__Host-behalf-approval-AAAAAAAA', shown);
        refused(await browser.open(`${target.pages}callback?code=x&state=${'A'.repeat(32)}`), NOT_HERE);
      },
    },
    {
      name: 'the cookie of a sign-in, or the link, as the token of a form',
      run: async (target) => {
        const { url, sealed } = await target.ask();
        const person = anna();
        const page = await person.open(url);
        for (const shown of [...person.browser.cookies.values(), sealed]) {
          const fields = new URLSearchParams({ shown, decision: 'approve' });
          refused(await person.browser.post(actionOf(page), fields), FOREIGN);
        }
      },
    },
    {
      name: 'states that every object has',
      run: async ({ pages }) => {
        for (const state of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'state[]'])
          refused(await new Browser().open(`${pages}callback?code=x&state=${encodeURIComponent(state)}`), NOT_HERE);
        refused(await new Browser().open(`${pages}callback?code=x&state[a]=${'A'.repeat(32)}`), NOT_HERE);
      },
    },
    {
      name: 'the answer of Entra as a form, which another site can post',
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        const page = await person.browser.post(new URL('callback', target.pages), callback.searchParams);
        expect(page.status).toBeGreaterThanOrEqual(400);
        hidden(page);
      },
    },
    {
      name: 'the way to Entra carries nothing of the request',
      run: async ({ ask }) => {
        const { url, sealed, messageId } = await ask();
        const browser = new Browser();
        browser.stopsBefore = '/authorize';
        const { next } = await browser.open(url);
        for (const text of [sealed, messageId, 'mail_send_draft'])
          expect(decodeURIComponent(next!.href)).not.toContain(text);
      },
    },
    meanwhile('the operator switches approvals off', 'off', 'This link is not needed any more'),
    meanwhile('the operator changes the key', 'otherKey', NOT_HERE),
    sent('two places of origin, ours first', ({ headers }) => (headers['sec-fetch-site'] = 'same-origin, cross-site')),
    sent('two origins, ours first', ({ headers }) => (headers['origin'] += ', https://evil.example')),
    sent('an origin with a path', ({ headers }) => (headers['origin'] += '/approvals')),
    sent('an origin with somebody before the host', ({ headers }) => {
      headers['origin'] = (headers['origin'] ?? '').replace('://', '://user@');
    }),
    sent('the word of the button in wide letters', (form) => {
      form.body = form.body.replace('approve', encodeURIComponent('\uff41\uff50\uff50\uff52\uff4f\uff56\uff45'));
    }),
    sent('the word of the button with a null byte', (form) => (form.body = form.body.replace('approve', 'approve%00'))),
    sent('the token under a name in brackets', (form) => (form.body = form.body.replace('shown=', 'shown%5B%5D='))),
    sent('names in a charset that hides them', ({ headers }) => (headers['content-type'] = `${FORM}; charset=utf-7`)),
    sent('no type at all', ({ headers }) => delete headers['content-type']),
    sent('a type that only begins as that of forms', ({ headers }) => (headers['content-type'] = `${FORM}x`)),
    {
      name: 'a request within a request',
      run: async (target) => {
        const { url } = await target.ask();
        const { pathname } = new URL(url);
        const head = `POST /approvals/decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n`;
        const inner = `0\r\n\r\nGET ${pathname} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
        const { status, text, headers } = await sendBytes(target.main.url, `${head}\r\n${inner}`);
        expect(status).toBe(400);
        hidden({ html: text, headers });
      },
    },
    {
      name: 'the link under other names of its path keeps what protects it',
      run: async (target) => {
        const { sealed } = await target.ask();
        for (const path of ['/APPROVALS/', '/approvals//', '/Approvals/./', '//approvals/', '/approvals;x=y/']) {
          const { html, headers } = await ownPath(target, `${path}${sealed}`);
          hidden({ html, headers });
          if (headers.get('location') !== null) expect(headers.get('cache-control')).toBe('no-store');
        }
      },
    },
    {
      name: 'a line end in the link makes no header',
      run: async ({ pages }) => {
        for (const end of ['%0d%0a', '%0a', '%E5%98%8A%E5%98%8D', '%u000d%u000a']) {
          const response = await fetch(`${pages}v1.A${end}Set-Cookie:%20a=b`, { redirect: 'manual' });
          expect(response.headers.getSetCookie()).toEqual([]);
          expect(response.status).toBeGreaterThanOrEqual(400);
        }
      },
    },
    {
      name: 'an answer to a browser that takes packed ones, whose length would tell the token beside chosen words',
      run: async ({ ask }) => {
        const page = await anna().open((await ask()).url);
        titled(page, 'Send a draft?');
        expect(page.headers.get('content-encoding')).toBeNull();
      },
    },
  ],
};

async function ownPath({ pages }: Target, path: string) {
  const response = await fetch(new URL(pages).origin + path, { redirect: 'manual' });
  return { html: await response.text(), headers: response.headers };
}
