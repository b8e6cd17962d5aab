import { MARK_PROPERTY } from '../../libs/graph-adapter/src/calendar/mark-property.js';
import { Agent, BEN, OUTSIDER, Person, SCOPE } from '../approvals/support.js';
import { startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { Output } from '../support/output.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

const WHEN = { start: '2027-03-02T10:00', end: '2027-03-02T11:00', timeZone: 'Europe/Berlin' };
const TRACE = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

let output: Output;
let tenant: LocalTenant;
let graphToken: string;
let clientId: string;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  tenant = await keep(startTestTenant());
  clientId = tenant.clients.foundry.clientId;
  graphToken = await tenant.token({ user: 'anna', audience: 'graph', scope: 'Mail.ReadWrite Calendars.ReadWrite' });
});

const agentWith = async (env: Record<string, string>) => {
  const behalf = await keep(startBehalf(tenant, { env }));
  return new Agent(behalf, await tenant.token({ user: 'anna', scope: SCOPE }));
};

/** Past the server, as an administrator's own tools see it. */
async function graph(path: string, ids = 'IdType="ImmutableId"'): Promise<Response> {
  const headers = { authorization: `Bearer ${graphToken}`, prefer: ids };
  return fetch(`${tenant.graphUrl}/v1.0${path}`, { headers });
}

async function headersOf(messageId: string): Promise<Record<string, string>> {
  const answer = await graph(`/me/messages/${messageId}?$select=internetMessageHeaders`);
  const { internetMessageHeaders } = (await answer.json()) as {
    internetMessageHeaders: { name: string; value: string }[];
  };
  return Object.fromEntries(internetMessageHeaders.map(({ name, value }) => [name, value]));
}

async function markedEvents(client: string): Promise<string[]> {
  const filter = `singleValueExtendedProperties/any(ep: ep/id eq '${MARK_PROPERTY}' and ep/value eq '${client}')`;
  const answer = await graph(`/me/events?$select=subject&$filter=${encodeURIComponent(filter)}`);
  return ((await answer.json()) as { value: { subject: string }[] }).value.map(({ subject }) => subject);
}

async function sentId(subject: string): Promise<string> {
  const filter = encodeURIComponent(`subject eq '${subject}'`);
  const answer = await graph(`/me/mailFolders/sentitems/messages?$filter=${filter}`);
  return ((await answer.json()) as { value: { id: string }[] }).value[0]?.id ?? 'not sent';
}

describe('With MARK_AGENT_ITEMS', () => {
  let agent: Agent;
  beforeAll(async () => {
    agent = await agentWith({ MARK_AGENT_ITEMS: 'true', APPROVALS: 'external' });
  });

  it('a draft, a reply and a forward carry the client and the call of the audit, and nothing else of ours', async () => {
    output.takeAudit();
    const messageId = await agent.draftTo(BEN);
    const ids = [messageId];
    for (const mode of ['reply', 'replyAll', 'forward']) {
      const made = await agent.do<{ messageId: string }>('mail_create_draft', { mode, messageId, body: 'Words' });
      ids.push(made.messageId);
    }
    const audit = output.takeAudit();
    for (const [index, id] of ids.entries()) {
      const { traceId } = audit[index] ?? {};
      expect(await headersOf(id)).toEqual({ 'x-behalf-client': clientId, 'x-behalf-trace': traceId });
      expect(traceId).toMatch(TRACE);
    }
  });

  it('what an approval delivers is the MIME of the draft with its mark, once', async () => {
    const messageId = await agent.draftTo(OUTSIDER, { subject: 'Marked and approved', bcc: [BEN] });
    const { 'x-behalf-trace': trace } = await headersOf(messageId);
    const { url } = await agent.refused('mail_send_draft', { messageId });
    const person = new Person('Anna Berg');
    expect(await person.approve(await person.open(url))).toMatchObject({ title: 'Done' });
    const mime = await (await graph(`/me/messages/${await sentId('Marked and approved')}/$value`)).text();
    const [head = ''] = mime.split('\r\n\r\n');
    expect(head.match(/^x-.*$/gim)).toEqual([`x-behalf-client: ${clientId}`, `x-behalf-trace: ${trace}`]);
  });

  it('what is sent without an approval carries it to whom it is for', async () => {
    const messageId = await agent.draftTo(BEN, { subject: 'Marked inside' });
    await agent.do('mail_send_draft', { messageId });
    const { 'x-behalf-client': client } = await headersOf(await sentId('Marked inside'));
    expect(client).toBe(clientId);
  });

  it('events are found by the client that asked, also those that were approved', async () => {
    await agent.do('calendar_create_event', { subject: 'Marked alone', ...WHEN });
    const args = { subject: 'Marked with an outsider', ...WHEN, attendees: [OUTSIDER] };
    const { url } = await agent.refused('calendar_create_event', args);
    const person = new Person('Anna Berg');
    expect(await person.approve(await person.open(url))).toMatchObject({ title: 'Done' });
    expect((await markedEvents(clientId)).sort()).toEqual(['Marked alone', 'Marked with an outsider']);
    expect(await markedEvents(tenant.clients['behalf-api'].clientId)).toEqual([]);
  });

  it('a call that is made again makes no second event', async () => {
    const args = { subject: 'Marked once', ...WHEN };
    await agent.do('calendar_create_event', args);
    await agent.do('calendar_create_event', args);
    expect((await markedEvents(clientId)).filter((subject) => subject === 'Marked once')).toHaveLength(1);
  });
});

it('Without it nothing is marked', async () => {
  const agent = await agentWith({ APPROVALS: 'off' });
  expect(await headersOf(await agent.draftTo(BEN))).toEqual({});
  const before = await markedEvents(clientId);
  await agent.do('calendar_create_event', { subject: 'Not marked', ...WHEN });
  expect(await markedEvents(clientId)).toEqual(before);
});
