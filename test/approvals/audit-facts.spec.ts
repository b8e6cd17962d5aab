import { type Behalf, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { Output } from '../support/output.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { Agent, BEN, OUTSIDER, SCOPE } from './support.js';

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

const factsNow = () => output.takeAudit().map(({ facts }) => facts);

it('the audit says of a write how many it reaches, outside and inside, and no address', async () => {
  const messageId = await agent.draftTo(OUTSIDER, { cc: [BEN] });
  output.takeAudit();
  await agent.refused('mail_send_draft', { messageId });
  const lines = output.takeAudit();
  const facts = { outside: 1, inside: 1, shares: false, deletes: false };
  expect(lines[0]).toMatchObject({ decision: 'refused', reason: 'approval_required', facts });
  expect(JSON.stringify(lines)).not.toContain('@');
});

it('the audit says it of a write that was allowed, and not of a dry run or of what reads', async () => {
  const messageId = await agent.draftTo(BEN);
  output.takeAudit();
  await agent.do('mail_send_draft', { messageId, dryRun: true });
  expect(factsNow()).toEqual([undefined]);
  await agent.do('mail_send_draft', { messageId });
  expect(factsNow()).toEqual([{ outside: 0, inside: 1, shares: false, deletes: false }]);
  await agent.do('mail_search', { limit: 1 });
  expect(factsNow()).toEqual([undefined]);
});

describe('with APPROVALS=off', () => {
  let unasked: Agent;
  beforeAll(async () => {
    const off = await keep(startBehalf(tenant, { env: { APPROVALS: 'off' } }));
    unasked = new Agent(off, await tenant.token({ user: 'anna', scope: SCOPE }));
  });

  it('the audit says of mail, meetings and shares how many they reached', async () => {
    const when = { start: '2027-03-02T10:00', end: '2027-03-02T11:00', timeZone: 'Europe/Berlin' };
    const messageId = await unasked.draftTo(OUTSIDER, { cc: [BEN] });
    output.takeAudit();
    await unasked.do('mail_send_draft', { messageId, dryRun: true });
    await unasked.do('mail_send_draft', { messageId });
    await unasked.do('calendar_create_event', { subject: 'Counted', ...when, attendees: [OUTSIDER] });
    const { item } = await unasked.do<{ item: { itemId: string } }>('files_create_folder', { name: 'Counted' });
    await unasked.do('files_share', { itemId: item.itemId, people: [BEN, OUTSIDER] });
    const lines = output.takeAudit();
    const counts = { outside: 1, inside: 1, shares: false, deletes: false };
    expect(lines.map(({ facts }) => facts)).toEqual([
      undefined,
      counts,
      expect.objectContaining({ ...counts, inside: 0 }),
      undefined,
      { ...counts, shares: true },
    ]);
    expect(JSON.stringify(lines)).not.toContain('@');
  });
});
