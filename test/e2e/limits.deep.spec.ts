import { askGraph, itemsOf } from '../equivalence/graph.js';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { control } from '../support/control.js';
import { withGrowth } from '../support/memory.js';
import { callTool, toolData, toolError } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

const MONTH = { from: '2027-03-01', to: '2027-03-31', timeZone: 'UTC' };

interface Events {
  readonly events: readonly { readonly id: string; readonly subject: string }[];
  readonly cursor?: string;
}

interface Items {
  readonly items: readonly { readonly name: string }[];
  readonly cursor?: string;
}

interface BodyPart {
  readonly untrustedBody: string;
  readonly bodyTruncated?: true;
  readonly nextBodyStart?: number;
}

let tenant: LocalTenant;
let behalf: Behalf;
let token: string;
let graphToken: string;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant));
  token = await tenant.token({ user: 'anna' });
  graphToken = await tenant.token({ user: 'anna', audience: 'graph' });
});

async function addEvent(subject: string, start: string, minutes = 30): Promise<string> {
  const end = new Date(Date.parse(`${start}Z`) + minutes * 60_000).toISOString().slice(0, 19);
  const body = {
    subject,
    start: { dateTime: start, timeZone: 'UTC' },
    end: { dateTime: end, timeZone: 'UTC' },
    location: { displayName: 'Room Amundsen, 2nd floor' },
    attendees: [1, 2, 3].map((number) => ({ emailAddress: { address: `person${number}@fernglas.example` } })),
    body: { contentType: 'text', content: 'An agenda of some length. '.repeat(40) },
  };
  const { status, body: event } = await askGraph(tenant, graphToken, { method: 'POST', path: '/me/events', body });
  expect(status).toBe(201);
  return String(event['id']);
}

const at = (index: number) => new Date(Date.UTC(2027, 2, 1) + index * 5_200_000).toISOString().slice(0, 19);

describe('what is read stays small', () => {
  it('a day of ten events is answered in 4,300 bytes at most, everything on the wire counted', async () => {
    for (let hour = 8; hour < 18; hour++) {
      await addEvent(`Weekly planning, part ${hour - 7}`, `2027-02-03T${String(hour).padStart(2, '0')}:00:00`);
    }
    const day = { from: '2027-02-03', to: '2027-02-03', timeZone: 'Europe/Berlin' };
    const answer = await callTool(behalf.url, token, 'calendar_list_events', day);
    expect(answer.body.result?.structuredContent?.['events']).toHaveLength(10);
    expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(4_300);
  });

  it('an event with a long body is read in parts, to its end', async () => {
    const content = `${'An agenda of some length. '.repeat(800)}The end`;
    const [start, end] = ['2027-02-04T08:00:00', '2027-02-04T09:00:00'].map((dateTime) => ({
      dateTime,
      timeZone: 'UTC',
    }));
    const body = { subject: 'Long', start, end, body: { contentType: 'text', content } };
    const { body: made } = await askGraph(tenant, graphToken, { method: 'POST', path: '/me/events', body });
    let text = '';
    for (let from: number | undefined = 0; from !== undefined;) {
      const args = { eventId: made['id'], timeZone: 'UTC', bodyStart: from };
      const part: BodyPart = await toolData<BodyPart>(behalf.url, token, 'calendar_get_event', args);
      expect(part.bodyTruncated === true).toBe(part.nextBodyStart !== undefined);
      text += part.untrustedBody;
      from = part.nextBodyStart;
    }
    expect(text).toBe(content);
  });

  it('a month of 500 events pages without loss or repeat while events change between the pages', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 500; index++) ids.push(await addEvent(`event ${index}`, at(index)));
    const given: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page: Events = await toolData(behalf.url, token, 'calendar_list_events', { ...MONTH, limit: 50, cursor });
      given.push(...page.events.map(({ id }) => id));
      ({ cursor } = page);
      await disturb(ids, pages++);
    } while (cursor !== undefined);
    expect(pages).toBeGreaterThan(9);
    expect(new Set(given).size).toBe(given.length);
    const untouched = ids.filter((_, index) => index % 50 > 3);
    expect(untouched.filter((id) => !given.includes(id))).toEqual([]);
  }, 60_000);

  /** After each page: one that was given goes, one ahead goes, one ahead changes its subject, one appears behind and one ahead. */
  async function disturb(ids: readonly string[], page: number): Promise<void> {
    const [behind, ahead, renamed] = [page * 50, ((page + 5) % 10) * 50 + 1, ((page + 3) % 10) * 50 + 2];
    await askGraph(tenant, graphToken, { method: 'DELETE', path: `/me/events/${ids[behind]}` });
    await askGraph(tenant, graphToken, { method: 'DELETE', path: `/me/events/${ids[ahead]}` });
    const rename = { method: 'PATCH', path: `/me/events/${ids[renamed]}`, body: { subject: 'renamed' } } as const;
    await askGraph(tenant, graphToken, rename);
    await addEvent('new, behind', '2027-03-01T00:01:00');
    await addEvent('new, ahead', '2027-03-31T22:00:00');
  }

  it('a message of 10 MB is given in parts of bounded size, and the server stays small', async () => {
    const path = '/me/messages?$top=1&$select=id';
    const [message] = itemsOf<{ id: string }>(await askGraph(tenant, graphToken, { path }));
    const whole = await askGraph(tenant, graphToken, { path: `/me/messages/${message?.id}` });
    const content = '<p>A line of a very long mail.</p>'.repeat(300_000);
    // The same answers who asks for what is attached: nothing.
    const body = {
      ...whole.body,
      value: [],
      body: { contentType: 'html', content },
      uniqueBody: { contentType: 'html', content },
    };
    const match = { path: '/messages/' };
    await control(tenant, 'POST', '/faults', { service: 'graph', kind: 'status', status: 200, match, body });
    const before = process.memoryUsage().heapUsed;
    const answer = await callTool(behalf.url, token, 'mail_get_message', { messageId: message?.id });
    await control(tenant, 'DELETE', '/faults');
    expect(answer.body.result?.structuredContent).toMatchObject({ bodyTruncated: true, nextBodyStart: 8_000 });
    expect(Buffer.byteLength(answer.text)).toBeLessThan(40 * 1024);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(300 * 1024 * 1024);
  });

  it('a folder of 5,000 items pages without loss or repeat while items come and go, each page small', async () => {
    const { id: folderId } = await inDrive({ action: 'folder', path: 'Many', count: 5_000 });
    const given: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page === 0 || cursor !== undefined; page++) {
      const answer = await callTool(behalf.url, token, 'files_list_folder', { folderId, limit: 50, cursor });
      expect(Buffer.byteLength(answer.text)).toBeLessThan(48 * 1024);
      const items = answer.body.result?.structuredContent as unknown as Items;
      given.push(...items.items.map(({ name }) => name));
      ({ cursor } = items);
      if (page === 20) await inDrive({ action: 'recycle', path: `Many/${given[3]}` });
      if (page === 40) await inDrive({ action: 'file', path: 'Many/a new one.bin', bytes: 10 });
    }
    expect(new Set(given).size).toBe(given.length);
    expect(given.filter((name) => name !== 'a new one.bin')).toHaveLength(5_000);
  }, 60_000);

  it('a file of 200 MB is refused with its size before anything of it is read', async () => {
    const { id: itemId } = await inDrive({ action: 'file', path: 'Films/subtitles.txt', bytes: 200_000_000 });
    const [answer, grown] = await withGrowth(() => callTool(behalf.url, token, 'files_read_text', { itemId }));
    expect(toolError(answer)).toMatchObject({ code: 'not_allowed', message: expect.stringContaining('200000000') });
    expect(contentRequests()).toBe(0);
    expect(grown).toBeLessThan(64 * 1024 * 1024);
  });

  it('a file of 200 MB that is said to be small is left off at the limit', async () => {
    const { id: itemId } = await inDrive({ action: 'file', path: 'Films/credits.txt', bytes: 200_000_000 });
    const { body } = await askGraph(tenant, graphToken, { path: `/me/drive/items/${itemId}` });
    const match = { path: `/items/${itemId}`, method: 'GET' };
    const small = { ...body, size: 100 };
    await control(tenant, 'POST', '/faults', {
      service: 'graph',
      kind: 'status',
      status: 200,
      match,
      body: small,
      times: 1,
    });
    const [answer, grown] = await withGrowth(() => callTool(behalf.url, token, 'files_read_text', { itemId }));
    expect(toolError(answer)).toMatchObject({ code: 'not_allowed', message: expect.stringContaining('bigger') });
    expect(grown).toBeLessThan(64 * 1024 * 1024);
  });
});

const inDrive = (body: object) => control(tenant, 'POST', '/drives/anna', body) as Promise<{ id: string }>;
const contentRequests = () => tenant.state.log.entries('graph').filter(({ path }) => path.includes('download')).length;
