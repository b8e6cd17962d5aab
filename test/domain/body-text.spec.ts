import { DomainError, type TextExtractor } from '@app/domain';
import { bodyText } from '../../libs/domain/src/tools/shared/body-text.js';
import { callWith } from '../graph-adapter/calls.js';
import { documents } from '../documents/support/read.js';

const user = callWith('token');

function aReader(textOf: TextExtractor['textOf']): TextExtractor {
  return { reads: () => true, maxBytes: 1_000, textOf };
}

const answering = (text: string) => aReader(async () => ({ text, truncated: false }));
const refusing = (error: DomainError) => aReader(() => Promise.reject(error));

describe('The text of a body', () => {
  it.each([undefined, 'text'] as const)('is what was written where it came as %s', async (bodyFormat) => {
    const documents = answering('never asked');
    expect(await bodyText({ body: '1 < 2 & <b>', bodyFormat }, { documents, user })).toEqual({ text: '1 < 2 & <b>' });
    expect(await bodyText({ bodyFormat }, { documents, user })).toEqual({ text: undefined });
  });

  it('is got out of HTML by the reader of documents, in whatever letters', async () => {
    const body = '<html><head><style>p{}</style></head><body><p>Grüße &amp; 日本語</p><p>1 &lt; 2</p></body></html>';
    const { text } = await bodyText({ body, bodyFormat: 'html' }, { documents, user });
    expect(text).toMatch(/^Grüße & 日本語\s+1 < 2$/);
  });

  it('is missing with a note where HTML is too large or cannot be read', async () => {
    const large = await bodyText({ body: 'ä'.repeat(501), bodyFormat: 'html' }, { documents: answering(''), user });
    expect(large).toEqual({ note: expect.stringContaining('too large') });
    const documents = refusing(new DomainError('not_allowed', 'The file takes too long to read.'));
    expect(await bodyText({ body: '<p>', bodyFormat: 'html' }, { documents, user })).toEqual({
      note: 'The body could not be read as text. The file takes too long to read.',
    });
  });

  it('is asked for again where the reader is busy', async () => {
    const documents = refusing(new DomainError('temporarily_unavailable', 'Too many documents are being read.'));
    await expect(bodyText({ body: '<p>', bodyFormat: 'html' }, { documents, user })).rejects.toThrow('Too many');
  });
});
