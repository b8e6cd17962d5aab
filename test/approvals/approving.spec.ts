import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { Output } from '../support/output.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { Agent, BEN, OUTSIDER, Person, SCOPE } from './support.js';

let output: Output;
let tenant: LocalTenant;
let behalf: Behalf;
let agent: Agent;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant, { env: { APPROVALS: 'external' } }));
  agent = new Agent(behalf, await tenant.token({ user: 'anna', scope: SCOPE }));
});

const anna = () => new Person('Anna Berg');

it('sends to colleagues without asking', async () => {
  const messageId = await agent.draftTo(BEN, { subject: 'Inside' });
  expect(await agent.do('mail_send_draft', { messageId })).toMatchObject({ done: true });
});

it('sends to an outsider only after the person approved what they saw', async () => {
  const messageId = await agent.draftTo(OUTSIDER, { subject: 'Outside' });
  const error = await agent.refused('mail_send_draft', { messageId });
  expect(error).toMatchObject({ code: 'approval_required', url: expect.stringContaining('/approvals/v1.') });
  expect(error.message).toContain(OUTSIDER);
  const person = anna();
  const page = await person.open(error.url);
  expect(page.title).toBe('Send a draft?');
  expect(page.html).toContain(OUTSIDER);
  expect(page.html).toContain('The offer is attached.');
  expect(await agent.sent()).not.toContain('Outside');
  output.takeAudit();
  expect(await person.approve(page)).toMatchObject({ status: 200, title: 'Done' });
  expect((await agent.sent()).filter((subject) => subject === 'Outside')).toHaveLength(1);
  const clientId = tenant.clients.foundry.clientId;
  expect(output.takeAudit()).toContainEqual(
    expect.objectContaining({ decision: 'approved', tool: 'mail_send_draft', clientId }),
  );
  const again = await agent.refused('mail_send_draft', { messageId });
  expect(again).toMatchObject({ code: 'not_allowed', message: expect.stringContaining('it was carried out') });
});

it('sends nothing when the person declines, and says so to the agent', async () => {
  const messageId = await agent.draftTo(OUTSIDER, { subject: 'Declined' });
  const { url } = await agent.refused('mail_send_draft', { messageId });
  const person = anna();
  expect(await person.decline(await person.open(url))).toMatchObject({ status: 200, title: 'You declined' });
  const again = await agent.refused('mail_send_draft', { messageId });
  expect(again).toMatchObject({ code: 'policy_denied', message: expect.stringContaining('declined') });
  expect(await agent.sent()).not.toContain('Declined');
});

it('shows a draft anew that was changed after the person saw it, and sends what was shown last', async () => {
  const messageId = await agent.draftTo(OUTSIDER, { subject: 'First words' });
  const { url } = await agent.refused('mail_send_draft', { messageId });
  const person = anna();
  const seen = await person.open(url);
  await agent.do('mail_update_draft', { messageId, subject: 'Other words', to: ['outsider@elsewhere.example'] });
  const anew = await person.approve(seen);
  expect(anew.title).toBe('Send a draft?');
  expect(anew.html).toContain('It changed after you saw it');
  expect(anew.html).toContain('outsider@elsewhere.example');
  expect(await agent.sent()).not.toContain('Other words');
  expect(await person.approve(anew)).toMatchObject({ title: 'Done' });
  expect(await agent.sent()).toContain('Other words');
});

it('points out what changed between the asking and the opening', async () => {
  const messageId = await agent.draftTo(OUTSIDER, { subject: 'As asked' });
  const { url } = await agent.refused('mail_send_draft', { messageId });
  await agent.do('mail_update_draft', { messageId, subject: 'Changed since' });
  const page = await anna().open(url);
  expect(page.html).toContain('This changed since your agent asked');
  expect(page.html).toContain('Changed since');
});

it('gives the same request the same link', async () => {
  const messageId = await agent.draftTo(OUTSIDER);
  const links = [
    await agent.refused('mail_send_draft', { messageId }),
    await agent.refused('mail_send_draft', { messageId }),
  ];
  expect(links[0]?.url).toBe(links[1]?.url);
});

it('invites an outsider once, however often the page is used', async () => {
  const event = {
    subject: 'Meet the partner',
    start: '2026-12-09T10:00',
    end: '2026-12-09T11:00',
    timeZone: 'Europe/Berlin',
  };
  const args = { ...event, attendees: [OUTSIDER, BEN], body: 'Agenda: prices' };
  const { url } = await agent.refused('calendar_create_event', args);
  const person = anna();
  const pages = [await person.open(url), await person.open(url)];
  expect(pages[0]?.html).toContain('Agenda: prices');
  expect(await person.approve(pages[0]!)).toMatchObject({ title: 'Done' });
  expect(await person.approve(pages[1]!)).toMatchObject({ title: 'This is done already' });
  const range = { from: '2026-12-09', to: '2026-12-10', timeZone: 'Europe/Berlin' };
  const { events } = await agent.do<{ events: { subject: string }[] }>('calendar_list_events', range);
  expect(events.filter(({ subject }) => subject === event.subject)).toHaveLength(1);
});
