import { TOOLS } from '@app/domain';
import { startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { Output } from '../support/output.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { Agent, BEN, OUTSIDER, Person, SCOPE } from './support.js';

let output: Output;
let tenant: LocalTenant;
let agent: Agent;

const WORD = 'Zugspitze';
const WHEN = { start: '2027-03-02T10:00', end: '2027-03-02T11:00', timeZone: 'Europe/Berlin' };
const keep = keptOpen();

beforeAll(async () => {
  output = await keep(new Output());
  tenant = await keep(startTestTenant());
  const behalf = await keep(startBehalf(tenant, { env: { APPROVALS: 'external' } }));
  agent = new Agent(behalf, await tenant.token({ user: 'anna', scope: SCOPE }));
});

it('names of every write what it was about and what became of it, and nothing of what is in it', async () => {
  const { event } = await agent.do<{ event: { id: string } }>('calendar_create_event', { subject: WORD, ...WHEN });
  const eventId = event.id;
  const messageId = await agent.draftTo(BEN, { subject: WORD, body: WORD });
  await agent.do('mail_update_draft', { messageId, subject: `${WORD} 2`, cc: [OUTSIDER] });
  await agent.do('mail_organize', { messageIds: [messageId], categories: [WORD] });
  await agent.do('calendar_update_event', { eventId, location: WORD });
  await agent.refused('calendar_respond', { eventId, response: 'accept', comment: WORD });
  await agent.do('calendar_cancel_event', { eventId, dryRun: true });
  await agent.do('calendar_cancel_event', { eventId });
  const { url } = await agent.refused('mail_send_draft', { messageId });
  const person = new Person('Anna Berg');
  await person.approve(await person.open(url));
  const { item } = await agent.do<{ item: { itemId: string } }>('files_create_folder', { name: WORD });
  const { itemId } = item;
  await agent.do('files_write_text', { folderId: itemId, name: `${WORD}.md`, content: WORD });
  await agent.do('files_move_rename', { itemId, name: `${WORD} 2` });
  await agent.do('files_share', { itemId, people: [BEN], message: WORD });
  await agent.do('files_delete', { itemId });

  const lines = output.takeAudit();
  const writing = TOOLS.filter(({ annotations }) => !annotations.readOnlyHint).map(({ name }) => name);
  expect([...new Set(lines.map(({ tool }) => tool))].sort()).toEqual(writing.sort());
  for (const line of lines) expect(line).toMatchObject({ targets: [expect.any(String)], outcome: expect.any(String) });
  expect(JSON.stringify(lines)).not.toContain(WORD);
  expect(JSON.stringify(lines)).not.toContain('@');
  const about = (tool: string) => lines.filter((line) => line.tool === tool);
  expect(about('calendar_cancel_event').map((line) => line['outcome'])).toEqual(['dry_run', 'done']);
  expect(about('mail_send_draft')).toMatchObject([
    { outcome: 'approval_required', targets: [messageId], facts: { outside: 1, inside: 1 } },
    { outcome: 'done', decision: 'approved', targets: [messageId], facts: { outside: 1, inside: 1 } },
  ]);
  expect(about('calendar_respond')).toMatchObject([{ outcome: 'refused', targets: [eventId] }]);
});
