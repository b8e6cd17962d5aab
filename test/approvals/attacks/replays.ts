import { Browser } from '../browser.js';
import { hidden, refused, type Table, titled } from './attack.js';
import { anna, annaBeforeCallback, ask } from './target.js';

const UNSIGNED = 'You did not sign in';
const DONE = 'This is done already';

/** What was used is used again. */
export const replays: Table = {
  name: 'replays',
  attacks: [
    {
      name: 'the link after it was approved',
      sends: 1,
      run: async (target) => {
        const { url } = await target.ask();
        const person = anna();
        titled(await person.approve(await person.open(url)), 'Done');
        titled(await person.open(url), DONE);
        titled(await anna().open(url), DONE);
      },
    },
    {
      name: 'the form after it was approved',
      sends: 1,
      run: async (target) => {
        const person = anna();
        const page = await person.open((await target.ask()).url);
        titled(await person.approve(page), 'Done');
        titled(await person.approve(page), DONE);
      },
    },
    {
      name: 'the way back from Entra after it was approved',
      sends: 1,
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        titled(await person.browser.open(callback), 'Done');
        refused(await person.browser.open(callback), 'This sign-in was not begun in this browser');
      },
    },
    {
      name: 'the way back from Entra, with the cookie that was there before',
      sends: 1,
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        const cookies = new Map(person.browser.cookies);
        titled(await person.browser.open(callback), 'Done');
        for (const [name, value] of cookies) person.browser.cookies.set(name, value);
        refused(await person.browser.open(callback), UNSIGNED);
      },
    },
    {
      name: 'the way back from Entra in another browser',
      run: async (target) => {
        const { callback } = await annaBeforeCallback(target, (await target.ask()).url);
        refused(await new Browser().open(callback), 'This sign-in was not begun in this browser');
      },
    },
    {
      name: 'the way back from Entra twice at the same moment',
      sends: 1,
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        const pages = await Promise.all([person.browser.open(callback), person.browser.open(callback)]);
        expect(pages.filter(({ title }) => title === 'Done')).toHaveLength(1);
      },
    },
    {
      name: 'a double click on approve',
      sends: 1,
      run: async (target) => {
        const person = anna();
        const page = await person.open((await target.ask()).url);
        const pages = await Promise.all([person.approve(page), person.approve(page)]);
        expect(pages.filter(({ title }) => title === 'Done')).toHaveLength(1);
      },
    },
    {
      name: 'ten browsers approve at the same moment',
      sends: 1,
      run: async (target) => {
        const { url } = await target.ask();
        const ready = await Promise.all(Array.from({ length: 10 }, () => annaBeforeCallback(target, url)));
        const pages = await Promise.all(ready.map(({ person, callback }) => person.browser.open(callback)));
        expect(pages.filter(({ title }) => title === 'Done')).toHaveLength(1);
      },
    },
    {
      name: 'approve after decline, in the same browser and in another',
      run: async (target) => {
        const { url } = await target.ask();
        const [one, two] = [anna(), anna()];
        const pages = [await one.open(url), await two.open(url)] as const;
        titled(await one.decline(pages[0]), 'You declined');
        titled(await one.approve(pages[0]), 'You declined this');
        titled(await two.approve(pages[1]), 'You declined this');
        titled(await one.open(url), 'You declined this');
      },
    },
    {
      name: 'approve what was declined in another state of the draft',
      run: async (target) => {
        const { url, messageId } = await target.ask();
        const [one, two] = [anna(), anna()];
        const before = await one.open(url);
        await target.agent.do('mail_update_draft', { messageId, subject: 'Other' });
        const after = await two.open(url);
        titled(await one.decline(before), 'You declined');
        titled(await two.approve(after), 'You declined this');
      },
    },
    {
      name: 'decline while it is shown in another state, then approve the state before',
      run: async (target) => {
        const { url, messageId } = await target.ask();
        const [one, two] = [anna(), anna()];
        await target.agent.do('mail_update_draft', { messageId, subject: 'Other' });
        const [shown, alsoShown] = [await one.open(url), await two.open(url)];
        titled(await one.decline(shown), 'You declined');
        titled(await two.approve(alsoShown), 'You declined this');
      },
    },
    {
      name: 'the code of the page at its callback again',
      run: async (target) => {
        const person = anna();
        person.browser.stopsBefore = '/approvals/callback';
        const { next } = await person.open((await target.ask()).url);
        person.browser.stopsBefore = undefined;
        titled(await person.browser.open(next!), 'Send a draft?');
        refused(await person.browser.open(next!), UNSIGNED);
      },
    },
    {
      name: 'a link of a draft that was sent from elsewhere meanwhile',
      sends: 1,
      run: async (target) => {
        const { url, messageId } = await target.ask();
        const page = await anna().open(url);
        const token = await target.tenant.token({ user: 'anna', audience: 'graph' });
        const path = `${target.tenant.graphUrl}/v1.0/me/messages/${messageId}/send`;
        const sent = await fetch(path, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
        expect(sent.status).toBe(202);
        hidden(await anna().open(url));
        expect(page.title).toBe('Send a draft?');
      },
    },
    {
      name: 'forty programs that follow links, and then the person still decides',
      run: async (target) => {
        const { url } = await ask(target.agent);
        const scanners = Array.from({ length: 40 }, (_, index) =>
          new Browser().open(url, { 'user-agent': `scanner ${index}`, purpose: 'prefetch', 'sec-purpose': 'prefetch' }),
        );
        for (const page of await Promise.all(scanners)) hidden(page);
        titled(await anna().open(url), 'Send a draft?');
      },
    },
  ],
};
