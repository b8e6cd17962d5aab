import { DEEP } from '../support/depth.js';
import { aDocx } from './support/make.js';
import { aPdfBomb, foreign, pdfOf, words } from './support/pdf.js';
import { read, refusal } from './support/read.js';

/** More than the process that reads it may hold of one stream. */
const BOMB_BYTES = (DEEP ? 200 : 64) * 1024 * 1024;
const pdf = (content: Uint8Array) => read({ name: 'a.pdf', content });
const refused = async (content: Uint8Array) => (await refusal({ name: 'a.pdf', content })).message;
const annotation = (entries: string) => `<</Type/Annot/Rect[50 600 200 620]${entries}>>`;

it('gives what was filled in a form and written onto the page', async () => {
  const annotations = [
    '/Subtype/Widget/FT/Tx/T(name)/TU(Your name)/V(Ada Lovelace)',
    '/Subtype/Widget/FT/Tx/T(empty)',
    '/Subtype/Widget/FT/Btn/T(agreed)/V/Yes/AS/Yes/AP<</N<</Yes 99 0 R>>>>',
    '/Subtype/Widget/FT/Btn/T(refused)/V/Off/AS/Off/AP<</N<</Yes 99 0 R>>>>',
    '/Subtype/Widget/FT/Ch/T(colour)/Opt[(red)(blue)]/V(blue)',
    '/Subtype/Widget/FT/Tx/Ff 8192/T(secret)/V(hush)',
    '/Subtype/FreeText/Contents(typed onto it)',
    '/Subtype/Text/Contents(a remark)',
  ].map(annotation);
  expect(await pdf(pdfOf([{ drawn: words('Form'), annotations }]))).toEqual({
    text: '# Page 1\nForm\ntyped onto it\nYour name: Ada Lovelace\nagreed: ☒\nrefused: ☐\ncolour: blue',
    truncated: false,
    notes: ['Comments are left out.'],
  });
});

it('says which pages have no text', async () => {
  const { text, notes } = await pdf(pdfOf([{ drawn: words('Cover') }, { drawn: '' }, { drawn: '0 0 9 9 re f' }]));
  expect(text).toBe('# Page 1\nCover\n\n# Page 2\n\n# Page 3');
  expect(notes).toEqual(['Pages 2, 3 have no text: empty, or a picture, as a scan has.']);
});

it.each<[map: string, ordering: string, codes: Uint8Array, text: string]>([
  ['UniJIS-UCS2-H', 'Japan1', Buffer.from('会議', 'utf16le').swap16(), '会議'],
  ['UniGB-UTF16-V', 'GB1', Buffer.from('会议', 'utf16le').swap16(), '会议'],
  ['90ms-RKSJ-H', 'Japan1', Uint8Array.of(0x93, 0xfa, 0x41, 0xb6), '日Aｶ'],
  ['GBK-EUC-H', 'GB1', Uint8Array.of(0xc4, 0xe3, 0x20, 0xba, 0xc3), '你 好'],
  ['ETen-B5-H', 'CNS1', Uint8Array.of(0xb7, 0x7c), '會'],
  ['KSCms-UHC-H', 'Korea1', Uint8Array.of(0xb0, 0xa1), '가'],
  ['EUC-H', 'Japan1', Uint8Array.of(0xa4, 0xa2), 'あ'],
])('reads fonts that are not embedded by their map %s', async (map, ordering, codes, text) =>
  expect((await pdf(foreign(map, ordering, codes))).text).toBe(`# Page 1\n${text}`),
);

it.each<[what: string, content: Uint8Array, why: string]>([
  ['numbers of a font that nobody has', foreign('Identity-H', 'Japan1', Uint8Array.of(7, 80)), 'no text layer'],
  ['a map that nobody knows', foreign('..#2fpasswd', 'Japan1', Uint8Array.of(7, 80)), 'no text layer'],
  ['nothing', new Uint8Array(), 'The file is empty.'],
  ['a page of the web', Buffer.from('<html>Sign in</html>'), 'no PDF but a web page'],
  ['a Word document', aDocx(''), 'no PDF but an Office file'],
  ['half of one', pdfOf([{ drawn: words('x') }]).subarray(0, 60), 'The PDF is damaged.'],
])('says what it is: %s', async (_what, content, why) => expect(await refused(content)).toContain(why));

it('keeps no more bytes than a document may have, and hides no page behind one that has more', async () => {
  const { text, notes } = await pdf(aPdfBomb(BOMB_BYTES, [{ drawn: words('two') }]));
  expect(text).toBe('# Page 1\n\n# Page 2\ntwo');
  expect(notes).toEqual(['Page 1 has no text that can be read: damaged, or too large.']);
  // Whichever limit is met first: that of a part of it, or that of its process.
  if (DEEP) expect(await refused(aPdfBomb(BOMB_BYTES))).toMatch(/^The PDF is damaged\.$|too much memory/);
});
