import { connect, type Socket } from 'node:net';
import { deflateSync } from 'node:zlib';
import { aBomb, aDocx, aPackage, aSheet, relationships, spaces } from '../documents/support/make.js';
import { aPdfBomb, aPdfOf } from '../documents/support/pdf.js';
import { control } from '../support/control.js';
import { keptOpen } from '../support/keep-open.js';
import { callTool, rpc, send, toolData } from '../support/mcp.js';
import { ServerProcess } from '../support/server-process.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { MemoryWatch } from './support/memory-watch.js';

/** Megabytes of the server and of all its processes together. */
const [WITH_DOCUMENTS, WITHOUT] = [600, 400];
const PEOPLE = ['anna', 'ben', 'noor', 'eva'];

let tenant: LocalTenant;
let server: ServerProcess;
const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});
const keepOfOne = keptOpen(afterEach);
beforeEach(async () => {
  server = await ServerProcess.ready(tenant, { CALLS_PER_PERSON: '1000000' });
  await keepOfOne({ close: () => server.kill() });
});

async function mostMemoryOf(work: () => Promise<unknown>): Promise<number> {
  const watch = await keepOfOne(new MemoryWatch(server.child.pid ?? 0));
  await work();
  // The first look may come after the work.
  watch.look();
  return watch.mostMb;
}

/** Puts a file into a person's OneDrive. */
async function upload(user: string, name: string, content: Uint8Array): Promise<string> {
  const token = await tenant.token({ user, audience: 'graph' });
  const answer = await fetch(`${tenant.graphUrl}/v1.0/me/drive/root:/${name}:/content`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: Buffer.from(content),
  });
  return ((await answer.json()) as { id: string }).id;
}

const twice = (sign: string) => deflateSync(deflateSync(Buffer.alloc(1e8, sign)));

function aDeckOf(slides: number): Uint8Array {
  const ids = Array.from({ length: slides }, () => '<p:sldId r:id="r1"/>').join('');
  return aPackage({
    '_rels/.rels': relationships({ r0: ['officeDocument', 'ppt/presentation.xml'] }),
    'ppt/presentation.xml': `<p:presentation ${spaces(['p', 'r'])}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships({ r1: ['slide', 'slides/slide1.xml'] }),
    'ppt/slides/slide1.xml': `<p:sld ${spaces(['p', 'a'])}><p:txBody><a:p><a:r><a:t>${'x'.repeat(9_000)}</a:t></a:r></a:p></p:txBody></p:sld>`,
  });
}

const DOCUMENTS: readonly (readonly [name: string, content: () => Uint8Array])[] = [
  ['twice.pdf', () => aPdfOf(twice('z'), '[/FlateDecode/FlateDecode/ASCII85Decode]')],
  ['once.pdf', () => aPdfBomb(3e8)],
  ['bomb.docx', aBomb],
  ['paragraphs.docx', () => aDocx('<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(2_500_000))],
  ['slides.pptx', () => aDeckOf(20_000)],
  ['cells.xlsx', () => aSheet('<row><c r="XFD1"><v>1</v></c></row>'.repeat(200_000))],
  ['deep.html', () => Buffer.from('<div>'.repeat(1_000_000))],
  ['lines.txt', () => Buffer.from('_'.repeat(8_000_000))],
];

it('Documents made to exhaust their reader, of several people at once, stay within the memory of the container', async () => {
  const ids = await Promise.all(
    DOCUMENTS.map(([name, make], index) => upload(PEOPLE[index % PEOPLE.length]!, name, make())),
  );
  const read = async (itemId: string, index: number) => {
    const token = await tenant.token({ user: PEOPLE[index % PEOPLE.length] });
    return callTool(server.url, token, 'files_read_text', { itemId });
  };
  const most = await mostMemoryOf(async () => {
    const answers = await Promise.all([...ids, ...ids].map((id, index) => read(id, index % DOCUMENTS.length)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.filter(({ text }) => text.includes('internal_error'))).toEqual([]);
  });
  expect(most).toBeLessThan(WITH_DOCUMENTS);
  expect(most).toBeGreaterThan(50);
  const token = await tenant.token({ user: 'anna' });
  expect((await callTool(server.url, token, 'get_my_context')).body.result?.isError).toBeUndefined();
});

/** Opens a connection, says something, and reads nothing that comes. */
function silent(text: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () =>
      socket.write(text, () => resolve(socket)),
    );
    socket.once('error', reject).pause();
  });
}

it('Requests made to exhaust the server stay within the memory of the container', async () => {
  const token = await tenant.token({ user: 'anna' });
  const many = Object.fromEntries(Array.from({ length: 90_000 }, (_, index) => [`name${String(index)}`, 1]));
  const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const unread = [
    'POST /mcp HTTP/1.1',
    `Host: ${new URL(server.url).host}`,
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    'Accept: application/json, text/event-stream',
    `Content-Length: ${String(list.length)}`,
  ].join('\r\n');
  const most = await mostMemoryOf(async () => {
    const idle = await Promise.all(Array.from({ length: 500 }, () => silent('POST /mcp HTTP/1.1\r\nHost: x\r\nX-A: ')));
    const readers = await Promise.all(Array.from({ length: 300 }, () => silent(`${unread}\r\n\r\n${list}`)));
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        await send(server.url, { token, body: '['.repeat(1_000_000) });
        await rpc(server.url, token, 'tools/call', { name: 'mail_search', arguments: many });
        await send(server.url, { body: 'x'.repeat(900_000) });
      }),
    );
    for (const socket of [...idle, ...readers]) socket.destroy();
  });
  expect(most).toBeLessThan(WITHOUT);
  expect((await rpc(server.url, token, 'tools/list')).status).toBe(200);
});

it('A batch of large attachments stays within the memory of the container', async () => {
  const from = { name: 'Outsider', address: 'outsider@elsewhere.example' };
  const attachments = { 'large.txt': 'large '.repeat(4_000_000) };
  const mail = { action: 'mail', from, subject: 'Large', body: 'See what is attached.', attachments };
  const { id: messageId } = (await control(tenant, 'POST', '/mailboxes/anna', mail)) as { id: string };
  const token = await tenant.token({ user: 'anna' });
  const listed = await toolData<{ attachments: { id: string }[] }>(server.url, token, 'mail_get_attachment', {
    messageId,
  });
  const { id: attachmentId } = listed.attachments[0]!;
  const call = { name: 'mail_get_attachment', arguments: { messageId, attachmentId } };
  const batch = Array.from({ length: 10 }, (_, id) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: call }));
  const headers = { 'mcp-protocol-version': '2025-03-26' };
  const answers: string[] = [];
  const ask = async () => answers.push((await send(server.url, { token, headers, body: JSON.stringify(batch) })).text);
  const most = await mostMemoryOf(() => Promise.all([ask(), ask(), ask()]));
  expect(answers.join()).toContain('large large');
  expect(answers.join()).not.toContain('internal_error');
  expect(most).toBeLessThan(WITH_DOCUMENTS);
});
