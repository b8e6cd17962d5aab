import { type Behalf, startBehalf } from '../support/behalf.js';
import { type FrontProxy, startFrontProxy } from '../support/front-proxy.js';
import { keptOpen } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { Agent, OUTSIDER, Person, SCOPE } from './support.js';

let tenant: LocalTenant;
let proxy: FrontProxy;
let replicas: readonly Behalf[];
let agents: readonly Agent[];
let turn = 0;
/** Who serves the next request of a browser: each in its turn, or always the one of this number. */
let pinned: number | undefined;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  proxy = await keep(startFrontProxy(() => new URL(replicas[(pinned ?? turn++) % 2]?.url ?? '').origin));
  const env = { APPROVALS_URL: proxy.origin, SEALING_KEY: 'of-both-replicas-of-both-replicas-1' };
  replicas = [await keep(startBehalf(tenant, { env })), await keep(startBehalf(tenant, { env }))];
  const token = await tenant.token({ user: 'anna', scope: SCOPE });
  agents = replicas.map((replica) => new Agent(replica, token));
});
beforeEach(() => {
  pinned = undefined;
});

const agent = (index: number) => agents[index]!;
const sentWith = async (subject: string) => (await agent(0).sent()).filter((one) => one === subject);

it('lets a person approve although each request reaches another replica, and sends once', async () => {
  const messageId = await agent(0).draftTo(OUTSIDER, { subject: 'In turns' });
  const { url } = await agent(0).refused('mail_send_draft', { messageId });
  const person = new Person('Anna Berg');
  const page = await person.open(url);
  expect(page.title).toBe('Send a draft?');
  expect(await person.approve(page)).toMatchObject({ title: 'Done' });
  expect(await sentWith('In turns')).toHaveLength(1);
});

it('gives the same link at both, and a link of one opens at the other', async () => {
  const messageId = await agent(0).draftTo(OUTSIDER, { subject: 'Same link' });
  const [one, other] = [
    await agent(0).refused('mail_send_draft', { messageId }),
    await agent(1).refused('mail_send_draft', { messageId }),
  ];
  expect(one.url).toBe(other.url);
  pinned = 1;
  expect(await new Person('Anna Berg').open(one.url)).toMatchObject({ title: 'Send a draft?' });
});

it('does not send again at the replica that does not know of it, and tells the agent there', async () => {
  const messageId = await agent(0).draftTo(OUTSIDER, { subject: 'Twice' });
  const { url } = await agent(0).refused('mail_send_draft', { messageId });
  const [first, second] = [new Person('Anna Berg'), new Person('Anna Berg')];
  pinned = 0;
  const page = await first.open(url);
  pinned = 1;
  const shownElsewhere = await second.open(url);
  pinned = 0;
  expect(await first.approve(page)).toMatchObject({ title: 'Done' });
  pinned = 1;
  const again = await second.approve(shownElsewhere);
  expect(again).toMatchObject({ title: 'This cannot be done', status: 409 });
  expect(again.html).toMatch(/This draft was sent at 20[\d:TZ-]+\./);
  expect(await sentWith('Twice')).toHaveLength(1);
  expect(await agent(1).refused('mail_send_draft', { messageId })).toMatchObject({
    code: 'not_allowed',
    message: expect.stringMatching(/^This draft was sent at 20.*Z\.$/),
  });
});
