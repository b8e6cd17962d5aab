import { mailFixture, user } from './mail-fixture.js';
import { json } from './fake-graph.js';

const current = mailFixture();
const of = (address: string, tip: object) => ({ emailAddress: { name: '', address }, ...tip });

it('reads groups, full and restricted mailboxes, moderators, and leaves out what says nothing', async () => {
  const { graph, mail } = current();
  const value = [
    of('team@contract.example', { totalMemberCount: 240, externalMemberCount: 12 }),
    of('full@contract.example', { mailboxFull: true, totalMemberCount: 1, externalMemberCount: 0 }),
    of('board@contract.example', { deliveryRestricted: true, isModerated: true }),
    of('ben@contract.example', { automaticReplies: { message: '' }, mailboxFull: false, isModerated: false }),
    of('gone@contract.example', { error: { code: 'RecipientNotFound', message: 'No such recipient.' } }),
  ];
  graph.willAnswer(json(200, { value }));
  expect(await mail.mailTips(user, ['team@contract.example'])).toEqual([
    { address: 'team@contract.example', members: 240, externalMembers: 12 },
    { address: 'full@contract.example', isFull: true },
    { address: 'board@contract.example', isRestricted: true, isModerated: true },
  ]);
});

it('leaves out tips of other types than documented, and no others', async () => {
  const { graph, mail } = current();
  const odd = [null, 7, of('a@contract.example', { mailboxFull: 'yes' }), of('', { mailboxFull: true }), {}];
  graph.willAnswer(json(200, { value: [...odd, of('b@contract.example', { mailboxFull: true })] }));
  expect(await mail.mailTips(user, ['b@contract.example'])).toEqual([{ address: 'b@contract.example', isFull: true }]);
});
