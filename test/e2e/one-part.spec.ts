import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { fieldInData, fieldInText, type ReadField } from './support/one-part.js';
import { keptOpen } from '../support/keep-open.js';

const SCOPE = 'User.Read MailboxSettings.Read Calendars.ReadWrite Mail.ReadWrite Mail.Send Files.ReadWrite';
const BEN = 'ben.carter@fernglas.example';

let tenant: LocalTenant;
let behalf: Behalf;
let client: Client;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant));
  const token = await tenant.token({ user: 'anna', scope: SCOPE });
  client = await keep(new Client({ name: 'one-part', version: '1' }));
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(behalf.url), { requestInit }));
});

/** Hosts give the model one part of a result only; what is in the other is lost to it. */
const HOSTS: readonly (readonly [string, (result: CallToolResult) => ReadField])[] = [
  [
    'text only',
    ({ content }) => fieldInText(content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')),
  ],
  ['structured content only', ({ structuredContent }) => fieldInData(structuredContent)],
];

describe.each(HOSTS)('a host that shows the model %s', (host, partOf) => {
  async function call(name: string, args: object): Promise<ReadField> {
    const result = (await client.callTool({ name, arguments: { ...args } })) as CallToolResult;
    if (result.isError) throw new Error(JSON.stringify(result.content));
    return partOf(result);
  }

  it('gets to the second page of a search', async () => {
    const first = await call('mail_search', { limit: 2 });
    const second = await call('mail_search', { limit: 2, cursor: first('cursor') });
    expect(second('id')).toMatch(/^AA\S{40,}$/);
    expect(second('id')).not.toBe(first('id'));
  });

  it('writes a draft, changes it and sends it', async () => {
    const subject = `From a host with ${host}`;
    const messageId = (await call('mail_create_draft', { to: [BEN], subject: 'Draft' }))('messageId');
    const changed = await call('mail_update_draft', { messageId, subject, body: 'Hello Ben' });
    const sent = await call('mail_send_draft', { messageId: changed('messageId') });
    expect([sent('subject'), sent('done'), sent('to')]).toEqual([subject, 'true', expect.stringContaining(BEN)]);
  });

  it('replaces a file', async () => {
    const name = `${host}.md`;
    const made = await call('files_write_text', { name, content: 'one' });
    const found = await call('files_get_item', { driveId: made('driveId'), itemId: made('itemId') });
    await call('files_write_text', { name, content: 'two', ifExists: 'replace', version: found('version') });
    const read = await call('files_read_text', { driveId: found('driveId'), itemId: found('itemId') });
    expect(read('untrustedText')).toBe('two');
  });

  it('reads an attachment', async () => {
    const messageId = (await call('mail_search', { hasAttachments: true, subject: 'Contract' }))('id');
    const attachmentId = (await call('mail_get_attachment', { messageId }))('id');
    const read = await call('mail_get_attachment', { messageId, attachmentId });
    expect(read('untrustedText')).toMatch(/\w+/);
  });

  it('knows who is coming', async () => {
    const [start, end] = ['2027-05-03T09:00', '2027-05-03T10:00'];
    const event = { subject: 'Talk', start, end, timeZone: 'Europe/Berlin', attendees: [BEN] };
    const eventId = (await call('calendar_create_event', event))('id');
    const got = await call('calendar_get_event', { eventId });
    expect([got('address'), got('response')]).toEqual([BEN, expect.stringMatching(/none|notResponded/)]);
  });
});
