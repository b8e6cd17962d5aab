import { actionOf, type Page, SAME_ORIGIN } from '../../approvals/browser.js';
import { hiddenFields } from '../../local-tenant/entra/browser.js';
import { anna, askForToken, authorizeUrl, decide, type Front, redemption, signIn } from '../support.js';
import { NOT_BEGUN_HERE, NOT_FROM_OUR_PAGE, refused, type Table } from './attack.js';

async function consent(front: Front, change = {}, person = anna()) {
  return { person, page: await person.browser.open(authorizeUrl(front, change)) };
}

/** The address of Entra to which an approval leads. */
async function approvedUrl(front: Front) {
  const { person, page } = await consent(front);
  person.browser.stopsBefore = '/oauth2/v2.0/authorize';
  const { next } = await person.browser.press(page, 'Approve and sign in');
  person.browser.stopsBefore = undefined;
  return { person, url: next as URL };
}

/** The address with Entra's code, not yet opened. */
async function callbackUrl(front: Front) {
  const { person, page } = await consent(front);
  person.browser.stopsBefore = '/authorization/callback';
  const end = await person.signIn(await person.browser.press(page, 'Approve and sign in'));
  person.browser.stopsBefore = '/done?';
  return { person, url: end.next as URL };
}

const approve = (page: Page, form = hiddenFields(page.html).form ?? '') =>
  new URLSearchParams({ form, decision: 'approve' });

function forged(name: string, headers: Record<string, string>) {
  return {
    name,
    run: async (front: Front) => {
      const { person, page } = await consent(front);
      refused(await person.browser.post(actionOf(page), approve(page), headers), NOT_FROM_OUR_PAGE);
    },
  };
}

export const browsers: Table = {
  name: 'A browser',
  attacks: [
    {
      name: 'that approves without the cookie of the page',
      run: async (front) => {
        const { page } = await consent(front);
        refused(await anna().browser.post(actionOf(page), approve(page)), NOT_FROM_OUR_PAGE);
      },
    },
    {
      name: 'that approves a form which was made for another browser',
      run: async (front) => {
        const [{ page }, { person }] = [await consent(front), await consent(front)];
        refused(await person.browser.post(actionOf(page), approve(page)), NOT_FROM_OUR_PAGE);
      },
    },
    forged('that approves from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
    forged('that approves from another host of the site', { origin: 'null', 'sec-fetch-site': 'same-site' }),
    forged('that approves from another port', { origin: 'https://localhost:1', 'sec-fetch-site': 'same-site' }),
    forged('that approves and tells nothing of where from', {}),
    forged('that approves from a page without an origin', { origin: 'null' }),
    {
      name: 'that approves by a link',
      run: async (front) => {
        const { person, page } = await consent(front);
        const url = actionOf(page);
        url.search = approve(page).toString();
        const { status, html } = await person.browser.open(url);
        expect(status).toBe(404);
        expect(html).not.toContain('oauth2/v2.0/authorize');
      },
    },
    {
      name: 'that approves an altered form',
      run: async (front) => {
        const { person, page } = await consent(front);
        const { form = '' } = hiddenFields(page.html);
        const changed = `${form.slice(0, 20)}${form[20] === 'A' ? 'B' : 'A'}${form.slice(21)}`;
        refused(await person.browser.post(actionOf(page), approve(page, changed)), NOT_FROM_OUR_PAGE);
      },
    },
    {
      name: 'that approves a form which is over',
      run: async (front) => {
        const { person, page } = await consent(front);
        front.later(601);
        refused(await person.browser.post(actionOf(page), approve(page)), NOT_FROM_OUR_PAGE);
      },
    },
    {
      name: 'that decides neither way',
      run: async (front) => {
        const { person, page } = await consent(front);
        const body = new URLSearchParams({ form: hiddenFields(page.html).form ?? '', decision: 'maybe' });
        refused(await person.browser.post(actionOf(page), body, SAME_ORIGIN), NOT_FROM_OUR_PAGE);
      },
    },
    {
      name: 'that approved one client and is sent to another: it is asked again',
      run: async (front) => {
        const person = anna();
        await signIn(front, {}, person);
        const change = { client_id: 'other', redirect_uri: 'https://other.example/done' };
        const { page } = await consent(front, change, person);
        expect(page).toMatchObject({ status: 200, title: 'Let this application act as you?', next: undefined });
      },
    },
    {
      name: 'whose approval of one client is put in place of the form of another: the first one is answered',
      run: async (front) => {
        const { person, page } = await consent(front);
        const { form = '' } = hiddenFields(page.html);
        const change = { client_id: 'other', redirect_uri: 'https://other.example/done' };
        const other = (await consent(front, change, person)).page;
        const swapped = { ...other, html: other.html.replace(hiddenFields(other.html).form ?? '', form) };
        expect((await decide(person, swapped)).host).toBe('127.0.0.1:33418');
      },
    },
    {
      name: 'that is sent to Entra with the state of somebody who approved for themselves',
      run: async (front) => {
        const { url } = await approvedUrl(front);
        const victim = anna();
        refused(await victim.signIn(await victim.browser.open(url)), NOT_BEGUN_HERE);
      },
    },
    {
      name: 'that is given somebody else’s code',
      run: async (front) => {
        const { url } = await callbackUrl(front);
        refused(await anna().browser.open(url), NOT_BEGUN_HERE);
      },
    },
    {
      name: 'that is given somebody else’s code with its own state: the code is worth nothing',
      run: async (front) => {
        const [attacker, victim] = [await callbackUrl(front), await callbackUrl(front)];
        victim.url.searchParams.set('code', attacker.url.searchParams.get('code') ?? '');
        const { next } = await victim.person.browser.open(victim.url);
        expect((await askForToken(front, redemption(next as URL))).body).toMatchObject({ error: 'invalid_grant' });
      },
    },
    {
      name: 'that comes back without a state',
      run: async (front) => {
        const { person, url } = await callbackUrl(front);
        url.searchParams.delete('state');
        refused(await person.browser.open(url), NOT_BEGUN_HERE);
      },
    },
    {
      name: 'that comes back with two states',
      run: async (front) => {
        const { person, url } = await callbackUrl(front);
        url.searchParams.append('state', 'x');
        refused(await person.browser.open(url), 'This sign-in cannot begin');
      },
    },
    {
      name: 'that comes back twice',
      run: async (front) => {
        const { person, url } = await callbackUrl(front);
        expect((await person.browser.open(url)).next?.searchParams.has('code')).toBe(true);
        refused(await person.browser.open(url), NOT_BEGUN_HERE);
      },
    },
    {
      name: 'that comes back too late',
      run: async (front) => {
        const { person, url } = await callbackUrl(front);
        front.later(601);
        refused(await person.browser.open(url), NOT_BEGUN_HERE);
      },
    },
    {
      name: 'whose cookie of the sign-in was altered',
      run: async (front) => {
        const { person, url } = await callbackUrl(front);
        for (const [name, value] of person.browser.cookies)
          if (name.includes('behalf-front')) person.browser.cookies.set(name, `${value.slice(0, -2)}AA`);
        refused(await person.browser.open(url), NOT_BEGUN_HERE);
      },
    },
    {
      name: 'that brings a form of consent as the cookie of a sign-in',
      run: async (front) => {
        const { person, page } = await consent(front);
        const { form = '' } = hiddenFields(page.html);
        person.browser.cookies.set('__Host-behalf-front-aaaaaaaa', form);
        const url = new URL(`/authorization/callback?code=x&state=${'a'.repeat(32)}`, front.origin);
        refused(await person.browser.open(url), NOT_BEGUN_HERE);
      },
    },
    {
      name: 'that brings the state of the front to the page of approvals',
      run: async (front) => {
        const { person, url } = await callbackUrl(front);
        const page = await person.browser.open(url.href.replace('/authorization/', '/approvals/'));
        expect(page.status).toBeGreaterThanOrEqual(400);
      },
    },
    {
      name: 'to which Entra says why not: the client is told a number, and no words',
      run: async (front) => {
        const { person, url } = await callbackUrl(front);
        url.searchParams.delete('code');
        url.searchParams.set('error', 'invalid_client');
        url.searchParams.set('error_description', 'AADSTS7000215: anna@fernglas.example');
        const { next } = await person.browser.open(url);
        expect(next?.searchParams.get('error')).toBe('server_error');
        expect(next?.href).toContain('AADSTS7000215');
        expect(next?.href).not.toContain('fernglas');
      },
    },
  ],
};
