import { DomainError, type TextExtractor } from '@app/domain';
import { someLimits } from '../callers.js';
import { codeOf, type Open, openedForSuite } from './suite.js';

/** One adapter that gets the text out of documents. */
export interface TextExtractorHarness {
  readonly documents: TextExtractor;
  close(): Promise<void>;
}

const limits = someLimits();
const bytes = (text: string) => new TextEncoder().encode(text);

/** What every `TextExtractor` does, whatever reads the documents. */
export function textExtractorContract(open: Open<TextExtractorHarness>): void {
  const harness = openedForSuite(open);

  it.each([
    ['by its name', { name: 'Notes.TXT' }],
    ['by its type', { name: 'notes', contentType: 'text/plain; charset=utf-8' }],
  ])('reads plain text, known %s', async (_how, file) => {
    const { documents } = harness();
    expect(documents.reads(file)).toBe(true);
    const read = await documents.textOf({ ...file, content: bytes('Grüße\nfrom Oslo 🙂') }, limits);
    expect(read).toMatchObject({ text: 'Grüße\nfrom Oslo 🙂', truncated: false });
  });

  it('gets the content when it is asked for it, and says why that failed', async () => {
    const file = { name: 'notes.txt', content: () => Promise.resolve(bytes('later')) };
    expect(await harness().documents.textOf(file, limits)).toMatchObject({ text: 'later' });
    const gone = { ...file, content: () => Promise.reject(new DomainError('not_found', 'The file is gone.')) };
    expect(await codeOf(harness().documents.textOf(gone, limits))).toBe('not_found');
  });

  it('reads an empty file', async () => {
    const read = await harness().documents.textOf({ name: 'empty.txt', content: bytes('') }, limits);
    expect(read).toMatchObject({ text: '', truncated: false });
  });

  it('says what it does not read, and does not read it', async () => {
    const { documents } = harness();
    const picture = { name: 'picture.png', contentType: 'image/png' };
    expect(documents.reads(picture)).toBe(false);
    expect(await codeOf(documents.textOf({ ...picture, content: bytes('x') }, limits))).toBe('not_allowed');
  });

  it('reads nothing that is larger than it says', async () => {
    const { documents } = harness();
    const content = new Uint8Array(documents.maxBytes + 1);
    expect(await codeOf(documents.textOf({ name: 'large.txt', content }, limits))).toBe('not_allowed');
  });

  it('cuts what is too long, says so, and leaves no half of a character', async () => {
    const { documents } = harness();
    const content = bytes(`a${'🙂'.repeat(Math.min(2_500_000, Math.floor(documents.maxBytes / 4) - 1))}`);
    const { text, truncated } = await documents.textOf({ name: 'long.txt', content }, limits);
    expect([truncated, text.isWellFormed(), text.startsWith('a🙂')]).toEqual([true, true, true]);
  });

  it('stops where the call was cancelled', async () => {
    const file = { name: 'notes.txt', content: bytes('x') };
    expect(await codeOf(harness().documents.textOf(file, someLimits({ signal: AbortSignal.abort() })))).toBe(
      'cancelled',
    );
  });
}
