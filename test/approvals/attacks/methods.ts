import { Browser } from '../browser.js';
import { hiddenFields } from '../../local-tenant/entra/browser.js';
import { type Attack, hidden, type Table, titled } from './attack.js';
import { anna, type Target } from './target.js';

/** Reads or asks without the form, and then the person still decides. */
function harmless(name: string, request: (url: string, target: Target) => Promise<Response>): Attack {
  return {
    name,
    run: async (target) => {
      const { url } = await target.ask();
      const response = await request(url, target);
      hidden({ html: await response.text(), headers: response.headers });
      titled(await anna().open(url), 'Send a draft?');
    },
  };
}

const by = (method: string) => (url: string) => fetch(url, { method, redirect: 'manual' });

/** Anna's page, and what her form would post. */
export async function form(target: Target) {
  const person = anna();
  const page = await person.open((await target.ask()).url);
  const fields = { ...hiddenFields(page.html), decision: 'approve' };
  const cookie = [...person.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { fields, cookie, decide: `${target.pages}decide` };
}

function posted(name: string, init: (fields: Record<string, string>) => RequestInit, query = false): Attack {
  return {
    name,
    run: async (target) => {
      const { fields, cookie, decide } = await form(target);
      const { headers, ...request } = init(fields);
      const response = await fetch(query ? `${decide}?${new URLSearchParams(fields).toString()}` : decide, {
        ...request,
        redirect: 'manual',
        headers: { cookie, 'sec-fetch-site': 'same-origin', origin: new URL(decide).origin, ...headers },
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      hidden({ html: await response.text(), headers: response.headers });
    },
  };
}

const FORM = 'application/x-www-form-urlencoded';

/** Other methods and forms of a request than the form of the page. */
export const methods: Table = {
  name: 'methods',
  attacks: [
    harmless('HEAD', by('HEAD')),
    harmless('OPTIONS', by('OPTIONS')),
    harmless('POST to the link', by('POST')),
    harmless('PUT to the link', by('PUT')),
    harmless('DELETE of the link', by('DELETE')),
    harmless('PATCH of the link', by('PATCH')),
    harmless('approve in the query', (url) =>
      fetch(`${url}?decision=approve&approve=1&approved=true`, { redirect: 'manual' }),
    ),
    harmless('another method by header', (url) =>
      fetch(url, { redirect: 'manual', headers: { 'x-http-method-override': 'POST', 'x-method-override': 'POST' } }),
    ),
    harmless('another method by query', (url) => fetch(`${url}?_method=POST`, { redirect: 'manual' })),
    harmless('the link with a slash behind it, twice named', (url) =>
      fetch(`${url}/?request=x&request=y`, { redirect: 'manual' }),
    ),
    posted('the form by GET', () => ({ method: 'GET' }), true),
    posted('the form in the query of a POST', () => ({ method: 'POST', headers: { 'content-type': FORM } }), true),
    posted('the form as JSON', (fields) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    })),
    posted('the form as plain text', (fields) => ({
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: new URLSearchParams(fields).toString(),
    })),
    posted('the form as parts', (fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return { method: 'POST', body };
    }),
    posted('the form packed', (fields) => ({
      method: 'POST',
      headers: { 'content-type': FORM, 'content-encoding': 'gzip' },
      body: new URLSearchParams(fields).toString(),
    })),
    posted('the form with 20,000 more characters', (fields) => ({
      method: 'POST',
      body: new URLSearchParams({ ...fields, more: 'x'.repeat(20_000) }),
    })),
    posted('the form with a hundred fields', (fields) => ({
      method: 'POST',
      body: new URLSearchParams([
        ...Object.entries(fields),
        ...Array.from({ length: 100 }, (_, index): [string, string] => [`field${index}`, 'x']),
      ]),
    })),
    {
      name: 'what a link without cookies shows',
      run: async (target) => {
        const browser = new Browser();
        hidden(await browser.open((await target.ask()).url));
      },
    },
  ],
};
