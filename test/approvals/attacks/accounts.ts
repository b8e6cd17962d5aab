import { refused, hidden, type Table } from './attack.js';
import { codeIn, codeOfClient } from './codes.js';
import { anna, annaBeforeCallback, ben, type Target } from './target.js';

const UNSIGNED = 'You did not sign in';

/** What Entra gives changes on the way, or comes from elsewhere. */
export const accounts: Table = {
  name: 'accounts',
  attacks: [
    {
      name: 'the account is blocked before the sign-in',
      run: async (target) => {
        const { url } = await target.ask();
        change(target, { blocked: true });
        hidden(await anna().open(url));
      },
    },
    {
      name: 'the account is blocked between the page and the approval',
      run: async (target) => {
        const person = anna();
        const page = await person.open((await target.ask()).url);
        change(target, { blocked: true });
        hidden(await person.approve(page));
      },
    },
    {
      name: 'the account is blocked after Entra gave the code',
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        change(target, { blocked: true });
        refused(await person.browser.open(callback), 'This cannot be done');
      },
    },
    {
      name: 'the sign-ins of the person are revoked after Entra gave the code',
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        target.tenant.state.issued.revoke(idOfAnna(target.tenant), target.tenant.clock());
        refused(await person.browser.open(callback), UNSIGNED);
      },
    },
    {
      name: 'Entra demands a second factor between the page and the approval, and the person leaves',
      run: async (target) => {
        const person = anna();
        const page = await person.open((await target.ask()).url);
        change(target, { mfaRequired: true });
        hidden(await person.browser.press(page, 'Approve and do it'));
      },
    },
    {
      name: 'Graph refuses to send at the approval',
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        target.tenant.faults.add({ service: 'graph', match: { path: '/send' }, kind: 'status', status: 403 });
        refused(await person.browser.open(callback), 'This cannot be done');
      },
    },
    {
      name: 'a code of the person that another client obtained comes to the callback',
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        callback.searchParams.set('code', await codeOfClient(target, 'foundry'));
        refused(await person.browser.open(callback), UNSIGNED);
      },
    },
    {
      name: 'the code of a colleague comes to the callback of the person',
      run: async (target) => {
        const { person, callback } = await annaBeforeCallback(target, (await target.ask()).url);
        callback.searchParams.set('code', await codeIn(ben(), (await target.ask()).url));
        refused(await person.browser.open(callback), UNSIGNED);
      },
    },
  ],
};

function change({ tenant }: Target, rule: Parameters<typeof tenant.state.accounts.change>[1]): void {
  tenant.state.accounts.change(idOfAnna(tenant), rule);
}

function idOfAnna(tenant: Target['tenant']): string {
  return tenant.directory.user('anna')?.id ?? '';
}
