import { json } from './fake-graph.js';
import { MESSAGE, type MailFixture, mailFixture, user } from './mail-fixture.js';

let graph: MailFixture['graph'];
let mail: MailFixture['mail'];
let read: MailFixture['read'];
const fixture = mailFixture();
beforeAll(() => ({ graph, mail, read } = fixture()));

describe('Who sent a message', () => {
  const people = (name: string, address: string) => ({ emailAddress: { name, address } });
  const boss = people('Boss', 'boss@f.example');

  it.each([
    [
      'somebody on behalf of another',
      people('Office', 'office@f.example'),
      { name: 'Office', address: 'office@f.example' },
    ],
    ['the writer', people('The boss', 'BOSS@f.example'), undefined],
    ['the writer, by an address of Exchange', people('Boss', '/o=ExchangeLabs/cn=boss'), undefined],
    ['nobody that is known', null, undefined],
  ])('is said where it is not the writer: %s', async (_what, sender, told) => {
    expect(await read({ from: boss, sender })).toMatchObject({ from: { name: 'Boss', address: 'boss@f.example' } });
    expect((await read({ from: boss, sender })).sender).toEqual(told);
  });

  it('is who wrote it where nobody else is named', async () => {
    const { from, sender } = await read({ from: null, sender: boss });
    expect([from, sender]).toEqual([{ name: 'Boss', address: 'boss@f.example' }, undefined]);
  });

  it.each([
    [" 'robin@x.example' ", 'Robin@x.example', { address: 'Robin@x.example' }],
    ['  ', 'robin@x.example', { address: 'robin@x.example' }],
    ['ceo@f.example', 'evil@x.example', { name: 'ceo@f.example', address: 'evil@x.example' }],
  ])('has a name that is more than the address: %j of %s', async (name, address, told) => {
    expect((await read({ from: people(name, address) })).from).toEqual(told);
  });
});

describe('Somebody without a mail address', () => {
  const X500 = '/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=robin';
  const nameless = { emailAddress: {} };
  const named = { emailAddress: { name: 'Robin' } };
  const exchange = { emailAddress: { name: 'Eva', address: X500 } };

  it('is the sender all the same, of a message that is not a draft', async () => {
    expect(await read({ from: named })).toMatchObject({ from: { name: 'Robin' }, isDraft: false });
    expect(await read({ from: exchange })).toMatchObject({ from: { name: 'Eva', address: X500 } });
    for (const from of [null, nameless, undefined, { emailAddress: null }]) {
      const { from: sender, isDraft } = await read({ from });
      expect([sender, isDraft]).toEqual([undefined, false]);
    }
  });

  it('is among the recipients, whatever is known', async () => {
    const { to } = await read({ toRecipients: [named, exchange, nameless, null] });
    expect(to).toEqual([{ name: 'Robin' }, { name: 'Eva', address: X500 }, {}, {}]);
  });

  it('stays in a list that is changed, as Graph gave them, until it is emptied', async () => {
    const ben = { emailAddress: { name: 'Ben', address: 'ben@contract.example' } };
    const draft = { ...MESSAGE, isDraft: true, toRecipients: [named, ben, exchange], ccRecipients: [named] };
    const change = async (content: object) => {
      graph.willAnswer(json(200, draft), json(200, draft));
      await mail.updateDraft(user, { id: MESSAGE.id, version: 'W/"1"' }, content);
      return graph.received[1]?.body;
    };
    expect(await change({ to: ['eva@contract.example'], subject: 'New' })).toEqual({
      subject: 'New',
      toRecipients: [{ emailAddress: { address: 'eva@contract.example' } }, named, exchange],
    });
    expect(await change({ to: [], cc: [] })).toEqual({ toRecipients: [], ccRecipients: [] });
  });
});
