import { Browser } from '../browser.js';
import { Agent, OUTSIDER } from '../support.js';
import { refused, hidden, type Table, titled, type Attack } from './attack.js';
import { codeIn } from './codes.js';
import { anna, annaBeforeCallback, ben, type Target } from './target.js';

const NOT_HERE = 'This sign-in was not begun in this browser';
const UNSIGNED = 'You did not sign in';
const CANNOT = 'This cannot be done';

/** The way back from Entra with other parameters. */
function callback(name: string, title: string, alter: (query: URLSearchParams) => void): Attack {
  return {
    name,
    run: async (target) => {
      const { person, callback: url } = await annaBeforeCallback(target, (await target.ask()).url);
      alter(url.searchParams);
      const page = await person.browser.open(url);
      refused(page, title);
      expect(page.html).not.toContain('evil');
    },
  };
}

/** The way to Entra with other parameters. */
function authorize(name: string, alter: (url: URL, target: Target) => void): Attack {
  return {
    name,
    run: async (target) => {
      const person = anna();
      person.browser.stopsBefore = '/authorize';
      const url = (await person.browser.open((await target.ask()).url)).next!;
      person.browser.stopsBefore = undefined;
      alter(url, target);
      const page = await person.open(url.href);
      expect(page.title).not.toBe('Send a draft?');
      hidden(page);
    },
  };
}

/** A request of Ben's, signed in by Ben, that somebody brings into Anna's browser. */
async function loginOfBen(target: Target): Promise<{ readonly back: URL; readonly cookies: Browser['cookies'] }> {
  const agent = new Agent(target.main, await target.tenant.token({ user: 'ben' }));
  const messageId = await agent.draftTo(OUTSIDER, { subject: 'Of Ben' });
  const { url = '' } = await agent.refused('mail_send_draft', { messageId });
  const person = ben();
  person.browser.stopsBefore = '/approvals/callback';
  return { back: (await person.open(url)).next!, cookies: person.browser.cookies };
}

/** State, nonce, code and cookies of a sign-in. */
export const signIns: Table = {
  name: 'sign-ins',
  attacks: [
    callback('no state', NOT_HERE, (query) => query.delete('state')),
    callback('another state', NOT_HERE, (query) => query.set('state', 'A'.repeat(32))),
    callback('a state that begins as the right one', NOT_HERE, (query) =>
      query.set('state', (query.get('state') ?? '').slice(0, 8).padEnd(32, 'A')),
    ),
    callback('two states', NOT_HERE, (query) => query.append('state', 'evil')),
    callback('a state that is markup', NOT_HERE, (query) => query.set('state', '<script>evil</script>')),
    callback('no code', UNSIGNED, (query) => query.delete('code')),
    callback('two codes', UNSIGNED, (query) => query.append('code', 'evil')),
    callback('a code of nobody', UNSIGNED, (query) => query.set('code', 'evil')),
    callback('a code of 6,000 characters', UNSIGNED, (query) => query.set('code', 'e'.repeat(6_000))),
    callback('an error with words of somebody else', UNSIGNED, (query) => {
      query.delete('code');
      query.set('error', 'evil<script>');
      query.set('error_description', '<img src=x onerror=evil()>');
      query.set('error_uri', 'https://evil.example');
    }),
    callback('a code of nobody and the issuer of another server', UNSIGNED, (query) => {
      query.set('code', 'evil');
      query.set('iss', 'https://evil.example');
      query.set('client_info', 'evil');
    }),
    authorize('without nonce', (url) => url.searchParams.delete('nonce')),
    authorize('with another nonce', (url) => url.searchParams.set('nonce', 'evil')),
    authorize('without PKCE', (url) => {
      url.searchParams.delete('code_challenge');
      url.searchParams.delete('code_challenge_method');
    }),
    authorize('with another PKCE challenge', (url) => url.searchParams.set('code_challenge', 'A'.repeat(43))),
    authorize('with a plain PKCE challenge', (url) => url.searchParams.set('code_challenge_method', 'plain')),
    authorize('with another state', (url) => url.searchParams.set('state', 'B'.repeat(32))),
    authorize('back to another host', (url) => url.searchParams.set('redirect_uri', 'https://evil.example/callback')),
    authorize('back to another path of this host', (url, { pages }) =>
      url.searchParams.set('redirect_uri', `${pages}decide`),
    ),
    authorize('by another client', (url, { tenant }) =>
      url.searchParams.set('client_id', tenant.clients.rogue.clientId),
    ),
    authorize('with the answer in a fragment', (url) => url.searchParams.set('response_mode', 'fragment')),
    {
      name: 'the code of one tab at the state of another',
      run: async (target) => {
        const person = anna();
        const code = await codeIn(person, (await target.ask({ subject: 'One' })).url);
        person.browser.stopsBefore = '/approvals/callback';
        const back = (await person.open((await target.ask({ subject: 'Two' })).url)).next!;
        person.browser.stopsBefore = undefined;
        back.searchParams.set('code', code);
        refused(await person.browser.open(back), UNSIGNED);
      },
    },
    {
      name: 'login CSRF: the state and code of a colleague in the browser of the person',
      run: async (target) => {
        const { back } = await loginOfBen(target);
        refused(await anna().browser.open(back), NOT_HERE);
      },
    },
    {
      name: 'login CSRF with the cookie of the colleague too: nothing is done as the person',
      run: async (target) => {
        const { back, cookies } = await loginOfBen(target);
        const person = anna();
        await person.open((await target.ask()).url);
        for (const [name, value] of cookies) if (name.includes('approval')) person.browser.cookies.set(name, value);
        const page = await person.browser.open(back);
        hidden(page);
        refused(await person.approve(page), 'This request is for another person');
      },
    },
    {
      name: 'the cookie of one sign-in under the name of another',
      run: async (target) => {
        const { person, callback: back } = await annaBeforeCallback(target, (await target.ask()).url);
        const other = await annaBeforeCallback(target, (await target.ask()).url);
        const nameOf = (url: URL) =>
          [...person.browser.cookies.keys(), ...other.person.browser.cookies.keys()].find((name) =>
            name.endsWith((url.searchParams.get('state') ?? '').slice(0, 8)),
          )!;
        const value = other.person.browser.cookies.get(nameOf(other.callback))!;
        person.browser.cookies.set(nameOf(back), value);
        refused(await person.browser.open(back), NOT_HERE);
      },
    },
    {
      name: 'the link as the cookie of a sign-in',
      run: async (target) => {
        const { sealed } = await target.ask();
        const browser = new Browser();
        browser.cookies.set('__Host-behalf-approval-AAAAAAAA', sealed);
        refused(await browser.open(`${target.pages}callback?code=x&state=${'A'.repeat(32)}`), NOT_HERE);
      },
    },
    {
      name: 'a sign-in that took too long',
      run: async (target) => {
        const { person, callback: back } = await annaBeforeCallback(target, (await target.ask()).url);
        target.later(11);
        refused(await person.browser.open(back), NOT_HERE);
      },
    },
    {
      name: 'the policy denies the tool between the approval and the callback',
      run: async (target) => {
        const { person, callback: back } = await annaBeforeCallback(target, (await target.ask()).url);
        target.serveBy('denying');
        refused(await person.browser.open(back), 'This is not allowed any more');
      },
    },
    {
      name: 'Entra does not answer at the approval',
      run: async (target) => {
        const { person, callback: back } = await annaBeforeCallback(target, (await target.ask()).url);
        target.tenant.faults.add({ service: 'entra', match: { path: '/token' }, kind: 'status', status: 503 });
        const page = await person.browser.open(back);
        expect(page.status).toBeGreaterThanOrEqual(400);
        hidden(page);
        titled(page, CANNOT);
      },
    },
  ],
};
