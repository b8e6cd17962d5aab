import { hiddenFields } from '../../local-tenant/entra/browser.js';
import { actionOf } from '../browser.js';
import { type Attack, refused, type Table, titled } from './attack.js';
import { anna } from './target.js';

const FOREIGN = 'This did not come from the page of approval';

/** The right form in the right browser, from somewhere else. */
function sentFrom(name: string, headers: Record<string, string>): Attack {
  return {
    name,
    run: async (target) => {
      const person = anna();
      const page = await person.open((await target.ask()).url);
      refused(await person.browser.press(page, 'Approve and do it', headers), FOREIGN);
      refused(await person.browser.press(page, 'Decline', headers), FOREIGN);
      titled(
        await person.open(page.url.href.replace(/\/callback.*/, `/${(await target.ask()).sealed}`)),
        'Send a draft?',
      );
    },
  };
}

type Fields = readonly (readonly [string, string])[];

/** From the page itself, with other fields. */
function withFields(name: string, alter: (fields: Record<string, string>) => Fields): Attack {
  return {
    name,
    run: async (target) => {
      const person = anna();
      const page = await person.open((await target.ask()).url);
      const fields = alter(hiddenFields(page.html)).map(([key, value]): [string, string] => [key, value]);
      refused(await person.browser.post(actionOf(page), new URLSearchParams(fields)), FOREIGN);
    },
  };
}

const APPROVE = ['decision', 'approve'] as const;

/** Posts from other sites and without the token of the page. */
export const posts: Table = {
  name: 'posts',
  attacks: [
    sentFrom('from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
    sentFrom('from another site, as an old browser sends it', { origin: 'https://evil.example' }),
    sentFrom('from a sister host', { origin: 'https://other.localhost', 'sec-fetch-site': 'same-site' }),
    sentFrom('from another port of this host', { origin: 'https://localhost:1', 'sec-fetch-site': 'same-site' }),
    sentFrom('from this host without TLS', { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }),
    sentFrom('from a page without origin, as an old browser sends it', { origin: 'null' }),
    sentFrom('from a frame without origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }),
    sentFrom('from the address bar', { 'sec-fetch-site': 'none' }),
    sentFrom('from a program that says nothing of where', {}),
    sentFrom('from an origin that begins as ours', {
      origin: 'https://localhost.evil.example',
      'sec-fetch-site': 'cross-site',
    }),
    sentFrom('from a foreign origin that says it is ours', {
      origin: 'https://evil.example',
      'sec-fetch-site': 'same-origin',
    }),
    withFields('no token', () => [APPROVE]),
    withFields('an empty token', () => [['shown', ''], APPROVE]),
    withFields('a token of nobody', () => [['shown', 'v1.AAAA'], APPROVE]),
    withFields('a token that is altered', ({ shown = '' }) => [['shown', shown.replace(/.{3}$/, 'AAA')], APPROVE]),
    withFields('two tokens', ({ shown = '' }) => [['shown', shown], ['shown', shown], APPROVE]),
    withFields('the token as part of an object', ({ shown = '' }) => [['shown[a]', shown], APPROVE]),
    withFields('fields of the prototype', () => [['__proto__[shown]', 'x'], ['constructor', 'x'], APPROVE]),
    withFields('no decision', ({ shown = '' }) => [['shown', shown]]),
    withFields('another decision', ({ shown = '' }) => [
      ['shown', shown],
      ['decision', 'APPROVE'],
    ]),
    withFields('both decisions', ({ shown = '' }) => [['shown', shown], ['decision', 'decline'], APPROVE]),
    {
      name: 'the token of another page of the same person approves only that page',
      run: async (target) => {
        const person = anna();
        const [one, two] = [await target.ask({ subject: 'One' }), await target.ask({ subject: 'Two' })];
        const pages = [await person.open(one.url), await person.open(two.url)] as const;
        await person.decline(pages[0]);
        const { shown = '' } = hiddenFields(pages[0].html);
        const fields = new URLSearchParams({ shown, decision: 'approve' });
        titled(await person.signIn(await person.browser.post(actionOf(pages[1]), fields)), 'You declined this');
      },
    },
    {
      name: 'the token of a page that another browser was shown',
      run: async (target) => {
        const { url } = await target.ask();
        const [one, two] = [anna(), anna()];
        const page = await one.open(url);
        await two.open(url);
        refused(await two.browser.press(page, 'Approve and do it'), FOREIGN);
      },
    },
    {
      name: 'the token of a page whose draft was changed since',
      run: async (target) => {
        const { url, messageId } = await target.ask();
        const person = anna();
        const page = await person.open(url);
        await target.agent.do('mail_update_draft', { messageId, to: ['stranger@evil.example'] });
        const anew = await person.approve(page);
        titled(anew, 'Send a draft?');
        expect(anew.html).toContain('stranger@evil.example');
        titled(await person.approve(page), 'Send a draft?');
      },
    },
    {
      name: 'a token after the link is over',
      run: async (target) => {
        const person = anna();
        const page = await person.open((await target.ask()).url);
        target.later(21);
        refused(await person.browser.press(page, 'Approve and do it'), FOREIGN);
      },
    },
    {
      name: 'a token while the sign-in lasts and the link is over',
      run: async (target) => {
        const { url } = await target.ask();
        const person = anna();
        target.later(13);
        const page = await person.open(url);
        target.later(8);
        refused(await person.browser.press(page, 'Approve and do it'), 'This link is over');
      },
    },
  ],
};
