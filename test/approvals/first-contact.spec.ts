import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { Output } from '../support/output.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { Agent, BEN, Person, SCOPE } from './support.js';

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

const STRANGER = 'stranger@elsewhere.example';
const FIRST = 'First mail to th';
const tried = (messageId: string) =>
  agent.do<{ firstContact?: string[]; notes?: string[] }>('mail_send_draft', { messageId, dryRun: true });

it('names on the page and in results whom the person never wrote to, until they did', async () => {
  const person = new Person('Anna Berg');
  const messageId = await agent.draftTo(STRANGER, { cc: [BEN] });
  expect((await tried(messageId)).firstContact).toContain(STRANGER);
  output.takeAudit();
  const { url } = await agent.refused('mail_send_draft', { messageId });
  const page = await person.open(url);
  expect(page.html).toContain(FIRST);
  expect(page.html.slice(page.html.indexOf(FIRST))).toContain(`<bdi>${STRANGER}</bdi>`);
  await person.approve(page);
  expect(JSON.stringify(output.takeAudit())).not.toContain('@');
  const later = await agent.draftTo(STRANGER);
  expect((await tried(later)).firstContact).toBeUndefined();
  const { url: next } = await agent.refused('mail_send_draft', { messageId: later });
  expect((await person.open(next)).html).not.toContain('First mail');
});

const visit = { subject: 'Visit', start: '2027-03-02T10:00', end: '2027-03-02T11:00', timeZone: 'Europe/Berlin' };

it('says so where it cannot be told', async () => {
  const withoutMail = await startBehalf(tenant, { env: { APPROVALS: 'external', TOOLSETS: 'core,calendar' } });
  const calendarAgent = new Agent(withoutMail, agent.token);
  const { url } = await calendarAgent.refused('calendar_create_event', { ...visit, attendees: [STRANGER] });
  const { html } = await new Person('Anna Berg').open(url);
  await withoutMail.close();
  expect(html).toContain('could not be looked up');
  expect(html).not.toContain(FIRST);
});

it('names those who are invited too', async () => {
  const attendees = ['guest@unknown.example'];
  const { url } = await agent.refused('calendar_create_event', { ...visit, attendees });
  expect((await new Person('Anna Berg').open(url)).html).toContain(FIRST);
});
