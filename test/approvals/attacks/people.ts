import { hidden, refused, type Table, titled } from './attack.js';
import { anna, ben } from './target.js';
import { hiddenFields } from '../../local-tenant/entra/browser.js';
import { actionOf } from '../browser.js';
import { Agent, Person } from '../support.js';

const OTHER = 'This request is for another person';
const UNSIGNED = 'You did not sign in';

/** Somebody else signs in, or the right person no longer may. */
export const people: Table = {
  name: 'people',
  attacks: [
    {
      name: 'a colleague opens the link',
      run: async (target) => refused(await ben().open((await target.ask()).url), OTHER),
    },
    {
      name: 'an administrator of the other tenant opens the link, and Entra does not offer the account',
      run: async (target) => {
        const page = await new Person('Otto Falk').browser.open((await target.ask()).url);
        expect(page.html).not.toContain('Otto Falk');
        hidden(page);
      },
    },
    {
      name: 'a person of another tenant signs in there and brings that code',
      run: async (target) => {
        const otto = new Person('Otto Falk');
        const { url } = await target.ask();
        otto.browser.stopsBefore = '/authorize';
        const authorize = (await otto.browser.open(url)).next!;
        authorize.pathname = authorize.pathname.replace(target.tenant.tenantId, 'organizations');
        otto.browser.stopsBefore = undefined;
        const page = await otto.open(authorize.href);
        expect([OTHER, UNSIGNED, 'This cannot be done']).toContain(page.title);
        hidden(page);
      },
    },
    {
      name: 'a guest of the tenant opens the link',
      run: async (target) => refused(await new Person('Eva Lind').open((await target.ask()).url), OTHER),
    },
    {
      name: 'a colleague signs in between the page and the approval',
      run: async (target) => {
        const person = anna();
        const page = await person.open((await target.ask()).url);
        person.browser.cookies.delete('ESTSAUTH');
        const swapped = await person.browser.press(page, 'Approve and do it');
        const asBen = new Person('Ben Carter', person.browser);
        refused(await asBen.signIn(swapped), OTHER);
      },
    },
    {
      name: 'a colleague posts the form of the page from another browser',
      run: async (target) => {
        const page = await anna().open((await target.ask()).url);
        const person = ben();
        await person.open((await target.ask()).url);
        refused(await person.browser.press(page, 'Approve and do it'), 'This did not come from the page of approval');
      },
    },
    {
      name: 'a colleague declines, and the person can still decide',
      run: async (target) => {
        const { url } = await target.ask();
        const page = await anna().open(url);
        const person = ben();
        refused(await person.browser.press(page, 'Decline'), 'This did not come from the page of approval');
        titled(await anna().open(url), 'Send a draft?');
      },
    },
    {
      name: 'a colleague asks for the draft of the person under their own name',
      run: async (target) => {
        const { messageId } = await target.ask();
        const token = await target.tenant.token({ user: 'ben' });
        const error = await new Agent(target.main, token).refused('mail_send_draft', { messageId });
        expect(error).toMatchObject({ code: 'not_found' });
      },
    },
    {
      name: 'the person cancels at Entra',
      run: async (target) => {
        const person = anna();
        const picker = await person.browser.open((await target.ask()).url);
        const form = new URLSearchParams({ ...hiddenFields(picker.html), decision: 'cancel' });
        refused(await person.browser.post(actionOf(picker), form, {}), UNSIGNED);
      },
    },
  ],
};
