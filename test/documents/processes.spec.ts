import { EXTRACTION_LIMITS, ProcessTextExtractor } from '@app/documents';
import { type DocumentFile, DomainError } from '@app/domain';
import { strToU8 } from 'fflate';
import { deflateSync } from 'node:zlib';
import { ProcessPool } from '../../libs/documents/src/process/process-pool.js';
import { DOCUMENT_READER } from '../support/compiled.js';
import { oneIn } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { aDocx } from './support/make.js';
import { aPdfOf } from './support/pdf.js';
import { anExtractor } from './support/read.js';

const keep = keptOpen(afterEach);
const { signal } = new AbortController();
const PEOPLE = { anna: { signal, person: 'anna' }, ben: { signal, person: 'ben' } };
const SLOW = aDocx('<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(200_000));

function opened(limits: Parameters<typeof anExtractor>[0]) {
  const extractor = anExtractor(limits);
  void keep({ close: () => extractor.onModuleDestroy() });
  return extractor;
}

const aText = (text = 'a'): DocumentFile => ({ name: 'a.txt', content: strToU8(text) });
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: DomainError) => error,
  );

describe('A document that is made to exhaust its reader ends its own process, and the next one is read', () => {
  it('a PDF whose stream is packed twice', async () => {
    const content = aPdfOf(deflateSync(deflateSync(Buffer.alloc(1e8, ' '))), '[/FlateDecode/FlateDecode]');
    const extractor = opened({ places: 1, milliseconds: EXTRACTION_LIMITS.milliseconds });
    const before = process.memoryUsage.rss();
    const error = await errorOf(extractor.textOf({ name: 'a.pdf', content }, PEOPLE.anna));
    expect(error?.code ?? 'not_allowed').toBe('not_allowed');
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
    expect((await extractor.textOf(aText(), PEOPLE.ben)).text).toBe('a');
  });

  it('says that it takes too much memory', async () => {
    const error = await errorOf(opened({ megabytes: 90 }).textOf({ name: 'a.docx', content: SLOW }, PEOPLE.anna));
    expect(error?.message).toContain('too much memory');
  });

  it('says that it takes too long', async () => {
    const error = await errorOf(opened({ milliseconds: 50 }).textOf({ name: 'a.docx', content: SLOW }, PEOPLE.anna));
    expect(error?.message).toContain('too long');
  });
});

describe('A process that ends while it reads is told, and the next document is read', () => {
  const ends = [
    ['killed, as by a system without memory', 'SIGKILL', 'too much memory'],
    ['ended by V8 whose heap is full', '134', 'too much memory'],
    ['broken', 'SIGSEGV', 'damaged, or cannot be read'],
    ['ended of itself', '0', 'damaged, or cannot be read'],
  ] as const;
  it.each(oneIn(2, ends))('%s', async (_what, how, said) => {
    const entry = new URL('./support/killed-reader.mjs', import.meta.url);
    const limits = { ...EXTRACTION_LIMITS, milliseconds: 100_000, longestWaitMs: 100_000, places: 1 };
    const extractor = new ProcessTextExtractor({ limits, entry });
    void keep({ close: () => extractor.onModuleDestroy() });
    const error = await errorOf(extractor.textOf(aText(`end by ${how}`), PEOPLE.anna));
    expect([error?.code, error?.message]).toEqual(['not_allowed', expect.stringContaining(said)]);
    expect((await extractor.textOf(aText(), PEOPLE.anna)).text).toBe('a');
  });
});

describe('A place', () => {
  it('is taken before the content is asked for, and only one of each person', async () => {
    const extractor = opened({ places: 2 });
    const asked: string[] = [];
    const contents = new Map<string, (content: Uint8Array) => void>();
    const waiting = (name: string) => () => {
      asked.push(name);
      return new Promise<Uint8Array>((resolve) => contents.set(name, resolve));
    };
    const first = extractor.textOf({ name: '1.txt', content: waiting('1') }, PEOPLE.anna);
    const second = extractor.textOf({ name: '2.txt', content: waiting('2') }, PEOPLE.anna);
    const third = extractor.textOf({ name: '3.txt', content: waiting('3') }, PEOPLE.ben);
    await new Promise(setImmediate);
    expect(asked).toEqual(['1', '3']);
    contents.get('1')?.(strToU8('one'));
    expect((await first).text).toBe('one');
    contents.get('3')?.(strToU8('three'));
    contents.get('2')?.(strToU8('two'));
    expect([(await second).text, (await third).text]).toEqual(['two', 'three']);
  });

  it('is refused with when to come again where too much waits', async () => {
    const extractor = opened({ places: 1, waiting: 0 });
    const first = extractor.textOf(aText(), PEOPLE.anna);
    expect(await errorOf(extractor.textOf(aText('b'), PEOPLE.ben))).toMatchObject({
      code: 'temporarily_unavailable',
      details: { retryAfter: 5 },
    });
    expect((await first).text).toBe('a');
    expect((await extractor.textOf(aText('c'), PEOPLE.ben)).text).toBe('c');
  });

  it('is free again when the content cannot be got', async () => {
    const extractor = opened({ places: 1 });
    const missing = new DomainError('not_found', 'It is not there.');
    const content = () => Promise.reject(missing);
    expect(await errorOf(extractor.textOf({ name: 'a.txt', content }, PEOPLE.anna))).toBe(missing);
    expect((await extractor.textOf(aText(), PEOPLE.anna)).text).toBe('a');
  });

  it('is left by a call that is cancelled, waiting or reading', async () => {
    const extractor = opened({ places: 1 });
    const gone = new AbortController();
    const calls = [aText(), aText()].map((file) =>
      errorOf(extractor.textOf(file, { signal: gone.signal, person: 'anna' })),
    );
    gone.abort();
    expect((await Promise.all(calls)).map((error) => error?.code)).toEqual(['cancelled', 'cancelled']);
    expect((await extractor.textOf(aText(), PEOPLE.ben)).text).toBe('a');
  });
});

describe('A process', () => {
  const aPool = () => {
    const pool = new ProcessPool({
      entry: DOCUMENT_READER,
      megabytes: 200,
    });
    void keep(pool);
    return pool;
  };

  it('is kept for the next document of the same person, and for nobody else', () => {
    const pool = aPool();
    const first = pool.take('anna');
    pool.giveBack(first);
    expect(pool.take('anna')).toBe(first);
    pool.giveBack(first);
    const other = pool.take('ben');
    expect([other === first, first.isAlive, other.isAlive]).toEqual([false, false, true]);
    pool.giveBack(other);
  });

  it('that died is replaced at once by one that has read for nobody', () => {
    const pool = aPool();
    const first = pool.take('anna');
    first.end();
    pool.giveBack(first);
    const next = pool.take('ben');
    expect([next === first, next.isAlive]).toEqual([false, true]);
    pool.giveBack(next);
  });

  it('ends with the pool', () => {
    const pool = aPool();
    const [idle, busy] = [pool.take('anna'), pool.take('ben')];
    pool.giveBack(idle);
    pool.close();
    pool.giveBack(busy);
    expect([idle.isAlive, busy.isAlive]).toEqual([false, false]);
  });
});

it('A process that waits for its next document does not keep the server running', async () => {
  const pipes = () => process.getActiveResourcesInfo().filter((name) => name === 'PipeWrap').length;
  const extractor = opened({ places: 1 });
  const before = pipes();
  expect((await extractor.textOf(aText(), PEOPLE.anna)).text).toBe('a');
  expect(pipes()).toBe(before);
});
