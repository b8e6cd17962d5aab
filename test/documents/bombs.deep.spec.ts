import { EXTRACTION_LIMITS } from '@app/documents';
import { strToU8 } from 'fflate';
import { deflateSync } from 'node:zlib';
import { keptOpen } from '../support/keep-open.js';
import { aBomb, aDocx } from './support/make.js';
import { aPdfOf } from './support/pdf.js';
import { anExtractor } from './support/read.js';

const keep = keptOpen(afterEach);
const { signal } = new AbortController();

/** Each takes seconds, until the process that reads it is ended. */
describe('A document that is made to exhaust its reader ends its own process, and the next one is read', () => {
  const packedTwice = (sign: string) => deflateSync(deflateSync(Buffer.alloc(1e8, sign)));
  const bombs: readonly [what: string, name: string, content: Uint8Array][] = [
    ['Flate twice, then ASCII85', 'a.pdf', aPdfOf(packedTwice('z'), '[/FlateDecode/FlateDecode/ASCII85Decode]')],
    ['Flate, then ASCII85', 'a.pdf', aPdfOf(deflateSync(Buffer.alloc(2e7, 'z')), '[/FlateDecode/ASCII85Decode]')],
    ['a zip bomb', 'a.docx', aBomb()],
    ['very many paragraphs', 'a.docx', aDocx('<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(2_500_000))],
  ];

  it.each(bombs)('%s', async (_what, name, content) => {
    const extractor = anExtractor({ places: 1, milliseconds: EXTRACTION_LIMITS.milliseconds });
    void keep({ close: () => extractor.onModuleDestroy() });
    const before = process.memoryUsage.rss();
    const error = await extractor
      .textOf({ name, content }, { signal, person: 'anna' })
      .catch((thrown: unknown) => thrown);
    // What fits into the memory after all is read.
    if (error instanceof Error) expect(error).toEqual(expect.objectContaining({ code: 'not_allowed' }));
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
    const next = { name: 'a.txt', content: strToU8('a') };
    expect((await extractor.textOf(next, { signal, person: 'ben' })).text).toBe('a');
  });
});
