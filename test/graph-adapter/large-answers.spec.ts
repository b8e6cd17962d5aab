import { DomainError } from '@app/domain';
import { GraphClientFactory, GraphFiles, GraphMail } from '@app/graph-adapter';
import { contentBytes } from '../../libs/graph-adapter/src/mail/content-bytes.js';
import { keptOpen } from '../support/keep-open.js';
import { callWith } from './calls.js';
import { type Answer, FakeGraph, json } from './fake-graph.js';

const MEGABYTE = 1024 * 1024;
const user = callWith('token', ['Mail.ReadWrite', 'Files.ReadWrite'], { deadline: Date.now() + 600_000 });

let graph: FakeGraph;
let mail: GraphMail;
let files: GraphFiles;
const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(FakeGraph.open());
  const factory = new GraphClientFactory({ origin: graph.origin, requestTimeoutMs: 60_000 });
  mail = new GraphMail(factory);
  files = new GraphFiles(factory);
});

/** More and more, until nobody reads it any more; never tells how much there will be. */
function endless(begin: string, status = 200): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.write(begin);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(MEGABYTE)));
    };
    response.on('drain', more);
    more();
  };
}

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: DomainError) => error,
  );

describe('An answer of Graph that does not end', () => {
  it.each<[what: string, call: () => Promise<unknown>]>([
    ['a message', () => mail.getMessage(user, 'AAMk=', 'own')],
    ['an attached message', () => mail.getAttachedItem(user, 'AAMk=', 'A=')],
    ['an attached file', () => mail.getAttachment(user, 'AAMk=', 'A=')],
    ['a list', () => files.listFolder(user, { itemId: 'root' }, { limit: 5 })],
    ['a file', () => files.readContent(user, { itemId: 'I' }, MEGABYTE)],
  ])('is read up to a limit: %s', async (_what, call) => {
    graph.willAnswer(endless('{"id":"1","contentBytes":"'));
    const before = process.memoryUsage.rss();
    expect(await errorOf(call())).toMatchObject({
      code: 'not_allowed',
      message: expect.stringMatching(/more than|bigger/),
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * MEGABYTE);
  });

  it('is a refusal all the same where it is one', async () => {
    graph.willAnswer(endless('{"error":{"code":"', 404));
    expect(await errorOf(mail.getMessage(user, 'AAMk=', 'own'))).toMatchObject({ code: 'not_found' });
  });

  it('to a change leaves open whether it was made', async () => {
    graph.willAnswer(endless('{"id":"', 201));
    const error = await errorOf(files.createFolder(user, { itemId: 'root' }, 'New'));
    expect(error).toMatchObject({ reason: 'outcome_unknown' });
  });
});

describe('An attached file', () => {
  const CONTENT = Buffer.from(Array.from({ length: 700 }, (_, index) => index % 256));
  const attached = (content: unknown, name = 'a.bin') =>
    JSON.stringify({ id: '1', name, contentBytes: content, isInline: false });
  async function* inPieces(text: string, size: number) {
    for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
  }

  it.each([1, 2, 3, 5, 64, 10_000])('is read from pieces of %i bytes as from a whole', async (size) => {
    const json = attached(CONTENT.toString('base64'), '"contentBytes":"AAAA" \\');
    expect(await contentBytes(inPieces(json, size), 700)).toEqual(CONTENT);
    expect(await contentBytes(inPieces(JSON.stringify(JSON.parse(json), null, 2), size), 700)).toEqual(CONTENT);
    expect(await contentBytes(inPieces(json.replaceAll('/', '\\/'), size), 700)).toEqual(CONTENT);
  });

  it.each([1, 7, 10_000])('that is larger than wanted is left at that, in pieces of %i bytes', async (size) => {
    expect(await contentBytes(inPieces(attached(CONTENT.toString('base64')), size), 699)).toBe('too big');
  });

  it.each([null, 5, undefined])('is none where its content is %j', async (content) => {
    for (const size of [1, 10_000]) expect(await contentBytes(inPieces(attached(content), size), 700)).toBeUndefined();
  });

  it('without bytes is empty, and one that was cut off is no file', async () => {
    expect(await contentBytes(inPieces(attached(''), 3), 700)).toEqual(Buffer.alloc(0));
    const half = attached(CONTENT.toString('base64')).slice(0, 300);
    expect(await contentBytes(inPieces(half, 50), 700)).toBeUndefined();
  });

  it('of 24 MB is read', async () => {
    const content = Buffer.alloc(24 * MEGABYTE, 1);
    graph.willAnswer(json(200, { id: '1', contentBytes: content.toString('base64') }));
    expect((await mail.getAttachment(user, 'AAMk=', 'A=')).length).toBe(content.length);
  });
});
